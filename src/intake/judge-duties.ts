// Judges the rows that give an educator a duty: rotations, courses and committees.
import { type Judging, lineOf } from "./judging.ts";
import type { ReadRow } from "./reading.ts";
import type { SoundDuty } from "./sound.ts";
import { textIn } from "./sound-people.ts";

export function rotation(judging: Judging, row: ReadRow): void {
  const { values } = row;
  const learnerId = judging.one(row, "student_id", "learners");
  const span = judging.span(row);
  if (learnerId === null || span === null) return;
  const about = [textIn(values, "clerkship"), textIn(values, "site")].filter(Boolean).join(", ");
  const duties: SoundDuty[] = [];
  const lines = [lineOf(row)];
  for (const [field, duty] of [
    ["supervisor_id", "supervises"],
    ["assessor_id", "assesses"],
  ] as const) {
    if (textIn(values, field) === "") continue;
    const educatorId = judging.one(row, field, "educators");
    if (educatorId === null) return;
    if (educatorId === learnerId) return refuseSelf(judging, row, field, duty);
    duties.push({ duty, educatorId, learnerId, classYear: null, about, ...span, source: "rotation", lines });
  }
  if (duties.length === 0)
    return judging.refuse(
      row,
      "assessor_id",
      "",
      "Neither a supervisor nor an assessor is named.",
      "Name at least one of them.",
    );
  judging.once("rotation", row, () => judging.sound.duties.push(...duties));
}

function refuseSelf(judging: Judging, row: ReadRow, field: string, duty: SoundDuty["duty"]): void {
  const because = `This is the learner, and nobody ${duty} themselves.`;
  judging.refuse(row, field, textIn(row.values, field), because, "Name somebody else.");
}

export function course(judging: Judging, row: ReadRow): void {
  const educatorId = judging.one(row, "director_id", "educators");
  const span = judging.span(row);
  if (educatorId === null || span === null) return;
  const classYear = row.values.class_year as number;
  judging.once("course", row, () =>
    judging.sound.duties.push({
      duty: "assesses",
      educatorId,
      learnerId: null,
      classYear,
      about: textIn(row.values, "course"),
      ...span,
      source: "course",
      lines: [lineOf(row)],
    }),
  );
}

/** Whoever votes on promotion judges every learner of the school. */
export function committee(judging: Judging, row: ReadRow): void {
  const educatorId = judging.one(row, "member_id", "educators");
  const span = judging.span(row);
  if (educatorId === null || span === null) return;
  judging.once("committee", row, () =>
    judging.sound.duties.push({
      duty: "assesses",
      educatorId,
      learnerId: null,
      classYear: null,
      about: textIn(row.values, "committee"),
      ...span,
      source: "committee",
      lines: [lineOf(row)],
    }),
  );
}
