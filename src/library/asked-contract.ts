// The questions on the reviewers' list, and what becomes of them.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id } from "../core/shapes.ts";
import { Gathered, OutcomeKind } from "./asked.ts";
import { Key } from "./source.ts";

/** Each with the number of the last time that somebody said what becomes of it; another one by now is refused. */
export const Named = z.array(z.object({ questionId: Id, turn: z.number().int().min(0) })).max(200);

export const listQuestions = endpoint({
  method: "GET",
  path: "/library/questions",
  summary: "What was asked of the board, near words together: what is open, and what became of the rest",
  may: "review library",
  reply: z.object({ open: z.array(Gathered), done: z.array(Gathered) }),
});

export const sayOutcome = endpoint({
  method: "POST",
  path: "/library/questions/outcomes",
  summary: "Say that an article answers these questions, or set them aside with a reason",
  may: "review library",
  body: z.object({
    questions: Named.min(1, "Name at least one question."),
    kind: OutcomeKind.exclude(["new article"]),
    articleKey: Key.nullable().default(null),
    reason: z.string().trim().max(500, "Keep it to 500 characters.").default(""),
  }),
  reply: z.object({ done: z.literal(true) }),
});
