// What somebody says beside the files of an import: how one is read, and who is whom.
import { type DateOrder, dateOrders } from "../intake/cells.ts";
import type { ImportReport } from "../intake/contract.ts";
import { type Kind, plain } from "../intake/field.ts";
import { guessMapping, kindNamed, kinds } from "../intake/kinds.ts";
import { encodings, type Layout, type Separator, separators } from "../intake/layout.ts";
import type { GivenReading } from "../intake/reading.ts";
import type { FileToSend } from "../intake/upload.ts";
import { type Given, Misuse } from "./command.ts";

interface Choice {
  kind?: string;
  days?: DateOrder;
  columns?: { field: string; heading: string }[];
}

const kindNames = kinds.map(({ kind }) => kind);
/** A terminal can hardly be given a tab. */
const separatorNames = separators.map((sign) => (sign === "\t" ? "tab" : sign));

export function answersIn(values: Given["values"]): Record<string, "same" | "different"> {
  const listed = (option: string) => listOf(values, option).map((pair) => parted(option, pair, "ID=ID").join("="));
  return Object.fromEntries([
    ...listed("same").map((id) => [id, "same"] as const),
    ...listed("two").map((id) => [id, "different"] as const),
  ]);
}

/** By file, what was said of it. */
export function choicesIn(values: Given["values"], files: string[]): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  const say = (file: string, choice: Choice) => choices.set(file, { ...choices.get(file), ...choice });
  for (const [file, kind] of ofFiles(values, "kind", "KIND", files, kindNames)) say(file, { kind });
  for (const [file, days] of ofFiles(values, "days", "ORDER", files, dateOrders)) say(file, { days });
  for (const given of listOf(values, "column")) {
    const { file, ...column } = columnIn(given, files);
    say(file, { columns: [...(choices.get(file)?.columns ?? []), column] });
  }
  return choices;
}

/** How the bytes of the files become rows, where that was said. */
export function withLayouts(values: Given["values"], files: FileToSend[]): FileToSend[] {
  const names = files.map(({ name }) => name);
  const layouts = new Map<string, Layout>();
  const say = (file: string, layout: Layout) => layouts.set(file, { ...layouts.get(file), ...layout });
  for (const [file, encoding] of ofFiles(values, "encoding", "ENCODING", names, encodings)) say(file, { encoding });
  for (const [file, word] of ofFiles(values, "separator", "SIGN", names, separatorNames))
    say(file, { separator: word === "tab" ? "\t" : (word as Separator) });
  for (const [file, word] of ofFiles(values, "heading", "LINE", names)) {
    const headingLine = Number(word);
    if (!/^\d{1,4}$/.test(word) || headingLine < 1 || headingLine > 1000)
      throw new Misuse(`--heading ${file}= a line from 1 to 1000.`);
    say(file, { headingLine });
  }
  return files.map((file) => {
    const layout = layouts.get(file.name);
    return layout === undefined ? file : { ...file, layout };
  });
}

/** What stands behind the "=" for each file of an option, one of `allowed` where there is such a list. */
function ofFiles<T extends string>(
  values: Given["values"],
  option: string,
  shape: string,
  files: string[],
  allowed?: readonly T[],
): [string, T][] {
  return listOf(values, option).map((given) => {
    const [file, choice] = parted(option, given, `FILE=${shape}`);
    if (!files.includes(file)) throw new Misuse(`--${option}: no file ${file} is there, but ${files.join(", ")}.`);
    if (allowed !== undefined && !allowed.includes(choice as T))
      throw new Misuse(`--${option} ${file}= one of ${allowed.join(", ")}.`);
    return [file, choice as T];
  });
}

/** A heading may hold both signs, and a file's name too: the files are known. */
function columnIn(given: string, files: string[]): { file: string; field: string; heading: string } {
  const file = files.filter((name) => given.startsWith(`${name}:`)).sort((a, b) => b.length - a.length)[0];
  if (file === undefined && /^[^=]+:[^=]+=/.test(given))
    throw new Misuse(`--column: no file ${given.split(":")[0]} is there, but ${files.join(", ")}.`);
  const said = file === undefined ? "" : given.slice(file.length + 1);
  const at = said.indexOf("=");
  if (file === undefined || at < 1) throw new Misuse(`--column is written FILE:FIELD=HEADING, not "${given}".`);
  return { file, field: said.slice(0, at).trim(), heading: said.slice(at + 1).trim() };
}

/** As it was understood, but for what was said of it. */
export function chosenReading(
  file: FileToSend,
  understood: ImportReport["understood"][number] | undefined,
  choice: Choice | undefined,
): FileToSend {
  if (choice === undefined || understood === undefined) return file;
  const { reading, header, unclearDates } = understood;
  const kind = kindNamed(choice.kind ?? reading?.kind ?? "");
  if (kind === undefined) throw new Misuse(`Say also what ${file.name} is, with --kind ${file.name}=learners.`);
  const before = kind.kind === reading?.kind ? reading.mapping : guessMapping(kind, header);
  const mapping = withColumns({ name: file.name, kind, header }, before, choice.columns ?? []);
  // Of another kind, or in another column, nobody has looked at the days: then their order is found out anew.
  const isUnseen =
    unclearDates ||
    kind.kind !== reading?.kind ||
    kind.fields.some(({ key, isDay }) => isDay && mapping[key] !== null && mapping[key] !== before[key]);
  const dateOrder = choice.days ?? (isUnseen ? undefined : reading?.dateOrder);
  return { ...file, reading: { kind: kind.kind, mapping, ...(dateOrder === undefined ? {} : { dateOrder }) } };
}

/** Refuses a field that the kind does not have, and a heading that the file does not have. */
function withColumns(
  { name, kind, header }: { name: string; kind: Kind; header: string[] },
  mapping: GivenReading["mapping"],
  columns: NonNullable<Choice["columns"]>,
): GivenReading["mapping"] {
  const next = { ...mapping };
  for (const { field, heading } of columns) {
    const one = kind.fields.find(({ key, label }) => key === field || plain(label) === plain(field));
    if (one === undefined)
      throw new Misuse(
        `--column ${name}: ${kind.kind} have no ${field}, but ${kind.fields.map(({ key }) => key).join(", ")}.`,
      );
    const at = placeOf(heading, header);
    if (heading !== "" && at < 0)
      throw new Misuse(
        `--column ${name}: no column is headed "${heading}", but ${header.map((column) => `"${column}"`).join(", ")}.`,
      );
    next[one.key] = heading === "" ? null : at;
  }
  return next;
}

function placeOf(heading: string, header: string[]): number {
  const exact = header.indexOf(heading);
  // A heading without any Latin letter has no plain form.
  return exact >= 0 || plain(heading) === "" ? exact : header.map(plain).indexOf(plain(heading));
}

function listOf(values: Given["values"], option: string): string[] {
  return (values[option] ?? []) as unknown as string[];
}

/** What stands before the last "=", and behind it. */
function parted(option: string, given: string, shape: string): [string, string] {
  const at = given.lastIndexOf("=");
  if (at < 1 || at === given.length - 1) throw new Misuse(`--${option} is written ${shape}, not "${given}".`);
  return [given.slice(0, at).trim(), given.slice(at + 1).trim()];
}
