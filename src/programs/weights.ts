// What counts in a match of each program, in points of 100, and the order in which the programs are matched.
// The shares follow what each program is for: mentors are chosen, advisors are assigned by field and place, and for a
// coach the learner's own needs count more than a shared specialty. They are starting values; every run shows its own.
import type { Program } from "./program.ts";

export const parts = ["wish", "skills", "specialty", "language", "campus", "stage"] as const;
export type Part = (typeof parts)[number];
export type Weights = Record<Part, number>;

export const firstWeights: Record<Program, Weights> = {
  advising: { wish: 10, skills: 15, specialty: 40, language: 10, campus: 15, stage: 10 },
  coaching: { wish: 25, skills: 40, specialty: 5, language: 10, campus: 10, stage: 10 },
  mentoring: { wish: 40, skills: 20, specialty: 20, language: 10, campus: 5, stage: 5 },
};

/** Scarcest first: later programs take the pairs and the hours of the earlier ones as given. */
export const matchOrder: readonly Program[] = ["coaching", "mentoring", "advising"];
