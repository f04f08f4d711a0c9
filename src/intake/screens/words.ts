// Numbers and names of an import, in words.
import { plural } from "../../core/plural.ts";
import { kindNamed } from "../kinds.ts";

export function rowsWord(count: number): string {
  return plural(count, "row");
}

export function numberOf(count: number): string {
  return count.toLocaleString("en-US");
}

/** The field's name on screen; "row" stands for a whole row. */
export function fieldWord(kind: string | undefined, field: string): string {
  if (field === "row") return "The whole row";
  return kindNamed(kind ?? "")?.fields.find(({ key }) => key === field)?.label ?? field;
}

export function kindWord(kind: string): string {
  return kindNamed(kind)?.label ?? kind;
}

const tableWords: Record<string, string> = {
  people: "People",
  source_ids: "Ids of your systems",
  learners: "Learners",
  educators: "Educators",
  standings: "Phases of learners",
  learner_profiles: "Interests and needs",
  educator_terms: "Effort and pauses",
  capacities: "Places by program",
  duties: "Duties that judge or supervise",
  trainings: "Completed modules",
  preferences: "Wishes",
  relationships: "Pairs that exist today",
  stands: "Sides that the wall watches",
  incidents: "Incidents",
  told_apart: "Answers: two people",
};

/** What a table holds, as a reader would say it. */
export function tableWord(table: string): string {
  return tableWords[table] ?? `${table.charAt(0).toUpperCase()}${table.slice(1).replaceAll("_", " ")}`;
}
