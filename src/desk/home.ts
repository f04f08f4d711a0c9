// What both homes say first: what waits for the asker.
import { z } from "zod";
import { otherOf, type Relationship } from "../agreements/relationship.ts";
import { Day, Id } from "../core/shapes.ts";
import type { OwnProposal } from "../matching/proposal.ts";
import { Program, programs } from "../programs/program.ts";

export const actionKinds = ["answer", "sign", "renew", "acknowledge", "see who reads"] as const;

/** One thing that waits for the asker. The screen knows the words and the button of each kind. */
export const Action = z.object({
  kind: z.enum(actionKinds),
  program: Program,
  /** The other of the two; empty for a charter. */
  name: z.string(),
  /** The relationship to open, where the action is about one. */
  relationshipId: Id.nullable(),
  by: Day.nullable(),
});
export type Action = z.infer<typeof Action>;

/** What waits for the asker, soonest first; without a day last, in the order of the programs. */
export function actionsOf(
  personId: string,
  running: Relationship[],
  proposals: OwnProposal[],
  unread: Program[],
): Action[] {
  const answers = proposals
    .filter(({ state, answer }) => state === "open" && answer === null)
    .map(({ program, other, answerBy }) => actionFor("answer", program, other.name, null, answerBy));
  const rules = running.flatMap((relationship) => {
    const { program, relationshipId, awaits, isDue, renewOn } = relationship;
    const { name } = otherOf(relationship, personId);
    if (awaits.some((party) => party.personId === personId))
      return [actionFor("sign", program, name, relationshipId, null)];
    return isDue && awaits.length === 0 ? [actionFor("renew", program, name, relationshipId, renewOn)] : [];
  });
  const concerned = new Set(
    [...running, ...proposals.filter(({ state }) => state === "open")].map((one) => one.program),
  );
  const read = unread
    .filter((program) => concerned.has(program))
    .map((program) => actionFor("acknowledge", program, "", null, null));
  const firstUnsigned = rules.find(({ kind }) => kind === "sign");
  const seen = firstUnsigned ? [actionFor("see who reads", firstUnsigned.program, "", null, null)] : [];
  return [...answers, ...rules, ...read, ...seen].toSorted(
    (a, b) =>
      (a.by ?? "9999").localeCompare(b.by ?? "9999") ||
      actionKinds.indexOf(a.kind) - actionKinds.indexOf(b.kind) ||
      programs.indexOf(a.program) - programs.indexOf(b.program),
  );
}

/** How many answers of one program and day stand singly before they become one thing to do. */
const answersMost = 3;

/** What waits, with many answers of one program and day in one: each entry is one action, or several answers. */
export function gathered(actions: Action[]): Action[][] {
  const isOf = (one: Action) => (other: Action) =>
    other.kind === "answer" && other.program === one.program && other.by === one.by;
  return actions.flatMap((action) => {
    if (action.kind !== "answer") return [[action]];
    const alike = actions.filter(isOf(action));
    if (alike.length <= answersMost) return [[action]];
    return alike[0] === action ? [alike] : [];
  });
}

function actionFor(
  kind: Action["kind"],
  program: Program,
  name: string,
  relationshipId: string | null,
  by: Day | null,
): Action {
  return { kind, program, name, relationshipId, by };
}
