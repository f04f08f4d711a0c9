// Handlers of learning plans.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { evidenceOf } from "./evidence-store.ts";
import { type Chosen, type LearningPlan, type PlanGoal, planGoalOf } from "./learning-plan.ts";
import * as contract from "./learning-plan-contract.ts";
import * as plans from "./learning-plan-store.ts";
import { printed } from "./print-store.ts";
import { findOwner, goalsOf } from "./store.ts";

export const learningPlanRoutes: Route[] = [
  serve(contract.listLearningPlans, async ({ tx, me, query: { learnerId = me.personId } }) => {
    const learner = await theLearner(tx, me, learnerId);
    return { learner, items: await plans.planVersions(tx, me, learnerId) };
  }),

  serve(contract.getLearningPlan, async ({ tx, me, params: { id, version } }) => {
    await theLearner(tx, me, id);
    return thePlan(tx, me, id, version);
  }),

  serve(contract.printLearningPlan, async ({ tx, me, params: { id, version } }) => {
    const { name } = await theLearner(tx, me, id);
    return printed(name, await thePlan(tx, me, id, version));
  }),

  serve(
    contract.writeLearningPlan,
    async ({ tx, me, body: { version, goalIds, withRatings, withEvidence, ...words } }) => {
      await theLearner(tx, me, me.personId);
      const newest = (await plans.planVersions(tx, me, me.personId))[0]?.version ?? 0;
      if (newest !== version)
        throw new Refusal(
          "conflict",
          "learning-plan.version",
          "You saved a newer version meanwhile. Reload, and apply your change to that one.",
        );
      const goals = await chosenGoals(tx, me, goalIds, { withRatings, withEvidence });
      await plans.addPlan(tx, me, version + 1, { ...words, goals });
      return thePlan(tx, me, me.personId, version + 1);
    },
  ),
];

/** The same words for no learner, and for one whose plan is not the asker's to read; a coach's look leaves a line. */
async function theLearner(tx: Tx, me: Me, learnerId: string): Promise<{ personId: string; name: string }> {
  const owner = await findOwner(tx, me, learnerId);
  if (owner === null) throw absent();
  if (owner.as === "coach") await noteRead(tx, "learning plan", learnerId);
  return { personId: owner.personId, name: owner.name };
}

export async function thePlan(tx: Tx, me: Me, learnerId: string, version: number): Promise<LearningPlan> {
  const plan = await plans.findPlan(tx, me, learnerId, version);
  if (plan === null) throw absent();
  return plan;
}

async function chosenGoals(tx: Tx, me: Me, goalIds: string[], chosen: Chosen): Promise<PlanGoal[]> {
  const [own, evidence] = await Promise.all([
    goalsOf(tx, me, { learnerId: me.personId }),
    evidenceOf(tx, me, { learnerId: me.personId }),
  ]);
  return [...new Set(goalIds)].map((id) => {
    const goal = own.find(({ goalId }) => goalId === id);
    if (goal === undefined)
      throw new Refusal("invalid", "learning-plan.goals", "One of these goals is not yours.", [
        { field: "goalIds", because: "Choose among your own goals." },
      ]);
    return planGoalOf(
      goal,
      evidence.filter((one) => one.goalId === id),
      chosen,
    );
  });
}

function absent(): Refusal {
  return new Refusal(
    "absent",
    "learning-plan.absent",
    "There is no such learning plan here, or it is not yours to read.",
  );
}
