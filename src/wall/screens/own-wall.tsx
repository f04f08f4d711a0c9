// Where the reader stands themselves: what a learner is promised, their stands, exceptions about them, and conflicts they declared.
import type { ReplyOf } from "../../core/endpoint.ts";
import { useRead } from "../../web/ask.ts";
import { saySpan, sayShortDay, sayTime } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getMine } from "../contract.ts";
import { dutyWords, placesWords } from "../rule.ts";
import { byDuty, type DutyStands, type Stand } from "../stand.ts";
import { ownStandsAudience } from "../audience.ts";
import { Conflicts } from "./conflicts.tsx";
import { ExceptionTable } from "./exception-table.tsx";

export function OwnWall() {
  const { school } = useMe();
  const { data: mine, error } = useRead(getMine);
  if (!mine) return <Waiting error={error} />;
  return (
    <>
      {mine.promises.length > 0 && (
        <Section title="What you are promised" note={`Checked today, ${sayTime(mine.checkedAt, school.timeZone)}`}>
          <Promises promises={mine.promises} />
        </Section>
      )}
      <Section title="Where you stand" note={<SeenChip of="where you stand" audience={ownStandsAudience} />}>
        {mine.stands.length === 0 ? (
          <Empty title="Nowhere yet.">When somebody guides you, or you guide or assess somebody, it stands here.</Empty>
        ) : (
          <Card flush>
            <Stands stands={mine.stands} />
          </Card>
        )}
      </Section>
      {mine.exceptions.length > 0 && (
        <Section title="Exceptions about you">
          <Card flush>
            <ExceptionTable items={mine.exceptions} />
          </Card>
        </Section>
      )}
      <Conflicts conflicts={mine.conflicts} />
    </>
  );
}

type Mine = ReplyOf<typeof getMine>;

function Duty({ stand: { duty, about }, isTheirs }: { stand: Stand; isTheirs: boolean }) {
  return (
    <span className="block first-up">
      {isTheirs ? dutyWords[duty] : `your duty: ${dutyWords[duty]}`}
      {about !== "" && <span className="small muted block">{about}</span>}
    </span>
  );
}

function Promises({ promises }: { promises: Mine["promises"] }) {
  return (
    <Card>
      <ul role="list" className="promises">
        {promises.map(({ wall, holds, sentence }) => (
          <li key={wall}>
            <StatusLine kind={holds ? "done" : "caution"}>{sentence}</StatusLine>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Stands({ stands }: { stands: Stand[] }) {
  const { personId } = useMe();
  const rows = byDuty(stands);
  const cools = ({ to, coolsUntil }: Stand) => coolsUntil !== null && coolsUntil !== to;
  const columns: Column<DutyStands>[] = [
    {
      name: "Toward",
      isName: true,
      cell: ({ learnerId, learner, educator }) => (learnerId === personId ? educator : learner),
    },
    {
      name: "What",
      cell: (stand) => <Duty stand={stand} isTheirs={stand.learnerId === personId} />,
    },
    { name: "Wall and side", cell: ({ places }) => placesWords(places) },
    { name: "Days", cell: (stand) => saySpan(stand, true) },
  ];
  if (rows.some(cools))
    columns.push({
      name: "Keeps away until",
      cell: (row) => (cools(row) ? sayShortDay(row.coolsUntil ?? "", true) : ""),
    });
  return <Table caption="Where you stand" columns={columns} rows={rows} keyOf={({ standId }) => standId} />;
}
