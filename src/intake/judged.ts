// What looking at an import's files together brings: counts that add up, refused rows, and questions for a human.
import { z } from "zod";
import { type Day, Instant } from "../core/shapes.ts";
import type { ToldApart, ToldBefore } from "./told-apart.ts";

/** A row that was not taken: where, why, and what to do. */
export const RefusedRow = z.object({
  file: z.string(),
  line: z.number().int(),
  field: z.string(),
  value: z.string(),
  because: z.string(),
  fix: z.string(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

/** Refused rows as a table, for the file that somebody mends them by. */
export const refusedColumns = ["file", "line", "field", "value", "why", "what to do"];
export function refusedCells({ file, line, field, value, because, fix }: RefusedRow): string[] {
  return [file, String(line), field, value, because, fix];
}

/**
 * Two rows that may be one person. With one address the later row waits for the answer; with only the name in common
 * both are taken as two people until somebody says otherwise.
 */
export const Question = z.object({
  id: z.string(),
  file: z.string(),
  line: z.number().int(),
  first: z.string(),
  second: z.string(),
  /** What the two are called in these files; empty of somebody who is only here. */
  firstName: z.string(),
  secondName: z.string(),
  evidence: z.string(),
  waits: z.boolean(),
});
export type Question = z.infer<typeof Question>;

/** A question that is not asked again, since somebody said "two people" and nothing new speaks for one. */
export const AnsweredBefore = Question.omit({ waits: true }).extend({ saidBy: z.string(), saidAt: Instant });
export type AnsweredBefore = z.infer<typeof AnsweredBefore>;

/** The first file of which something has to be said before anything can be tried out, or taken. */
export function openIn<F extends { reading: unknown; unclearDates: boolean }>(understood: F[]): F | undefined {
  return understood.find(({ reading, unclearDates }) => reading === null || unclearDates);
}

/** What is worth knowing about a file beside its rows. */
export const Note = z.object({ file: z.string(), words: z.string() });
export type Note = z.infer<typeof Note>;

/** Rows in = taken + refused + unchanged + repeated + left out, for every file. */
export const FileCount = z.object({
  name: z.string(),
  kind: z.string(),
  rowsIn: z.number().int(),
  /** Rows that added or changed something. */
  taken: z.number().int(),
  refused: z.number().int(),
  /** Rows of which everything is here already. */
  unchanged: z.number().int(),
  /** Rows that say again what another row of the file said. */
  repeated: z.number().int(),
  /** Rows of a file of which nothing is needed, as its note says. */
  leftOut: z.number().int(),
});
export type FileCount = z.infer<typeof FileCount>;

export const Answers = z.record(z.string(), z.enum(["same", "different"]));
export type Answers = z.infer<typeof Answers>;

/** What judging says of a file's rows, by their lines. */
export interface JudgedFile {
  name: string;
  kind: string;
  rowsIn: number;
  refused: Set<number>;
  repeated: Set<number>;
  leftOut: number;
}

export interface Judged {
  refused: RefusedRow[];
  questions: Question[];
  answeredBefore: AnsweredBefore[];
  /** Said for the first time: to be remembered. */
  apart: ToldApart[];
  notes: Note[];
  files: JudgedFile[];
}

/** Ids that the school knows already, beside those in the files. */
export interface KnownIds {
  /** By ids of the school's own systems, and by ours. */
  learners: ReadonlySet<string>;
  educators: ReadonlySet<string>;
  /** By id of the school's own systems, which person here that is. */
  people: ReadonlyMap<string, string>;
  /** By address in lower case, which person here has it. */
  addresses: ReadonlyMap<string, string>;
  /** By person here, what they are called and where they are reached. */
  called: ReadonlyMap<string, { name: string; email: string }>;
  /** Pairs of ids of which somebody said that they are two people. */
  apart: ReadonlyMap<string, ToldBefore>;
  /** Pairs that have not ended: by person who learns and program, the person who educates. */
  pairs: ReadonlyMap<string, string>;
  /** Pairs that have ended: by person who learns, program and person who educates, the last day that one did. */
  ended: ReadonlyMap<string, Day>;
  /** The school's civil day. */
  today: Day;
}
