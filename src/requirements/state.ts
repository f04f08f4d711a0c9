// How a learner stands with one requirement, and who may say so. That something is there, never how well it was done.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import { type Kind, Part, type Requirement } from "./requirement.ts";

export const standings = ["open", "in progress", "done", "waived"] as const;
export const Standing = z.enum(standings, { error: "Must be open, in progress, done or waived." });
export type Standing = z.infer<typeof Standing>;

/** The last that was said; turn 0 where nothing was. */
export const State = z.object({
  setId: Id,
  key: z.string(),
  turn: z.number().int(),
  state: Standing,
  /** Of a letter: who writes it. */
  fromWhom: z.string(),
  /** Null where nothing was said yet. */
  saidBy: z.string().nullable(),
  saidAs: Part.nullable(),
  at: Instant.nullable(),
});
export type State = z.infer<typeof State>;

export function unsaid(setId: string, key: string): State {
  return { setId, key, turn: 0, state: "open", fromWhom: "", saidBy: null, saidAs: null, at: null };
}

export function isOver(state: Standing): boolean {
  return state === "done" || state === "waived";
}

const signers: Record<Part, readonly Part[]> = {
  learner: ["learner"],
  advisor: ["advisor", "office"],
  office: ["office"],
};

/** Whether this part may say so; the database holds everybody to the same rule. */
export function maySay(part: Part, signedBy: Requirement["signedBy"], before: Standing, next: Standing): boolean {
  if (next === "waived" || before === "waived") return part === "office";
  if (next === "done" || before === "done") return signers[signedBy].includes(part);
  return part === "learner" || signers[signedBy].includes(part);
}

/** What can be said next, in the order of its buttons. */
export function sayable(part: Part, signedBy: Requirement["signedBy"], before: Standing): Standing[] {
  const order: Standing[] = ["done", "in progress", "open", "waived"];
  return order.filter((next) => next !== before && maySay(part, signedBy, before, next));
}

const common: Record<Standing, string> = {
  open: "Not begun",
  "in progress": "Under way",
  done: "Done",
  waived: "Not needed",
};
const words: Partial<Record<Kind, Record<Standing, string>>> = {
  milestone: { open: "Ahead", "in progress": "Under way", done: "Reached", waived: "Not needed" },
  letter: { open: "Not asked for", "in progress": "Asked for", done: "Received", waived: "Not needed" },
  document: { open: "Missing", "in progress": "Handed in", done: "Complete", waived: "Not needed" },
};

export function sayStanding(kind: Kind, state: Standing): string {
  return (words[kind] ?? common)[state];
}
