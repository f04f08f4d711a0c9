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
  const [facts, asked] = await Promise.all([learnersWith(tx, me, whose), askedOf(tx, me)]);
  return reckoned(me, facts, framesOf(facts, asked));
}

/** What `change`, of sets or dates, does to the plans of all learners who are here: only classes of which it says anything. */
export async function effectOf(tx: Tx, me: Me, change: () => Promise<void>): Promise<PlanEffect> {
  const [facts, asked] = await Promise.all([learnersWith(tx, me, "all"), askedOf(tx, me)]);
  const before = framesOf(facts, asked);
  await change();
  const after = framesOf(facts, await askedOf(tx, me));
  const isOther = (classYear: number) => JSON.stringify(before.get(classYear)) !== JSON.stringify(after.get(classYear));
  const changed = new Set([...after.keys()].filter(isOther));
  const concerned = { ...facts, learners: facts.learners.filter(({ classYear }) => changed.has(classYear)) };
  return effectOn(itemsIn(reckoned(me, concerned, before)), itemsIn(reckoned(me, concerned, after)));
}

type Frames = ReadonlyMap<number, Slot[]>;
type Facts = Awaited<ReturnType<typeof learnersWith>>;
type Asked = Awaited<ReturnType<typeof askedOf>>;

async function learnersWith(tx: Tx, me: Me, whose: Whose) {
  const [learners, said] = await Promise.all([learnersFor(tx, me, whose), standingsOf(tx, me, whose)]);
  return { learners, said };
}

async function askedOf(tx: Tx, me: Me) {
  const [sets, days] = await Promise.all([setsOf(tx, me), daysOf(tx, me)]);
  return { sets, days };
}

/** By class, of those learners. */
function framesOf({ learners }: Facts, { sets, days }: Asked): Frames {
  const years = new Set(learners.map(({ classYear }) => classYear));
  return new Map(
    [...years].map((classYear) => [classYear, frameOf({ sets, classYear, timeline: timelineOf(days, classYear) })]),
  );
}

function reckoned({ today }: Me, { learners, said }: Facts, frames: Frames): Plans {
  return new Map(
    learners.map((learner) => {
      const own = said.get(learner.personId);
      const stateOf = ({ name, setId, requirement }: Slot) => {
        const state = unsaid(setId, requirement.key);
        const standing = own?.get(name);
        return standing === undefined ? state : { ...state, state: standing };
      };
      return [learner.personId, { learner, items: planIn(frames.get(learner.classYear) ?? [], stateOf, today) }];
    }),
  );
}

function itemsIn(plans: Plans): Map<string, PlanItem[]> {
  return new Map([...plans].map(([learnerId, { items }]) => [learnerId, items]));
}
