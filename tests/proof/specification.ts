// docs/confidentiality.md as data: who reads which record, who does which act, in which states of a pair.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const states = ["proposed", "awaiting", "in force", "paused", "ended"] as const;
export type State = (typeof states)[number];

export const askers = [
  "learner",
  "educator",
  "second educator",
  "advisor",
  "judge",
  "another learner",
  "another educator",
  "coordinator",
  "director",
  "dean",
  "registrar",
  "reviewer",
  "safety",
  "administrator",
  "another school",
] as const;
export type Asker = (typeof askers)[number];

export interface Line {
  /** The record or the act. */
  name: string;
  table: string;
  may(asker: Asker, state: State): boolean;
}

const file = join(import.meta.dirname, "..", "..", "docs", "confidentiality.md");

export interface Specification {
  reading: Line[];
  writing: Line[];
  /** Names of the database's functions that a request may call. */
  functions: string[];
  /** "GET /people/:id" to the capability that it wants. */
  addresses: Map<string, string>;
}

/** Refuses a line that it cannot read: a typing error must not grant or deny anything silently. */
export function readSpecification(text = readFileSync(file, "utf8")): Specification {
  const rowsUnder = (title: string) => tableUnder(text, title);
  return {
    reading: rowsUnder("Reading").map(lineOf),
    writing: rowsUnder("Writing").map(lineOf),
    functions: rowsUnder("Functions").map(([name = ""]) => name),
    addresses: new Map(rowsUnder("Addresses").map(([address = "", may = ""]) => [address, may])),
  };
}

function tableUnder(text: string, title: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`docs/confidentiality.md has no section "${title}".`);
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function lineOf([name = "", table = "", who = ""]: string[]): Line {
  const granted = new Map(
    grantsIn(who, name).flatMap(({ who: asker, when }) => asker.map((one) => [one, when] as const)),
  );
  return { name, table, may: (asker, state) => granted.get(asker)?.includes(state) ?? false };
}

function grantsIn(who: string, name: string): { who: readonly Asker[]; when: readonly State[] }[] {
  if (who === "nobody") return [];
  return who.split(/,\s*(?![^(]*\))/).map((grant) => {
    const [, word = "", within] = /^([a-z ]+?)(?: \(([^)]*)\))?$/.exec(grant) ?? [];
    const when = within === undefined ? states : within.split(", ").map((state) => known(states, state, name));
    const asked =
      word === "everybody" ? askers.filter((asker) => asker !== "another school") : [known(askers, word, name)];
    return { who: asked, when };
  });
}

function known<T extends string>(words: readonly T[], word: string, name: string): T {
  const found = words.find((one) => one === word);
  if (found === undefined)
    throw new Error(`docs/confidentiality.md, "${name}": "${word}" is not one of ${words.join(", ")}.`);
  return found;
}
