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
  /** Of the first of its questions. */
  words: z.string(),
  count: z.number().int(),
  firstOn: Day,
  lastOn: Day,
  questions: z.array(AskedQuestion.omit({ outcome: true })),
  outcome: Outcome.nullable(),
});
export type Gathered = z.infer<typeof Gathered>;

/**
 * One line for each question with what is near to it, the latest first. `near` are pairs of ids. All of a line are near to its
 * first one: whatever is near only to something near would lead from one question to quite another. Of two that became
 * something else, each stands alone.
 */
export function gathered(asked: readonly AskedQuestion[], near: readonly (readonly [string, string])[]): Gathered[] {
  const neighbours = new Set(near.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const lines: [AskedQuestion, ...AskedQuestion[]][] = [];
  for (const one of asked) {
    const line = lines.find(
      ([lead]) => becameOf(lead) === becameOf(one) && neighbours.has(`${lead.questionId} ${one.questionId}`),
    );
    if (line === undefined) lines.push([one]);
    else line.push(one);
  }
  return lines.map(lineOf).toSorted((a, b) => (a.lastOn < b.lastOn ? 1 : a.lastOn > b.lastOn ? -1 : 0));
}

function becameOf({ outcome }: AskedQuestion): string {
  return outcome === null ? "" : `${outcome.kind} ${outcome.articleKey ?? ""} ${outcome.reason}`;
}

function lineOf(asked: [AskedQuestion, ...AskedQuestion[]]): Gathered {
  const [lead] = asked;
  const days = asked.map(({ askedOn }) => askedOn).toSorted((a, b) => (a < b ? -1 : 1));
  return {
    words: lead.words,
    count: asked.length,
    firstOn: days[0] ?? lead.askedOn,
    lastOn: days.at(-1) ?? lead.askedOn,
    questions: asked.map(({ outcome: _outcome, ...question }) => question),
    outcome: lead.outcome,
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
