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

export function soundsOfDanger(words: Word[]): boolean {
  const idle = new Set(foundIn(harmlessly, words).flatMap(({ places }) => places));
  const speaking = foundIn(danger, words).some(({ places }) => !places.some((place) => idle.has(place)));
  return speaking || learned(words.filter((_, at) => !idle.has(at))).scores.danger > soundsFrom;
}
