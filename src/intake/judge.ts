// Looks at all files together: which rows can be taken, which are refused and why, and what only a human can say.
import type { Day } from "../core/shapes.ts";
import { type Program, programs } from "../programs/program.ts";
import { committee, course, rotation } from "./judge-duties.ts";
import { judgeEnrollments } from "./judge-classes.ts";
import { PeopleJudge } from "./judge-people.ts";
import { judgeRoster } from "./judge-roster.ts";
import type { Answers, Judged, KnownIds } from "./judged.ts";
import { type HandOn, Judging, lineOf } from "./judging.ts";
import type { ReadFile, ReadRow } from "./reading.ts";
import type { SoundRelationship } from "./sound.ts";
import { textIn } from "./sound-people.ts";

/** `handOn` takes what is sound, lot by lot; without it, nothing comes of it. */
export async function judge(
  files: ReadFile[],
  known: KnownIds,
  answers: Answers,
  handOn: HandOn = async () => undefined,
): Promise<Judged> {
  const judging = new Judging(files, known, handOn);
  const people = new PeopleJudge(judging, answers);
  await judging.each("educators", (row) => people.person(row, "faculty_id", "educators"));
  await judging.each("learners", (row) => people.person(row, "student_id", "learners"));
  await judgeRoster(judging, people);
  people.release();
  await judgeEnrollments(judging);
  await judging.each("rotations", (row) => rotation(judging, row));
  await judging.each("courses", (row) => course(judging, row));
  await judging.each("committees", (row) => committee(judging, row));
  await judging.each("training", (row) => training(judging, row));
  await judging.each("preferences", (row) => preference(judging, row));
  const pairs = new Map<string, SoundRelationship[]>();
  await judging.each("relationships", (row) => relationship(judging, pairs, row));
  renumber(judging);
  await judging.handOnRest();
  return judging.verdict();
}

function training(judging: Judging, row: ReadRow): void {
  const educatorId = judging.one(row, "faculty_id", "educators");
  if (educatorId === null) return;
  judging.once("training", row, () =>
    judging.sound.trainings.push({
      educatorId,
      module: textIn(row.values, "module"),
      completedOn: row.values.completed as Day,
      lines: [lineOf(row)],
    }),
  );
}

/** A "never" may hold for any program; a ranked wish is for one. */
function preference(judging: Judging, row: ReadRow): void {
  const pair = judging.pair(row);
  if (pair === null) return;
  const wanted = row.values.program as Program | "any";
  const rank = row.values.rank as number | null;
  if (wanted === "any" && rank !== null)
    return judging.refuse(row, "program", wanted, "A ranked wish is for one program.", `Write ${programs.join(", ")}.`);
  const fresh = (wanted === "any" ? programs : [wanted]).filter((program) => {
    const key = `wish ${pair.learnerId} ${program} ${pair.educatorId}`;
    return judging.isFirst(key);
  });
  if (fresh.length === 0) return judging.repeat(row);
  const lines = [lineOf(row)];
  for (const program of fresh) judging.sound.preferences.push({ ...pair, program, rank, lines });
}

/** `pairs` has those taken so far, by learner. */
function relationship(judging: Judging, pairs: Map<string, SoundRelationship[]>, row: ReadRow): void {
  const pair = judging.pair(row);
  if (pair === null) return;
  const program = row.values.program as Program;
  const mine = pairs.get(pair.learnerId) ?? [];
  if (mine.some((one) => one.program === program && one.educatorId === pair.educatorId)) return judging.repeat(row);
  const lane = `${judging.referred(pair.learnerId)} ${program}`;
  const endedOn = judging.known.ended.get(`${lane} ${judging.referred(pair.educatorId)}`);
  const since = row.values.since as Day;
  if (endedOn !== undefined && since < endedOn)
    return judging.refuse(
      row,
      "since",
      since,
      `This pair ended here on ${endedOn}, and stays ended.`,
      "Leave the row out. If they work together again, write since when.",
    );
  const here = judging.known.pairs.get(lane);
  const isOther = here !== undefined && here !== judging.referred(pair.educatorId);
  if (isOther || mine.some((one) => one.program === program))
    return judging.refuse(
      row,
      "program",
      program,
      "This learner has another educator in this program already.",
      isOther ? "End the pair that is here first, or leave this one out." : "Keep the pair that runs today.",
    );
  if (mine.some((one) => one.educatorId === pair.educatorId))
    return judging.refuse(
      row,
      "faculty_id",
      pair.educatorId,
      "These two are in another program together: one person, one lane.",
      "Keep one of the two.",
    );
  const taken = { ...pair, program, since, lines: [lineOf(row)] };
  pairs.set(pair.learnerId, [...mine, taken]);
  judging.sound.relationships.push(taken);
}

/** Ranks may run across programs and have gaps; within a learner's program they become 1, 2, 3. */
function renumber({ sound }: Judging): void {
  const groups = Map.groupBy(
    sound.preferences.filter(({ rank }) => rank !== null),
    ({ learnerId, program }) => `${learnerId} ${program}`,
  );
  for (const wishes of groups.values())
    for (const [at, wish] of wishes.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).entries()) wish.rank = at + 1;
}
