// Judges the classes of a OneRoster export: whoever teaches one assesses each learner in it, on the days that both are.
import type { Day } from "../core/shapes.ts";
import { Refusal } from "../core/refusal.ts";
import { type Judging, lineOf } from "./judging.ts";
import type { ReadRow } from "./reading.ts";
import type { Line } from "./sound.ts";
import { refuseInactive, rosterRole } from "./roster-rows.ts";
import { textIn, type Values } from "./sound-people.ts";

/** Unlike in a school's own files, the end of an enrollment and of a session is the first day after it. */
interface Span {
  from: Day | null;
  to: Day | null;
}

interface Session extends Span {
  row: Line;
}

interface Class extends Session {
  about: string;
  learners: Member[];
  educators: Member[];
}

interface Member extends Session {
  id: string;
}

/** A class of everybody, taught by everybody, is no roster but a mistake. */
const pairsMost = 1_000_000;

export async function judgeEnrollments(judging: Judging): Promise<void> {
  const classes = classesOf(judging, sessionsOf(judging));
  await judging.each("enrollments", (row) => enrollment(judging, classes, row));
  let pairs = 0;
  for (const one of classes.values()) {
    pairs += one.learners.length * one.educators.length;
    if (pairs > pairsMost)
      throw new Refusal(
        "invalid",
        "file.pairs",
        `The classes pair more than ${pairsMost.toLocaleString("en")} times an educator with a learner. Import fewer classes at a time.`,
        [{ field: "enrollments", because: "Send the enrollments of fewer classes." }],
      );
    pushDuties(judging, one);
    if (judging.isMuch()) await judging.handOnMost();
  }
}

function sessionsOf(judging: Judging): Map<string, Session> {
  const sessions = new Map<string, Session>();
  for (const row of judging.rowsOf("sessions")) {
    if (refuseInactive(judging, row)) continue;
    const span = spanIn(judging, row, "startDate");
    if (span !== null)
      judging.once("session", row, () => sessions.set(textIn(row.values, "sourcedId"), { ...span, row: lineOf(row) }));
  }
  return sessions;
}

function classesOf(judging: Judging, sessions: Map<string, Session>): Map<string, Class> {
  const classes = new Map<string, Class>();
  for (const row of judging.rowsOf("classes")) {
    if (refuseInactive(judging, row)) continue;
    const { values } = row;
    const terms = ((values.terms as string[] | null | undefined) ?? []).flatMap((term) => sessions.get(term) ?? []);
    const code = textIn(values, "code");
    const about = `${textIn(values, "title")}${code === "" ? "" : ` (${code})`}`;
    judging.once("class", row, () =>
      classes.set(textIn(values, "sourcedId"), {
        about,
        ...wholeOf(terms),
        row: lineOf(
          row,
          terms.map((term) => term.row),
        ),
        learners: [],
        educators: [],
      }),
    );
  }
  return classes;
}

/** From the first day of the first term to the last of the last. */
function wholeOf(terms: Span[]): Span {
  const from = terms.flatMap((term) => term.from ?? []).toSorted()[0] ?? null;
  const to = terms.flatMap((term) => term.to ?? []).toSorted((a, b) => (a < b ? 1 : -1))[0] ?? null;
  return { from, to };
}

function enrollment(judging: Judging, classes: Map<string, Class>, row: ReadRow): void {
  if (refuseInactive(judging, row)) return;
  const { values } = row;
  const role = textIn(values, "role");
  const who = rosterRole(role);
  if (who === null)
    return judging.refuse(
      row,
      "role",
      role,
      `The role ${role} neither learns in the class nor assesses there.`,
      "Nothing, unless it is wrong: write student or teacher.",
    );
  const classId = textIn(values, "class");
  const one = classes.get(classId);
  if (one === undefined)
    return judging.refuse(
      row,
      "class",
      classId,
      `No class has the id ${classId}, or its own row was refused.`,
      "Send classes.csv along, or correct the id.",
    );
  const id = judging.one(row, "user", who);
  const span = id === null ? null : spanIn(judging, row, "beginDate");
  if (id === null || span === null) return;
  judging.once("enrollment", row, () =>
    one[who].push({ id, from: span.from ?? one.from, to: span.to ?? one.to, row: lineOf(row, [one.row]) }),
  );
}

function spanIn(judging: Judging, row: ReadRow, first: string): Span | null {
  const from = dayIn(row.values, first);
  const to = dayIn(row.values, "endDate");
  if (from === null || to === null || from < to) return { from, to };
  judging.refuse(row, "endDate", to, "It ends before its first day is over.", "Correct one of the two days.");
  return null;
}

function dayIn(values: Values, key: string): Day | null {
  return (values[key] as Day | null | undefined) ?? null;
}

function pushDuties({ sound }: Judging, { about, learners, educators }: Class): void {
  for (const educator of educators)
    for (const learner of learners) {
      const from = latest(educator.from, learner.from);
      const to = earliest(educator.to, learner.to);
      if (educator.id === learner.id || (from !== null && to !== null && from >= to)) continue;
      const duty = { duty: "assesses", source: "class", classYear: null, about, from, to } as const;
      const lines = [educator.row, learner.row];
      sound.duties.push({ ...duty, educatorId: educator.id, learnerId: learner.id, lines });
    }
}

function latest(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : a > b ? a : b;
}

function earliest(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}
