// What a school is founded with: its three charters and the first rules of the wall.
import { advisingCharter, advisingRules } from "./advising.ts";
import type { CharterBody, DutyRule } from "./charter.ts";
import { coachingCharter, coachingRules } from "./coaching.ts";
import { mentoringCharter, mentoringRules } from "./mentoring.ts";
import type { Program } from "./program.ts";

export const firstCharters: Record<Program, CharterBody> = {
  advising: advisingCharter,
  coaching: coachingCharter,
  mentoring: mentoringCharter,
};

/** Judges cool off at once: who judged may guide from the day the duty ends. */
const judgeRules: DutyRule[] = [
  { duty: "assesses", wall: "assessment", side: "judge", coolingDays: 0 },
  { duty: "supervises", wall: "observation", side: "judge", coolingDays: 0 },
];

/** A declared conflict closes every wall, and gives no reason. */
const closedRules: DutyRule[] = (["role", "assessment", "observation"] as const).map((wall) => ({
  duty: "conflicts",
  wall,
  side: "closed",
  coolingDays: 0,
}));

export const firstRules: DutyRule[] = [
  ...advisingRules,
  ...coachingRules,
  ...mentoringRules,
  ...judgeRules,
  ...closedRules,
];
