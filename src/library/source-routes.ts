// Handlers of sources: those there are, new and revised ones, and whether one is retracted.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { addSource, checkSource, listSources, reviseSource } from "./review-contract.ts";
import { addCheck, addSourceRow } from "./review-store.ts";
import type { Source } from "./source.ts";
import { sourcesOf } from "./store.ts";

export const sourceRoutes: Route[] = [
  serve(listSources, async ({ tx, me }) => ({ items: await sourcesOf(tx, me) })),

  serve(addSource, async ({ tx, me, body }) => {
    const [taken] = await sourcesOf(tx, me, [body.key]);
    if (taken !== undefined)
      throw new Refusal("conflict", "source.taken", "Another source has this key already. Choose another key.");
    await addSourceRow(tx, me, body, 1);
    return theSource(tx, me, body.key);
  }),

  serve(reviseSource, async ({ tx, me, params: { key }, body: { version, ...fields } }) => {
    if ((await theSource(tx, me, key)).version !== version) throw changedSource();
    await addSourceRow(tx, me, { key, ...fields }, version + 1);
    return theSource(tx, me, key);
  }),

  serve(checkSource, async ({ tx, me, params: { key }, body }) => {
    const { version } = await theSource(tx, me, key);
    await addCheck(tx, me, key, { ...body, version, turn: body.turn + 1 });
    return theSource(tx, me, key);
  }),
];

function changedSource(): Refusal {
  return new Refusal(
    "conflict",
    "source.version",
    "Somebody else changed this source meanwhile. Reload, and apply your change to theirs.",
  );
}

async function theSource(tx: Tx, me: Me, key: string): Promise<Source> {
  const [found] = await sourcesOf(tx, me, [key]);
  if (found === undefined) throw new Refusal("absent", "source.absent", "There is no such source in the library.");
  return found;
}
