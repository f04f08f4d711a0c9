// What an import found or brought, for people who read it in a terminal.
import type { ImportReport } from "../intake/contract.ts";
import { groundWords } from "../matching/ground.ts";

export function toldOf(report: ImportReport, isPreview: boolean): string {
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
  lines.push(...questionLines(report));
  lines.push(
    "",
    `${isPreview ? "Would come to be" : "Came to be"}: ${listOf(report.added)}`,
    `${isPreview ? "Would change" : "Changed"}: ${listOf(report.changed)}`,
  );
  lines.push(`Collisions with a wall, each an incident: ${report.collisionCount}`);
  const { withdrawn, shaken, shown } = report.proposals;
  lines.push(
    `Open proposals ${isPreview ? "that would be withdrawn" : "withdrawn"}: ${withdrawn}; without something they rest on: ${shaken}`,
  );
  for (const { learner, educator, program, because, isWithdrawn } of shown)
    lines.push(
      `  ${learner} with ${educator}, ${program}: ${isWithdrawn ? "withdrawn" : "stays open"}. ${groundWords[because]}`,
    );
  if (report.importId !== null) lines.push(`To take it back within 24 hours: chiron import --undo ${report.importId}`);
  return `${lines.join("\n")}\n`;
}

function questionLines({ questions, answeredBefore }: ImportReport): string[] {
  const before = answeredBefore.map(({ id }) => id).join(", ");
  return [
    ...questions.map(
      ({ id, evidence, waits }) =>
        `One person or two? ${id}: ${evidence}. --same ${id} or --two ${id}${waits ? " (the row waits)" : ""}`,
    ),
    ...(before === "" ? [] : [`Two people, as was said before: ${before}. --same ID=ID changes that`]),
  ];
}

function listOf(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0
    ? "nothing"
    : some.map(([table, count]) => `${count} ${table.replaceAll("_", " ")}`).join(", ");
}
