// Which words of a need speak for which destination: three programs, the academic counselor, and offices that none of
// them is. Written from the programs' purposes. A strong phrase decides alone, a plain one with another, a weak one tips.
import { type Destination, destinations } from "./destination.ts";
import { type Book, bookOf, type Phrase, phraseOf, phrasesIn } from "./phrase.ts";
import { classes } from "./word-classes.ts";
import { counseling, outside } from "./words-elsewhere.ts";
import { advising } from "./words-of-advising.ts";
import { coaching } from "./words-of-coaching.ts";
import { mentoring } from "./words-of-mentoring.ts";

export interface Speaks {
  destination: Destination;
  weight: number;
}

const lists = { advising, coaching, mentoring, counseling, outside };
const weights = { strong: 3, plain: 1.5, weak: 0.5 };
/** A failed requirement goes to the counselor, whatever else the learner wants to get better at. */
const counselingFirst = 1.5;
/** Its words are of things: whoever names a payslip means one. */
const outsideFirst = 1.3;
/** Of a phrase of several words it is surer that it means what it says. */
const perFurtherWord = 0.3;

export function speaks(destination: Destination, phrase: Phrase, weight: number): { phrase: Phrase; says: Speaks } {
  const first = destination === "counseling" ? counselingFirst : destination === "outside" ? outsideFirst : 1;
  return {
    phrase,
    says: { destination, weight: weight * first * (1 + perFurtherWord * (phrase.steps.length - 1)) },
  };
}

export const lexicon: Book<Speaks> = bookOf(
  destinations.flatMap((destination) =>
    (["strong", "plain", "weak"] as const).flatMap((strength) =>
      phrasesIn(lists[destination][strength]).map((declared) =>
        speaks(destination, phraseOf(declared, classes), weights[strength]),
      ),
    ),
  ),
);
