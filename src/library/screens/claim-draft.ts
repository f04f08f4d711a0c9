// A claim as somebody types it: figures are text until they are sent.
import { addDays, type Day } from "../../core/shapes.ts";
import type { Claim, ClaimFields } from "../claim.ts";
import { keyFrom } from "../source.ts";

export interface ClaimDraft {
  key: string;
  statement: string;
  share: string;
  shareOf: string;
  strength: ClaimFields["strength"];
  design: string;
  setting: string;
  limits: string;
  /** Each with the pages and what it says there. */
  sources: { key: string; supports: string }[];
  checkedOn: Day;
  reviewBy: Day;
  because: string;
}

/** The next version begins as the one before. */
export function claimDraftOf(claim: Claim | null, today: Day): ClaimDraft {
  const plain = { key: claim?.key ?? "", checkedOn: claim?.checkedOn ?? today, because: "" };
  const reviewBy = claim?.reviewBy ?? addDays(today, 365);
  if (claim === null)
    return {
      ...plain,
      reviewBy,
      statement: "",
      share: "",
      shareOf: "",
      strength: "not rated",
      design: "",
      setting: "",
      limits: "",
      sources: [],
    };
  const { statement, share, shareOf, strength, design, setting, limits, sources, supports } = claim;
  return {
    ...plain,
    reviewBy,
    statement,
    share: share === null ? "" : String(share),
    shareOf: shareOf === null ? "" : String(shareOf),
    strength,
    design,
    setting,
    limits,
    sources: sources.map((key, at) => ({ key, supports: supports[at] ?? "" })),
  };
}

export function claimKeyOf({ key, statement }: ClaimDraft): string {
  return key || keyFrom(statement.split(/\s+/).slice(0, 6).join(" "));
}

export function claimFieldsOf(draft: ClaimDraft): ClaimFields & { because: string } {
  const { statement, strength, design, setting, limits, sources, checkedOn, reviewBy, because } = draft;
  return {
    statement,
    share: numberIn(draft.share),
    shareOf: numberIn(draft.shareOf),
    strength,
    design,
    setting,
    limits,
    sources: sources.map(({ key }) => key),
    supports: sources.map(({ supports }) => supports),
    checkedOn,
    reviewBy,
    because,
  };
}

/** Where it can be worked out: both numbers, the first no larger. */
export function shareIn(draft: Pick<ClaimDraft, "share" | "shareOf">): { share: number; of: number } | null {
  const [share, of] = [numberIn(draft.share), numberIn(draft.shareOf)];
  return share === null || of === null || share < 0 || of < 1 || share > of ? null : { share, of };
}

/** All of it as one text, so that two versions can be told apart word by word. */
export function claimText(draft: ClaimDraft): string {
  const { statement, share, shareOf, strength, design, setting, limits, sources, checkedOn, reviewBy } = draft;
  const lines = [
    statement,
    share === "" && shareOf === "" ? "" : `Figure: ${share} of ${shareOf}`,
    `Design: ${design}`,
    `Setting: ${setting}`,
    `Strength: ${strength}`,
    `What it cannot show: ${limits}`,
    ...sources.map(({ key, supports }) => `Source: ${key} ${supports}`.trim()),
    `Checked: ${checkedOn}`,
    `Next review: ${reviewBy}`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** What is no number is sent as one that no share has, so that the refusal says what to do. */
function numberIn(text: string): number | null {
  const words = text.trim();
  if (words === "") return null;
  return /^\d{1,6}$/.test(words) ? Number(words) : -1;
}
