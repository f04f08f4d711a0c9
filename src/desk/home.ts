// What both homes say first: what waits for the asker.
import { z } from "zod";
import { otherOf, type Relationship } from "../agreements/relationship.ts";
import { Day, Id } from "../core/shapes.ts";
import { isWaiting, type OwnProposal } from "../matching/proposal.ts";
import { Program, programs } from "../programs/program.ts";

export const actionKinds = ["answer", "sign", "renew", "acknowledge", "see who reads"] as const;

/** One thing that waits for the asker. The screen knows the words and the button of each kind. */
export const Action = z.object({
  /** Names the line, and what it is about: another wording, another charter is another line. */
  key: z.string(),
  kind: z.enum(actionKinds),
  program: Program,
  /** The other of the two; empty for a charter. */
  name: z.string(),
  /** The relationship to open, where the action is about one. */
  relationshipId: Id.nullable(),
  by: Day.nullable(),
});
export type Action = z.infer<typeof Action>;

/** One that its reader put off, and until when; null: until what it is about changes. */
export const SnoozedAction = Action.extend({ until: Day.nullable() });
export type SnoozedAction = z.infer<typeof SnoozedAction>;

interface Affairs {
  running: Relationship[];
  proposals: OwnProposal[];
  /** Charters in force that the asker has not read. */
  unread: { program: Program; version: number }[];
  /** The newest wording of ground rules, by relationship. */
  wordings: ReadonlyMap<string, number>;
}

/** What waits for the asker, soonest first; without a day last, in the order of the programs. */
export function actionsOf(personId: string, affairs: Affairs): Action[] {
  const { running, proposals, unread } = affairs;
  const rules = running.flatMap((relationship) => ruleActions(personId, relationship, affairs.wordings));
  const concerned = new Set(
    [...running, ...proposals.filter(({ state }) => state === "open")].map((one) => one.program),
  );
  const read = unread
    .filter(({ program }) => concerned.has(program))
    .map(({ program, version }): Action => {
      return { ...bare, key: `acknowledge ${program} ${version}`, kind: "acknowledge", program };
    });
  const firstUnsigned = rules.find(({ kind }) => kind === "sign");
  const seen = firstUnsigned ? [lookBefore(firstUnsigned)] : [];
  return [...answerActions(proposals), ...rules, ...read, ...seen].toSorted(
    (a, b) =>
      (a.by ?? "9999").localeCompare(b.by ?? "9999") ||
      actionKinds.indexOf(a.kind) - actionKinds.indexOf(b.kind) ||
      programs.indexOf(a.program) - programs.indexOf(b.program),
  );
}

const bare = { name: "", relationshipId: null, by: null };

function answerActions(proposals: OwnProposal[]): Action[] {
  return proposals.filter(isWaiting).map(({ runId, learnerId, program, other, answerBy }) => {
    const key = `answer ${runId} ${learnerId} ${answerBy}`;
    return { ...bare, key, kind: "answer", program, name: other.name, by: answerBy };
  });
}

function ruleActions(personId: string, relationship: Relationship, wordings: Affairs["wordings"]): Action[] {
  const { program, relationshipId, awaits, isDue, renewOn } = relationship;
  const about = { program, relationshipId, name: otherOf(relationship, personId).name };
  if (awaits.some((party) => party.personId === personId)) {
    const key = `sign ${relationshipId} ${wordings.get(relationshipId) ?? 0}`;
    return [{ ...about, key, kind: "sign", by: null }];
  }
  if (!isDue || awaits.length > 0) return [];
  return [{ ...about, key: `renew ${relationshipId} ${renewOn}`, kind: "renew", by: renewOn }];
}

/** Once, however many ground rules wait: before the first is signed, whom it would let read what. */
function lookBefore({ program, relationshipId }: Action): Action {
  return { ...bare, key: `see ${relationshipId}`, kind: "see who reads", program };
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
