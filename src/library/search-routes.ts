// Handlers of search and questions. What answers is decided in answer.ts, over what the asker may read.
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { answersFrom, coverageOf, saysEnough } from "./answer.ts";
import { type Corrected, facetsOf, Found } from "./found.ts";
import { questionsIn } from "./question.ts";
import type { Reader } from "./reader.ts";
import { askBoard, askLibrary, listQuestions, searchLibrary } from "./search-contract.ts";
import { addQuestion, type Candidate, candidatesFor, questionsAsked } from "./search-store.ts";
import { correctedIn, knownFor, soughtFor } from "./sought-store.ts";
import { segmentsOf } from "./segments.ts";
import { readerOf } from "./store.ts";

const hitsMost = 20;
const quotesMost = 3;

export const searchRoutes: Route[] = [
  serve(searchLibrary, async ({ tx, me, query: { q, reader, topic, state } }) => {
    const { ranked, corrected } = await rankedFor(tx, me, q, reader);
    const of = (found: Found) =>
      (topic === undefined || found.topic === topic) && (state === undefined || found.state === state);
    const all = ranked.filter(({ coverage }) => coverage > 0).map(({ found }) => found);
    return {
      items: all.filter(of).slice(0, hitsMost),
      topics: facetsOf(all.map((found) => found.topic)),
      states: facetsOf(all.map((found) => found.state)),
      corrected,
    };
  }),

  servePreview(askLibrary, async ({ tx, me, body: { question, reader } }) => {
    const { ranked, corrected } = await rankedFor(tx, me, question, reader);
    const answering = ranked.filter(({ coverage }) => coverage >= answersFrom).map(({ found }) => found);
    return {
      quotes: answering.filter(({ isApproved }) => isApproved).slice(0, quotesMost),
      pending: answering.filter(({ isApproved }) => !isApproved).slice(0, quotesMost),
      corrected,
    };
  }),

  serve(askBoard, async ({ tx, me, body: { question } }) => {
    await addQuestion(tx, me, question);
    return { done: true } as const;
  }),

  serve(listQuestions, async ({ tx, me }) => ({ items: await questionsAsked(tx, me) })),
];

interface Ranked {
  found: Found;
  coverage: number;
}

/** Over all that is asked in the text, each passage by what it answers best; the best first. */
async function rankedFor(
  tx: Tx,
  me: Me,
  text: string,
  asked: Reader | undefined,
): Promise<{ ranked: Ranked[]; corrected: Corrected[] }> {
  const questions = questionsIn(text);
  const words = await knownFor(tx, questions.flat());
  const sought = questions.map((terms) => terms.map((term) => soughtFor(term, words)));
  const reader = asked ?? (await readerOf(tx, me)) ?? "public";
  const lexemes = [...new Set(sought.flat().flatMap((one) => one.lexemes.map(({ lexeme }) => lexeme)))];
  const candidates = await candidatesFor(tx, me, lexemes, reader);
  const clear = sought.filter(saysEnough);
  const ranked = candidates
    .map((candidate) => {
      const there = new Set(candidate.lexemes);
      return { found: foundOf(candidate), coverage: Math.max(0, ...clear.map((one) => coverageOf(one, there))) };
    })
    // Candidates come the best first, which decides between two that cover as much.
    .toSorted((a, b) => b.coverage - a.coverage);
  return { ranked, corrected: correctedIn(questions.flat(), words) };
}

function foundOf(candidate: Candidate): Found {
  return Found.parse({ ...candidate, segments: segmentsOf(candidate.marked) });
}
