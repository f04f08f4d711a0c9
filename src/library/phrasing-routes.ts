// Handlers of phrased answers. The model is asked between two transactions, never within one, and is told nothing of who asks.
import type { LanguageModel } from "../core/language-model.ts";
import { Refusal } from "../core/refusal.ts";
import type { Door, Tx } from "../db/door.ts";
import { NoSession, type Route, serveOpen } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { findMe } from "../people/store.ts";
import type { Answer, Found } from "./found.ts";
import { type Given, isFounded, promptFor, sentencesOf, speaksOfPatient, textsIn } from "./phrasing.ts";
import { getPhrasing, phraseAnswer, type Phrased, type Unphrased } from "./phrasing-contract.ts";
import { lexemesIn, phrasedOfLate, submitPhrased } from "./phrasing-store.ts";
import { answerTo } from "./search-routes.ts";

/** As many as the board of a school may be given to read in a day. */
const phrasedMost = 40;

export const phrasingRoutes: Route[] = [
  serveOpen(getPhrasing, async ({ door, secret, model }) => {
    await asAsker(door, secret, async () => undefined);
    return { model: model && { name: model.name, host: model.host } };
  }),

  serveOpen(phraseAnswer, async ({ door, secret, model, body: { question, reader } }) => {
    const { me, answer, late } = await asAsker(door, secret, async (tx, asker) => {
      if (asker.readsOnly)
        throw new Refusal(
          "forbidden",
          "key.reads",
          "This key only reads. Make one that may also write, or do it where you are signed in.",
        );
      return { me: asker, answer: await answerTo(tx, asker, question, reader), late: await phrasedOfLate(tx, asker) };
    });
    const unphrased = reasonNotTo(model, question, answer, late);
    if (model === null || unphrased !== null) return { ...answer, phrased: null, unphrased };
    const outcome = await phrased(door, secret, me, model, { question, answer });
    return "by" in outcome
      ? { ...answer, phrased: outcome, unphrased: null }
      : { ...answer, phrased: null, unphrased: outcome.unphrased };
  }),
];

async function asAsker<T>(door: Door, secret: string | null, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
  if (secret === null) throw new NoSession();
  return door.asSession(secret, async (tx) => {
    const me = await findMe(tx);
    if (me === null) throw new NoSession();
    return work(tx, me);
  });
}

function reasonNotTo(
  model: LanguageModel | null,
  question: string,
  { quotes }: Answer,
  late: number,
): Unphrased | null {
  if (model === null) return "off";
  if (citing(quotes).length === 0) return "nothing";
  if (speaksOfPatient(question)) return "patient";
  return late >= phrasedMost ? "busy" : null;
}

async function phrased(
  door: Door,
  secret: string | null,
  me: Me,
  model: LanguageModel,
  { question, answer }: { question: string; answer: Answer },
): Promise<Phrased | { unphrased: Unphrased }> {
  const quotes = citing(answer.quotes);
  const given = quotes.map(givenOf);
  const said = await model.complete(promptFor(question, given));
  if ("fault" in said) return { unphrased: said.fault };
  const sentences = sentencesOf(said.text);
  if (sentences === null) return { unphrased: "unreadable" };
  const lexemes = await asAsker(door, secret, (tx) => lexemesIn(tx, textsIn(sentences, given)));
  if (!isFounded(sentences, given, (text) => lexemes.get(text) ?? new Set())) return { unphrased: "unfounded" };
  const by = `${model.name} at ${model.host}`;
  const articleKey = await submitPhrased(door, me, { sentences, quotes, by });
  return {
    by,
    articleKey,
    sentences: sentences.map(({ text, cites }) => ({
      text,
      quotes: cites.flatMap((number) => answer.quotes.indexOf(quotes[number - 1] as Found)),
    })),
  };
}

/** A sentence cites claims, so a passage without any cannot carry one. */
function citing(quotes: readonly Found[]): Found[] {
  return quotes.filter(({ claims }) => claims.length > 0);
}

function givenOf({ heading, segments }: Found): Given {
  return { heading, words: segments.map(({ text }) => text).join("") };
}
