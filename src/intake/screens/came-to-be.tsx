// What an import brings or changes, by kind of record, and the open proposals that it meets.
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { ImportReport } from "../contract.ts";
import { sumOf } from "./counts.tsx";
import { MetProposals } from "./met-proposals.tsx";
import { numberOf, tableWord } from "./words.ts";

type Change = { table: string; added: number; changed: number };
const columns: Column<Change>[] = [
  { name: "What", isName: true, cell: ({ table }) => tableWord(table) },
  { name: "New", end: true, cell: ({ added }) => numberOf(added) },
  { name: "Changed", end: true, cell: ({ changed }) => numberOf(changed) },
];

function whyNothing({ files }: ImportReport): string {
  const { rowsIn, refused, unchanged } = sumOf(files);
  if (rowsIn === 0) return "Nothing: no row stands under the headings.";
  if (refused === 0) return "Nothing: all of it is known already.";
  return unchanged === 0 ? "Nothing: no row can be taken." : "Nothing: what is not refused is known already.";
}

export function CameToBe({ report, title }: { report: ImportReport; title: string }) {
  const { added, changed, proposals, importId } = report;
  const rows = [...new Set([...Object.keys(added), ...Object.keys(changed)])]
    .map((table) => ({ table, added: added[table] ?? 0, changed: changed[table] ?? 0 }))
    .filter((row) => row.added + row.changed > 0);
  return (
    <>
      <Section title={title}>
        {rows.length === 0 ? (
          <p>{whyNothing(report)}</p>
        ) : (
          <Card flush>
            <Table caption={`${title}, by kind`} columns={columns} rows={rows} keyOf={({ table }) => table} />
          </Card>
        )}
      </Section>
      <MetProposals proposals={proposals} isTaken={importId !== null} />
    </>
  );
}
