// The plans of many learners at once, as far as a glance needs them; and what a change does to all of them.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { effectOn, type PlanEffect } from "./change.ts";
import { type Glance, type PlanItem, planOf } from "./plan.ts";
import { learnersFor, statesOfMany } from "./plan-store.ts";
import { daysOf, setsOf } from "./store.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

type Plans = Map<string, { learner: Glance["learner"]; items: PlanItem[] }>;

export async function plansOf(tx: Tx, me: Me, whose: "advised" | "all"): Promise<Plans> {
  const [learners, states, sets, days] = await Promise.all([
    learnersFor(tx, me, whose),
    statesOfMany(tx, me, whose),
    setsOf(tx, me),
    daysOf(tx, me),
  ]);
  const timelines = new Map<number, Timeline>();
  const timelineFor = (classYear: number) => {
    const timeline = timelines.get(classYear) ?? timelineOf(days, classYear);
    timelines.set(classYear, timeline);
    return timeline;
  };
  return new Map(
    learners.map((learner) => {
      const { personId, classYear } = learner;
      const facts = { sets, classYear, states: states.get(personId) ?? [], today: me.today };
      return [personId, { learner, items: planOf({ ...facts, timeline: timelineFor(classYear) }) }];
    }),
  );
}

/** What `change` does to the plans of all learners who are here. */
export async function effectOf(tx: Tx, me: Me, change: () => Promise<void>): Promise<PlanEffect> {
  const before = await plansOf(tx, me, "all");
  await change();
  return effectOn(itemsIn(before), itemsIn(await plansOf(tx, me, "all")));
}

function itemsIn(plans: Plans): Map<string, PlanItem[]> {
  return new Map([...plans].map(([learnerId, { items }]) => [learnerId, items]));
}
