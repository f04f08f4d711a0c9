// What collides in an incident, in words: for the table of incidents and for whoever approves an exception.
import type { Incident } from "../incident.ts";
import { dutyWords } from "../rule.ts";

/** "The same person mentors, and assesses, grades or votes on promotion." */
export function collisionWords({ kind, duty, against }: Incident): string {
  if (kind === "assessment") return "An assessment took place that no duty permits.";
  if (against === null) return `The same person ${dutyWords[duty]}, and the two are not available to each other.`;
  return `The same person ${dutyWords[duty]}, and ${dutyWords[against]}.`;
}

/** "Internal Medicine course, on the assessment wall". */
export function placeWords({ about, wall }: Incident): string {
  return `${about === "" ? "On" : `${about}, on`} the ${wall} wall`;
}
