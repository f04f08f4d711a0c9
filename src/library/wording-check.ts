// What stands in the way of submitting an article's wordings: claims that are not there, that are still drafts, or that one
// wording cites and another does not. The database has the last word.
import type { ClaimLine } from "./claim.ts";
import { claimsIn, type Wording } from "./passage.ts";
import type { Reader } from "./reader.ts";

export interface CitedClaim {
  key: string;
  /** Null: no such claim is in the library. */
  claim: ClaimLine | null;
  /** In whose wordings it is cited, and in whose it is not. */
  citedFor: Reader[];
  missingFor: Reader[];
}

/** Every claim that any wording cites, in the order in which they come. */
export function claimsCitedIn(wordings: readonly Wording[], claims: readonly ClaimLine[]): CitedClaim[] {
  const cited = wordings.map(({ reader, words }) => ({ reader, keys: claimsIn(words) }));
  return [...new Set(cited.flatMap(({ keys }) => keys))].map((key) => ({
    key,
    claim: claims.find((one) => one.key === key) ?? null,
    citedFor: cited.filter(({ keys }) => keys.includes(key)).map(({ reader }) => reader),
    missingFor: cited.filter(({ keys }) => !keys.includes(key)).map(({ reader }) => reader),
  }));
}

/** In plain sentences; none where it can be submitted. */
export function hindrancesOf(cited: readonly CitedClaim[]): string[] {
  const unknown = cited.filter(({ claim }) => claim === null);
  const drafts = cited.filter(({ claim }) => claim?.state === "draft");
  const isUneven = cited.some(({ missingFor }) => missingFor.length > 0);
  return [
    ...unknown.map(({ key }) => `There is no claim with the key ${key}. Write it first, or correct the key.`),
    ...drafts.map(({ key }) => `The claim ${key} is still a draft. Submit it first.`),
    ...(isUneven ? ["The wordings do not cite the same claims. Let each cite what the others cite."] : []),
  ];
}
