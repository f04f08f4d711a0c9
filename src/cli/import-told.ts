// What an import found or brought, for people who read it in a terminal.
import { collisionWords } from "../intake/collision.ts";
import type { ImportReport } from "../intake/contract.ts";
import { agreeing } from "../core/plural.ts";
import { openIn } from "../intake/judged.ts";
import { hasDays, nearestKind } from "../intake/kinds.ts";
import { lackingIn } from "../intake/lacking.ts";
import { groundWords } from "../matching/ground.ts";

export function toldOf(report: ImportReport, isPreview: boolean): string {
  const lines = report.understood.map(understoodLine);
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
  if (openIn(report.understood) !== undefined)
    return `${lines.join("\n")}\nNo row was tried out: first say what is asked above.\n`;
  lines.push(
    "",
    `${isPreview ? "Would come to be" : "Came to be"}: ${listOf(report.added)}`,
    `${isPreview ? "Would change" : "Changed"}: ${listOf(report.changed)}`,
  );
  lines.push(...collisionLines(report));
  const { withdrawn, shaken, shown } = report.proposals;
  lines.push(
    `Open proposals ${isPreview ? "that would be withdrawn" : "withdrawn"}: ${withdrawn}; without something they rest on: ${shaken}`,
  );
  for (const { learner, educator, program, because, isWithdrawn } of shown)
    lines.push(
      `  ${learner} with ${educator}, ${program}: ${isWithdrawn ? "withdrawn" : "stays open"}. ${groundWords[because]}`,
    );
  const isSomething = [report.added, report.changed].some((counts) => Object.values(counts).some((count) => count > 0));
  if (report.importId !== null && isSomething)
    lines.push(`To take it back within 24 hours: chiron import --undo ${report.importId}`);
  return `${lines.join("\n")}\n`;
}

/** Each by name: what an import sets against a wall is known before it is saved. */
function collisionLines({ collisions, collisionCount }: ImportReport): string[] {
  const rest = collisionCount - collisions.length;
  return [
    `Collisions with a wall, each an incident: ${collisionCount}`,
    ...collisions.map(
      (one) => `  ${one.educator} with ${one.learner}, ${one.wall} wall: ${collisionWords(one, (day) => day)}.`,
    ),
    ...(rest > 0 ? [`  And ${rest} more.`] : []),
  ];
}

function understoodLine(file: ImportReport["understood"][number]): string {
  const { name, reading, format, encoding, separator, hasByteOrderMark, unclearDates } = file;
  const how =
    format === "xlsx"
      ? "spreadsheet"
      : `${encoding}${hasByteOrderMark ? " with byte-order mark" : ""}, separated by ${separator === "\t" ? "tabs" : `"${separator}"`}`;
  if (reading === null) return `${name} (${how}) ${lackingIn(file)} ${wayOn(file)}`;
  const open = unclearDates
    ? `; its days could be read in two ways: say which with --days ${name}=dmy or --days ${name}=mdy`
    : "";
  const days = hasDays(reading) ? `, days ${reading.dateOrder}` : "";
  return `${name}: ${reading.kind}${days} (${how})${open}`;
}

function wayOn({ name, header }: ImportReport["understood"][number]): string {
  const nearest = nearestKind(name, header);
  if (nearest === null) return `Say which it is with --kind ${name}=learners.`;
  const columns = nearest.lacks.map(({ key }) => `--column ${name}:${key}=HEADING`);
  const it = agreeing(columns.length, "it", "them");
  return `Add ${it}, or say what holds ${it}: --kind ${name}=${nearest.kind.kind} ${columns.join(" ")}`;
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
