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

/**
 * The same for the learner it is about: "Guides you, so does not assess you, nor supervise you or watch you at work."
 * On a wall with an exception between the two nothing is promised, whichever of their duties it was given for.
 */
export function plainPlaces(places: Pick<DutyRule, "wall" | "side">[], excepted: DutyRule["wall"][] = []): string {
  const held = places.filter(({ wall }) => !excepted.includes(wall));
  if (held.length === places.length) return promiseOf(places);
  const isPromise = held.some(({ wall }) => wall !== "role");
  return isPromise
    ? `${promiseOf(held)}. An exception says what else may be`
    : "An exception says what may be beside it";
}

function promiseOf(places: Pick<DutyRule, "wall" | "side">[]): string {
  const isOn = (wall: DutyRule["wall"], judges: boolean) =>
    places.some((place) => place.wall === wall && (place.side === "judge") === judges);
  if (isOn("assessment", true))
    return `Assesses you${isOn("observation", true) ? " and watches you at work" : ""}, so does not coach or mentor you`;
  if (isOn("observation", true)) return "Supervises you or watches you at work, so does not mentor you";
  const kept = [
    ...(isOn("assessment", false) ? ["does not assess you"] : []),
    ...(isOn("observation", false) ? ["does not supervise you or watch you at work"] : []),
  ];
  return kept.length === 0 ? "Guides you, in this role alone" : `Guides you, so ${kept.join(" and ")}`;
}

/** "coaches stands on the support side of the assessment wall, and for 180 days after." */
export function ruleSentence({ duty, wall, side, coolingDays }: DutyRule): string {
  const after = coolingDays === 0 ? "" : `, and for ${coolingDays} days after it ends`;
  return `Who ${dutyWords[duty]} stands on the ${sideWords[side]} side of the ${wall} wall${after}.`;
}
