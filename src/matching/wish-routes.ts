// Handlers of what a learner looks for.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { wishRefusal } from "./wish.ts";
import { getWishes, putWishes } from "./wish-contract.ts";
import { noteRead } from "../people/person-store.ts";
import { educatorsAmong, findWishes, seesLearner, writeWishes } from "./wish-store.ts";

export const wishRoutes: Route[] = [
  serve(getWishes, async ({ tx, me, params: { id } }) => {
    await refuseOthers(tx, me, id, ["run matches", "import people"]);
    await noteRead(tx, "wishes", id);
    return findWishes(tx, me, id);
  }),

  serve(putWishes, async ({ tx, me, params: { id }, body }) => {
    await refuseOthers(tx, me, id, ["import people"]);
    const named = body.wishes.map(({ educatorId }) => educatorId);
    const refusal = wishRefusal(id, body, await educatorsAmong(tx, me, named));
    if (refusal !== null) throw refusal;
    await writeWishes(tx, me, id, body);
    return findWishes(tx, me, id);
  }),
];

/** The database gives nobody else a row of it; this says why there is none. */
async function refuseOthers(tx: Tx, me: Me, id: string, allowing: string[]): Promise<void> {
  if (!(await seesLearner(tx, me, id)))
    throw new Refusal("absent", "learner.absent", "There is no learner here by that id.");
  if (id === me.personId || me.may.some((capability) => allowing.includes(capability))) return;
  throw new Refusal(
    "forbidden",
    "wish.own",
    allowing.length > 1
      ? "What a learner looks for is read by them, and by the offices that match or keep the roster."
      : "What a learner looks for is written by them, and by the offices that keep the roster.",
  );
}
