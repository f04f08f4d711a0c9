// What a search or a question finds: passages as they stand, each with its article, its claims and how it stands.
import { z } from "zod";
import { Reader } from "./reader.ts";
import { Key } from "./source.ts";
import { State } from "./standing.ts";

/** A piece of a passage's words; those that were looked for are hits. */
const Segment = z.object({ text: z.string(), isHit: z.boolean() });
export type Segment = z.infer<typeof Segment>;

export const Found = z.object({
  articleKey: Key,
  title: z.string(),
  topic: z.string(),
  version: z.number().int(),
  reader: Reader,
  place: z.number().int(),
  heading: z.string(),
  segments: z.array(Segment),
  claims: z.array(z.object({ key: Key, state: State })),
  /** Of the article. */
  state: State,
  /** Two reviewers approved these words, and each claim that they cite is approved as it was then. */
  isApproved: z.boolean(),
});
export type Found = z.infer<typeof Found>;

/** A word that the library has no such word for, and the one that it took for it. */
export const Corrected = z.object({ asked: z.string(), taken: z.string() });
export type Corrected = z.infer<typeof Corrected>;

const Facet = z.object({ value: z.string(), count: z.number().int() });

export const SearchReply = z.object({
  items: z.array(Found),
  topics: z.array(Facet),
  states: z.array(Facet),
  corrected: z.array(Corrected),
});
export type SearchReply = z.infer<typeof SearchReply>;

export const Answer = z.object({
  /** Approved passages that answer, the best first; empty: nothing approved answers this. */
  quotes: z.array(Found),
  /** Passages that would answer and wait for the board; never more than a hint, each with its caution. */
  pending: z.array(Found),
  corrected: z.array(Corrected),
});
export type Answer = z.infer<typeof Answer>;

/** How many there are of each, the most first. */
export function facetsOf(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}
