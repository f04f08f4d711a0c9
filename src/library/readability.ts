// How hard a text is to read, for its author: a measure of lengths, not of sense.
import { plainOf } from "./markdown.ts";
import { lackingIn, type Wording } from "./passage.ts";
import type { Reader } from "./reader.ts";

export interface Readability {
  words: number;
  wordsPerSentence: number;
  /** The school grade of Kincaid JP et al., Research Branch Report 8-75, 1975; null of less than 30 words. */
  grade: number | null;
}

const fewest = 30;

/**
 * Up to which grade a text is easy for its reader. Our own choice, and a hint, never a rule: plain words for whoever is new to
 * all this, and for the others as easy as a newspaper's longer pieces.
 */
const easyUpTo: Record<Reader, number> = {
  public: 9,
  preclerkship: 11,
  clerkship: 12,
  resident: 13,
  educator: 13,
  leader: 13,
};

/** What the measure means for this reader, in a sentence or two. */
export function sayReading(reader: Reader, { words, wordsPerSentence, grade }: Readability): string {
  if (words === 0) return "Nothing is written for this reader yet.";
  if (grade === null) return `With fewer than ${fewest} words there is nothing to measure yet.`;
  const school = grade < 1 ? "a beginner" : `school grade ${Math.round(grade)}`;
  const reads = `It reads like a text for ${school}, with ${wordsPerSentence} words to a sentence.`;
  if (grade <= easyUpTo[reader]) return `${reads} That is easy for this reader.`;
  const mend = wordsPerSentence > 18 ? "Shorter sentences help most." : "Shorter words help most.";
  return `${reads} For this reader it could be easier, up to about grade ${easyUpTo[reader]}. ${mend}`;
}

/** What an author is told of each wording: which claims it lacks, and how hard it is to read. */
export function lookAt(wordings: readonly Wording[]): ({ reader: Reader; lacks: string[] } & Readability)[] {
  const lacking = lackingIn(wordings);
  return wordings.map(({ reader, words }) => ({
    reader,
    lacks: lacking.find((one) => one.reader === reader)?.lacks ?? [],
    ...readabilityOf(words),
  }));
}

function readabilityOf(markdown: string): Readability {
  const text = plainOf(markdown.replace(/^#+ .*$/gm, ""));
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence)).length || 1;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const perSentence = words.length / sentences;
  const grade = 0.39 * perSentence + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
  return {
    words: words.length,
    wordsPerSentence: Math.round(perSentence * 10) / 10,
    grade: words.length < fewest ? null : Math.max(0, Math.round(grade * 10) / 10),
  };
}

/** By groups of vowels, without a silent e at the end: right for most English words, and the same for the same word. */
function syllablesOf(word: string): number {
  const sounded = word.toLowerCase().replace(/(?<=[^aeiouy]{1}[a-z]?)e$/, "");
  return Math.max(1, sounded.match(/[aeiouy]+/g)?.length ?? 1);
}
