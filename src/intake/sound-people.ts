// How a row that is a person becomes a sound learner or educator.
import type { Day } from "../core/shapes.ts";
import { type Program, programs, roleOf } from "../programs/program.ts";
import type { SoundEducator, SoundLearner } from "./sound.ts";

export type Values = Record<string, unknown>;

export function textIn(values: Values, key: string): string {
  return (values[key] as string | null) ?? "";
}

function listIn(values: Values, key: string): string[] {
  return (values[key] as string[] | null) ?? [];
}

/** What two rows share that may be one person under two ids: the name, in one class or department. */
export function nameKey(values: Values): string {
  const group = values.class_year ?? values.department ?? "";
  return `${textIn(values, "first_name")} ${textIn(values, "last_name")} ${String(group)}`
    .normalize("NFKC")
    .toLowerCase();
}

function personOf(id: string, values: Values) {
  return {
    sourceId: id,
    alsoIds: [] as string[],
    givenName: textIn(values, "first_name"),
    familyName: textIn(values, "last_name"),
    email: textIn(values, "email"),
    campus: textIn(values, "campus"),
    languages: listIn(values, "languages"),
  };
}

export function learnerOf(id: string, values: Values): SoundLearner {
  const status = (values.status as SoundLearner["status"] | null) ?? "active";
  return {
    ...personOf(id, values),
    classYear: values.class_year as number,
    phase: textIn(values, "phase"),
    status,
    interests: listIn(values, "interests"),
    needs: listIn(values, "needs"),
  };
}

export function educatorOf(id: string, values: Values): SoundEducator {
  const places = Object.fromEntries(
    programs.map((program) => [program, (values[`${roleOf[program]}_capacity`] as number | null) ?? 0]),
  );
  const pausedUntil = values.paused_until as Day | null;
  return {
    ...personOf(id, values),
    department: textIn(values, "department"),
    skills: listIn(values, "skills"),
    places: places as Record<Program, number>,
    effortPercent: (values.fte_percent as number | null) ?? 0,
    pausedUntil,
  };
}
