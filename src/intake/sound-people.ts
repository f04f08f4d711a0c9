// How a row that is a person becomes a sound learner or educator.
import type { Day } from "../core/shapes.ts";
import { type Program, programs, roleOf } from "../programs/program.ts";
import type { Line, OtherId, SoundEducator, SoundLearner } from "./sound.ts";

export type Values = Record<string, unknown>;

export function textIn(values: Values, key: string): string {
  return (values[key] as string | null) ?? "";
}

/** A field without a column is not said: null. One whose cell is empty is said to be empty. */
function saidIn<T>(values: Values, key: string, empty: T): T | null {
  return key in values ? ((values[key] as T | null) ?? empty) : null;
}

/** What two rows share that may be one person under two ids: the name, in one class or department. */
export function nameKey(values: Values): string {
  const group = values.class_year ?? values.department ?? "";
  return `${textIn(values, "first_name")} ${textIn(values, "last_name")} ${String(group)}`
    .normalize("NFKC")
    .toLowerCase();
}

const newWord = "new ";

/** Who an import brings, by the first of their ids. Keys of people have no spaces. */
export function newcomer(id: string): string {
  return `${newWord}${id}`;
}

/** Null of somebody who is here already. */
export function firstIdOf(person: string): string | null {
  return person.startsWith(newWord) ? person.slice(newWord.length) : null;
}

function personOf(id: string, person: string, values: Values, line: Line) {
  return {
    sourceId: id,
    person,
    alsoIds: [] as OtherId[],
    lines: [line],
    givenName: textIn(values, "first_name"),
    familyName: textIn(values, "last_name"),
    email: textIn(values, "email"),
    campus: saidIn(values, "campus", ""),
    languages: saidIn<string[]>(values, "languages", []),
  };
}

export function learnerOf(id: string, person: string, values: Values, line: Line): SoundLearner {
  return {
    ...personOf(id, person, values, line),
    classYear: (values.class_year as number | null | undefined) ?? null,
    phase: saidIn(values, "phase", ""),
    status: saidIn<SoundLearner["status"]>(values, "status", "active"),
    interests: saidIn<string[]>(values, "interests", []),
    needs: saidIn<string[]>(values, "needs", []),
  };
}

export function educatorOf(id: string, person: string, values: Values, line: Line): SoundEducator {
  const places = Object.fromEntries(
    programs.map((program) => [program, saidIn(values, `${roleOf[program]}_capacity`, 0)]),
  );
  return {
    ...personOf(id, person, values, line),
    department: saidIn(values, "department", ""),
    skills: saidIn<string[]>(values, "skills", []),
    places: places as Record<Program, number | null>,
    effortPercent: saidIn(values, "fte_percent", 0),
    pausedUntil: values.paused_until as Day | null | undefined,
  };
}
