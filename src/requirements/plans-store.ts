// The plans of many learners at once, as far as a glance needs them; and what a change does to all of them.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { effectOn, type PlanEffect } from "./change.ts";
import { frameOf, type Glance, planIn, type PlanItem, type Slot } from "./plan.ts";
import { learnersFor, standingsOf, type Whose } from "./plan-store.ts";
import { unsaid } from "./state.ts";
import { daysOf, setsOf } from "./store.ts";
import { timelineOf } from "./timeline.ts";

type Plans = Map<string, { learner: Glance["learner"]; items: PlanItem[] }>;

export async function plansOf(tx: Tx, me: Me, whose: Whose): Promise<Plans> {
  const [learners, said, sets, days] = await Promise.all([
    learnersFor(tx, me, whose),
    standingsOf(tx, me, whose),
    setsOf(tx, me),
    daysOf(tx, me),
  ]);
  const years = new Set(learners.map(({ classYear }) => classYear));
  const frames = new Map(
    [...years].map((classYear) => [classYear, frameOf({ sets, classYear, timeline: timelineOf(days, classYear) })]),
  );
  return new Map(
    learners.map((learner) => {
      const own = said.get(learner.personId);
      const stateOf = ({ name, setId, requirement }: Slot) => {
        const state = unsaid(setId, requirement.key);
        const standing = own?.get(name);
        return standing === undefined ? state : { ...state, state: standing };
      };
      return [learner.personId, { learner, items: planIn(frames.get(learner.classYear) ?? [], stateOf, me.today) }];
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
