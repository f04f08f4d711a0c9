// Handlers of many plans at a glance: an advisor's learners, and the office's classes.
import { ByName, keysOf, page } from "../core/cursor.ts";
import { type Route, serve } from "../http/serve.ts";
import { byNeed, glanceOf } from "./plan.ts";
import { listAdvisedPlans, listPlans } from "./plan-contract.ts";
import { plansOf } from "./plans-store.ts";
import { choicesOf, pressingAfter } from "./pressing-store.ts";

export const plansRoutes: Route[] = [
  serve(listAdvisedPlans, async ({ tx, me }) => {
    const advised = [...(await plansOf(tx, me, "advised")).values()];
    return { items: advised.map(({ learner, items }) => glanceOf(learner, items)).toSorted(byNeed) };
  }),

  serve(listPlans, async ({ tx, me, query: { after, limit, ...wanted } }) => {
    const found = await pressingAfter(tx, me, { ...wanted, after: keysOf(after, ByName), limit: limit + 1 });
    const { items, next } = page(found, limit, ({ pressing, personId }) => [pressing, personId]);
    const ids = items.map(({ personId }) => personId);
    const [plans, choices] = await Promise.all([plansOf(tx, me, ids), choicesOf(tx, me)]);
    return {
      items: ids.flatMap((id) => {
        const plan = plans.get(id);
        return plan === undefined ? [] : [glanceOf(plan.learner, plan.items)];
      }),
      next,
      ...choices,
    };
  }),
];
