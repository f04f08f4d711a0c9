// What both homes are made of: what to do next, and what the wall's check comes to for one person.
import { z } from "zod";
import { otherOf, type Relationship } from "../agreements/relationship.ts";
import { Day, Id, Instant } from "../core/shapes.ts";
import type { OwnProposal } from "../matching/proposal.ts";
import { Wall } from "../programs/charter.ts";
import { Program, programs, roleOf } from "../programs/program.ts";

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

export const Exception = z.object({
  wall: Wall,
  /** The other of the two; null where their name is not the asker's to see. */
  personId: Id.nullable(),
  name: z.string().nullable(),
  until: Day,
  because: z.string(),
});

export const WallCheck = z.object({
  /** Nothing is open against it today: no incident, no exception. */
  holds: z.boolean(),
  /** Those of the asker's own people who also assess or supervise, as the rules allow outside of the walls. */
  allowed: z.array(z.object({ program: Program, name: z.string(), personId: Id })),
  /** Open incidents that concern the asker, by wall. */
  incidents: z.array(z.object({ wall: Wall, incidents: z.number().int() })),
  exceptions: z.array(Exception),
  checkedAt: Instant,
});
export type WallCheck = z.infer<typeof WallCheck>;

export interface WallFacts {
  /** Everybody who stands on the judges' side toward the asker today, or toward whom the asker does. */
  judges: string[];
  incidents: WallCheck["incidents"];
  exceptions: WallCheck["exceptions"];
  checkedAt: string;
}

/** The check over the asker's running relationships; the other of each is on the far end of the stands. */
export function checkWall(running: Relationship[], personId: string, facts: WallFacts): WallCheck {
  const { judges, incidents, exceptions, checkedAt } = facts;
  const excepted = exceptions.map((exception) => exception.personId);
  const allowed = running.flatMap((relationship) => {
    const other = otherOf(relationship, personId);
    // What waits for signatures has not met the wall yet: while an incident is open, it may be the one that may not begin.
    const hasMet = relationship.startedOn !== null || incidents.length === 0;
    const isAllowed = hasMet && judges.includes(other.personId) && !excepted.includes(other.personId);
    return isAllowed ? [{ program: relationship.program, ...other }] : [];
  });
  return { holds: incidents.length === 0 && exceptions.length === 0, allowed, incidents, exceptions, checkedAt };
}

/** The check in sentences for a learner: first what holds, then whatever stands against it. `guides` by name. */
export function wallSentences(check: WallCheck, guides: string[]): string[] {
  const named = [...check.allowed, ...check.exceptions].map(({ name }) => name);
  const clean = guides.filter((name) => !named.includes(name));
  const open = check.incidents.reduce((sum, { incidents }) => sum + incidents, 0);
  return [
    ...(guides.length === 0 ? ["Nobody guides you yet."] : []),
    ...(guides.length === 0 && check.holds ? ["Who coaches or mentors you will not be who assesses you."] : []),
    // An open incident does not say with whom, so nothing is promised about anyone while there is one.
    ...(clean.length > 0 && open === 0
      ? [
          `${listed(clean)}, who ${clean.length === 1 ? "guides" : "guide"} you, ${clean.length === 1 ? "does" : "do"} not assess, grade or supervise you.`,
        ]
      : []),
    ...check.allowed.map(
      ({ name, program }) =>
        `${name}, your ${roleOf[program]}, also assesses or supervises you. The rules allow it, since this program keeps to requirements and dates.`,
    ),
    ...(open === 0
      ? []
      : [
          `${open === 1 ? "One matter" : `${open} matters`} on the wall ${open === 1 ? "concerns" : "concern"} you and ${open === 1 ? "is" : "are"} not settled. Your program office has to settle ${open === 1 ? "it" : "them"}; you need do nothing.`,
        ]),
    ...check.exceptions.map(({ name, because }) => `There is an exception for ${name ?? "somebody"}: ${because}`),
  ];
}

/** "Ana, Ben and Cy". */
export function listed(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

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
