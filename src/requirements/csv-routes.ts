// Handlers of a file of requirements: read as imports read theirs, then taken row by row.
import type { Tx } from "../db/door.ts";
import { Refusal } from "../core/refusal.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { RefusedRow } from "../intake/judged.ts";
import { readTable } from "../intake/table.ts";
import type { Me } from "../people/me.ts";
import { type CsvReport, importRequirementsCsv, previewRequirementsCsv } from "./contract.ts";
import { areHeadings, columnOf, csvColumns, type CsvColumn, type Given, readRow } from "./csv.ts";
import { merged } from "./csv-merge.ts";
import { nextVersion, theSet } from "./routes.ts";

export const requirementCsvRoutes: Route[] = [
  servePreview(previewRequirementsCsv, ({ tx, me, params: { id }, body }) => taken(tx, me, id, body)),
  serve(importRequirementsCsv, ({ tx, me, params: { id }, body }) => taken(tx, me, id, body)),
];

interface Sent {
  version: number;
  name: string;
  base64: string;
}

async function taken(tx: Tx, me: Me, setId: string, { version, name, base64 }: Sent): Promise<CsvReport> {
  const before = await theSet(tx, me, setId);
  const file = await readTable(name, Buffer.from(base64, "base64"), {
    isHeading: areHeadings,
    encodingFor: () => undefined,
    encodings: new Set(),
    layout: {},
  });
  const columns = columnsOf(name, file.header);
  const rows: Given[] = [];
  const unread: RefusedRow[] = [];
  for (const { line, cells } of file.rows) {
    const read = readRow(line, new Map([...columns].map(([column, at]) => [column, cells[at] ?? ""])));
    if (Array.isArray(read)) unread.push(...read.map((fault) => ({ file: name, line, ...fault })));
    else rows.push(read);
  }
  const { items, refused, ...counts } = merged(name, before.items, rows);
  const report = await nextVersion(tx, me, setId, { version, name: before.name, items, because: `From ${name}` });
  return {
    ...report,
    ...counts,
    rows: file.rowCount,
    refused: [...unread, ...refused].toSorted((a, b) => a.line - b.line),
    ignored: file.header.filter((heading) => heading !== "" && columnOf(heading) === undefined),
  };
}

/** Where each column stands; refuses a file without titles, and two headings for one column. */
function columnsOf(name: string, header: string[]): Map<CsvColumn, number> {
  const columns = new Map<CsvColumn, number>();
  for (const [at, heading] of header.entries()) {
    const column = columnOf(heading);
    if (column === undefined) continue;
    const before = columns.get(column);
    if (before !== undefined)
      throw new Refusal("invalid", "file.column", `${name} has two columns for the same.`, [
        { field: name, because: `Keep one of "${header[before]}" and "${heading}".` },
      ]);
    columns.set(column, at);
  }
  if (!columns.has("title"))
    throw new Refusal("invalid", "file.heading", `${name} has no column that says what is to be done.`, [
      { field: name, because: `Head its columns ${csvColumns.join(", ")}; only title has to be there.` },
    ]);
  return columns;
}
