// Handlers of links that show a learning plan outward, and of what is behind them.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { type Route, serve, serveOpen } from "../http/serve.ts";
import { newSecret } from "../people/secrets.ts";
import { countAttempt, forgetAttempt, triesOf } from "../people/steward-store.ts";
import type { SharedPlan } from "./learning-plan.ts";
import * as contract from "./learning-plan-contract.ts";
import { thePlan } from "./learning-plan-routes.ts";
import * as plans from "./learning-plan-store.ts";
import { printed } from "./print-store.ts";

export const planLinkRoutes: Route[] = [
  serve(contract.listPlanLinks, async ({ tx, me }) => ({ items: await plans.linksOf(tx, me) })),

  serve(contract.makePlanLink, async ({ tx, me, body }) => {
    await thePlan(tx, me, me.personId, body.version);
    const secret = newSecret();
    const linkId = await plans.addPlanLink(tx, me, { ...body, secret });
    const link = (await plans.linksOf(tx, me)).find((one) => one.linkId === linkId);
    if (link === undefined) throw new Error("a link that was made is not there");
    return { link, path: `/shared-plan#${secret}` };
  }),

  serve(contract.withdrawPlanLink, async ({ tx, me, params: { id } }) => {
    if ((await plans.withdrawLink(tx, me, id)) === 0)
      throw new Refusal(
        "absent",
        "plan-link.own",
        "There is no such link of yours, or you have taken it back already.",
      );
    return { items: await plans.linksOf(tx, me) };
  }),

  serveOpen(contract.openSharedPlan, ({ door, address, body: { secret } }) => theShared(door, address, secret)),

  serveOpen(contract.printSharedPlan, async ({ door, address, body: { secret } }) => {
    const { learner, ...plan } = await theShared(door, address, secret);
    return printed(learner, plan);
  }),
];

/** One refusal for a secret that never was, is over, or was taken back. Tries that fail are counted by address. */
async function theShared(door: Door, address: string, secret: string): Promise<SharedPlan> {
  const tries = triesOf(address);
  await door.asSteward((tx) => countAttempt(tx, tries));
  return door.asSteward(async (tx) => {
    const plan = await plans.planBehind(tx, secret);
    if (plan === null)
      throw new Refusal(
        "absent",
        "plan-link.absent",
        "This link shows nothing, or nothing any more. Ask whoever gave it to you for a new one.",
      );
    await forgetAttempt(tx, tries);
    return plan;
  });
}
