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
  /** The titles of what has to be done before and is not; of what is done itself, it was said to be out of its order. */
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
export function planOf(facts: PlanFacts): PlanItem[] {
  const said = new Map(facts.states.map((state) => [nameOf(state.setId, state.key), state]));
  return planIn(
    frameOf(facts),
    ({ name, setId, requirement }) => said.get(name) ?? unsaid(setId, requirement.key),
    facts.today,
  );
}

/** What is the same for all learners of a class: one thing asked for, with its date and the places of those before it. */
export interface Slot {
  /** Of the requirement among all sets. */
  name: string;
  setId: string;
  version: number;
  requirement: Requirement;
  due: Day | null;
  before: number[];
}

/** The requirements of a class by date, to be filled for each of its learners. */
export function frameOf({ sets, classYear, timeline }: Pick<PlanFacts, "sets" | "classYear" | "timeline">): Slot[] {
  const slots = sets.flatMap(({ setId, version, items }) =>
    items
      .filter((one) => one.classYear === null || one.classYear === classYear)
      .map((requirement): Slot => {
        const due = dueOn(requirement.due, timeline);
        return { name: nameOf(setId, requirement.key), setId, version, requirement, due, before: [] };
      }),
  );
  // A stable sort: equals stay in the order of their set.
  slots.sort((a, b) => compare(a.due ?? "9999", b.due ?? "9999"));
  const places = new Map(slots.map(({ name }, at) => [name, at]));
  for (const slot of slots)
    slot.before = slot.requirement.dependsOn.flatMap((key) => places.get(nameOf(slot.setId, key)) ?? []);
  return slots;
}

export function planIn(frame: Slot[], stateOf: (slot: Slot) => State, today: Day): PlanItem[] {
  const states = frame.map(stateOf);
  const soon = addDays(today, soonDays);
  const found: Record<Group, PlanItem[]> = { late: [], soon: [], next: [], blocked: [], done: [] };
  for (const [at, { setId, version, requirement, due, before }] of frame.entries()) {
    const state = states[at] ?? unsaid(setId, requirement.key);
    const blockedBy = before.flatMap((one) =>
      isOver(states[one]?.state ?? "open") ? [] : [frame[one]?.requirement.title ?? ""],
    );
    const isDone = isOver(state.state);
    const isOverdue = !isDone && due !== null && due < today;
    const group = isDone ? "done" : blockedBy.length > 0 ? "blocked" : groupOn(due, today, soon);
    found[group].push({ setId, version, requirement, state, due, group, isOverdue, blockedBy });
  }
  return groups.flatMap((group) => found[group]);
}

function groupOn(due: Day | null, today: Day, soon: Day): Group {
  if (due === null) return "next";
  if (due < today) return "late";
  return due <= soon ? "soon" : "next";
}

export function nameOf(setId: string, key: string): string {
  return `${setId} ${key}`;
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
