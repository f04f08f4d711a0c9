// On a coordinator's desk: in how many pairs nobody has met for too long. Nothing of sealed programs.
import { useRead } from "../../web/ask.ts";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { toldAudience } from "../audience.ts";
import { listTold } from "../contract.ts";
import type { Told } from "../pair.ts";

export function MeetingsTold() {
  const { data } = useRead(listTold);
  if (!data || data.programs.length === 0) return null;
  const { programs, silent } = data;
  const isPart = silent.length < programs.reduce((sum, one) => sum + one.silent, 0);
  return (
    <Section title="Meetings" note={<SeenChip of="whether pairs met" audience={toldAudience} />}>
      <ul className="told" role="list">
        {programs.map(({ program, pairs, silent: count }) => (
          <li key={program}>
            <Plate lane={program} />{" "}
            {count === 0
              ? `All ${pairs} pairs met as often as the charter asks, or still have time.`
              : `${count} of ${pairs} pairs have not met for too long.`}
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <details>
          <summary>Which pairs</summary>
          <Card flush>
            <Table
              caption="Pairs that have not met for too long"
              columns={columns}
              rows={silent}
              keyOf={({ relationshipId }) => relationshipId}
            />
          </Card>
          {isPart && <p className="small muted">The {silent.length} that wait longest are shown.</p>}
        </details>
      )}
    </Section>
  );
}

const columns: Column<Told>[] = [
  {
    name: "Learner",
    isName: true,
    cell: ({ learner, relationshipId }) => <Link href={`/agreements/${relationshipId}`}>{learner}</Link>,
  },
  { name: "With", cell: ({ educator }) => educator },
  { name: "Program", cell: ({ program }) => <Plate lane={program} /> },
  { name: "Was due by", cell: ({ dueBy }) => sayShortDay(dueBy, true) },
  { name: "Met last", cell: ({ lastOn }) => (lastOn === null ? "Never" : sayShortDay(lastOn, true)) },
];
