// On a coordinator's desk: in how many pairs nobody has met for too long. Nothing of sealed programs.
import { programs } from "../../programs/program.ts";
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

/** More is no list to work through. */
const shownMost = 50;

export function MeetingsTold() {
  const { data } = useRead(listTold);
  if (!data || data.items.length === 0) return null;
  const silent = data.items
    .filter(({ cadence }) => cadence.state === "silent")
    .toSorted((a, b) => a.cadence.dueBy.localeCompare(b.cadence.dueBy));
  const counts = programs.flatMap((program) => {
    const own = data.items.filter((one) => one.program === program);
    return own.length === 0
      ? []
      : [{ program, pairs: own.length, silent: silent.filter((one) => one.program === program).length }];
  });
  return (
    <Section title="Meetings" note={<SeenChip of="whether pairs met" audience={toldAudience} />}>
      <ul className="told" role="list">
        {counts.map(({ program, pairs, silent: count }) => (
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
              rows={silent.slice(0, shownMost)}
              keyOf={({ relationshipId }) => relationshipId}
            />
          </Card>
          {silent.length > shownMost && <p className="small muted">The {shownMost} that wait longest are shown.</p>}
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
  { name: "Was due by", cell: ({ cadence }) => sayShortDay(cadence.dueBy, true) },
  { name: "Met last", cell: ({ lastOn }) => (lastOn === null ? "Never" : sayShortDay(lastOn, true)) },
];
