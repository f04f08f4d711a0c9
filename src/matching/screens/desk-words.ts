// Words of the match desk that several of its parts say.
import { roleOf, type Program } from "../../programs/program.ts";
import type { Part } from "../../programs/weights.ts";
import type { PartPoints } from "../score.ts";
import { partNames } from "../telling.ts";

/** A score of 0 to 10000 as points of 100. */
export function of100(score: number): number {
  return Math.round(score / 100);
}

export function roleIn(program: Program): string {
  return roleOf[program];
}

/** "coaches", "mentors". */
export function rolesIn(program: Program): string {
  const role = roleOf[program];
  return role.endsWith("ch") ? `${role}es` : `${role}s`;
}

/** The part that gave most, in words, and whether it was somebody's wish. */
export function carriedBy(parts: PartPoints[]): string {
  const best = parts.reduce<PartPoints | null>(
    (top, part) => (part.part !== "unknown" && part.points > (top?.points ?? 0) ? part : top),
    null,
  );
  return best === null ? "Nothing known yet" : partNames[best.part];
}

export function wishSaid(parts: PartPoints[]): string {
  const wish = parts.find(({ part }) => part === "wish");
  if (!wish?.known) return "No choice made";
  if (wish.points === 0) return "Not ranked";
  const place = Math.round(Math.log(wish.points / wish.most) / Math.log(0.8));
  return ["First choice", "Second choice", "Third choice"][place] ?? `Choice ${place + 1}`;
}

/** Why an educator is out, as the end of a sentence that begins with their name. */
export const exclusionWords: Record<string, string> = {
  "not available": "is not available to them",
  "other lane": "is with them in another program",
  never: "is one they would rather not have",
  declined: "was proposed before, and one of the two declined",
  "together before": "was with them here before, and it ended",
  forbidden: "is ruled out in this run",
  "other campus": "is on another campus",
  "not certified": "has training to complete",
  paused: "takes a pause",
  full: "has no place left",
  "no hours left": "has no hours left",
};

export const countWords: Record<string, string> = {
  "not available": "not available to them",
  "other lane": "with them in another program",
  never: "that they would rather not have",
  declined: "declined before",
  "together before": "with them here before",
  forbidden: "ruled out in this run",
  "other campus": "on another campus",
  "not certified": "with training to complete",
  paused: "on a pause",
  full: "with no place left",
  "no hours left": "with no hours left",
};

export const partHints: Record<Part, string> = {
  wish: "How high the learner ranked them: 100, 80, 64 percent and so on.",
  skills: "How many of the learner's needs the educator has skills for.",
  specialty: "How near the educator's department is to the learner's interests.",
  language:
    "Whether they share a language that both named. It is only about being able to talk; set it to 0 to leave it out.",
  campus: "Whether both are on the same campus.",
  stage: "How many of the educator's learners are in the same phase.",
};
