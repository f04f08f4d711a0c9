// What somebody says beside the files of an import: how one is read, and who is whom.
import { type DateOrder, dateOrders } from "../intake/cells.ts";
import type { ImportReport } from "../intake/contract.ts";
import { guessMapping, kindNamed, kinds } from "../intake/kinds.ts";
import type { Reading } from "../intake/reading.ts";
import { type Given, Misuse } from "./command.ts";

export interface SentFile {
  name: string;
  base64: string;
  reading?: Reading;
}

interface Choice {
  kind?: string;
  days?: DateOrder;
}

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
  const choose = (option: "kind" | "days", allowed: readonly string[]) => {
    for (const given of listOf(values, option)) {
      const [file, choice] = parted(option, given, option === "kind" ? "FILE=KIND" : "FILE=ORDER");
      if (!files.includes(file)) throw new Misuse(`--${option}: no file ${file} is there, but ${files.join(", ")}.`);
      if (!allowed.includes(choice)) throw new Misuse(`--${option} ${file}= one of ${allowed.join(", ")}.`);
      choices.set(file, { ...choices.get(file), [option]: choice });
    }
  };
  choose(
    "kind",
    kinds.map(({ kind }) => kind),
  );
  choose("days", dateOrders);
  return choices;
}

/** As it was understood, but for what was said of it. */
export function chosenReading(
  file: SentFile,
  understood: ImportReport["understood"][number] | undefined,
  choice: Choice | undefined,
): SentFile {
  if (choice === undefined || understood === undefined) return file;
  const { reading, header, unclearDates } = understood;
  const kind = kindNamed(choice.kind ?? reading?.kind ?? "");
  const dateOrder = choice.days ?? (unclearDates ? undefined : reading?.dateOrder);
  if (kind === undefined) throw new Misuse(`Say also what ${file.name} is, with --kind ${file.name}=learners.`);
  // Of another kind nobody has looked at the days: then their order is to be said as well.
  const isOpen = dateOrder === undefined || (choice.days === undefined && kind.kind !== reading?.kind);
  if (isOpen && kind.fields.some(({ isDay }) => isDay))
    throw new Misuse(`Say also how ${file.name} writes its days, with --days ${file.name}=iso, dmy or mdy.`);
  const mapping = kind.kind === reading?.kind ? reading.mapping : guessMapping(kind, header);
  return { ...file, reading: { kind: kind.kind, mapping, dateOrder: dateOrder ?? "iso" } };
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
