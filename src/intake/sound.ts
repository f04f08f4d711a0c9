// What is left of a school's exports once every row has been read and judged: rows that can be taken, by the ids
// of the school's own systems. Days are half-open: the end in a file is the last day, `to` the first one after it.
import type { Day } from "../core/shapes.ts";
import type { Program } from "../programs/program.ts";

export interface SoundLearner {
  sourceId: string;
  /** Other ids of the same person, as a human confirmed. */
  alsoIds: string[];
  givenName: string;
  familyName: string;
  email: string;
  classYear: number;
  phase: string;
  campus: string;
  status: "active" | "leave" | "graduated" | "withdrawn";
  interests: string[];
  needs: string[];
  languages: string[];
}

export interface SoundEducator {
  sourceId: string;
  alsoIds: string[];
  givenName: string;
  familyName: string;
  email: string;
  department: string;
  campus: string;
  skills: string[];
  languages: string[];
  places: Record<Program, number>;
  effortPercent: number;
  pausedUntil: Day | null;
}

export interface SoundDuty {
  duty: "assesses" | "supervises";
  educatorId: string;
  /** Null with a class, or for every learner of the school. */
  learnerId: string | null;
  classYear: number | null;
  about: string;
  from: Day;
  to: Day | null;
  source: "rotation" | "course" | "committee" | "class";
}

export interface SoundTraining {
  educatorId: string;
  module: string;
  completedOn: Day;
}

export interface SoundPreference {
  learnerId: string;
  program: Program;
  educatorId: string;
  /** Null is "never". */
  rank: number | null;
}

export interface SoundRelationship {
  learnerId: string;
  educatorId: string;
  program: Program;
  since: Day;
}

export interface SoundRows {
  learners: SoundLearner[];
  educators: SoundEducator[];
  duties: SoundDuty[];
  trainings: SoundTraining[];
  preferences: SoundPreference[];
  relationships: SoundRelationship[];
}
