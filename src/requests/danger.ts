// Words of danger or mistreatment in a need: whoever writes them sees the school's confidential and emergency resources
// first. Nothing else changes, nothing is stored, nobody is told.
import { examples } from "./examples.ts";
import { dangerExamples } from "./examples-of-danger.ts";
import { learnedFrom } from "./learned.ts";
import { bookOf, foundIn, phraseOf, phrasesIn } from "./phrase.ts";
import type { Word } from "./wording.ts";
import { dangerClasses, harm, harmless, life, limits, mistreatment } from "./words-of-danger.ts";

const bookFrom = (...lists: string[]) =>
  bookOf(lists.flatMap(phrasesIn).map((declared) => ({ phrase: phraseOf(declared, dangerClasses), says: true })));
const danger = bookFrom(life, harm, mistreatment, limits);
const harmlessly = bookFrom(harmless);

const learned = learnedFrom({ danger: dangerExamples.trim().split("\n"), calm: Object.values(examples).flat() });
/** Low on purpose: some who only have a hard week see the resources too. */
const soundsFrom = 1.5;

export interface Danger {
  isThere: boolean;
  /** The places of all words in whose part of a sentence it is spoken of: none of them is said back. */
  unsaid: Set<number>;
}

export function dangerIn(words: Word[]): Danger {
  const idle = new Set(foundIn(harmlessly, words).flatMap(({ places }) => places));
  const speaking = foundIn(danger, words).filter(({ places }) => !places.some((place) => idle.has(place)));
  const heard = [...words.entries()].filter(([at]) => !idle.has(at));
  const { scores, telling } = learned(heard.map(([, word]) => word));
  const isThere = speaking.length > 0 || scores.danger > soundsFrom;
  const spoken = [...speaking.flatMap(({ places }) => places), ...telling.danger.flatMap((at) => heard[at]?.[0] ?? [])];
  return { isThere, unsaid: new Set(isThere ? spoken.flatMap((place) => partAround(place, words)) : []) };
}

/** The places of the part of a sentence in which this word stands. */
function partAround(place: number, words: Word[]): number[] {
  let first = place;
  while (first > 0 && !words[first - 1]?.endsPart) first -= 1;
  let last = place;
  while (last < words.length - 1 && !words[last]?.endsPart) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
