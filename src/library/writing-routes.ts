// Handlers of what the board writes: the next versions of claims and articles.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { type ArticleFields, takenAddresses } from "./article.ts";
import { sayOf } from "./asked-routes.ts";
import { faultsOfClaim } from "./claim.ts";
import { lookAt } from "./readability.ts";
import {
  type ArticleReport,
  getWordings,
  listClaims,
  previewArticle,
  writeArticle,
  writeClaim,
} from "./review-contract.ts";
import { addArticle, addClaim, newestVersion } from "./review-store.ts";
import type { Kind } from "./standing.ts";
import { claimsToCite, newestWritten } from "./writing-store.ts";

export const writingRoutes: Route[] = [
  serve(writeClaim, async ({ tx, me, params: { key }, body: { version, because, ...claim } }) => {
    const faults = faultsOfClaim(claim);
    if (faults.length > 0)
      throw new Refusal("invalid", "claim.fields", "Some of the claim cannot be used as it is.", faults);
    const next = await nextOf(tx, me, "claim", key, version);
    await addClaim(tx, me, { key, version: next, because }, claim);
    return { version: next };
  }),

  serve(listClaims, async ({ tx, me }) => ({ items: await claimsToCite(tx, me) })),

  serve(getWordings, async ({ tx, me, params: { key } }) => {
    const written = await newestWritten(tx, me, key);
    if (written === null) throw new Refusal("absent", "article.absent", "There is no such article in the library.");
    return written;
  }),

  servePreview(previewArticle, ({ tx, me, params: { key }, body }) => nextArticle(tx, me, key, body)),
  serve(writeArticle, ({ tx, me, params: { key }, body }) => nextArticle(tx, me, key, body)),
];

type ArticleBody = ArticleFields & {
  version: number;
  because: string;
  answers: { questionId: string; turn: number }[];
};

async function nextArticle(
  tx: Tx,
  me: Me,
  key: string,
  { version, because, answers, ...article }: ArticleBody,
): Promise<ArticleReport> {
  if (takenAddresses.includes(key))
    throw new Refusal("invalid", "article.address", "A page of the library has this address. Choose another key.", [
      { field: "key", because: "Choose another one." },
    ]);
  const next = await nextOf(tx, me, "article", key, version);
  await addArticle(tx, me, { key, version: next, because }, article);
  if (answers.length > 0) await sayOf(tx, me, answers, { kind: "new article", articleKey: key, reason: "" });
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
