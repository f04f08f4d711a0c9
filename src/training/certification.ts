// Who may take a role: the modules that a charter asks for, against what an educator completed.
import { z } from "zod";
import { Day } from "../core/shapes.ts";

export const Completion = z.object({ module: z.string(), completedOn: Day });
export type Completion = z.infer<typeof Completion>;

/** The part of a charter that certification follows from. */
export interface Training {
  modules: string[];
  /** Null: a completed module stays valid. */
  validityMonths: number | null;
}

export const Certification = z.object({
  certified: z.boolean(),
  /** Modules never completed by that day, in the charter's order. */
  missing: z.array(z.string()),
  /** Modules whose validity ran out, with the first day on which they no longer counted. */
  lapsed: z.array(z.object({ module: z.string(), on: Day })),
  /** The first day without certification if nothing is renewed; null when none runs out, or when not certified. */
  expiresOn: Day.nullable(),
});
export type Certification = z.infer<typeof Certification>;

/** What an educator is certified for on `day`. Of several completions of a module, the latest by that day counts. */
export function certificationOf(
  { modules, validityMonths }: Training,
  completions: Completion[],
  day: Day,
): Certification {
  const latest = new Map<string, Day>();
  for (const { module, completedOn } of completions)
    if (completedOn <= day && completedOn > (latest.get(module) ?? "")) latest.set(module, completedOn);
  const done = modules.flatMap((module) => {
    const completedOn = latest.get(module);
    return completedOn === undefined
      ? []
      : [{ module, on: validityMonths === null ? null : addMonths(completedOn, validityMonths) }];
  });
  const missing = modules.filter((module) => !latest.has(module));
  const lapsed = done.flatMap(({ module, on }) => (on !== null && on <= day ? [{ module, on }] : []));
  const certified = missing.length === 0 && lapsed.length === 0;
  const ends = done.flatMap(({ on }) => (on === null ? [] : [on])).sort();
  return { certified, missing, lapsed, expiresOn: certified ? (ends[0] ?? null) : null };
}

/** The same day `months` later; the last of the month where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}
