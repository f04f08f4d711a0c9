// The advising office's sets of requirements, and the dates of each class.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { useMe } from "../../web/ui/me.ts";
import { Button } from "../../web/ui/button.tsx";
import { dayOf, sayShortDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Link, usePlace } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { requirementsAudience } from "../audience.ts";
import { addRequirementSet, listRequirements } from "../contract.ts";
import { keyFor, type RequirementSet } from "../requirement.ts";
import { Timelines } from "./timelines.tsx";

export function Requirements() {
  const { school } = useMe();
  const { data, error } = useRead(listRequirements);
  const [isAdding, setAdding] = useState(false);
  if (!data) return <Waiting error={error} rows={6} />;
  return (
    <Page
      title="Requirements and dates"
      lede="What is asked of learners, and the dates of each class from which it is due."
      wide
      end={
        <Button icon="plus" onClick={() => setAdding(true)}>
          Begin a set
        </Button>
      }
    >
      <p>
        <SeenChip of="requirements and dates" audience={requirementsAudience} />
      </p>
      <Section title="Sets">
        {data.items.length === 0 ? (
          <Empty title="No requirements yet">Begin a set, and bring its lines from a file or write them here.</Empty>
        ) : (
          <Card flush>
            <Table
              caption="Sets of requirements"
              columns={columnsIn(school.timeZone)}
              rows={data.items}
              keyOf={({ setId }) => setId}
            />
          </Card>
        )}
      </Section>
      <Timelines />
      {isAdding && <BeginSet onClose={() => setAdding(false)} />}
    </Page>
  );
}

const columnsIn = (timeZone: string): Column<RequirementSet>[] => [
  { name: "Set", isName: true, cell: ({ setId, name }) => <Link href={`/requirements/${setId}`}>{name}</Link> },
  { name: "Requirements", end: true, cell: ({ items }) => String(items.length) },
  { name: "Version", end: true, cell: ({ version }) => String(version) },
  {
    name: "Classes",
    cell: ({ items }) => {
      const years = [...new Set(items.flatMap(({ classYear }) => classYear ?? []))].toSorted((a, b) => a - b);
      return years.length === 0
        ? "Every class"
        : `Every class, and ${plural(years.length, "class", "classes")} with more`;
    },
  },
  { name: "Changed", cell: ({ writtenAt }) => sayShortDay(dayOf(writtenAt, timeZone), true) },
];

function BeginSet({ onClose }: { onClose: () => void }) {
  const { go } = usePlace();
  const adding = useWrite(addRequirementSet);
  return (
    <Dialog title="Begin a set" isOpen onClose={onClose}>
      <Form
        act="Begin it"
        busy={adding.isPending}
        error={adding.error}
        fields={{ "items.0.title": "Its first requirement" }}
        onSubmit={({ name = "", title = "" }) => {
          const rest = { phase: "", classYear: null, due: null, dependsOn: [], how: "" };
          const item = {
            key: keyFor(title, new Set()),
            title,
            kind: "requirement",
            signedBy: "advisor",
            ...rest,
          } as const;
          adding.mutate(
            { name, items: [item], because: "Begun" },
            { onSuccess: ({ setId }) => go(`/requirements/${setId}`) },
          );
        }}
      >
        <TextField label="Name" name="name" error={faultOf(adding.error, "name")} />
        <TextField
          label="Its first requirement"
          name="title"
          hint="From now on it is in the plan of every learner. The others follow on the next page, also from a file."
          error={faultOf(adding.error, "items.0.title")}
        />
      </Form>
    </Dialog>
  );
}
