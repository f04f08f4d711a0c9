// An educator's own mirror: what their talks were to be, and what they turned into. Nothing before the first mark.
import { useRead } from "../../web/ask.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { programs } from "../../programs/program.ts";
import { markAudience } from "../audience.ts";
import { listTrend } from "../contract.ts";
import type { Trend } from "../pair.ts";

export function TrendSection() {
  const { data } = useRead(listTrend);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="What your talks turn into" note={<SeenChip of="your marks" audience={markAudience} />}>
      <Card flush>
        <Table
          caption="Marked talks, by program"
          columns={columns}
          rows={data.items}
          keyOf={({ program }) => program}
        />
      </Card>
    </Section>
  );
}

const columns: Column<Trend>[] = [
  { name: "Was to be", isName: true, cell: ({ program }) => <Plate lane={program} /> },
  { name: "Marked", end: true, cell: ({ talks }) => talks },
  ...programs.map((program): Column<Trend> => ({
    name: `Was ${laneOf(program).word.toLowerCase()}`,
    end: true,
    cell: ({ became }) => became.find((one) => one.program === program)?.talks ?? 0,
  })),
];
