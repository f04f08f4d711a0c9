// The unit of the library: one statement, what it rests on, and how far that carries.
import { z } from "zod";
import { addDays, type Day, dayNamed, Instant } from "../core/shapes.ts";
import { sayShare } from "./share.ts";
import { Key } from "./source.ts";
import { Lapsed, State } from "./standing.ts";

export const strengths = ["not rated", "expert view", "limited", "moderate", "strong"] as const;
export const Strength = z.enum(strengths);
export type Strength = z.infer<typeof Strength>;

export const strengthWords: Record<Strength, string> = {
  "not rated": "Not rated",
  "expert view": "Expert view",
  limited: "Limited",
  moderate: "Moderate",
  strong: "Strong",
};

const Words = (most: number) => z.string().trim().max(most, `Keep it to ${most} characters.`);

export const ClaimFields = z.object({
  statement: Words(600).min(1, "Say what is claimed."),
  /** Where it is a share: so many of `shareOf`. Percentage and interval follow from the two. */
  share: z.number().int().min(0).nullable().default(null),
  shareOf: z.number().int().min(1).nullable().default(null),
  strength: Strength,
  design: Words(300).min(1, "Say what kind of study or text it rests on."),
  setting: Words(300).default(""),
  limits: Words(500).default(""),
  sources: z.array(Key).min(1, "Name at least one source.").max(10, "Name at most 10 sources."),
  /** Of each source, in their order, the pages and what it says there. */
  supports: z.array(Words(300)).default([]),
  checkedOn: dayNamed("the day on which you checked it"),
  reviewBy: dayNamed("the day of the next review"),
});
export type ClaimFields = z.infer<typeof ClaimFields>;

export const Claim = ClaimFields.extend({
  key: Key,
  version: z.number().int(),
  state: State,
  lapsed: Lapsed.nullable(),
  approvals: z.number().int(),
  approvedAt: Instant.nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** What whoever cites a claim has to know of it. */
export const ClaimLine = Claim.pick({
  sources: true,
  key: true,
  version: true,
  statement: true,
  share: true,
  shareOf: true,
  state: true,
});
export type ClaimLine = z.infer<typeof ClaimLine>;

/** What is wrong with a claim's figures and days, by field. */
export function faultsOfClaim({
  share,
  shareOf,
  sources,
  supports,
  checkedOn,
  reviewBy,
}: ClaimFields): { field: string; because: string }[] {
  const wrongShare = (share === null) !== (shareOf === null) || (share !== null && shareOf !== null && share > shareOf);
  const wrongDays = reviewBy <= checkedOn || reviewBy > latestReview(checkedOn);
  return [
    ...(supports.length > sources.length
      ? [{ field: "supports", because: "Say it for each source that the claim names, in their order." }]
      : []),
    ...(wrongShare
      ? [{ field: "share", because: "Give both numbers, the first no larger than the second, or neither." }]
      : []),
    ...(wrongDays
      ? [{ field: "reviewBy", because: "Choose a day after the check, and within three years of it." }]
      : []),
  ];
}

/** As the database says it: 1,100 days. */
export function latestReview(checkedOn: Day): Day {
  return addDays(checkedOn, 1100);
}

/** What kind of study it was, its figure, and what it cannot show. */
export function groundsOf({ design, share, shareOf, limits }: Claim): string {
  const figure = share === null || shareOf === null ? "" : `, ${sayShare(share, shareOf)}`;
  return `${design}${figure}${limits === "" ? "" : `. ${limits}`}`;
}
