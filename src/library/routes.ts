// Handlers of reading the library.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import type { Article } from "./article.ts";
import type { Claim } from "./claim.ts";
import {
  chooseReader,
  getArticle,
  getClaim,
  getReader,
  listArticles,
  listArticleVersions,
  listClaimsInUse,
} from "./contract.ts";
import { claimsInUse, usesOf } from "./use.ts";
import { type Reader, wordingFor } from "./reader.ts";
import {
  articlesOn,
  claimsNamed,
  currentArticles,
  findArticle,
  findClaim,
  keepReader,
  passagesOfVersion,
  pastOf,
  readerOf,
  sourcesOf,
} from "./store.ts";

export const libraryRoutes: Route[] = [
  serve(listArticles, async ({ tx, me }) => ({ items: await currentArticles(tx, me) })),

  serve(getArticle, async ({ tx, me, params: { key }, query: { reader, version } }) =>
    theArticle(tx, me, key, { reader: reader ?? (await readerOf(tx, me)) ?? "public", version }),
  ),

  serve(listArticleVersions, async ({ tx, me, params: { key } }) => {
    const items = await pastOf(tx, me, "article", key);
    if (items.length === 0) throw noArticle();
    return { items };
  }),

  serve(getClaim, async ({ tx, me, params: { key }, query: { version } }) => {
    const { isCurrent, ...claim } = await theClaim(tx, me, key, version);
    const [sources, versions, usedIn] = [
      await sourcesOf(tx, me, claim.sources),
      await pastOf(tx, me, "claim", key),
      await articlesOn(tx, me, key),
    ];
    return { claim, isCurrent, sources, versions, usedIn };
  }),

  serve(listClaimsInUse, async ({ tx, me }) => {
    const claims = await claimsNamed(tx, me, claimsInUse);
    return { items: claims.map((claim) => ({ ...claim, uses: usesOf(claim.key) })) };
  }),

  serve(getReader, async ({ tx, me }) => ({ reader: await readerOf(tx, me) })),

  serve(chooseReader, async ({ tx, me, body: { reader } }) => {
    await keepReader(tx, me, reader);
    return { reader };
  }),
];

interface Asked {
  reader: Reader;
  version: number | undefined;
}

export async function theArticle(tx: Tx, me: Me, key: string, { reader, version }: Asked): Promise<Article> {
  const found = await findArticle(tx, me, key, version);
  if (found === null) throw noArticle();
  const wording = wordingFor(reader, found.readers) ?? reader;
  const passages = await passagesOfVersion(tx, me, found, wording);
  const keys = [...new Set(passages.flatMap(({ claims }) => claims))];
  const claims = await claimsNamed(tx, me, keys);
  const claimsCited = keys.flatMap((one) => claims.filter((claim) => claim.key === one));
  const wanted = [...new Set(claimsCited.flatMap(({ sources }) => sources))];
  const sources = await sourcesOf(tx, me, wanted);
  return {
    ...found,
    reader: wording,
    passages,
    claimsCited,
    // In the order in which the text leads to them: their numbers on the page.
    sources: wanted.flatMap((one) => sources.filter((source) => source.key === one)),
  };
}

export async function theClaim(
  tx: Tx,
  me: Me,
  key: string,
  version: number | undefined,
): Promise<Claim & { isCurrent: boolean }> {
  const found = await findClaim(tx, me, key, version);
  if (found === null) throw new Refusal("absent", "claim.absent", "There is no such claim in the library.");
  return found;
}

function noArticle(): Refusal {
  return new Refusal("absent", "article.absent", "There is no such article in the library, or not in that version.");
}
