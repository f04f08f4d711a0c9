// The words of a question as the library has them: themselves, others that say the same, and those that were probably meant.
import type { Tx } from "../db/door.ts";
import type { Sought } from "./answer.ts";
import type { Corrected } from "./found.ts";
import type { Term } from "./question.ts";
import { type LibraryWord, wordsFor, wordsNear } from "./search-store.ts";
import { meantBy, slipsIn, swapsOf } from "./slip.ts";
import { synonyms } from "./synonyms.ts";

/** A word of a question to the library's, itself or the one that was probably meant. */
type Known = ReadonlyMap<string, LibraryWord & { isSlip: boolean }>;

export async function knownFor(tx: Tx, terms: readonly Term[]): Promise<Known> {
  const found = await wordsFor(tx, [...new Set(terms.flatMap(({ alternatives }) => alternatives))]);
  const known = new Map(found.map((one) => [one.askedWord, { ...one, isSlip: false }]));
  const unknown = terms
    .map(({ word }) => word)
    .filter((word) => !known.has(word) && !synonyms.has(word) && slipsIn(word) > 0);
  if (unknown.length === 0) return known;
  const [near, swapped] = await Promise.all([
    wordsNear(tx, unknown),
    wordsFor(tx, [...new Set(unknown.flatMap(swapsOf))]),
  ]);
  for (const word of unknown) {
    const swaps = swapsOf(word);
    const likely = new Map([
      ...near.filter(({ askedWord }) => askedWord === word).map((one) => [one.word, one] as const),
      ...swapped
        .filter(({ askedWord }) => swaps.includes(askedWord))
        .map((one) => [one.askedWord, { ...one, word: one.askedWord }] as const),
    ]);
    const meant = likely.get(meantBy(word, [...likely.keys()]) ?? "");
    if (meant !== undefined) known.set(word, { ...meant, isSlip: true });
  }
  return known;
}

export function soughtFor({ word, alternatives }: Term, known: Known): Sought {
  const found = alternatives.flatMap((alternative) => {
    const one = known.get(alternative);
    if (one === undefined) return [];
    return [{ lexeme: one.lexeme, isCertain: alternative === word && !one.isSlip, share: one.share }];
  });
  return {
    word,
    lexemes: found.map(({ lexeme, isCertain }) => ({ lexeme, isCertain })),
    share: found.length === 0 ? null : Math.max(...found.map(({ share }) => share)),
  };
}

export function correctedIn(terms: readonly Term[], known: Known): Corrected[] {
  return terms.flatMap(({ word }) => {
    const found = known.get(word);
    return found?.isSlip === true ? [{ asked: word, taken: found.word }] : [];
  });
}
