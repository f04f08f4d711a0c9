// One requirement signed off for several learners at once: for whom it can be, and for whom not and why.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Requirement } from "./requirement.ts";
import { maySay, Standing } from "./state.ts";

export const signOffsMost = 200;

/** How a learner stands whom the office named. */
export const Standpoint = z.object({
  learnerId: Id,
  name: z.string(),
  classYear: z.number().int(),
  turn: z.number().int(),
  state: Standing,
  fromWhom: z.string(),
  /** Keys of what has to be done before and is neither done nor waived, asked of this class or not. */
  openBefore: z.array(z.string()),
});
export type Standpoint = z.infer<typeof Standpoint>;

export const SignOffReport = z.object({
  signed: z.array(
    z.object({
      learnerId: Id,
      name: z.string(),
      /** Titles of what comes before and is still open; the plan says so beside what is done. */
      openBefore: z.array(z.string()),
    }),
  ),
  /** The name is empty where there is no such learner. */
  refused: z.array(z.object({ learnerId: Id, name: z.string(), because: z.string() })),
});
export type SignOffReport = z.infer<typeof SignOffReport>;

/** Each learner once, in the order they were named. */
export function sorted(
  requirement: Requirement,
  learnerIds: string[],
  found: Standpoint[],
): { sound: Standpoint[]; refused: SignOffReport["refused"] } {
  const standpoints = new Map(found.map((one) => [one.learnerId, one]));
  const sound: Standpoint[] = [];
  const refused: SignOffReport["refused"] = [];
  for (const learnerId of new Set(learnerIds)) {
    const one = standpoints.get(learnerId);
    const because = one === undefined ? "There is no such learner here." : reasonAgainst(requirement, one);
    if (one !== undefined && because === null) sound.push(one);
    else refused.push({ learnerId, name: one?.name ?? "", because: because ?? "" });
  }
  return { sound, refused };
}

/** The same rules as for one learner at a time. */
function reasonAgainst(requirement: Requirement, { classYear, state }: Standpoint): string | null {
  if (requirement.classYear !== null && requirement.classYear !== classYear) return "It is not asked of their class.";
  if (state === "done") return "It is done already.";
  if (state === "waived") return "It is said not to be needed. Change that on their plan first.";
  return maySay("office", requirement.signedBy, state, "done") ? null : "They sign it off themselves.";
}

/** The titles of what comes before and is open, as far as it is asked of the learner's class. */
export function titlesBefore(items: Requirement[], { classYear, openBefore }: Standpoint): string[] {
  return items
    .filter((one) => openBefore.includes(one.key) && (one.classYear === null || one.classYear === classYear))
    .map(({ title }) => title);
}
