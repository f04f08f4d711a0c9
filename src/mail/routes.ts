// Handlers of one's own choices, and of whether mail flows.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { theAccount } from "../people/store.ts";
import { type Choices, firstHours } from "./choice.ts";
import { getMailChoices, getMailFlow, putMailChoice, putMailHours, retryMails } from "./contract.ts";
import type { Flow } from "./flow.ts";
import { kinds } from "./kinds.ts";
import {
  chooseHours,
  chooseWay,
  chosenHours,
  chosenWays,
  deadMails,
  isDigestQuiet,
  mailFlow,
  tryAgain,
} from "./store.ts";

export const mailRoutes: Route[] = [
  serve(getMailChoices, ({ tx, me, sendsMail }) => theChoices(tx, me, sendsMail)),

  serve(putMailChoice, async ({ tx, me, params: { kind }, body: { how }, sendsMail }) => {
    const { choices } = await theChoices(tx, me, sendsMail);
    if (!choices.some((choice) => choice.kind === kind))
      throw new Refusal("absent", "mail.kind", "There is no such kind of mail that you could choose about.");
    await chooseWay(tx, me, kind, how);
    return theChoices(tx, me, sendsMail);
  }),

  serve(putMailHours, async ({ tx, me, body, sendsMail }) => {
    if (await isDigestQuiet(tx, body)) {
      const because = "The daily mail would fall into your quiet hours. Choose another hour for one of them.";
      throw new Refusal("conflict", "mail.hours", because, [{ field: "digestAt", because }]);
    }
    await chooseHours(tx, me, body);
    return theChoices(tx, me, sendsMail);
  }),

  serve(getMailFlow, ({ tx, sendsMail }) => theFlow(tx, sendsMail)),

  serve(retryMails, async ({ tx, body: { messageIds }, sendsMail }) => {
    await tryAgain(tx, messageIds);
    return theFlow(tx, sendsMail);
  }),
];

/** Of those kinds that may ever come to somebody like the asker. */
async function theChoices(tx: Tx, me: Me, sendsMail: boolean): Promise<Choices> {
  const { isLearner, isEducator, offices } = await theAccount(tx, me);
  const may = { everybody: true, learners: isLearner, educators: isEducator, offices: offices.length > 0 };
  const chosen = new Map((await chosenWays(tx, me)).map(({ kind, how }) => [kind, how]));
  return {
    sendsMail,
    hours: (await chosenHours(tx, me)) ?? firstHours,
    choices: Object.entries(kinds).flatMap(([kind, { name, way, for: whom }]) =>
      way === "always" || !may[whom] ? [] : [{ kind, name, how: chosen.get(kind) ?? way }],
    ),
  };
}

async function theFlow(tx: Tx, sendsMail: boolean): Promise<Flow> {
  return { sendsMail, ...(await mailFlow(tx)), dead: await deadMails(tx) };
}
