// How a version of a claim or an article stands: worked out from what the board said of it and from the day. The database
// does the same in claim_standings and article_standings; tests hold the two together over random histories.
import { z } from "zod";
import { agreeing, plural } from "../core/plural.ts";
import type { Day } from "../core/shapes.ts";

export const Kind = z.enum(["claim", "article"]);
export type Kind = z.infer<typeof Kind>;

export const State = z.enum(["draft", "submitted", "under review", "approved", "returned"]);
export type State = z.infer<typeof State>;

/** Why something that may have been approved is not: its day has come, or what it rests on does not hold. */
export const Lapsed = z.enum(["day", "retracted", "source", "claims"]);
export type Lapsed = z.infer<typeof Lapsed>;

export const reviewersWanted = 2;

export const stateWords: Record<State, string> = {
  draft: "Draft",
  submitted: "Submitted",
  "under review": "Under review",
  approved: "Approved",
  returned: "Returned",
};

export const lapsedWords: Record<Lapsed, string> = {
  day: "Its day of review has come.",
  retracted: "A source of it is retracted.",
  source: "A source of it is not found yet.",
  claims: "A claim that it rests on is not approved, or says something else by now.",
};

/** What happened to one version, in order. */
export type Happening =
  | { what: "submitted" }
  | { what: "approved"; by: string }
  | { what: "returned"; by: string }
  | { what: "retracted" }
  /** A source of it was revised: whoever approved it had read another one. */
  | { what: "revised" }
  | { what: "unretracted" };

export interface Version {
  writtenBy: readonly string[];
  reviewBy: Day;
  hasUnverifiedSource: boolean;
  /** Of an article: a claim of it is not approved, or says something else by now. */
  hasOpenClaims: boolean;
  happened: readonly Happening[];
}

/** An approval before a retraction or a revision of a source does not count after it; one by a writer, or after a return, never came to be. */
export function standingOf(version: Version, today: Day): { state: State; lapsed: Lapsed | null } {
  let isSubmitted = false;
  let isReturned = false;
  let isRetracted = false;
  let approvals = new Set<string>();
  const everApproved = new Set<string>();
  for (const happening of version.happened) {
    if (happening.what === "submitted") isSubmitted = true;
    else if (happening.what === "retracted") {
      isRetracted = true;
      approvals = new Set();
    } else if (happening.what === "revised") approvals = new Set();
    else if (happening.what === "unretracted") isRetracted = false;
    else if (!isSubmitted || isReturned || version.writtenBy.includes(happening.by)) continue;
    else if (happening.what === "returned") isReturned = true;
    else if (!version.hasUnverifiedSource && !everApproved.has(happening.by)) {
      everApproved.add(happening.by);
      approvals.add(happening.by);
    }
  }
  const lapsed = lapsedOf(version, isRetracted, today);
  if (!isSubmitted) return { state: "draft", lapsed };
  if (isReturned) return { state: "returned", lapsed };
  if (approvals.size >= reviewersWanted && lapsed === null) return { state: "approved", lapsed };
  // That its claims wait for the board is no answer to the article itself.
  const isUnanswered = approvals.size === 0 && (lapsed === null || lapsed === "claims");
  return { state: isUnanswered ? "submitted" : "under review", lapsed };
}

function lapsedOf(version: Version, isRetracted: boolean, today: Day): Lapsed | null {
  if (version.reviewBy <= today) return "day";
  if (isRetracted) return "retracted";
  if (version.hasUnverifiedSource) return "source";
  return version.hasOpenClaims ? "claims" : null;
}

/** Ends every page of the library. */
export const disclaimer =
  "For education. It does not replace the judgment of a professional, nor your school\u2019s own rules.";

export interface Standing {
  state: State;
  lapsed: Lapsed | null;
  approvals: number;
  /** Of an article: how many claims it rests on, and how many of them are not approved. */
  claims?: number;
  openClaims?: number;
}

/** What stands above anything that is not approved. */
export function cautionOf({ state, lapsed, approvals, claims = 0, openClaims = 0 }: Standing): {
  title: string;
  words: string | null;
} | null {
  if (state === "approved") return null;
  if (state === "draft") return { title: "A draft. Only reviewers read it.", words: null };
  if (state === "returned") return { title: "Returned to its author. Only reviewers read it.", words: null };
  const why = lapsed !== null && lapsed !== "claims" ? [lapsedWords[lapsed]] : [];
  const verb = agreeing(openClaims, "is", "are");
  const parts =
    openClaims > 0 ? [`${openClaims} of its ${plural(claims, "claim")} ${verb} not approved; each is marked.`] : [];
  const board = `${approvals} of ${reviewersWanted} reviewers have approved it.`;
  return {
    title: "Exercise caution: pending human review.",
    words: [...why, board, ...parts, "For education only."].join(" "),
  };
}
