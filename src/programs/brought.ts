// Whether a charter still says what came with Chiron. Where a school says something else, what Chiron rests on is no reason for it.
import type { CharterBody, DutyRule } from "./charter.ts";
import { firstCharters, firstRules } from "./first.ts";
import { dutiesOf, type Program } from "./program.ts";

export const charterParts = ["purpose", "numbers", "confidentiality", "wall", "training"] as const;
export type CharterPart = (typeof charterParts)[number];

export interface Said {
  body: CharterBody;
  /** The program's rules of the wall. */
  rules: readonly DutyRule[];
}

export function isOwnPart(program: Program, part: CharterPart, said: Said): boolean {
  const brought = {
    body: firstCharters[program],
    rules: firstRules.filter(({ duty }) => dutiesOf[program].includes(duty)),
  };
  return saidIn(part, said) !== saidIn(part, brought);
}

export function isOwnClause(program: Program, key: string, text: string): boolean {
  return firstCharters[program].clauses.find((clause) => clause.key === key)?.text !== text;
}

function saidIn(part: CharterPart, { body, rules }: Said): string {
  switch (part) {
    case "purpose":
      return body.purpose;
    case "numbers":
      return JSON.stringify([body.cadenceDays, body.hoursPerLearnerYear, body.learnersMost]);
    case "confidentiality":
      return `${body.confidentiality}: ${body.confidentialityText}`;
    case "wall":
      return JSON.stringify(rules.map(({ duty, wall, side }) => [duty, wall, side].join()).toSorted());
    case "training":
      return JSON.stringify(body.modules);
  }
}
