// Handlers of what ships. It comes from nobody of the school, as on its first day: the steward writes it, once a reviewer asks.
import { Refusal } from "../core/refusal.ts";
import { NoSession, type Route, serve, serveOpen } from "../http/serve.ts";
import { findMe } from "../people/store.ts";
import { bringLibrary, firstLibrary } from "./first-store.ts";
import { countsOf, missingOf } from "./shipped.ts";
import { addShipped, getShipped } from "./shipped-contract.ts";
import { keysThere } from "./writing-store.ts";

export const shippedRoutes: Route[] = [
  serve(getShipped, async ({ tx, me }) => ({
    missing: countsOf(missingOf(await firstLibrary(), await keysThere(tx, me))),
  })),

  serveOpen(addShipped, async ({ door, secret }) => {
    if (secret === null) throw new NoSession();
    const shipped = await firstLibrary();
    const { schoolId, missing } = await door.asSession(secret, async (tx) => {
      const me = await findMe(tx);
      if (me === null) throw new NoSession();
      if (!me.may.includes("review library"))
        throw new Refusal("forbidden", "office.may", "Your offices here do not include this.");
      if (me.readsOnly)
        throw new Refusal(
          "forbidden",
          "key.reads",
          "This key only reads. Make one that may also write, or do it where you are signed in.",
        );
      return { schoolId: me.schoolId, missing: missingOf(shipped, await keysThere(tx, me)) };
    });
    // Two at once collide on the first key: one of them adds all of it, the other nothing.
    await door.asSteward((tx) => bringLibrary(tx, schoolId, missing));
    return { added: countsOf(missing) };
  }),
];
