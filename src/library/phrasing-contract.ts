// An answer in whole sentences, which a language model may phrase from the passages that are quoted anyway.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Answer } from "./found.ts";
import { Reader } from "./reader.ts";
import { Question } from "./search-contract.ts";
import { Key } from "./source.ts";

const Phrased = z.object({
  sentences: z.array(
    z.object({
      text: z.string(),
      /** Which of the quotes it rests on, counted from 0. */
      quotes: z.array(z.number().int()),
    }),
  ),
  /** Which model, and where it runs. */
  by: z.string(),
  /** Where the board reviews it, submitted and approved by nobody yet. */
  articleKey: Key,
});
export type Phrased = z.infer<typeof Phrased>;

/** Why the passages are quoted alone. */
const Unphrased = z.enum([
  "busy",
  "slow",
  "unreachable",
  "refused",
  "unreadable",
  "unfounded",
  "nothing",
  "patient",
  "off",
]);
export type Unphrased = z.infer<typeof Unphrased>;

export const PhrasedAnswer = Answer.extend({ phrased: Phrased.nullable(), unphrased: Unphrased.nullable() });
export type PhrasedAnswer = z.infer<typeof PhrasedAnswer>;

export const getPhrasing = endpoint({
  method: "GET",
  path: "/library/phrasing",
  summary: "Whether a language model phrases answers here, and where the words of a question go then",
  may: "take part",
  reply: z.object({ model: z.object({ name: z.string(), host: z.string() }).nullable() }),
});

export const phraseAnswer = endpoint({
  method: "POST",
  path: "/library/phrasing",
  summary:
    "A question, answered in sentences that a language model phrased from approved passages, each checked against them and pending human review; or by quoting them",
  may: "take part",
  body: z.object({ question: Question, reader: Reader.optional() }),
  reply: PhrasedAnswer,
});
