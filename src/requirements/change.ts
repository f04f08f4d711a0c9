// What a change to a set or a timeline does, before and after it is saved: to the set, and to the plans of learners.
import { z } from "zod";
import { addDays, type Day } from "../core/shapes.ts";
import { nameOf, type PlanItem } from "./plan.ts";
import type { Requirement } from "./requirement.ts";

export const SetChanges = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  /** By title, with the names of the fields that differ. */
  changed: z.array(z.object({ title: z.string(), fields: z.array(z.string()) })),
  isReordered: z.boolean(),
});
export type SetChanges = z.infer<typeof SetChanges>;

/** How the plans of learners change. Whose, only their plans say. */
export const PlanEffect = z.object({
  /** Learners with something open whose date moves, comes or goes. */
  moved: z.number().int(),
  /** Learners for whom something open is late that was not late before. */
  newlyLate: z.number().int(),
});
export type PlanEffect = z.infer<typeof PlanEffect>;

export function changesBetween(before: Requirement[], after: Requirement[]): SetChanges {
  const old = new Map(before.map((one) => [one.key, one]));
  const kept = new Set(after.map(({ key }) => key));
  const keysOf = (items: Requirement[], among: (key: string) => boolean) => items.map(({ key }) => key).filter(among);
  const isReordered = keysOf(before, (key) => kept.has(key)).join() !== keysOf(after, (key) => old.has(key)).join();
  return {
    added: after.filter(({ key }) => !old.has(key)).map(({ title }) => title),
    removed: before.filter(({ key }) => !kept.has(key)).map(({ title }) => title),
    changed: after.flatMap((one) => {
      const fields = fieldsThatDiffer(old.get(one.key), one);
      return fields.length === 0 ? [] : [{ title: one.title, fields }];
    }),
    isReordered,
  };
}

export function isNothing({ added, removed, changed, isReordered }: SetChanges): boolean {
  return added.length + removed.length + changed.length === 0 && !isReordered;
}

function fieldsThatDiffer(before: Requirement | undefined, after: Requirement): string[] {
  if (before === undefined) return [];
  return (Object.keys(after) as (keyof Requirement)[]).filter(
    (field) => textOf(after[field]) !== textOf(before[field]),
  );
}

/** The parts of a date in one order, however they came. */
function textOf(value: Requirement[keyof Requirement]): string {
  return JSON.stringify(
    value,
    value !== null && typeof value === "object" && !Array.isArray(value) ? ["on", "event", "days"] : null,
  );
}

/** How dates move together: to one day, or by so many days, earlier where they are less than 0. */
export type Move = { to: Day } | { by: number };

/** Those of `keys` with their date moved; what has no date is moved only to a day. */
export function moved(items: Requirement[], keys: ReadonlySet<string>, move: Move): Requirement[] {
  return items.map((item) => {
    if (!keys.has(item.key)) return item;
    if ("to" in move) return { ...item, due: { on: move.to } };
    if (item.due === null) return item;
    const due =
      "on" in item.due
        ? { on: addDays(item.due.on, move.by) }
        : { event: item.due.event, days: item.due.days + move.by };
    return { ...item, due };
  });
}

/** From the plans of the same learners, before and after. */
export function effectOn(before: Map<string, PlanItem[]>, after: Map<string, PlanItem[]>): PlanEffect {
  const effect = { moved: 0, newlyLate: 0 };
  for (const [learnerId, items] of after) {
    const named = ({ setId, requirement }: PlanItem) => nameOf(setId, requirement.key);
    const old = new Map((before.get(learnerId) ?? []).map((item) => [named(item), item]));
    const open = items.filter(({ group }) => group !== "done");
    if (open.some((item) => (old.get(named(item))?.due ?? null) !== item.due)) effect.moved += 1;
    if (open.some((item) => item.isOverdue && old.get(named(item))?.isOverdue !== true)) effect.newlyLate += 1;
  }
  return effect;
}
