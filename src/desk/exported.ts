// The kinds of records that an export gives, each a table. Sign-in secrets and their traces are none of them.
export const exported = [
  "schools",
  "people",
  "offices",
  "source-ids",
  "learners",
  "standings",
  "learner-profiles",
  "educators",
  "educator-terms",
  "capacities",
  "charters",
  "acknowledgements",
  "trainings",
  "preferences",
  "rulesets",
  "duty-rules",
  "duties",
  "stands",
  "assessments",
  "exceptions",
  "incidents",
  "incident-closures",
  "runs",
  "proposals",
  "proposal-scores",
  "gaps",
  "run-approvals",
  "answers",
  "withdrawals",
  "relationships",
  "agreements",
  "signatures",
  "pauses",
  "endings",
  "requests",
  "request-turns",
  "handovers",
  "handover-answers",
  "replies",
  "request-closings",
  "resource-lists",
  "mails",
  "mail-choices",
  "mail-hours",
  "requirement-sets",
  "requirements",
  "timeline-days",
  "requirement-states",
  "plan-notes",
  "plan-shares",
  "snoozes",
  "goals",
  "goal-steps",
  "goal-evidence",
  "goal-ratings",
  "goal-checkins",
  "goal-comments",
  "learning-plans",
  "plan-links",
  "availabilities",
  "meetings",
  "meeting-acts",
  "agenda-lines",
  "talk-marks",
  "library-sources",
  "source-checks",
  "claims",
  "articles",
  "passages",
  "article-claims",
  "submissions",
  "reviews",
  "passage-comments",
  "reader-choices",
  "library-questions",
  "question-outcomes",
  "imports",
  "import-changes",
  "column-maps",
  "told-apart",
  "voids",
  "events",
] as const;
export type Exported = (typeof exported)[number];

export function tableOf(record: Exported): string {
  return record.replaceAll("-", "_");
}

/** What everybody of the school may read of each other, and the asker's own acts: no record of anybody. */
const openToAll: readonly Exported[] = ["offices", "events", "resource-lists"];
const columnsOfPeople = ["personId", "learnerId", "educatorId", "assessorId", "lo", "hi"];

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
  const columns = asker.may.length > 0 ? columnsOfPeople : ["learnerId", ...(record === "people" ? ["personId"] : [])];
  const found = rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => typeof id === "string");
  return [...new Set(found)].filter((id) => id !== asker.personId);
}
