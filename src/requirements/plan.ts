// A learner's plan: what a school asks of them, in what order it presses. Pure: the same facts give the same plan.
import { z } from "zod";
import { addDays, Day, Id } from "../core/shapes.ts";
import { Requirement, type RequirementSet } from "./requirement.ts";
import { isOver, State, unsaid } from "./state.ts";
import { dueOn, KeptDay, type Timeline } from "./timeline.ts";

/** In the order of a screen. */
export const groups = ["late", "soon", "next", "blocked", "done"] as const;
export const Group = z.enum(groups, { error: "Must be late, soon, next, blocked or done." });
export type Group = z.infer<typeof Group>;

/** A date within so many days is soon. */
export const soonDays = 14;

export const PlanItem = z.object({
  setId: Id,
  version: z.number().int(),
  requirement: Requirement,
  state: State,
  /** The date of this learner's class; null where there is none, or not yet. */
  due: Day.nullable(),
  group: Group,
  /** Its date is over, and it is neither done nor waived; of what waits for something else, too. */
  isOverdue: z.boolean(),
  /** The titles of what has to be done before. */
  blockedBy: z.array(z.string()),
});
export type PlanItem = z.infer<typeof PlanItem>;

export const Plan = z.object({
  learner: z.object({ personId: Id, name: z.string(), classYear: z.number().int(), phase: z.string() }),
  today: Day,
  items: z.array(PlanItem),
  /** The dates of the learner's class. */
  timeline: z.array(KeptDay),
  /** Names of the sets, by id. */
  sets: z.array(z.object({ setId: Id, name: z.string() })),
  /** In which part the asker reads it; null for whom it is shown to. */
  as: z.enum(["learner", "advisor", "office"]).nullable(),
});
export type Plan = z.infer<typeof Plan>;

export interface PlanFacts {
  sets: Pick<RequirementSet, "setId" | "version" | "items">[];
  classYear: number;
  states: State[];
  timeline: Timeline;
  today: Day;
}

/**
 * Every requirement of the learner's class in exactly one group, those of a group by date, without a date last, then in
 * the order of their set. What waits for something that is not over is blocked, whatever its date. What does not concern
 * this class keeps nothing waiting.
 */
export function planOf({ sets, classYear, states, timeline, today }: PlanFacts): PlanItem[] {
  const said = new Map(states.map((state) => [`${state.setId} ${state.key}`, state]));
  const items = sets.flatMap(({ setId, version, items: all }) => {
    const own = all.filter((one) => one.classYear === null || one.classYear === classYear);
    const stateOf = (key: string) => said.get(`${setId} ${key}`) ?? unsaid(setId, key);
    const open = new Map(own.flatMap((one) => (isOver(stateOf(one.key).state) ? [] : [[one.key, one.title] as const])));
    return own.map((requirement): PlanItem => {
      const state = stateOf(requirement.key);
      const due = dueOn(requirement.due, timeline);
      const blockedBy = requirement.dependsOn.flatMap((key) => open.get(key) ?? []);
      const isOverdue = due !== null && due < today && !isOver(state.state);
      const group = groupOf(state, due, blockedBy.length > 0, today);
      return { setId, version, requirement, state, due, group, isOverdue, blockedBy };
    });
  });
  // A stable sort: equals stay in the order of their set.
  return items.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || byDay(a.due, b.due));
}

function groupOf({ state }: State, due: Day | null, isBlocked: boolean, today: Day): Group {
  if (isOver(state)) return "done";
  if (isBlocked) return "blocked";
  if (due === null) return "next";
  if (due < today) return "late";
  return due <= addDays(today, soonDays) ? "soon" : "next";
}

function byDay(a: Day | null, b: Day | null): number {
  return (a ?? "9999") < (b ?? "9999") ? -1 : (a ?? "9999") > (b ?? "9999") ? 1 : 0;
}

/** A plan in a few numbers and the one thing that presses most, for whoever looks after many. */
export const Glance = z.object({
  learner: z.object({
    personId: Id,
    name: z.string(),
    classYear: z.number().int(),
    phase: z.string(),
    status: z.string(),
  }),
  counts: z.record(Group, z.number().int()),
  /** Of what is open, what has its date over, blocked or not. */
  overdue: z.number().int(),
  first: z.object({ title: z.string(), due: Day.nullable(), group: Group }).nullable(),
});
export type Glance = z.infer<typeof Glance>;

export function glanceOf(learner: Glance["learner"], items: PlanItem[]): Glance {
  const counts: Glance["counts"] = { late: 0, soon: 0, next: 0, blocked: 0, done: 0 };
  for (const { group } of items) counts[group] += 1;
  const overdue = items.filter(({ isOverdue }) => isOverdue).length;
  const [first] = items;
  return {
    learner,
    counts,
    overdue,
    first:
      first === undefined || first.group === "done"
        ? null
        : { title: first.requirement.title, due: first.due, group: first.group },
  };
}

/**
 * By what a learner's help is asked for first: the oldest date that is over, else the next date, else nothing. A day and
 * not a number of points: it says when, and nothing about how good anybody is.
 */
export function pressing({ first }: Pick<Glance, "first">): string {
  return first === null ? "~" : (first.due ?? "9999-12-31");
}

export function byNeed(a: Glance, b: Glance): number {
  return (
    compare(pressing(a), pressing(b)) ||
    compare(a.learner.name, b.learner.name) ||
    compare(a.learner.personId, b.learner.personId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
