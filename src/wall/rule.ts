// The rules of the wall in words: where a duty stands, and what that keeps away.
import type { Duty, DutyRule } from "../programs/charter.ts";

/** How a duty reads on screen, of an educator toward a learner. */
export const dutyWords: Record<Duty, string> = {
  advises: "advises",
  counsels: "counsels in academic difficulty",
  coaches: "coaches",
  mentors: "mentors",
  assesses: "assesses, grades or votes on promotion",
  supervises: "supervises or observes clinically",
  conflicts: "declared a conflict",
};

/** "coaches stands on the support side of the assessment wall, and for 180 days after." */
export function ruleSentence({ duty, wall, side, coolingDays }: DutyRule): string {
  const after = coolingDays === 0 ? "" : `, and for ${coolingDays} days after it ends`;
  return `Who ${dutyWords[duty]} stands on the ${side} side of the ${wall} wall${after}.`;
}
