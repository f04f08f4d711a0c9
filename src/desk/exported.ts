// The kinds of records that an export gives, by table. Sign-in secrets and their traces are none of them.
export const exported = [
  "schools",
  "people",
  "offices",
  "source_ids",
  "learners",
  "standings",
  "learner_profiles",
  "educators",
  "educator_terms",
  "capacities",
  "charters",
  "acknowledgements",
  "trainings",
  "preferences",
  "rulesets",
  "duty_rules",
  "duties",
  "stands",
  "assessments",
  "exceptions",
  "incidents",
  "incident_closures",
  "runs",
  "proposals",
  "proposal_scores",
  "gaps",
  "run_approvals",
  "answers",
  "withdrawals",
  "relationships",
  "agreements",
  "signatures",
  "pauses",
  "endings",
  "imports",
  "import_changes",
  "column_maps",
  "voids",
  "events",
] as const;
export type Exported = (typeof exported)[number];

/** What everybody of the school may read of each other, and the asker's own acts: no record of anybody. */
const openToAll: readonly Exported[] = ["offices", "events"];
const columnsOfPeople = ["person_id", "learner_id", "educator_id", "assessor_id", "lo", "hi"];

/**
 * Whose records these rows are, the asker's aside; each of them is told that somebody looked. An office reads records
 * of everybody, anyone else those of the learners whom they guide or judge: the directory of educators is open, and the
 * database tells none of those who stand in it for that.
 */
export function peopleIn(
  record: Exported,
  rows: readonly Record<string, unknown>[],
  asker: { personId: string; may: readonly string[] },
): string[] {
  if (openToAll.includes(record)) return [];
  const columns =
    asker.may.length > 0 ? columnsOfPeople : ["learner_id", ...(record === "people" ? ["person_id"] : [])];
  const found = rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => typeof id === "string");
  return [...new Set(found)].filter((id) => id !== asker.personId);
}
