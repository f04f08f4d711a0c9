// A file's rows taken into a set: each sound row by its key or its title, what the file does not name stays as it is.
import type { RefusedRow } from "../intake/judged.ts";
import { csvRowOf, type Given } from "./csv.ts";
import { cycleIn, keyFor, type Requirement, requirementsMost } from "./requirement.ts";

export interface Merged {
  items: Requirement[];
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
}

/** The same file again changes nothing: rows without a key are known by their title. */
export function merged(file: string, before: Requirement[], rows: Given[]): Merged {
  const refused: RefusedRow[] = [];
  const refuse = ({ given, field, value, because, fix }: Refusing) =>
    refused.push({ file, line: given.line, field, value, because, fix });
  let taken = keyed(before, rows, refuse);
  for (;;) {
    const items = itemsWith(before, taken);
    const faulty = [...unresolved(items, taken), ...inCircle(items, taken), ...tooMany(items, before, taken)];
    if (faulty.length === 0) return { items, refused, ...counted(before, items, taken) };
    // What a refused row would have brought, another one may wait for: so it is looked at again without them.
    for (const one of faulty) refuse(one);
    taken = taken.filter((given) => faulty.every((one) => one.given !== given));
  }
}

interface Refusing {
  given: Given;
  field: string;
  value: string;
  because: string;
  fix: string;
}

/** Each row with its key; a second row of one key is refused. */
function keyed(before: Requirement[], rows: Given[], refuse: (one: Refusing) => void): Given[] {
  const byTitle = new Map(before.map(({ title, key }) => [title, key]));
  const taken = new Set([...before.map(({ key }) => key), ...rows.map(({ key }) => key)]);
  const seen = new Map<string, number>();
  return rows.flatMap((given) => {
    const key = given.key === "" ? (byTitle.get(given.title) ?? keyFor(given.title, taken)) : given.key;
    const line = seen.get(key);
    if (line !== undefined) {
      const [field, value] = given.key === "" ? ["title", given.title] : ["key", key];
      refuse({
        given,
        field,
        value,
        because: `Line ${line} is about the same requirement.`,
        fix: "Keep one of the two.",
      });
      return [];
    }
    seen.set(key, given.line);
    taken.add(key);
    byTitle.set(given.title, key);
    return [{ ...given, key }];
  });
}

function itemsWith(before: Requirement[], taken: Given[]): Requirement[] {
  const rows = new Map(taken.map((given) => [given.key, given]));
  const kept = before.map((item) => {
    const given = rows.get(item.key);
    rows.delete(item.key);
    return given === undefined ? item : withGiven(item, given);
  });
  const added = [...rows.values()].map((given) => withGiven(blank(given.key), given));
  const items = [...kept, ...added];
  const byTitle = new Map(items.map(({ title, key }) => [title, key]));
  const keys = new Set(items.map(({ key }) => key));
  const keyOf = (word: string) => (keys.has(word) ? word : (byTitle.get(word) ?? word));
  return items.map((item) => ({ ...item, dependsOn: [...new Set(item.dependsOn.map(keyOf))] }));
}

function blank(key: string): Requirement {
  const none = { phase: "", classYear: null, due: null, dependsOn: [], how: "" };
  return { key, title: "", kind: "requirement", signedBy: "advisor", ...none };
}

function withGiven(item: Requirement, { title, fields, due, dependsOn }: Given): Requirement {
  return {
    ...item,
    ...fields,
    title,
    due: due === undefined ? item.due : due,
    dependsOn: dependsOn ?? item.dependsOn,
  };
}

function unresolved(items: Requirement[], taken: Given[]): Refusing[] {
  const keys = new Map(items.map((item) => [item.key, item]));
  return taken.flatMap((given) => {
    const missing = keys.get(given.key)?.dependsOn.find((key) => !keys.has(key));
    const because = `"${missing}" is neither in the set nor in a row that was taken.`;
    return missing === undefined
      ? []
      : [
          {
            given,
            field: "dependsOn",
            value: missing,
            because,
            fix: "Write the key or the exact title of another one.",
          },
        ];
  });
}

/** The last row of the file that closes a circle: those above it may stay. */
function inCircle(items: Requirement[], taken: Given[]): Refusing[] {
  const circle = cycleIn(items);
  const given = circle === null ? undefined : taken.findLast(({ key }) => circle.includes(key));
  if (circle === null || given === undefined) return [];
  const because = `It closes a circle, in which none could ever come next: ${circle.join(" waits for ")}.`;
  return [
    { given, field: "dependsOn", value: (given.dependsOn ?? []).join("; "), because, fix: "Take one of them out." },
  ];
}

function tooMany(items: Requirement[], before: Requirement[], taken: Given[]): Refusing[] {
  const over = items.length - requirementsMost;
  const old = new Set(before.map(({ key }) => key));
  if (over <= 0) return [];
  const because = `A set has at most ${requirementsMost} requirements.`;
  return taken
    .filter(({ key }) => !old.has(key))
    .slice(-over)
    .map((given) => ({ given, field: "key", value: given.key, because, fix: "Begin another set for these." }));
}

function counted(before: Requirement[], items: Requirement[], taken: Given[]): Omit<Merged, "items" | "refused"> {
  const old = new Map(before.map((item) => [item.key, JSON.stringify(csvRowOf(item))]));
  const now = new Map(items.map((item) => [item.key, JSON.stringify(csvRowOf(item))]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { key } of taken) {
    const was = old.get(key);
    counts[was === undefined ? "added" : was === now.get(key) ? "unchanged" : "changed"] += 1;
  }
  return counts;
}
