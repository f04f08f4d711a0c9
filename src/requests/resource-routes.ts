// Handlers of where to turn.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { getResources, putResources } from "./resource-contract.ts";
import { addResources, resourcesOf } from "./resource-store.ts";

export const resourceRoutes: Route[] = [
  serve(getResources, ({ tx, me }) => resourcesOf(tx, me)),

  serve(putResources, async ({ tx, me, body: { version, items } }) => {
    const before = await resourcesOf(tx, me);
    // A gap in the numbers would let two lists of the same origin both be written.
    if (before.version !== version)
      throw new Refusal(
        "conflict",
        "resources.version",
        "Somebody else changed these meanwhile. Reload, and look at theirs first.",
      );
    await addResources(tx, me, version + 1, items);
    return resourcesOf(tx, me);
  }),
];
