// Looks at all files together: which rows can be taken, which are refused and why, and what only a human can say.
// Rows in = taken + refused + the same again, for every file.
import { addDays, type Day } from "../core/shapes.ts";
import { type Program, programs } from "../programs/program.ts";
import type { Answers, Judged, KnownIds, Question, RefusedRow } from "./judged.ts";
import type { ReadFile, ReadRow } from "./reading.ts";
import type { SoundDuty, SoundEducator, SoundLearner, SoundRows } from "./sound.ts";
import { educatorOf, learnerOf, nameKey, textIn } from "./sound-people.ts";

export function judge(files: ReadFile[], known: KnownIds, answers: Answers): Judged {
  const judging = new Judging(files, known, answers);
  for (const row of judging.rowsOf("educators")) judging.person(row, "faculty_id", "educators");
  for (const row of judging.rowsOf("learners")) judging.person(row, "student_id", "learners");
  for (const row of judging.rowsOf("rotations")) judging.rotation(row);
  for (const row of judging.rowsOf("courses")) judging.course(row);
  for (const row of judging.rowsOf("committees")) judging.committee(row);
  for (const row of judging.rowsOf("training")) judging.training(row);
  for (const row of judging.rowsOf("preferences")) judging.preference(row);
  for (const row of judging.rowsOf("relationships")) judging.relationship(row);
  judging.renumber();
  return judging.verdict();
}

class Judging {
  readonly sound: SoundRows = {
    learners: [],
    educators: [],
    duties: [],
    trainings: [],
    preferences: [],
    relationships: [],
  };
  private readonly refused: RefusedRow[];
  private readonly questions: Question[] = [];
  private readonly repeated = new Map<string, number>();
  private readonly files: ReadFile[];
  private readonly known: KnownIds;
  private readonly answers: Answers;
  /** By id, the row that brought it; by address and by name, the id that came first. */
  private readonly ids = { learners: new Map<string, string>(), educators: new Map<string, string>() };
  private readonly addresses = new Map<string, string>();
  private readonly names = new Map<string, string>();
  /** An id that a human said is another's. */
  private readonly sameAs = new Map<string, string>();
  private readonly seen = new Set<string>();

  constructor(files: ReadFile[], known: KnownIds, answers: Answers) {
    this.files = files;
    this.known = known;
    this.answers = answers;
    this.refused = files.flatMap(({ refused }) => refused);
  }

  rowsOf(kind: string): ReadRow[] {
    return this.files.filter((file) => file.kind === kind).flatMap(({ rows }) => rows);
  }

  person(row: ReadRow, idField: string, who: "learners" | "educators"): void {
    const { values } = row;
    const id = textIn(values, idField);
    const content = JSON.stringify(values);
    const before = this.ids[who].get(id);
    if (before === content) return this.repeat(row);
    if (before !== undefined)
      return this.refuse(
        row,
        idField,
        id,
        "Another row has this id with other values.",
        "Keep the row that is right, and remove the other.",
      );
    const other = this.perhapsSame(row, id, who);
    const answer = other === null ? undefined : this.answers[`${id}=${other}`];
    if (other !== null && answer === "same") return this.merge(row, id, other, who);
    if (other !== null && answer === undefined && this.ask(row, id, other, idField)) return;
    this.ids[who].set(id, content);
    this.addresses.set(textIn(values, "email").toLowerCase(), id);
    this.names.set(nameKey(values), id);
    if (who === "learners") this.sound.learners.push(learnerOf(id, values));
    else this.sound.educators.push(educatorOf(id, values));
  }

  rotation(row: ReadRow): void {
    const { values } = row;
    const learnerId = this.one(row, "student_id", "learners");
    const span = this.span(row);
    if (learnerId === null || span === null) return;
    const about = [textIn(values, "clerkship"), textIn(values, "site")].filter(Boolean).join(", ");
    const duties: SoundDuty[] = [];
    for (const [field, duty] of [
      ["supervisor_id", "supervises"],
      ["assessor_id", "assesses"],
    ] as const) {
      if (textIn(values, field) === "") continue;
      const educatorId = this.one(row, field, "educators");
      if (educatorId === null) return;
      duties.push({ duty, educatorId, learnerId, classYear: null, about, ...span, source: "rotation" });
    }
    if (duties.length === 0)
      return this.refuse(
        row,
        "assessor_id",
        "",
        "Neither a supervisor nor an assessor is named.",
        "Name at least one of them.",
      );
    this.once(row, () => this.sound.duties.push(...duties));
  }

  course(row: ReadRow): void {
    const educatorId = this.one(row, "director_id", "educators");
    const span = this.span(row);
    if (educatorId === null || span === null) return;
    const classYear = row.values.class_year as number;
    this.once(row, () =>
      this.sound.duties.push({
        duty: "assesses",
        educatorId,
        learnerId: null,
        classYear,
        about: textIn(row.values, "course"),
        ...span,
        source: "course",
      }),
    );
  }

  /** Whoever votes on promotion judges every learner of the school. */
  committee(row: ReadRow): void {
    const educatorId = this.one(row, "member_id", "educators");
    const span = this.span(row);
    if (educatorId === null || span === null) return;
    this.once(row, () =>
      this.sound.duties.push({
        duty: "assesses",
        educatorId,
        learnerId: null,
        classYear: null,
        about: textIn(row.values, "committee"),
        ...span,
        source: "committee",
      }),
    );
  }

  training(row: ReadRow): void {
    const educatorId = this.one(row, "faculty_id", "educators");
    if (educatorId === null) return;
    this.once(row, () =>
      this.sound.trainings.push({
        educatorId,
        module: textIn(row.values, "module"),
        completedOn: row.values.completed as Day,
      }),
    );
  }

  /** A "never" may hold for any program; a ranked wish is for one. */
  preference(row: ReadRow): void {
    const pair = this.pair(row);
    if (pair === null) return;
    const wanted = row.values.program as Program | "any";
    const rank = row.values.rank as number | null;
    if (wanted === "any" && rank !== null)
      return this.refuse(row, "program", wanted, "A ranked wish is for one program.", `Write ${programs.join(", ")}.`);
    const fresh = (wanted === "any" ? programs : [wanted]).filter((program) => {
      const key = `wish ${pair.learnerId} ${program} ${pair.educatorId}`;
      return !this.seen.has(key) && this.seen.add(key);
    });
    if (fresh.length === 0) return this.repeat(row);
    for (const program of fresh) this.sound.preferences.push({ ...pair, program, rank });
  }

  relationship(row: ReadRow): void {
    const pair = this.pair(row);
    if (pair === null) return;
    const program = row.values.program as Program;
    const mine = this.sound.relationships.filter(({ learnerId }) => learnerId === pair.learnerId);
    if (mine.some((one) => one.program === program && one.educatorId === pair.educatorId)) return this.repeat(row);
    if (mine.some((one) => one.program === program))
      return this.refuse(
        row,
        "program",
        program,
        "This learner has another educator in this program already.",
        "Keep the pair that runs today.",
      );
    if (mine.some((one) => one.educatorId === pair.educatorId))
      return this.refuse(
        row,
        "faculty_id",
        pair.educatorId,
        "These two are in another program together: one person, one lane.",
        "Keep one of the two.",
      );
    this.sound.relationships.push({ ...pair, program, since: row.values.since as Day });
  }

  /** Ranks may run across programs and have gaps; within a learner's program they become 1, 2, 3. */
  renumber(): void {
    const groups = Map.groupBy(
      this.sound.preferences.filter(({ rank }) => rank !== null),
      ({ learnerId, program }) => `${learnerId} ${program}`,
    );
    for (const wishes of groups.values())
      for (const [at, wish] of wishes.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).entries()) wish.rank = at + 1;
  }

  verdict(): Judged {
    const files = this.files.map(({ name, kind, rowsIn }) => {
      const refused = this.refused.filter(({ file }) => file === name).length;
      const repeated = this.repeated.get(name) ?? 0;
      return { name, kind, rowsIn, refused, repeated, taken: rowsIn - refused - repeated };
    });
    return { sound: this.sound, refused: this.refused, questions: this.questions, files };
  }

  /** The id of somebody who is perhaps the same person: same address, or same name in the same class or department. */
  private perhapsSame({ values }: ReadRow, id: string, who: "learners" | "educators"): string | null {
    const other = this.addresses.get(textIn(values, "email").toLowerCase()) ?? this.names.get(nameKey(values)) ?? null;
    return other === id || other === null || !this.ids[who].has(other) ? null : other;
  }

  /** Whether the row has to wait for the answer. */
  private ask(row: ReadRow, id: string, other: string, field: string): boolean {
    const waits = this.addresses.get(textIn(row.values, "email").toLowerCase()) === other;
    const evidence = waits ? "the same email address" : "the same name, in the same class or department";
    const { file, line } = row;
    this.questions.push({ id: `${id}=${other}`, file, line, first: other, second: id, evidence, waits });
    if (waits) {
      const because = `It waits for your answer: ${id} and ${other} have ${evidence}.`;
      this.refuse(row, field, id, because, "Say whether they are one person.");
    }
    return waits;
  }

  private merge(row: ReadRow, id: string, other: string, who: "learners" | "educators"): void {
    this.sameAs.set(id, other);
    this.ids[who].set(id, JSON.stringify(row.values));
    const people: (SoundLearner | SoundEducator)[] = this.sound[who];
    people.find(({ sourceId }) => sourceId === other)?.alsoIds.push(id);
    this.repeat(row);
  }

  private pair(row: ReadRow): { learnerId: string; educatorId: string } | null {
    const learnerId = this.one(row, "student_id", "learners");
    const educatorId = learnerId === null ? null : this.one(row, "faculty_id", "educators");
    return learnerId === null || educatorId === null ? null : { learnerId, educatorId };
  }

  /** The id in a field, if it is somebody's; otherwise the row is refused. */
  private one(row: ReadRow, field: string, who: "learners" | "educators"): string | null {
    const id = textIn(row.values, field);
    const actual = this.sameAs.get(id) ?? id;
    if (this.ids[who].has(actual) || this.known[who].has(actual)) return actual;
    const word = who === "learners" ? "learner" : "educator";
    this.refuse(
      row,
      field,
      id,
      `No ${word} has the id ${id}, or their own row was refused.`,
      `Add that ${word}, or correct the id.`,
    );
    return null;
  }

  /** The end in a file is the last day. */
  private span(row: ReadRow): { from: Day; to: Day | null } | null {
    const from = row.values.start as Day;
    const last = (row.values.end as Day | null | undefined) ?? null;
    if (last === null) return { from, to: null };
    if (last < from) {
      this.refuse(row, "end", last, "The last day is before the first.", "Correct one of the two days.");
      return null;
    }
    return { from, to: addDays(last, 1) };
  }

  private once(row: ReadRow, take: () => void): void {
    const key = JSON.stringify([this.files.find(({ name }) => name === row.file)?.kind, row.values]);
    if (this.seen.has(key)) return this.repeat(row);
    this.seen.add(key);
    take();
  }

  private repeat({ file }: ReadRow): void {
    this.repeated.set(file, (this.repeated.get(file) ?? 0) + 1);
  }

  private refuse({ file, line }: ReadRow, field: string, value: string, because: string, fix: string): void {
    this.refused.push({ file, line, field, value, because, fix });
  }
}
