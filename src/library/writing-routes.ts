// Handlers of what the board writes: sources, and the next versions of claims and articles.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import type { ArticleFields } from "./article.ts";
import { faultsOfClaim } from "./claim.ts";
import { lookAt } from "./readability.ts";
import {
  addSource,
  type ArticleReport,
  checkSource,
  listSources,
  previewArticle,
  writeArticle,
  writeClaim,
} from "./review-contract.ts";
import { addArticle, addCheck, addClaim, addSourceRow, newestVersion } from "./review-store.ts";
import type { Source } from "./source.ts";
import type { Kind } from "./standing.ts";
import { sourcesOf } from "./store.ts";

export const writingRoutes: Route[] = [
  serve(listSources, async ({ tx, me }) => ({ items: await sourcesOf(tx, me) })),

  serve(addSource, async ({ tx, me, body }) => {
    await addSourceRow(tx, me, body);
    return theSource(tx, me, body.key);
  }),

  serve(checkSource, async ({ tx, me, params: { key }, body }) => {
    await theSource(tx, me, key);
    await addCheck(tx, me, key, { ...body, turn: body.turn + 1 });
    return theSource(tx, me, key);
  }),

  serve(writeClaim, async ({ tx, me, params: { key }, body: { version, because, ...claim } }) => {
    const faults = faultsOfClaim(claim);
    if (faults.length > 0)
      throw new Refusal("invalid", "claim.fields", "Some of the claim cannot be used as it is.", faults);
    const next = await nextOf(tx, me, "claim", key, version);
    await addClaim(tx, me, { key, version: next, because }, claim);
    return { version: next };
  }),

  servePreview(previewArticle, ({ tx, me, params: { key }, body }) => nextArticle(tx, me, key, body)),
  serve(writeArticle, ({ tx, me, params: { key }, body }) => nextArticle(tx, me, key, body)),
];

type ArticleBody = ArticleFields & { version: number; because: string };

async function nextArticle(
  tx: Tx,
  me: Me,
  key: string,
  { version, because, ...article }: ArticleBody,
): Promise<ArticleReport> {
  const next = await nextOf(tx, me, "article", key, version);
  await addArticle(tx, me, { key, version: next, because }, article);
  return { version: next, wordings: lookAt(article.wordings) };
}

/** A gap in the numbers would let two versions of the same origin both be written. */
async function nextOf(tx: Tx, me: Me, kind: Kind, key: string, changed: number): Promise<number> {
  if ((await newestVersion(tx, me, kind, key)) !== changed)
    throw kind === "claim"
      ? new Refusal(
          "conflict",
          "claim.version",
          "Somebody else changed this claim meanwhile. Reload, and apply your change to theirs.",
        )
      : new Refusal(
          "conflict",
          "article.version",
          "Somebody else changed this article meanwhile. Reload, and apply your change to theirs.",
        );
  return changed + 1;
}

async function theSource(tx: Tx, me: Me, key: string): Promise<Source> {
  const [found] = await sourcesOf(tx, me, [key]);
  if (found === undefined) throw new Refusal("absent", "source.absent", "There is no such source in the library.");
  return found;
}
