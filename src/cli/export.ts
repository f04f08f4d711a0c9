// chiron export: everything that the key's holder may see, one file per kind of record.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "../client.ts";
import { getExport } from "../desk/export-contract.ts";
import { type Exported, exported } from "../desk/exported.ts";
import { csvOf } from "../intake/export-cell.ts";
import { type Command, Misuse } from "./command.ts";
import { clientOf, remoteOptions, remoteUsage } from "./remote.ts";

type Row = Record<string, unknown>;

const pageRows = 5000;

export const exportCommand: Command = {
  name: "export",
  summary: "Write everything that you may see as CSV or JSON",
  usage: `chiron export DIR [--format csv|json] [--json]

One file for each kind of record, with the names that the API uses. Pairs, training and
wishes in CSV are files that "chiron import" reads again. Cells that a spreadsheet would
run as a formula are written as plain text.
${remoteUsage}`,
  options: { ...remoteOptions, format: { type: "string" } },
  takes: 1,
  async run(given) {
    const client = clientOf(given);
    const [folder] = given.positionals;
    if (folder === undefined) throw new Misuse("Name the folder to write into.");
    const format = given.values.format ?? "csv";
    if (format !== "csv" && format !== "json")
      throw new Misuse(`--format must be csv or json, not "${String(format)}".`);
    const counts: Record<string, number> = {};
    for (const record of exported) {
      const { columns, rows } = await rowsOf(client, record);
      // Not before the server has answered: a refusal leaves no folder behind.
      mkdirSync(folder, { recursive: true });
      counts[record] = rows.length;
      writeFileSync(
        join(folder, `${record}.${format}`),
        format === "csv" ? csvFile(record, columns, rows) : `${JSON.stringify(rows, null, 1)}\n`,
      );
      given.say(`${record}: ${rows.length}`);
    }
    if (given.values.json === true) process.stdout.write(`${JSON.stringify({ folder, counts })}\n`);
    return 0;
  },
};

async function rowsOf(client: Client, record: Exported): Promise<{ columns: string[]; rows: Row[] }> {
  const rows: Row[] = [];
  for (let after: string | undefined; ;) {
    const page = await client.ask(getExport, { params: { record }, query: { limit: pageRows, after } });
    rows.push(...page.items);
    if (page.next === null) return { columns: page.columns, rows: inOrder(rows) };
    after = page.next;
  }
}

/** The same rows make the same file, in whatever order they came. */
function inOrder(rows: Row[]): Row[] {
  return rows
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);
}

function csvFile(record: Exported, header: string[], rows: Row[]): string {
  // A wish without a rank is a never, which an import does not take from an empty cell.
  const empty = (column: string) => (record === "preferences" && column === "rank" ? "never" : "");
  return csvOf(
    header,
    rows.map((row) => header.map((column) => cellOf(row[column] ?? empty(column)))),
  );
}

function cellOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
