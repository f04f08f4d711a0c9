// The history of a set, with the way back to any of its versions.
import { useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { ReplyOf } from "../../core/endpoint.ts";
import { listRequirementVersions, restoreRequirements } from "../contract.ts";
import type { RequirementSet } from "../requirement.ts";

type Version = ReplyOf<typeof listRequirementVersions>["items"][number];

export function SetVersions({ set }: { set: RequirementSet }) {
  const params = { id: set.setId };
  const { data, error } = useRead(listRequirementVersions, { params });
  const [to, setTo] = useState<number | null>(null);
  const restoring = useWrite(restoreRequirements, { params });
  const restore = () => {
    if (to === null) return;
    void restoring.mutateAsync({ version: set.version, to }).then(
      ({ version }) => toast(`As in version ${to}, saved as version ${version}.`),
      () => undefined,
    );
  };
  return (
    <Section title="History">
      {data ? <Versions versions={data.items} now={set.version} onBack={setTo} /> : <Waiting error={error} />}
      <Confirm
        title={`Back to version ${to}?`}
        isOpen={to !== null}
        onClose={() => setTo(null)}
        act="Write it anew"
        busy={restoring.isPending}
        error={restoring.error}
        onAct={restore}
      >
        Version {to} is written anew as the next one, and plans follow it at once. What learners have done stays, and so
        does this history.
      </Confirm>
    </Section>
  );
}

type VersionsProps = { versions: Version[]; now: number; onBack: (version: number) => void };

function Versions({ versions, now, onBack }: VersionsProps) {
  const { school } = useMe();
  const columns: Column<Version>[] = [
    { name: "Version", isName: true, cell: ({ version }) => `Version ${version}` },
    { name: "What changed", cell: ({ because }) => because },
    { name: "By", cell: ({ writtenBy }) => writtenBy },
    { name: "When", cell: ({ writtenAt }) => sayInstant(writtenAt, school.timeZone) },
    {
      name: "Back",
      hideName: true,
      end: true,
      cell: ({ version }) =>
        version === now ? (
          "In force"
        ) : (
          <Button small onClick={() => onBack(version)}>
            Back to it<span className="vh">: version {version}</span>
          </Button>
        ),
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Versions, the newest first"
        columns={columns}
        rows={versions}
        keyOf={({ version }) => String(version)}
      />
    </Card>
  );
}
