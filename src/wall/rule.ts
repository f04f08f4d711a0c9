// The rules of the wall in words: where a duty stands, and what that keeps away.
import type { Duty, DutyRule, Side } from "../programs/charter.ts";

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

/** A side of a wall on screen. What the code calls judging, people read as assessment. */
export const sideWords: Record<Side, string> = {
  advisor: "advisor",
  coach: "coach",
  mentor: "mentor",
  support: "support",
  judge: "assessment",
  closed: "closed",
};

/** "Assessment wall, support side". */
export function standWords({ wall, side }: Pick<DutyRule, "wall" | "side">): string {
  return `${wall[0]?.toUpperCase()}${wall.slice(1)} wall, ${sideWords[side]} side`;
}

/** "Assessment wall, support side; role wall, coach side." */
export function placesWords(places: Pick<DutyRule, "wall" | "side">[]): string {
  return places.map((place, at) => (at === 0 ? standWords(place) : standWords(place).toLowerCase())).join("; ");
}

/** "coaches stands on the support side of the assessment wall, and for 180 days after." */
export function ruleSentence({ duty, wall, side, coolingDays }: DutyRule): string {
  const after = coolingDays === 0 ? "" : `, and for ${coolingDays} days after it ends`;
  return `Who ${dutyWords[duty]} stands on the ${sideWords[side]} side of the ${wall} wall${after}.`;
}
