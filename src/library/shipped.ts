// What of the shipped library a school does not have.
import { z } from "zod";
import { claimsIn } from "./passage.ts";

export const Counts = z.object({ sources: z.number().int(), claims: z.number().int(), articles: z.number().int() });
export type Counts = z.infer<typeof Counts>;

interface Shipped {
  sources: readonly { key: string }[];
  claims: readonly { key: string }[];
  articles: readonly { key: string; wordings: readonly { words: string }[] }[];
}

/** The keys that a school has, and which claims everybody there reads. */
export interface There {
  sources: readonly string[];
  claims: readonly string[];
  shownClaims: readonly string[];
  articles: readonly string[];
}

/**
 * By keys: whatever a school has under a key stays its own. An article waits where the school has a claim of it that nobody
 * reads yet, since it could not be submitted.
 */
export function missingOf<S extends Shipped>(shipped: S, there: There): S {
  const [sources, claims, shown, articles] = [
    new Set(there.sources),
    new Set(there.claims),
    new Set(there.shownClaims),
    new Set(there.articles),
  ];
  const isWhole = (keys: readonly string[]) => keys.every((key) => !claims.has(key) || shown.has(key));
  return {
    ...shipped,
    sources: shipped.sources.filter(({ key }) => !sources.has(key)),
    claims: shipped.claims.filter(({ key }) => !claims.has(key)),
    articles: shipped.articles.filter(
      ({ key, wordings }) => !articles.has(key) && isWhole(wordings.flatMap(({ words }) => claimsIn(words))),
    ),
  };
}

export function countsOf({ sources, claims, articles }: Shipped): Counts {
  return { sources: sources.length, claims: claims.length, articles: articles.length };
}
