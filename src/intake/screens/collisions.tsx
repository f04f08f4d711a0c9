// Pairs of these files that the wall closes: told before anything is saved.
import { agreeing, plural } from "../../core/plural.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { type Collision, collisionWords } from "../collision.ts";
import type { ImportReport } from "../contract.ts";
import { numberOf } from "./words.ts";

const columns: Column<Collision>[] = [
  { name: "Learner", isName: true, cell: ({ learner }) => learner },
  { name: "Educator", cell: ({ educator }) => educator },
  { name: "Wall", cell: ({ wall }) => `${wall.charAt(0).toUpperCase()}${wall.slice(1)}` },
  { name: "What the educator does", cell: (one) => collisionWords(one, (day) => sayShortDay(day, true)) },
];

type Props = { report: Pick<ImportReport, "collisions" | "collisionCount" | "files">; title?: string };

export function Collisions({ report, title = "Against the wall" }: Props) {
  const { collisions, collisionCount, files } = report;
  if (files.length === 0) return null;
  if (collisionCount === 0)
    return (
      <Section title={title}>
        <StatusLine kind="done">No pair of these files collides with the wall.</StatusLine>
      </Section>
    );
  const rest = collisionCount - collisions.length;
  return (
    <Section title={title} note={plural(collisionCount, "pair")}>
      <p>
        Nothing is lost: {agreeing(collisionCount, "it", "each")} becomes an incident with a way out. The wall shows
        what stands against it.
      </p>
      <Card flush>
        <Table
          caption="Pairs that collide with the wall"
          columns={columns}
          rows={collisions}
          keyOf={({ learner, educator, wall, duty, about, from }) =>
            [learner, educator, wall, duty, about, from].join(" ")
          }
        />
        {rest > 0 && <p className="table-foot small muted">And {numberOf(rest)} more. All of them are on the wall.</p>}
      </Card>
    </Section>
  );
}
