// A plan in words.
import { plural } from "../core/plural.ts";
import type { Day } from "../core/shapes.ts";
import type { Group, PlanItem } from "./plan.ts";
import { type Due, type Kind, type Part, parts } from "./requirement.ts";
import { sayStanding } from "./state.ts";

export const groupWords: Record<Group, string> = {
  late: "Late",
  soon: "Due soon",
  next: "Next",
  blocked: "Waiting for something else",
  done: "Done",
};

export const kindWords: Record<Kind, string> = {
  requirement: "Requirement",
  milestone: "Milestone",
  letter: "Letter",
  document: "Document",
};

export const partWords: Record<Part, string> = {
  learner: "The learner",
  advisor: "The advisor",
  office: "The advising office",
};

export const partOptions = parts.map((value) => ({ value: value as string, word: partWords[value] }));

/** Who signs it off, as this reader would say it. */
export function saySigner(signedBy: Part, as: Part | null): string {
  if (signedBy === as) return "You sign it off";
  return as === "learner" && signedBy === "advisor"
    ? "Your advisor signs it off"
    : `${partWords[signedBy]} signs it off`;
}

/** Who said how it stands: by name where the reader sees it, else by their part. */
export function saySaid({ requirement, state }: PlanItem, say: (instant: string) => string): string | null {
  if (state.at === null || state.saidAs === null) return null;
  const who = state.saidBy ?? partWords[state.saidAs].toLowerCase();
  const from = state.fromWhom === "" ? "" : `, from ${state.fromWhom}`;
  return `${sayStanding(requirement.kind, state.state)}${from}: ${who}, ${say(state.at)}`;
}

export function sayRule(due: Due | null, titleOf: (event: string) => string, say: (day: Day) => string): string {
  if (due === null) return "No date";
  if ("on" in due) return say(due.on);
  const title = titleOf(due.event);
  if (due.days === 0) return `On the day: ${title}`;
  return `${plural(Math.abs(due.days), "day")} ${due.days < 0 ? "before" : "after"}: ${title}`;
}

/** What comes before something and is still open; null where nothing does, or where it is not needed any more. */
export function sayBefore({ group, state, blockedBy }: Pick<PlanItem, "group" | "state" | "blockedBy">): string | null {
  if (blockedBy.length === 0 || state.state === "waived") return null;
  return group === "done" ? sayStillOpen(blockedBy) : `First: ${blockedBy.join("; ")}`;
}

/** Of what is said to be done out of its order. */
export function sayStillOpen(titles: string[]): string {
  return `Done out of order. Still open before it: ${titles.join("; ")}`;
}
