// Phrases that are looked for in the words of a need, and the book that finds many of them at once.
import { stemOf, type Word } from "./wording.ts";

/**
 * A phrase as it is declared: words one behind the other; `a|b` is either, `~` up to three words in between, `~~` up to
 * eight, a star at a word's end any ending, and a word in capitals all words of that class.
 */
export interface Phrase {
  steps: Step[];
}

interface Step {
  /** Words that may stand before it. */
  room: number;
  stems: Set<string>;
  open: string[];
}

export type Classes = Record<string, string>;

/** Phrases as they are written in a list: between commas, or on lines of their own. */
export function phrasesIn(list: string): string[] {
  return list.split(/[,\n]/).flatMap((phrase) => phrase.trim() || []);
}

export function phraseOf(declared: string, classes: Classes = {}): Phrase {
  const steps: Step[] = [];
  let room = 0;
  for (const part of declared.split(/\s+/)) {
    if (/^~+$/.test(part)) room = part === "~" ? 3 : 8;
    else {
      const words = part.split("|").flatMap((word) => classes[word]?.split(" ") ?? word);
      const open = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1).replace(/e$/, ""));
      steps.push({ room, open, stems: new Set(words.filter((word) => !word.endsWith("*")).map(stemOf)) });
      room = 0;
    }
  }
  return { steps };
}

/** The words that a phrase takes from `at` on, or null where it does not stand there. */
export function takenBy({ steps }: Phrase, words: Word[], at: number): number[] | null {
  const taken: number[] = [];
  for (const step of steps) {
    const before = taken.at(-1);
    // A phrase does not run over the end of a sentence's part.
    if (before !== undefined && words[before]?.endsPart) return null;
    const found = placeOf(step, words, before === undefined ? at : before + 1);
    if (found === null) return null;
    taken.push(found);
  }
  return taken;
}

function placeOf({ room, stems, open }: Step, words: Word[], from: number): number | null {
  for (let place = from; place <= from + room; place += 1) {
    const word = words[place];
    if (word === undefined) return null;
    if (stems.has(word.stem) || open.some((start) => word.stem.startsWith(start))) return place;
    if (word.endsPart) return null;
  }
  return null;
}

export interface Book<T> {
  byFirst: Map<string, Entry<T>[]>;
  /** Those that begin with a word of any ending. */
  open: Entry<T>[];
  /** What a misspelt word may be meant as, by first letter. */
  spellings: Map<string, string[]>;
  known: (stem: string) => boolean;
}

interface Entry<T> {
  phrase: Phrase;
  says: T;
}

export function bookOf<T>(entries: Entry<T>[]): Book<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  for (const entry of entries)
    for (const stem of entry.phrase.steps[0]?.stems ?? []) byFirst.set(stem, [...(byFirst.get(stem) ?? []), entry]);
  const steps = entries.flatMap(({ phrase }) => phrase.steps);
  const stems = new Set(steps.flatMap((step) => [...step.stems]));
  const starts = [...new Set(steps.flatMap((step) => step.open))];
  return {
    byFirst,
    open: entries.filter(({ phrase }) => (phrase.steps[0]?.open.length ?? 0) > 0),
    spellings: Map.groupBy(
      [...stems].filter((stem) => stem.length >= misspeltLeast),
      (stem) => stem.charAt(0),
    ),
    known: (stem) => stems.has(stem) || starts.some((start) => stem.startsWith(start)),
  };
}

/** Every phrase of the book that stands in these words, and where. */
export function foundIn<T>(book: Book<T>, words: Word[]): { says: T; places: number[] }[] {
  const meant = words.map((word) => ({ ...word, stem: meantBy(book, word.stem) }));
  return meant.flatMap(({ stem }, at) =>
    [...(book.byFirst.get(stem) ?? []), ...book.open].flatMap(({ phrase, says }) => {
      const places = takenBy(phrase, meant, at);
      return places === null ? [] : [{ says, places }];
    }),
  );
}

const misspeltLeast = 6;

function meantBy<T>({ spellings, known }: Book<T>, stem: string): string {
  if (stem.length < misspeltLeast - 1 || known(stem)) return stem;
  return spellings.get(stem.charAt(0))?.find((meant) => isMisspelt(stem, meant)) ?? stem;
}

/** One letter more, less, other, or two that changed places. */
export function isMisspelt(stem: string, meant: string): boolean {
  if (Math.abs(stem.length - meant.length) > 1) return false;
  let start = 0;
  while (start < stem.length && stem[start] === meant[start]) start += 1;
  let end = 0;
  while (end < Math.min(stem.length, meant.length) - start && stem.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [left, right] = [stem.slice(start, stem.length - end), meant.slice(start, meant.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
