// What a school asks of its learners: a set of requirements, each with its date, what it waits for and who signs it off.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Day, Id, Instant } from "../core/shapes.ts";
import { unmarked } from "../core/unmarked.ts";

export const kinds = ["requirement", "milestone", "letter", "document"] as const;
export const Kind = z.enum(kinds, { error: "Must be requirement, milestone, letter or document." });
export type Kind = z.infer<typeof Kind>;

export const parts = ["learner", "advisor", "office"] as const;
/** In which part somebody says something about a plan, or is to sign it off. */
export const Part = z.enum(parts, { error: "Must be learner, advisor or office." });
export type Part = z.infer<typeof Part>;

export const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "Must be 1 to 60 small letters, digits and hyphens, such as step-1.");
export const ClassYear = z.number().int().min(1950, "Must be a year from 1950.").max(2200, "Must be a year to 2200.");

/** A day, or so many days after an event of the class's timeline; before it where they are less than 0. */
export const Due = z.union(
  [
    z.strictObject({ on: Day }),
    z.strictObject({ event: Key, days: z.number().int().min(-1500).max(1500, "Must be within 1,500 days.") }),
  ],
  { error: "Must be a day, or an event of the timeline with a number of days from -1500 to 1500." },
);
export type Due = z.infer<typeof Due>;

export const Requirement = z.object({
  /** Stays the same from version to version: what was done hangs on it. */
  key: Key,
  title: z.string().trim().min(1, "Write what is to be done.").max(200, "Keep it to 200 characters."),
  kind: Kind,
  /** In the school's own words; empty for all. */
  phase: z.string().trim().max(60, "Keep it to 60 characters."),
  /** Null: every class. */
  classYear: ClassYear.nullable(),
  /** Null: no date. */
  due: Due.nullable(),
  /** Keys of the same set that have to be done before. */
  dependsOn: z.array(Key).max(20, "Keep it to 20."),
  signedBy: Part,
  /** How one does it, and where. */
  how: z.string().trim().max(500, "Keep it to 500 characters."),
});
export type Requirement = z.infer<typeof Requirement>;

export const requirementsMost = 300;

export const RequirementSet = z.object({
  setId: Id,
  version: z.number().int(),
  name: z.string(),
  writtenAt: Instant,
  /** In order. */
  items: z.array(Requirement),
});
export type RequirementSet = z.infer<typeof RequirementSet>;

/** Refuses `requirement.twice`, `requirement.depends` and `requirement.cycle`, each with the fields to mend. */
export function sound(items: Requirement[]): Requirement[] | Refusal {
  const titles = new Map(items.map(({ key, title }) => [key, title]));
  const twice = items.flatMap(({ key }, at) =>
    items.findIndex((one) => one.key === key) === at
      ? []
      : [{ field: `items.${at}.key`, because: `Choose another key: "${key}" is taken above.` }],
  );
  if (twice.length > 0)
    return new Refusal("invalid", "requirement.twice", "Two requirements have the same key.", twice);
  const missing = items.flatMap(({ dependsOn }, at) =>
    dependsOn
      .filter((key) => !titles.has(key))
      .map((key) => ({ field: `items.${at}.dependsOn`, because: `Take out "${key}", or add it to this set.` })),
  );
  if (missing.length > 0)
    return new Refusal(
      "invalid",
      "requirement.depends",
      "A requirement waits for one that is not in this set.",
      missing,
    );
  const cycle = cycleIn(items);
  if (cycle === null) return items;
  const field = `items.${items.findIndex(({ key }) => key === cycle[0])}.dependsOn`;
  return new Refusal(
    "invalid",
    "requirement.cycle",
    `Requirements wait for each other in a circle, so none could ever come next: ${sayCycle(cycle, titles)}.`,
    [{ field, because: `Take out "${cycle[1]}", or break the circle elsewhere.` }],
  );
}

/** The keys of a circle, its first one again at its end; null where there is none. Takes time by items and dependencies. */
export function cycleIn(items: Pick<Requirement, "key" | "dependsOn">[]): string[] | null {
  const waitsFor = new Map(items.map(({ key, dependsOn }) => [key, dependsOn]));
  const isClear = new Set<string>();
  for (const { key } of items) {
    // By hand rather than by recursion: a long chain is no reason to run out of stack.
    const path: string[] = [key];
    const next: number[] = [0];
    while (path.length > 0) {
      const here = path.at(-1) ?? "";
      const [at, deeper] = [next.at(-1) ?? 0, waitsFor.get(here) ?? []];
      const target = isClear.has(here) ? undefined : deeper[at];
      if (target === undefined) {
        isClear.add(here);
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = at + 1;
      const start = path.indexOf(target);
      if (start >= 0) return [...path.slice(start), target];
      path.push(target);
      next.push(0);
    }
  }
  return null;
}

function sayCycle(cycle: string[], titles: Map<string, string>): string {
  return cycle.map((key) => `"${titles.get(key) ?? key}"`).join(" waits for ");
}

/** A key out of a title that none of `taken` is. */
export function keyFor(title: string, taken: ReadonlySet<string>): string {
  const plain = unmarked(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  const base = plain === "" ? "item" : plain;
  for (let turn = 1; ; turn++) {
    const key = turn === 1 ? base : `${base}-${turn}`;
    if (!taken.has(key)) return key;
  }
}
