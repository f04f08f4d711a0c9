// A file about plans, read as imports read theirs: its sound rows, and of the others what cannot be used and where.
import { Refusal } from "../core/refusal.ts";
import type { RefusedRow } from "../intake/judged.ts";
import { readTable } from "../intake/table.ts";
import type { Fault } from "./csv-cells.ts";

export interface FileKind<Column extends string, Row> {
  areHeadings: (cells: string[]) => boolean;
  columnOf: (heading: string) => Column | undefined;
  readRow: (line: number, cells: ReadonlyMap<Column, string>) => Row | Fault<Column>[];
  columns: readonly Column[];
  needed: readonly Column[];
}

interface Rows<Row> {
  rows: Row[];
  unread: RefusedRow[];
  rowCount: number;
  /** Headings that stand for nothing here. */
  ignored: string[];
}

export async function rowsIn<Column extends string, Row>(
  { name, base64 }: { name: string; base64: string },
  kind: FileKind<Column, Row>,
): Promise<Rows<Row>> {
  const file = await readTable(name, [Uint8Array.from(Buffer.from(base64, "base64"))], {
    isHeading: kind.areHeadings,
    encodingFor: () => undefined,
    encodings: new Set(),
    layout: {},
  });
  const columns = columnsOf(name, file.header, kind);
  const rows: Row[] = [];
  const unread: RefusedRow[] = [];
  for (const { line, cells } of file.rows) {
    const read = kind.readRow(line, new Map([...columns].map(([column, at]) => [column, cells[at] ?? ""])));
    if (Array.isArray(read)) unread.push(...read.map((fault) => ({ file: name, line, ...fault })));
    else rows.push(read);
  }
  const ignored = file.header.filter((heading) => heading !== "" && kind.columnOf(heading) === undefined);
  return { rows, unread, rowCount: file.rowCount, ignored };
}

export function byLine(refused: RefusedRow[]): RefusedRow[] {
  return refused.toSorted((a, b) => a.line - b.line);
}

/** Where each column stands; refuses a file without what every row needs, and two headings for one column. */
function columnsOf<Column extends string>(
  name: string,
  header: string[],
  { columnOf, columns, needed }: Pick<FileKind<Column, unknown>, "columnOf" | "columns" | "needed">,
): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, heading] of header.entries()) {
    const column = columnOf(heading);
    if (column === undefined) continue;
    const before = found.get(column);
    if (before !== undefined)
      throw new Refusal("invalid", "file.column", `${name} has two columns for the same.`, [
        { field: name, because: `Keep one of "${header[before]}" and "${heading}".` },
      ]);
    found.set(column, at);
  }
  const missing = needed.filter((column) => !found.has(column));
  if (missing.length > 0)
    throw new Refusal("invalid", "file.heading", `${name} has no column ${missing.join(", ")}.`, [
      { field: name, because: `Head its columns ${columns.join(", ")}; ${needed.join(", ")} has to be there.` },
    ]);
  return found;
}
