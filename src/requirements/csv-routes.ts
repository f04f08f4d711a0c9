// Handlers of a file of requirements: what is sound of it is taken, row by row.
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { type CsvReport, importRequirementsCsv, previewRequirementsCsv } from "./contract.ts";
import { areHeadings, columnOf, csvColumns, type CsvColumn, type Given, readRow } from "./csv.ts";
import { byLine, type FileKind, rowsIn } from "./csv-file.ts";
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
  const { rows, unread, rowCount, ignored } = await rowsIn({ name, base64 }, requirementFile);
  const { items, refused, ...counts } = merged(name, before.items, rows);
  const report = await nextVersion(tx, me, setId, { version, name: before.name, items, because: `From ${name}` });
  return { ...report, ...counts, rows: rowCount, refused: byLine([...unread, ...refused]), ignored };
}

const requirementFile: FileKind<CsvColumn, Given> = {
  areHeadings,
  columnOf,
  readRow,
  columns: csvColumns,
  needed: ["title"],
};
