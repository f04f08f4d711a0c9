// What judging keeps while it goes through an import's rows: what is refused, what was said before, and which ids are
// whose. What is sound is handed on again and again, so that it is never all in memory.
import { hash } from "node:crypto";
import { addDays, type Day } from "../core/shapes.ts";
import type { AnsweredBefore, Judged, JudgedFile, KnownIds, Note, Question, RefusedRow } from "./judged.ts";
import { Packed } from "./packed.ts";
import type { ReadFile, ReadRow } from "./reading.ts";
import { type Line, noRows, type SoundRows } from "./sound.ts";
import { newcomer, textIn, type Values } from "./sound-people.ts";
import type { ToldApart } from "./told-apart.ts";

export type Who = "learners" | "educators";

/** Takes what is sound so far; `seen` is how many rows that comes from, of all that were looked at. */
export type HandOn = (sound: SoundRows, seen: number) => Promise<void>;

/**
 * So many of a kind are handed on at once. Of duties more: what is there already of a learner's is read for each lot,
 * and many a file goes through all learners week by week. Wishes only at the end, since their ranks depend on each other.
 */
const most = { learners: 1000, educators: 1000, duties: 50_000, trainings: 5000, relationships: 5000 };
const mostOf = Object.keys(most) as (keyof typeof most)[];

export class Judging {
  /** What is not handed on yet. */
  sound: SoundRows = noRows();
  readonly questions: Question[] = [];
  readonly answeredBefore: AnsweredBefore[] = [];
  readonly apart: ToldApart[] = [];
  readonly notes: Note[] = [];
  readonly known: KnownIds;
  /** By id, the mark of what the row that brought it says. */
  readonly ids = { learners: new Packed(), educators: new Packed() };
  /** By id, who that is, where the rows that are people say another than is here, or than comes with the id itself. */
  readonly persons = new Packed();
  /** An id that a human said is another's. */
  readonly sameAs = new Map<string, string>();
  readonly files: ReadFile[];
  private readonly handOn: HandOn;
  private seen = 0;
  private readonly refused: RefusedRow[];
  /** By file, the lines that said again what another had said. */
  private readonly repeated = new Map<string, Set<number>>();
  private readonly said = new Packed();
  /** By person, the id that the rows of an import name them by, whichever they use. */
  private readonly namedBy = new Packed();
  private idsOfPeople: Map<string, string> | undefined;

  constructor(files: ReadFile[], known: KnownIds, handOn: HandOn) {
    this.files = files;
    this.known = known;
    this.handOn = handOn;
    this.refused = files.flatMap(({ refused }) => refused);
  }

  /** An id of the school's own systems that somebody here has; null of those who were added by hand. */
  idOf(personId: string): string | null {
    this.idsOfPeople ??= new Map([...this.known.people].map(([id, person]) => [person, id]));
    return this.idsOfPeople.get(personId) ?? null;
  }

  /** Two ids of one person give the same; null when it is nobody's. */
  personOf(id: string): string | null {
    return this.persons.get(id) ?? this.known.people.get(id) ?? (this.isBrought(id) ? newcomer(id) : null);
  }

  /** Whom a row refers to by an id that `one` gave: one of the school's systems, or ours of somebody who has none there. */
  referred(id: string): string {
    return this.personOf(id) ?? id;
  }

  private isBrought(id: string): boolean {
    return !this.sameAs.has(id) && (this.ids.learners.has(id) || this.ids.educators.has(id));
  }

  /** Goes through the rows of a kind, and hands on whenever there is much. */
  async each(kind: string, look: (row: ReadRow) => void): Promise<void> {
    for (const row of this.rowsOf(kind)) {
      look(row);
      this.seen += 1;
      // Not awaited where there is little, which is nearly always.
      if (this.isMuch()) await this.handOnMost();
    }
  }

  isMuch(): boolean {
    return mostOf.some((kind) => this.sound[kind].length >= most[kind]);
  }

  async handOnMost(): Promise<void> {
    const { preferences, ...sound } = this.sound;
    this.sound = { ...noRows(), preferences };
    await this.handOn({ ...sound, preferences: [] }, this.seen);
  }

  handOnRest(): Promise<void> {
    const { sound } = this;
    this.sound = noRows();
    return this.handOn(sound, this.seen);
  }

  *rowsOf(kind: string): Generator<ReadRow> {
    for (const file of this.files) if (file.kind === kind) yield* file.rows;
  }

  /** The learner and the educator of a row, or null when it is refused. */
  pair(row: ReadRow): { learnerId: string; educatorId: string } | null {
    const learnerId = this.one(row, "student_id", "learners");
    const educatorId = learnerId === null ? null : this.one(row, "faculty_id", "educators");
    if (learnerId === null || educatorId === null) return null;
    if (learnerId !== educatorId) return { learnerId, educatorId };
    const id = textIn(row.values, "faculty_id");
    this.refuse(row, "faculty_id", id, "Both ids are one person's.", "Name two people.");
    return null;
  }

  /** The id in a field, or another of the same person; when it is nobody's, the row is refused. An export names people by our own ids. */
  one(row: ReadRow, field: string, who: Who): string | null {
    const id = textIn(row.values, field);
    const actual = this.sameAs.get(id) ?? (this.known.called.has(id) ? this.idOf(id) : null) ?? id;
    if (this.ids[who].has(actual) || this.known[who].has(actual)) {
      const person = this.referred(actual);
      const named = this.namedBy.get(person);
      if (named === undefined) this.namedBy.set(person, actual);
      return named ?? actual;
    }
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
  span(row: ReadRow): { from: Day; to: Day | null } | null {
    const from = row.values.start as Day;
    const last = (row.values.end as Day | null | undefined) ?? null;
    if (last === null) return { from, to: null };
    if (last < from) {
      this.refuse(row, "end", last, "The last day is before the first.", "Correct one of the two days.");
      return null;
    }
    return { from, to: addDays(last, 1) };
  }

  /** Takes a row unless another of its kind said the very same. */
  once(kind: string, row: ReadRow, take: () => void): void {
    if (this.isFirst(`${kind} ${markOf(row.values)}`)) take();
    else this.repeat(row);
  }

  isFirst(key: string): boolean {
    if (this.said.has(key)) return false;
    this.said.set(key, "");
    return true;
  }

  repeat({ file, line }: ReadRow): void {
    const lines = this.repeated.get(file) ?? new Set();
    this.repeated.set(file, lines.add(line));
  }

  refuse({ file, line }: ReadRow, field: string, value: string, because: string, fix: string): void {
    this.refused.push({ file, line, field, value, because, fix });
  }

  note(file: string, words: string): void {
    this.notes.push({ file, words });
  }

  verdict(): Judged {
    const linesOf = Map.groupBy(this.refused, ({ file }) => file);
    const files = this.files.map(({ name, kind, rowsIn, leftOut }): JudgedFile => {
      const refused = new Set(linesOf.get(name)?.map(({ line }) => line));
      return { name, kind, rowsIn, refused, repeated: this.repeated.get(name) ?? new Set(), leftOut };
    });
    const { refused, questions, answeredBefore, apart, notes } = this;
    return { refused, questions, answeredBefore, apart, notes, files };
  }
}

/** The same of rows that say the same; 96 bits, since one is kept of every row. */
export function markOf(values: Values): string {
  return hash("sha1", JSON.stringify(values), "base64").slice(0, 16);
}

/** Without its values, which nobody needs once it is judged. */
export function lineOf({ file, line }: ReadRow, leansOn: Line[] = []): Line {
  return leansOn.length === 0 ? { file, line } : { file, line, with: leansOn };
}
