// Whether a passage answers a question: how much of what is asked, by weight, it speaks of. A word that the library has nowhere
// weighs most of all, so that a question about something else finds nothing, however many common words it shares.

/** A word of a question, as the library has it. */
export interface Sought {
  word: string;
  /** Lexemes that would do; those of the word itself are certain. */
  lexemes: readonly { lexeme: string; isCertain: boolean }[];
  /** In what share of the library the likeliest of them stands; null: nowhere. */
  share: number | null;
}

/** Below this a passage does not answer. Set with the questions of tests/library that were known by then. */
export const answersFrom = 0.64;

/** Below this a passage is no hit of a search, as long as there are others. */
export const speaksFrom = 0.45;

/** What a match through another word is worth, or through one that was probably meant. */
const worthOfOther = 0.9;

/** What a word is worth that stands only around the passage: in the article's title, or elsewhere in its section. */
const worthAround = 0.5;

/** One common word is no question: what it stands in would answer anything. */
const rareEnough = 0.08;

/** What the database is asked for: each query that a passage matches adds its worth; all of them together are 1. */
export interface Asking {
  /** Whatever covers enough matches this, which an index finds. */
  anyOf: string;
  queries: string[];
  worths: number[];
  least: number;
}

/** Null where nothing that the library has could cover so much. */
export function askingFor(sought: readonly Sought[], least: number): Asking | null {
  const all = sought.reduce((sum, one) => sum + weightOf(one), 0);
  const known = sought
    .filter(({ lexemes }) => lexemes.length > 0)
    .map((one) => ({ lexemes: one.lexemes, worth: weightOf(one) / all }))
    .toSorted((a, b) => b.worth - a.worth);
  if (known.reduce((sum, { worth }) => sum + worth, 0) < least) return null;
  const queries = known.flatMap(({ lexemes, worth }) => {
    const certain = lexemes.filter(({ isCertain }) => isCertain);
    return [
      { query: anyOf(lexemes), worth: worth * worthAround },
      { query: anyOf(lexemes, inPassage), worth: worth * (worthOfOther - worthAround) },
      ...(certain.length === 0 ? [] : [{ query: anyOf(certain, inPassage), worth: worth * (1 - worthOfOther) }]),
    ];
  });
  return {
    anyOf: anyOf(heaviestOf(known, least).flatMap(({ lexemes }) => lexemes)),
    queries: queries.map(({ query }) => query),
    worths: queries.map(({ worth }) => worth),
    least,
  };
}

/** Whether there is enough to go by. */
export function saysEnough(sought: readonly Sought[]): boolean {
  const known = sought.filter(({ share }) => share !== null);
  return known.length > 1 || known.some(({ share }) => share !== null && share <= rareEnough);
}

/** So many of the heaviest that the others together are not enough without one of them. */
function heaviestOf<T extends { worth: number }>(known: readonly T[], least: number): T[] {
  let rest = known.reduce((sum, { worth }) => sum + worth, 0);
  return known.filter(({ worth }) => {
    const isNeeded = rest >= least;
    rest -= worth;
    return isNeeded;
  });
}

/** Heading, words and claims of the passage, and not what stands around it. */
const inPassage = ":ABC";

export function anyOf(lexemes: readonly { lexeme: string }[], where = ""): string {
  return lexemes.map(({ lexeme }) => `'${lexeme.replaceAll(/['\\]/g, "$&$&")}'${where}`).join(" | ");
}

const rarest = 0.002;

function weightOf({ share }: Sought): number {
  return 0.35 + Math.log(1 / Math.max(rarest, share ?? rarest)) / Math.log(1 / rarest);
}
