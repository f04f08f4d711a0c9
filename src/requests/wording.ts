// Words as learners write them, made comparable: lower case, without accents, without the endings that change nothing;
// and phrases that are looked for in them. Knows nothing about programs.
import { unmarked } from "../core/unmarked.ts";

/** A word of a text: how it is compared, and how it was written. */
export interface Word {
  stem: string;
  written: string;
  /** A sentence or part of one ends behind it. */
  endsPart: boolean;
}

/** A need is read up to here. Who asks says within so many words what for; the rest is kept as they wrote it. */
const wordsMost = 600;

export function wordsOf(text: string): Word[] {
  const plain = unmarked(text).replace(/[’`´]/g, "'");
  const found = [...plain.matchAll(/([a-z0-9]+(?:['/-][a-z0-9]+)*)([^a-z0-9]*)/gi)];
  return found.slice(0, wordsMost).flatMap(([, written = "", behind = ""]) => {
    const inFull = shortened.get(written.replace("'", "").toLowerCase());
    const parts = (inFull ?? written.replace(/'(s|m|re|ve|ll|d)$/i, "")).split(/[ /-]/);
    return parts.map((part, at) => ({
      stem: stemOf(part.replaceAll("'", "").toLowerCase()),
      written: part,
      endsPart: at === parts.length - 1 && /[.,;:!?\n()]| [-–—] /.test(behind),
    }));
  });
}

/** With and without their apostrophe. */
const shortened = new Map([
  ...["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "need"].map(
    (verb): [string, string] => [`${verb}nt`, `${verb} not`],
  ),
  ["cant", "can not"],
  ["cannot", "can not"],
  ["wont", "will not"],
  ["im", "I am"],
  ["ive", "I have"],
  ["wanna", "want to"],
  ["gonna", "going to"],
]);

/** What an ending would change: a calling is not a call. */
const whole = new Set(
  "calling hearing meaning meant being feeling nothing something anything everything thing during morning evening bring string news always less unless process pass class miss does goes this".split(
    " ",
  ),
);

const endings = ["ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "e"];

/** Not a linguist's stem: only what makes "presenting", "presented" and "presents" one word. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word) || whole.has(word)) return word;
  for (const ending of endings) {
    if (!word.endsWith(ending) || (ending === "s" && word.endsWith("ss"))) continue;
    const stem = withoutEnding(word.slice(0, -ending.length), ending);
    if (stem !== null) return stem;
  }
  return word;
}

function withoutEnding(base: string, ending: string): string | null {
  if (!/[aeiouy]/.test(base) || base.length < 2) return null;
  if (ending === "ied" || ending === "ies") return `${base}y`;
  if (ending === "s") return base.length < 3 ? null : base;
  if (base.length > 3) return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
  // Short verbs keep what tells them apart: "taking" is take, "asked" is ask.
  if (base.length < 3 || !/^(ings?|ed)$/.test(ending)) return null;
  return /[^aeiou][aeiou][^aeiouwxy]$/.test(base) ? `${base}e` : base;
}
