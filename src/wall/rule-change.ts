// What a new version of a charter would change, told in plain words before anyone saves it.
import { z } from "zod";
import { type Fault, Refusal } from "../core/refusal.ts";
import { Day, Id } from "../core/shapes.ts";
import { type Charter, type CharterBody, type DutyRule, Duty, Wall } from "../programs/charter.ts";
import { fixedKeys } from "../programs/clauses.ts";
import { dutiesOf, type Program, roleOf, watchingAllowed } from "../programs/program.ts";
import { ruleSentence } from "./rule.ts";

export const FieldChange = z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** Two people whom a change of rules would set against the wall. */
export const NewConflict = z.object({
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: Wall,
  duty: Duty,
  /** The duty that it meets; null where the two are not available to each other for a reason that is theirs. */
  against: Duty.nullable(),
  from: Day,
  to: Day.nullable(),
});
export type NewConflict = z.infer<typeof NewConflict>;

const labels: Record<keyof CharterBody, string> = {
  purpose: "Purpose",
  topicsIn: "What it is for",
  topicsOut: "What it is not for",
  referTo: "Where to go instead",
  cadenceDays: "Meets at least every",
  hoursPerLearnerYear: "Hours for each learner and year",
  learnersMost: "Most learners for one educator",
  termMonths: "Term",
  modules: "Modules to complete",
  validityMonths: "How long a module stays valid",
  clauses: "Ground rules",
  confidentiality: "Confidentiality",
  confidentialityText: "What is said about confidentiality",
  sources: "Sources",
};

/** The words on screen of each field of a charter, by its name in the request. */
export const bodyWords: Record<string, string> = Object.fromEntries(
  Object.entries(labels).map(([field, label]) => [`body.${field}`, label]),
);

/** One line for each field that differs, in the charter's order; rules of the wall last. */
export function changesOf(
  before: CharterBody,
  after: CharterBody,
  rulesBefore: DutyRule[],
  rulesAfter: DutyRule[],
): FieldChange[] {
  const fields = (Object.keys(labels) as (keyof CharterBody)[]).flatMap((field) => {
    const [was, is] = [wordsOf(field, before), wordsOf(field, after)];
    return was === is ? [] : [{ field, label: labels[field], before: was, after: is }];
  });
  const keys = [...new Set([...rulesBefore, ...rulesAfter].map(keyOf))];
  const rules = keys.flatMap((key) => {
    const [was, is] = [rulesBefore, rulesAfter].map((rules) => rules.find((rule) => keyOf(rule) === key));
    const [wasWords, isWords] = [was, is].map((rule) => (rule ? ruleSentence(rule) : "No rule"));
    if (wasWords === isWords || wasWords === undefined || isWords === undefined) return [];
    return [{ field: `rules.${key}`, label: `The ${(is ?? was)?.wall} wall`, before: wasWords, after: isWords }];
  });
  return [...fields, ...rules];
}

/**
 * The next ruleset: `proposed` in place of the program's own rules, all others as they are.
 * Null when nothing changes. Refused when it would let one person stand in two roles, or let who guides judge.
 */
export function nextRules(
  program: Program,
  current: DutyRule[],
  proposed: DutyRule[] | undefined,
): DutyRule[] | Refusal | null {
  if (proposed === undefined) return null;
  const own = (rule: DutyRule) => dutiesOf[program].includes(rule.duty);
  const faults = faultsOf(program, current.filter(own), proposed);
  if (faults.length > 0)
    return new Refusal("invalid", "charter.rules", "These rules of the wall cannot be used.", faults);
  const next = [...current.filter((rule) => !own(rule)), ...proposed];
  const same =
    next.length === current.length &&
    next.every((rule) => current.some((one) => ruleSentence(one) === ruleSentence(rule) && keyOf(one) === keyOf(rule)));
  return same ? null : next;
}

function faultsOf(program: Program, current: DutyRule[], proposed: DutyRule[]): Fault[] {
  const wrong = proposed.flatMap((rule, index) => {
    if (!dutiesOf[program].includes(rule.duty))
      return [{ field: `rules.${index}.duty`, because: "This charter has rules for its own duties only." }];
    const side = rule.wall === "role" ? roleOf[program] : "support";
    if (rule.side !== side)
      return [
        { field: `rules.${index}.side`, because: `On the ${rule.wall} wall this duty stands on the ${side} side.` },
      ];
    if (proposed.findIndex((other) => keyOf(other) === keyOf(rule)) < index)
      return [{ field: `rules.${index}`, because: "The same duty and wall come twice. Keep one." }];
    return [];
  });
  const missing = current
    .filter(
      (rule) =>
        !proposed.some((other) => keyOf(other) === keyOf(rule)) &&
        !(rule.wall === "observation" && watchingAllowed[program]),
    )
    .map(({ duty, wall }) => ({
      field: "rules",
      because: `"${duty}" has to stay on the ${wall} wall: nobody stands in two roles, and who guides does not judge.`,
    }));
  return [...wrong, ...missing];
}

/**
 * Lines that no pair can change stay in the charter too, in whatever words: what is walled, where confidence ends, and
 * that leaving is free. And nothing is named twice, which no agreement and no certification could then follow.
 */
export function bodyRefusal(before: CharterBody, after: CharterBody): Refusal | null {
  const keys = after.clauses.map(({ key }) => key);
  const gone = before.clauses
    .filter(({ key }) => fixedKeys.includes(key) && !keys.includes(key))
    .map(({ text }) => ({ field: "body.clauses", because: `Put this line back, in your own words: "${text}"` }));
  const twice = [
    ...repeated(keys).map((key) => ({
      field: "body.clauses",
      because: `Give one of the two lines "${key}" another key.`,
    })),
    ...repeated(after.modules).map((module) => ({
      field: "body.modules",
      because: `"${module}" is there twice. Keep one.`,
    })),
  ];
  const faults = [...gone, ...twice];
  if (faults.length === 0) return null;
  return new Refusal("invalid", "charter.body", "This charter cannot be used as it is.", faults);
}

function repeated(words: string[]): string[] {
  return [...new Set(words.filter((word, at) => words.indexOf(word) < at))];
}

/** Whether a version may begin on `from`: today or later, not before the newest, and saying something new. */
export function versionRefusal(
  newest: Charter,
  version: number,
  from: Day,
  today: Day,
  changes: FieldChange[],
): Refusal | null {
  if (version !== newest.version)
    return new Refusal(
      "conflict",
      "charter.version",
      "Somebody saved a newer version meanwhile. Reload, and apply your change to it.",
    );
  if (from < today || from < newest.inForceFrom) {
    const first = today > newest.inForceFrom ? today : newest.inForceFrom;
    return new Refusal(
      "invalid",
      "charter.day",
      "A charter cannot begin in the past, nor before the version it follows.",
      [{ field: "inForceFrom", because: `Choose ${first} or a later day.` }],
    );
  }
  if (changes.length === 0)
    return new Refusal("invalid", "charter.same", "Nothing differs from the version before. Change something first.");
  return null;
}

function keyOf({ duty, wall }: DutyRule): string {
  return `${duty}.${wall}`;
}

function wordsOf(field: keyof CharterBody, body: CharterBody): string {
  if (field === "referTo") return body.referTo.map(({ topic, to }) => `${topic}: ${to}`).join("\n");
  if (field === "clauses") return body.clauses.map(({ text }) => text).join("\n");
  if (field === "cadenceDays") return `${body.cadenceDays} days`;
  if (field === "termMonths") return `${body.termMonths} months`;
  if (field === "validityMonths")
    return body.validityMonths === null ? "It does not expire" : `${body.validityMonths} months`;
  const value = body[field];
  return Array.isArray(value) ? value.join("\n") : String(value);
}
