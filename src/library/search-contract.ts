// Looking for something in the library, asking it, and asking the board.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Answer, SearchReply } from "./found.ts";
import { Reader } from "./reader.ts";
import { State } from "./standing.ts";

export const Question = z
  .string()
  .trim()
  .min(3, "Ask in at least 3 characters.")
  .max(500, "Keep it to 500 characters.");

export const searchLibrary = endpoint({
  method: "GET",
  path: "/library/search",
  summary: "Passages that speak of what you look for, the best first, in your reader's words, with what they are about",
  may: "take part",
  query: z.object({
    q: Question,
    reader: Reader.optional(),
    topic: z.string().max(60).optional(),
    state: State.optional(),
  }),
  reply: SearchReply,
});

export const askLibrary = endpoint({
  method: "POST",
  path: "/library/answer",
  summary: "A question, answered by quoting approved passages alone, or not at all; the question is not kept",
  may: "take part",
  body: z.object({ question: Question, reader: Reader.optional() }),
  reply: Answer,
});

export const askBoard = endpoint({
  method: "POST",
  path: "/library/questions",
  summary: "Ask the board to look at a question that nothing approved answers; your name does not go with it",
  may: "take part",
  body: z.object({ question: Question }),
  reply: z.object({ done: z.literal(true) }),
});
