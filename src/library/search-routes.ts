// Handlers of search and questions. What answers is decided in answer.ts, over what the asker may read.
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { answersFrom, askingFor, saysEnough, type Sought, speaksFrom } from "./answer.ts";
import { type Answer, type Corrected, facetsOf, Found } from "./found.ts";
import { questionsIn, saysNothing } from "./question.ts";
import type { Reader } from "./reader.ts";
import { askBoard, askLibrary, searchLibrary } from "./search-contract.ts";
import { addQuestion, type Candidate, candidatesFor, markedIn } from "./search-store.ts";
import { correctedIn, knownFor, soughtFor } from "./sought-store.ts";
import { segmentsOf } from "./segments.ts";
import { readerOf } from "./store.ts";

const hitsMost = 20;
/** What is found beyond the hits is still counted by topic and by state. */
const countedMost = 40;
const quotesMost = 3;
/** Some of what answers may not be approved. */
const answeringMost = 20;

export const searchRoutes: Route[] = [
  serve(searchLibrary, async ({ tx, me, query: { q, reader, topic, state } }) => {
    const asked = await askedIn(tx, me, q, reader);
    // A search shows what it can: what the library has nowhere takes nothing away.
    const known = [asked.sought.flat().filter(({ share }) => share !== null)];
    const close = await rankedFor(tx, me, { ...asked, sought: known }, speaksFrom, countedMost);
    const all =
      close.length >= hitsMost ? close : await rankedFor(tx, me, { ...asked, sought: known }, anything, countedMost);
    const of = (found: Candidate) =>
      (topic === undefined || found.topic === topic) && (state === undefined || found.state === state);
    return {
      items: await marked(tx, all.filter(of).slice(0, hitsMost), known.flat()),
      topics: facetsOf(all.map((found) => found.topic)),
      states: facetsOf(all.map((found) => found.state)),
      corrected: asked.corrected,
    };
  }),

  servePreview(askLibrary, ({ tx, me, body: { question, reader } }) => answerTo(tx, me, question, reader)),

  serve(askBoard, async ({ tx, me, body: { question } }) => {
    await addQuestion(tx, me, question);
    return { done: true } as const;
  }),
];

/** Approved passages that answer, as they stand; and what would answer and waits for the board. */
export async function answerTo(tx: Tx, me: Me, question: string, reader: Reader | undefined): Promise<Answer> {
  const asked = await askedIn(tx, me, question, reader);
  const clear = asked.sought.filter(saysEnough);
  const answering = await rankedFor(tx, me, { ...asked, sought: clear }, answersFrom, answeringMost);
  const quoted = sayingMore(answering.filter(({ isApproved }) => isApproved)).slice(0, quotesMost);
  const pending = answering.filter(({ isApproved }) => !isApproved).slice(0, quotesMost);
  const shown = await marked(tx, [...quoted, ...pending], clear.flat());
  return {
    quotes: shown.slice(0, quoted.length),
    pending: shown.slice(quoted.length),
    corrected: asked.corrected,
  };
}

/** An answer quotes what rests on claims, each claim once: where one passage says it, another that says no more is left out. */
function sayingMore(found: readonly Candidate[]): Candidate[] {
  const said = new Set<string>();
  return found.filter(({ claims }) => {
    const more = claims.filter(({ key }) => !said.has(key));
    for (const { key } of more) said.add(key);
    return more.length > 0;
  });
}

/** The least that counts as a hit: one word of those that are sought. */
const anything = 0.001;

interface Asked {
  /** Sentence by sentence. */
  sought: Sought[][];
  corrected: Corrected[];
  reader: Reader;
}

async function askedIn(tx: Tx, me: Me, text: string, asked: Reader | undefined): Promise<Asked> {
  const questions = questionsIn(text);
  const [words, reader] = await Promise.all([knownFor(tx, questions.flat()), asked ?? readerOf(tx, me)]);
  return {
    sought: questions.map((terms) =>
      terms.map((term) => soughtFor(term, words)).filter(({ word, share }) => share !== null || !saysNothing(word)),
    ),
    corrected: correctedIn(questions.flat(), words),
    reader: reader ?? "public",
  };
}

/** Over all that is asked, each passage by what it covers best; the best first. */
async function rankedFor(tx: Tx, me: Me, { sought, reader }: Asked, least: number, most: number): Promise<Candidate[]> {
  const askings = sought.flatMap((one) => askingFor(one, least) ?? []);
  const found = await Promise.all(askings.map((asking) => candidatesFor(tx, me, asking, reader, most)));
  if (found.length < 2) return found.flat();
  const best = new Map<string, Candidate>();
  for (const one of found.flat().toSorted((a, b) => b.cover - a.cover)) {
    const place = `${one.articleKey} ${one.reader} ${one.place}`;
    if (!best.has(place)) best.set(place, one);
  }
  return [...best.values()].slice(0, most);
}

async function marked(tx: Tx, found: Candidate[], sought: Sought[]): Promise<Found[]> {
  const lexemes = sought.flatMap((one) => one.lexemes);
  const texts = await markedIn(
    tx,
    found.map(({ words }) => words),
    lexemes,
  );
  return found.map((one, at) => Found.parse({ ...one, segments: segmentsOf(texts[at] ?? one.words) }));
}
