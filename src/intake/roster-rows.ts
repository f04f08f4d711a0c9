// What the rows of a OneRoster export have in common: whether they hold, and which roles they give.
import type { Judging, Who } from "./judging.ts";
import type { ReadRow } from "./reading.ts";

/** A row that the export wants deleted is refused: an import removes nothing. True when it was. */
export function refuseInactive(judging: Judging, row: ReadRow): boolean {
  if (row.values.roster_status !== "tobedeleted") return false;
  judging.refuse(
    row,
    "roster_status",
    "tobedeleted",
    "The export marks it as to be deleted. An import deletes nothing.",
    "Nothing, if it never came in. Otherwise end it on its own page.",
  );
  return true;
}

const educating = new Set(["teacher", "faculty", "instructor", "professor"]);

/** Extensions of the standard's list begin with "ext:". Null for a role that is neither. */
export function rosterRole(role: string): Who | null {
  const word = role.toLowerCase().replace(/^ext:/, "");
  if (word === "student") return "learners";
  return educating.has(word) ? "educators" : null;
}
