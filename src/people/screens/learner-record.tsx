// A learner's class, and phase and status over time; offices that keep the roster write the next one.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay, sayShortDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addStanding, changeLearner } from "../person-contract.ts";
import { type Person, type StandingFields, standingOn, statuses } from "../person.ts";
import { statusWords } from "../saying.ts";

type Props = { person: Person; learner: NonNullable<Person["learner"]> };

export function LearnerRecord({ person, learner }: Props) {
  const { may, school, personId: me } = useMe();
  const [open, setOpen] = useState<"standing" | "class" | null>(null);
  const close = () => setOpen(null);
  const now = standingOn(learner.standings, school.today);
  return (
    <Section
      title="Phase and status"
      note={`Class of ${learner.classYear}${learner.campus ? `, ${learner.campus}` : ""}`}
    >
      {learner.standings.length > 0 && (
        <Card flush>
          <Table
            caption="Phase and status, newest first"
            columns={columnsFor(now, school.today, person.personId === me)}
            rows={learner.standings}
            keyOf={({ from, phase, status }) => `${from} ${phase} ${status}`}
          />
        </Card>
      )}
      {may.includes("edit people") && (
        <div className="row">
          <Button small icon="plus" onClick={() => setOpen("standing")}>
            A new phase or status
          </Button>
          <Button small icon="pen" onClick={() => setOpen("class")}>
            Change class or campus
          </Button>
        </div>
      )}
      {open === "standing" && <NewStanding person={person} now={now} onClose={close} />}
      {open === "class" && <ClassAndCampus person={person} learner={learner} onClose={close} />}
    </Section>
  );
}

function columnsFor(now: StandingFields | null, today: string, isOwn: boolean): Column<StandingFields>[] {
  return [
    { name: "From", isName: true, cell: ({ from }) => sayShortDay(from, true) },
    { name: "Phase", cell: ({ phase }) => phase },
    { name: "Status", cell: ({ status }) => statusWords[status] },
    {
      name: "Now or ahead",
      hideName: true,
      cell: (row) =>
        row === now ? (
          <StatusLine icon="pin">{isOwn ? "You are here" : "Now"}</StatusLine>
        ) : row.from > today ? (
          "Ahead"
        ) : (
          ""
        ),
    },
  ];
}

type NewProps = { person: Person; now: StandingFields | null; onClose: () => void };

function NewStanding({ person: { personId, givenName }, now, onClose }: NewProps) {
  const { school } = useMe();
  const adding = useWrite(addStanding, { params: { id: personId } });
  const fault = (field: string) => faultOf(adding.error, field);
  const add = ({ from = "", phase = "", status = "" }: Record<string, string>) =>
    adding.mutate(
      { from, phase, status: status as never },
      { onSuccess: () => (toast(`Written, from ${sayDay(from, school.today)}.`), onClose()) },
    );
  return (
    <Dialog title={`Phase and status of ${givenName}`} isOpen onClose={onClose}>
      <Form act="Write it" busy={adding.isPending} error={adding.error} onSubmit={add}>
        <p>
          What came before stays on record. A learner on leave is not matched; who assesses them stays apart from who
          guides them.
        </p>
        <TextField label="From" name="from" type="date" defaultValue={school.today} error={fault("from")} />
        <TextField label="Phase" name="phase" defaultValue={now?.phase ?? ""} error={fault("phase")} />
        <SelectField
          label="Status"
          name="status"
          defaultValue={now?.status ?? "active"}
          options={statuses.map((value) => ({ value, word: statusWords[value] }))}
          error={fault("status")}
        />
      </Form>
    </Dialog>
  );
}

function ClassAndCampus({ person: { personId }, learner, onClose }: Props & { onClose: () => void }) {
  const changing = useWrite(changeLearner, { params: { id: personId } });
  const change = ({ classYear = "", campus = "" }: Record<string, string>) =>
    changing.mutate({ classYear: Number(classYear), campus }, { onSuccess: onClose });
  return (
    <Dialog title="Class and campus" isOpen onClose={onClose}>
      <Form
        act="Change it"
        busy={changing.isPending}
        error={changing.error}
        fields={{ classYear: "Class year" }}
        onSubmit={change}
      >
        <p>Duties toward a class follow at once, and with them the wall.</p>
        <TextField
          label="Class year"
          name="classYear"
          inputMode="numeric"
          defaultValue={String(learner.classYear)}
          error={faultOf(changing.error, "classYear")}
        />
        <TextField label="Campus" name="campus" defaultValue={learner.campus} />
      </Form>
    </Dialog>
  );
}
