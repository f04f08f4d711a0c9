// Ground rules: one wording between two people, compared line by line with the charter that it started from.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { addDays, type Day, Day as DayShape, Id, Instant } from "../core/shapes.ts";
import { Clause } from "../programs/charter.ts";
import { fixedKeys } from "../programs/clauses.ts";
import { Program } from "../programs/program.ts";
import { Relationship } from "./relationship.ts";

/** One ground rule, with the wordings that it can be compared with. */
export const AgreementLine = z.object({
  key: z.string(),
  text: z.string(),
  /** The charter's wording; null for a line that the two added. */
  charterText: z.string().nullable(),
  /** The wording of the version before, where it differed; null where it was the same or is new. */
  beforeText: z.string().nullable(),
  change: z.enum(["as charter", "changed", "added"]),
  /** Follows from the charter and the wall, and stays as it is. */
  isFixed: z.boolean(),
});
export type AgreementLine = z.infer<typeof AgreementLine>;

export const Agreement = z.object({
  agreementId: Id,
  relationship: Relationship,
  program: Program,
  version: z.number().int(),
  charterVersion: z.number().int(),
  /** Whether a newer charter is in force than the one these rules started from; renewing takes it up. */
  isCharterNewer: z.boolean(),
  lines: z.array(AgreementLine),
  /** Lines of the charter that the two took out. */
  leftOut: z.array(Clause),
  renewOn: DayShape,
  /** Null when it is the charter's own wording. */
  writtenBy: z.string().nullable(),
  writtenAt: Instant,
  signatures: z.array(z.object({ personId: Id, name: z.string(), at: Instant.nullable() })),
  /** What is shown before anybody signs. */
  confidentiality: z.object({
    class: z.enum(["education record", "the two", "sealed"]),
    text: z.string(),
    limits: z.array(z.string()),
  }),
});
export type Agreement = z.infer<typeof Agreement>;

const renewalDaysMost = 3 * 366;

/** Each line beside the charter's wording and the version before. */
export function linesOf(clauses: Clause[], charter: Clause[], before: Clause[] | null): AgreementLine[] {
  return clauses.map(({ key, text }) => {
    const charterText = textOf(charter, key);
    const beforeText = before === null ? null : textOf(before, key);
    return {
      key,
      text,
      charterText,
      beforeText: beforeText === text ? null : beforeText,
      change: charterText === null ? "added" : charterText === text ? "as charter" : "changed",
      isFixed: charterText !== null && fixedKeys.includes(key),
    };
  });
}

export function leftOutOf(clauses: Clause[], charter: Clause[]): Clause[] {
  return charter.filter(({ key }) => textOf(clauses, key) === null);
}

/** Why `wanted` cannot follow `current`: lines named twice, a fixed line touched, or nothing changed. */
export function wordingRefusal(current: Clause[], wanted: Clause[], isSameDay: boolean): Refusal | null {
  const twice = wanted.find(({ key }, at) => wanted.findIndex((other) => other.key === key) !== at);
  if (twice)
    return new Refusal("invalid", "agreement.lines", "Each line has a key of its own.", [
      { field: "clauses", because: `The key "${twice.key}" is there twice. Give one of the lines another key.` },
    ]);
  const fixed = current.find(({ key, text }) => fixedKeys.includes(key) && textOf(wanted, key) !== text);
  if (fixed)
    return new Refusal("invalid", "agreement.fixed", "This line follows from the charter and stays as it is.", [
      { field: "clauses", because: `Put the line back: "${fixed.text}"` },
    ]);
  const isSame = isSameDay && JSON.stringify(current.map(wordsOf)) === JSON.stringify(wanted.map(wordsOf));
  if (isSame)
    return new Refusal("invalid", "agreement.same", "Nothing is changed, so there is nothing new to sign.", [
      { field: "clauses", because: "Change a line, or sign the wording as it is." },
    ]);
  return null;
}

/** The two's own words go on; the fixed lines are taken from the charter now in force. */
export function renewed(current: Clause[], charter: Clause[]): Clause[] {
  const kept = current.flatMap(({ key, text }) =>
    fixedKeys.includes(key) ? charter.filter((line) => line.key === key) : [{ key, text }],
  );
  return [...kept, ...charter.filter(({ key }) => fixedKeys.includes(key) && textOf(kept, key) === null)];
}

export function renewalRefusal(renewOn: Day, today: Day): Refusal | null {
  const last = addDays(today, renewalDaysMost);
  if (renewOn > today && renewOn <= last) return null;
  return new Refusal("invalid", "agreement.renewal", "The renewal date lies ahead, and within three years.", [
    { field: "renewOn", because: `Choose a day from ${addDays(today, 1)} to ${last}.` },
  ]);
}

/** Where confidence ends, whatever the two agree: shown before the signature and beside it after. */
export function limitsOf(role: string): string[] {
  return [
    `Somebody may come to serious harm, you or another. The ${role} then has to act.`,
    `You tell of harassment, discrimination or sexual misconduct at the school. Many schools oblige ${withArticle(role)} to report it.`,
    "A patient is in danger.",
    "A court or the law demands it.",
  ];
}

function withArticle(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function textOf(clauses: Clause[], key: string): string | null {
  return clauses.find((clause) => clause.key === key)?.text ?? null;
}

function wordsOf({ key, text }: Clause): string[] {
  return [key, text];
}
