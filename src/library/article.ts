// Articles: claims told in sections, in the words of each reader, in versions.
import { z } from "zod";
import { Day, dayNamed, Instant } from "../core/shapes.ts";
import { Claim } from "./claim.ts";
import { Passage, Wording } from "./passage.ts";
import { Reader } from "./reader.ts";
import { Key, Source } from "./source.ts";
import { Kind, Lapsed, State } from "./standing.ts";

const Title = z.string().trim().min(1, "Give the article a title.").max(160, "Keep it to 160 characters.");
const Topic = z.string().trim().min(1, "Name the topic.").max(60, "Keep it to 60 characters.");

export const ArticleFields = z.object({
  title: Title,
  topic: Topic,
  reviewBy: dayNamed("the day of the next review"),
  wordings: z
    .array(Wording)
    .min(1, "Write it for at least one reader.")
    .refine((all) => new Set(all.map(({ reader }) => reader)).size === all.length, "Send each reader's wording once."),
});
export type ArticleFields = z.infer<typeof ArticleFields>;

/** Addresses under /library that are pages of their own: no article can stand there. */
export const takenAddresses: readonly string[] = ["review", "sources", "claims", "write", "feed"];

/** A version as whoever writes the next one begins with it. */
export const Written = ArticleFields.extend({ version: z.number().int(), state: State });
export type Written = z.infer<typeof Written>;

/** One line of the library. */
export const ArticleCard = z.object({
  key: Key,
  version: z.number().int(),
  title: z.string(),
  topic: z.string(),
  state: State,
  lapsed: Lapsed.nullable(),
  claims: z.number().int(),
  /** Those of them that are not approved, or say something else by now. */
  openClaims: z.number().int(),
  writtenAt: Instant,
});
export type ArticleCard = z.infer<typeof ArticleCard>;

const Standing = z.object({
  state: State,
  lapsed: Lapsed.nullable(),
  approvals: z.number().int(),
  submittedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
});

export const Article = ArticleCard.extend(Standing.shape).extend({
  /** What everybody reads of this article today. */
  isCurrent: z.boolean(),
  reviewBy: Day,
  /** Null: it came with Chiron. */
  writtenBy: z.string().nullable(),
  approvedBy: z.array(z.string()),
  /** In whose words it is told here, which may be another's where there are none for who asks. */
  reader: Reader,
  readers: z.array(Reader),
  passages: z.array(Passage),
  /** As they stand today, in the order in which the text cites them. */
  claimsCited: z.array(Claim),
  sources: z.array(Source),
});
export type Article = z.infer<typeof Article>;

/** The numbers of a claim's sources in the article, and what it says; null for a claim that nobody reads any more. */
export type CiteOf = (claim: string) => Cited | null;
export interface Cited {
  numbers: number[];
  statement: string;
  share: number | null;
  shareOf: number | null;
}

interface Citing {
  claimsCited: readonly Pick<Claim, "key" | "statement" | "sources" | "share" | "shareOf">[];
  sources: readonly { key: string }[];
}

export function citeIn({ claimsCited, sources }: Citing): CiteOf {
  return (key) => {
    const claim = claimsCited.find((one) => one.key === key);
    if (claim === undefined) return null;
    const numbers = claim.sources.map((source) => sources.findIndex((one) => one.key === source) + 1);
    const { statement, share, shareOf } = claim;
    return { numbers: numbers.filter((number) => number > 0), statement, share, shareOf };
  };
}

/** The claims that this passage is the first to cite. */
export function firstCitedIn({ passages, claimsCited }: Article, { place, claims }: Passage): Claim[] {
  const before = passages.filter((one) => one.place < place).flatMap((one) => one.claims);
  return claims
    .filter((key) => !before.includes(key))
    .flatMap((key) => claimsCited.filter((claim) => claim.key === key));
}

/** One version in the history of a claim or an article. */
export const Past = Standing.extend({
  version: z.number().int(),
  because: z.string(),
  writtenBy: z.string().nullable(),
  writtenAt: Instant,
  verdicts: z.array(
    z.object({ verdict: z.enum(["approve", "return"]), by: z.string(), reason: z.string(), at: Instant }),
  ),
});
export type Past = z.infer<typeof Past>;

/** Something that waits for the board. */
export const Waiting = z.object({
  kind: Kind,
  key: Key,
  version: z.number().int(),
  title: z.string(),
  state: State,
  lapsed: Lapsed.nullable(),
  approvals: z.number().int(),
  /** The asker wrote it, or a version before it. */
  isOwn: z.boolean(),
  /** The asker has approved it already. */
  isAnswered: z.boolean(),
  writtenAt: Instant,
});
export type Waiting = z.infer<typeof Waiting>;

export const PassageComment = z.object({
  commentId: z.uuid(),
  reader: Reader,
  place: z.number().int(),
  words: z.string(),
  by: z.string(),
  at: Instant,
});
export type PassageComment = z.infer<typeof PassageComment>;
