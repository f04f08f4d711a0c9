// What people asked of the board, gathered: the same question in other words is one line, however often it came.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Key } from "./source.ts";
import { State } from "./standing.ts";

export const OutcomeKind = z.enum(["new article", "answered", "set aside"]);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

/** What a reviewer made of it. */
export const Outcome = z.object({
  kind: OutcomeKind,
  articleKey: Key.nullable(),
  articleTitle: z.string().nullable(),
  /** As that article stands today. */
  articleState: State.nullable(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export type Outcome = z.infer<typeof Outcome>;

export const AskedQuestion = z.object({
  questionId: Id,
  /** How often somebody said what becomes of it; the next time names the number after. */
  turn: z.number().int(),
  words: z.string(),
  askedOn: Day,
  outcome: Outcome.nullable(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const Gathered = z.object({
  /** As it was asked last. */
  words: z.string(),
  count: z.number().int(),
  firstOn: Day,
  lastOn: Day,
  questions: z.array(AskedQuestion.omit({ outcome: true })),
  outcome: Outcome.nullable(),
});
export type Gathered = z.infer<typeof Gathered>;

/**
 * One line for each question with what is near to it, the latest first. `near` are pairs of ids; whatever is near to something
 * near is gathered too. Of two that became something else, each stands alone.
 */
export function gathered(asked: readonly AskedQuestion[], near: readonly (readonly [string, string])[]): Gathered[] {
  const leads = new Map(asked.map(({ questionId }) => [questionId, questionId]));
  const leadOf = (id: string): string => {
    const lead = leads.get(id) ?? id;
    return lead === id ? id : leadOf(lead);
  };
  const byId = new Map(asked.map((one) => [one.questionId, one]));
  for (const [one, other] of near) {
    const [a, b] = [byId.get(one), byId.get(other)];
    if (a && b && becameOf(a) === becameOf(b)) leads.set(leadOf(one), leadOf(other));
  }
  const groups = new Map<string, AskedQuestion[]>();
  for (const one of asked) groups.set(leadOf(one.questionId), [...(groups.get(leadOf(one.questionId)) ?? []), one]);
  return [...groups.values()].map(lineOf).toSorted((a, b) => (a.lastOn < b.lastOn ? 1 : a.lastOn > b.lastOn ? -1 : 0));
}

function becameOf({ outcome }: AskedQuestion): string {
  return outcome === null ? "" : `${outcome.kind} ${outcome.articleKey ?? ""} ${outcome.reason}`;
}

function lineOf(asked: AskedQuestion[]): Gathered {
  const inOrder = asked.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A line is made of at least one question.");
  return {
    words: last.words,
    count: asked.length,
    firstOn: first.askedOn,
    lastOn: last.askedOn,
    questions: inOrder.map(({ outcome: _outcome, ...question }) => question),
    outcome: last.outcome,
  };
}

/** Whether nothing is left to do: it was set aside, or two reviewers have approved the article that answers it. */
export function isDone({ outcome }: Pick<Gathered, "outcome">): boolean {
  return outcome !== null && (outcome.kind === "set aside" || outcome.articleState === "approved");
}

/** "once", "twice", "3 times". */
export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
