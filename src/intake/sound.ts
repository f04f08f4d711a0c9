// What is left of a school's exports once every row has been read and judged: rows that can be taken, by the ids
// of the school's own systems. Null is what the file does not say: it stays as it is here. Days are half-open: the end in a file is the last day, `to` the first one after it.
import type { Day } from "../core/shapes.ts";
import type { Program } from "../programs/program.ts";

/** A row of a file, with the rows that it leans on: an enrollment on its class, and that on its session. */
export interface Line {
  file: string;
  line: number;
  with?: Line[];
}

/** What each of these keeps of where it was said, so that rows that changed nothing can be told. */
interface Said {
  lines: Line[];
}

/** Another id of the same person, as a human confirmed, and the row that says it. */
export interface OtherId {
  id: string;
  line: Line;
}

export interface SoundLearner extends Said {
  sourceId: string;
  /** Who that is: the key of a person here, or `newcomer` of the first id of one who comes. */
  person: string;
  alsoIds: OtherId[];
  givenName: string;
  familyName: string;
  email: string;
  /** Null only of a learner who is known already. */
  classYear: number | null;
  phase: string | null;
  campus: string | null;
  status: "active" | "leave" | "graduated" | "withdrawn" | null;
  interests: string[] | null;
  needs: string[] | null;
  languages: string[] | null;
}

export interface SoundEducator extends Said {
  sourceId: string;
  /** Who that is: the key of a person here, or `newcomer` of the first id of one who comes. */
  person: string;
  alsoIds: OtherId[];
  givenName: string;
  familyName: string;
  email: string;
  department: string | null;
  campus: string | null;
  skills: string[] | null;
  languages: string[] | null;
  places: Record<Program, number | null>;
  effortPercent: number | null;
  /** Null is not paused; undefined is not said. */
  pausedUntil: Day | null | undefined;
}

export interface SoundDuty extends Said {
  duty: "assesses" | "supervises";
  educatorId: string;
  /** Null with a class, or for every learner of the school. */
  learnerId: string | null;
  classYear: number | null;
  about: string;
  /** Null is from today on, unless it is there already. */
  from: Day | null;
  to: Day | null;
  source: "rotation" | "course" | "committee" | "class";
}

export interface SoundTraining extends Said {
  educatorId: string;
  module: string;
  completedOn: Day;
}

export interface SoundPreference extends Said {
  learnerId: string;
  program: Program;
  educatorId: string;
  /** Null is "never". */
  rank: number | null;
}

export interface SoundRelationship extends Said {
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

export function noRows(): SoundRows {
  return { learners: [], educators: [], duties: [], trainings: [], preferences: [], relationships: [] };
}
