// Handlers of the board's work. Who may judge what is the database's rule: nobody what they wrote, nobody alone.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { addComment, listComments, listWaiting, reviewVersion, submitVersion } from "./review-contract.ts";
import { addCommentRow, addReview, addSubmission, commentsOn, isThere, waitingFor } from "./review-store.ts";
import type { Kind } from "./standing.ts";

export const reviewRoutes: Route[] = [
  serve(listWaiting, async ({ tx, me }) => ({ items: await waitingFor(tx, me) })),

  serve(submitVersion, async ({ tx, me, params: { kind, key, version } }) => {
    await theVersion(tx, me, kind, key, version);
    await addSubmission(tx, me, kind, key, version);
    return { done: true } as const;
  }),

  serve(reviewVersion, async ({ tx, me, params: { kind, key, version }, body }) => {
    await theVersion(tx, me, kind, key, version);
    await addReview(tx, me, kind, key, version, body);
    return { done: true } as const;
  }),

  serve(listComments, async ({ tx, me, params: { key, version } }) => {
    await theVersion(tx, me, "article", key, version);
    return { items: await commentsOn(tx, me, key, version) };
  }),

  serve(addComment, async ({ tx, me, params: { key, version }, body: { reader, place, words } }) => {
    await theVersion(tx, me, "article", key, version);
    return addCommentRow(tx, me, { key, version, reader, place }, words);
  }),
];

async function theVersion(tx: Tx, me: Me, kind: Kind, key: string, version: number): Promise<void> {
  if (!(await isThere(tx, me, kind, key, version)))
    throw new Refusal("absent", "version.absent", "There is no such version of it in the library.");
}
