// The words of a question as the library has them: themselves, others that say the same, and those that were probably meant.
import type { Tx } from "../db/door.ts";
import { type Sought, sureOfOther } from "./answer.ts";
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
  const near = await wordsNear(tx, unknown);
  const swapped = await wordsFor(tx, [...new Set(unknown.flatMap(swapsOf))]);
  for (const word of unknown) {
    const swaps = swapsOf(word);
    const likely = [
      ...swapped.filter(({ askedWord }) => swaps.includes(askedWord)).map(({ askedWord }) => askedWord),
      ...near.filter(({ askedWord }) => askedWord === word).map((one) => one.word),
    ];
    const meant = meantBy(word, likely);
    if (meant === null) continue;
    const [taken] = await wordsFor(tx, [meant]);
    if (taken !== undefined) known.set(word, { ...taken, word: meant, isSlip: true });
  }
  return known;
}

export function soughtFor({ word, alternatives }: Term, known: Known): Sought {
  const lexemes = alternatives.flatMap((alternative) => {
    const found = known.get(alternative);
    if (found === undefined) return [];
    return [
      { lexeme: found.lexeme, sure: alternative === word && !found.isSlip ? 1 : sureOfOther, share: found.share },
    ];
  });
  return { word, lexemes, share: lexemes.length === 0 ? null : Math.max(...lexemes.map(({ share }) => share)) };
}

export function correctedIn(terms: readonly Term[], known: Known): Corrected[] {
  return terms.flatMap(({ word }) => {
    const found = known.get(word);
    return found?.isSlip === true ? [{ asked: word, taken: found.word }] : [];
  });
}
