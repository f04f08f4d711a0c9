// chiron import: a folder of a school's exports into the server that runs.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type ImportReport, postImport, previewImport } from "../intake/contract.ts";
import { csvOf } from "../intake/export-cell.ts";
import { refusedCells, refusedColumns } from "../intake/judged.ts";
import type { Watching } from "../client.ts";
import { answersIn, choicesIn, chosenReading, type SentFile } from "./import-choices.ts";
import type { Progress } from "../core/progress.ts";
import { barOn } from "./bar.ts";
import { type Command, type Given, Misuse } from "./command.ts";
import { withOpened } from "./ending.ts";
import { clientOf, remoteOptions, remoteUsage } from "./remote.ts";

export const importCommand: Command = {
  name: "import",
  summary: "Take a school's exports in",
  usage: `chiron import DIR [--dry-run] [--same ID=ID] [--two ID=ID] [--rejected FILE] [--json]

DIR is a folder of .csv, .tsv and .xlsx files, or one such file.

  --dry-run        tell what would happen, and keep nothing
  --same ID=ID     the two ids are one person; --two ID=ID: they are two (as the questions name them; may be repeated)
  --days FILE=ORDER  where days such as 03/04 could be read in two ways: dmy or mdy (or iso); may be repeated
  --kind FILE=KIND   where the headings do not tell: learners, educators, rotations, ...; may be repeated
  --rejected FILE  write the rows that were not taken, with reason and fix
${remoteUsage}`,
  options: {
    ...remoteOptions,
    "dry-run": { type: "boolean" },
    same: { type: "string", multiple: true },
    two: { type: "string", multiple: true },
    days: { type: "string", multiple: true },
    kind: { type: "string", multiple: true },
    rejected: { type: "string" },
  },
  takes: 1,
  async run(given) {
    const { values, say } = given;
    const client = clientOf(given);
    const found = filesIn(given.positionals[0], say);
    const answers = answersIn(values);
    const choices = choicesIn(
      values,
      found.map(({ name }) => name),
    );
    say(`Reading ${found.map(({ name }) => name).join(", ")}`);
    const ask = (endpoint: typeof previewImport, files: SentFile[]) =>
      watched(say, (watching) => client.ask(endpoint, { body: { files, answers }, ...watching }));
    let files = found;
    if (choices.size > 0) {
      const { understood } = await ask(previewImport, found);
      files = found.map((file, at) => chosenReading(file, understood[at], choices.get(file.name)));
    }
    const report = await ask(values["dry-run"] === true ? previewImport : postImport, files);
    if (typeof values.rejected === "string")
      writeFileSync(values.rejected, csvOf(refusedColumns, report.refused.map(refusedCells)));
    process.stdout.write(
      values.json === true ? `${JSON.stringify(report)}\n` : toldOf(report, values["dry-run"] === true),
    );
    return 0;
  },
};

/** With a bar where there is a terminal. Ctrl-C hangs up, and the server then keeps nothing. */
function watched<T>(say: Given["say"], work: (watching: Required<Watching>) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const bar = barOn(process.stderr);
  let last: Progress | null = null;
  const onProgress = (progress: Progress) => {
    if (last === null) say(`Taking ${progress.of.toLocaleString("en-US")} rows. Ctrl-C stops it and keeps nothing.`);
    last = progress;
    bar.show(progress);
  };
  let isDone = false;
  const close = async () => {
    bar.clear();
    if (isDone) return;
    stopping.abort();
    // Not by `say`, which is silent once the end has begun.
    const isBeingKept = last !== null && last.done === last.of;
    process.stderr.write(isBeingKept ? "It was written already: see the import page.\n" : "Nothing of it is kept.\n");
  };
  return withOpened(Promise.resolve({ close }), async () => {
    const result = await work({ onProgress, signal: stopping.signal });
    isDone = true;
    return result;
  });
}

function filesIn(place: string | undefined, say: Given["say"]): SentFile[] {
  if (place === undefined || !existsSync(place))
    throw new Misuse("Name the folder, or the file, that holds the exports.");
  const path = resolve(place);
  const names = statSync(path).isDirectory() ? namesIn(path, say) : [basename(path)];
  if (names.length === 0) throw new Misuse(`There is no .csv, .tsv or .xlsx file in ${place}.`);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return names.map((name) => ({ name, base64: readFileSync(join(folder, name)).toString("base64") }));
}

/** What is left out is told, but for the marks that spreadsheets and systems keep beside a file. */
function namesIn(folder: string, say: Given["say"]): string[] {
  const all = readdirSync(folder).filter((name) => !/^(\.|~\$)/.test(name));
  const [read = [], leftOut = []] = [true, false].map((is) =>
    all.filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name) === is).sort(),
  );
  if (leftOut.length > 0) say(`Left out, since only CSV, TSV and XLSX are read: ${leftOut.join(", ")}`);
  return read;
}

function toldOf(report: ImportReport, isPreview: boolean): string {
  const lines = report.understood.map(
    ({ name, reading, format, encoding, separator, hasByteOrderMark, unclearDates }) => {
      const how =
        format === "xlsx"
          ? "spreadsheet"
          : `${encoding}${hasByteOrderMark ? " with byte-order mark" : ""}, separated by ${separator === "\t" ? "tabs" : `"${separator}"`}`;
      const kind =
        reading === null
          ? `no kind of file that we know; say which with --kind ${name}=learners`
          : `${reading.kind}, days ${reading.dateOrder}`;
      const open = unclearDates
        ? `; its days could be read in two ways: say which with --days ${name}=dmy or --days ${name}=mdy`
        : "";
      return `${name}: ${kind} (${how})${open}`;
    },
  );
  lines.push("", "file                    rows in   taken   refused   unchanged   said twice   not needed");
  for (const { name, rowsIn, taken, refused, unchanged, repeated, leftOut } of report.files)
    lines.push(
      `${name.padEnd(22)}${String(rowsIn).padStart(9)}${String(taken).padStart(8)}${String(refused).padStart(10)}${String(unchanged).padStart(12)}${String(repeated).padStart(13)}${String(leftOut).padStart(13)}`,
    );
  if (report.notes.length > 0) lines.push("", ...report.notes.map(({ file, words }) => `${file}: ${words}`));
  lines.push(
    "",
    ...report.refused.map(
      ({ file, line, field, value, because, fix }) => `${file}:${line} ${field} "${value}": ${because} ${fix}`,
    ),
  );
  for (const { id, evidence, waits } of report.questions)
    lines.push(`One person or two? ${id}: ${evidence}. --same ${id} or --two ${id}${waits ? " (the row waits)" : ""}`);
  lines.push(
    "",
    `${isPreview ? "Would come to be" : "Came to be"}: ${listOf(report.added)}`,
    `${isPreview ? "Would change" : "Changed"}: ${listOf(report.changed)}`,
  );
  lines.push(`Collisions with a wall, each an incident: ${report.collisionCount}`);
  return `${lines.join("\n")}\n`;
}

function listOf(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0
    ? "nothing"
    : some.map(([table, count]) => `${count} ${table.replaceAll("_", " ")}`).join(", ");
}
