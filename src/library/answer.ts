// Whether a passage answers a question: how much of what is asked, by weight, it speaks of. A word that the library has nowhere
// weighs most of all, so that a question about something else finds nothing, however many common words it shares.

/** A word of a question, as the library has it. */
export interface Sought {
  word: string;
  /** Lexemes that would do, each with how sure that is: 1 for the word itself. */
  lexemes: readonly { lexeme: string; sure: number }[];
  /** In what share of the library the likeliest of them stands; null: nowhere. */
  share: number | null;
}

/** Below this a passage does not answer. Set with the questions of tests/library, half of which were held out. */
export const answersFrom = 0.62;

/** What a match through another word is worth, or through one that was probably meant. */
export const sureOfOther = 0.9;

/** One common word is no question: what it stands in would answer anything. */
const rareEnough = 0.08;

/** From 0 to 1. `lexemes` are those of the passage, its heading and its claims. */
export function coverageOf(sought: readonly Sought[], lexemes: ReadonlySet<string>): number {
  const all = sought.reduce((sum, one) => sum + weightOf(one), 0);
  if (all === 0) return 0;
  const found = sought.reduce((sum, one) => {
    const sure = Math.max(
      0,
      ...one.lexemes.filter(({ lexeme }) => lexemes.has(lexeme)).map((alternative) => alternative.sure),
    );
    return sum + weightOf(one) * sure;
  }, 0);
  return found / all;
}

/** Whether there is enough to go by. */
export function saysEnough(sought: readonly Sought[]): boolean {
  const known = sought.filter(({ share }) => share !== null);
  return known.length > 1 || known.some(({ share }) => share !== null && share <= rareEnough);
}

const rarest = 0.002;

function weightOf({ share }: Sought): number {
  return 0.35 + Math.log(1 / Math.max(rarest, share ?? rarest)) / Math.log(1 / rarest);
}
