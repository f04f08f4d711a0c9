// A question as the library looks for it: its content words, and for each the words that would do as well.
import { unmarked } from "../core/unmarked.ts";
import { distanceOf, meantBy } from "./slip.ts";
import { synonyms } from "./synonyms.ts";

/** Words that say nothing of what is asked. */
const empty = new Set(
  `a about above actually after again all also am an and any anybody anyone anything are as ask at be because been before being best better between both but by
can cannot could did do does doing done down each either else ever every for from further get gets give given gives giving gave go goes going good got had happen happens
has have having he her here hers him his how i if in into is it its itself just know let like likely long look made make makes many may maybe me might mine
more most much must my need never no nobody none nor not nothing now of off often ok on once only or other others our ours out over own people
please put really right said same say says see she should since so some somebody someone something still such take takes than thank thanks that the
their them then there these they thing things think this those though through to today too under until up upon us use used using very want wants was way we
well were allow allowed already always arent believe call called calls cant contain contains dont doesnt didnt exist exists include includes isnt keep keeps keeping kept knows surely true wont yours
afraid another belong belongs everybody everyone everything explain explains fall falls fear fears find finds forms kind kinds lot lots matter matters mine per
really reason reasons scared sort sorts thing type types way ways wonder worried worry
normal normally usual usually typically simply together wat wen wich ther thier
what whatever when where whether which while who whoever whom whose why will with within without would yes yet you your yours`.split(
    /\s+/,
  ),
);

/** Whether a word that the library does not have is one of these with a slip. */
export function saysNothing(word: string): boolean {
  return word.length > 3 && [...empty].some((one) => one[0] === word[0] && one.length > 3 && distanceOf(word, one) < 2);
}

/** One word of a question with what may stand for it. */
export interface Term {
  word: string;
  /** The library's words for it, itself first. */
  alternatives: readonly string[];
}

const termsMost = 24;

/** Sentences are asked one by one, so that what stands beside a question changes nothing of its answer. */
export function questionsIn(text: string): Term[][] {
  const plain = unmarked(text).toLowerCase();
  const sentences = plain.split(/<[^>]*>|[!?;:()"]|\.(?!\d)|--/).map(termsOf);
  const full = sentences.filter((terms) => terms.length > 1);
  return full.length > 0 ? full : sentences.filter((terms) => terms.length > 0).slice(0, 1);
}

/** In the order in which they were asked, each once. */
function termsOf(sentence: string): Term[] {
  const words = sentence.replace(/[’'](s\b)?/g, "").match(/[a-z][a-z-]*[a-z]|\d+(?:\.\d+)?/g) ?? [];
  const content = [...new Set(words)].filter((word) => !empty.has(word));
  return content.slice(0, termsMost).map((word) => ({ word, alternatives: [word, ...othersFor(word)] }));
}

/** The library's words for it, also where it is misspelt. */
function othersFor(word: string): string[] {
  const said = synonyms.get(word) ?? synonyms.get(meantBy(word, nearby(word)) ?? "") ?? [];
  return [...new Set([...said, ...(word.includes("-") ? word.split("-") : [])])].filter(
    (one) => one !== word && one.length > 1,
  );
}

function nearby(word: string): string[] {
  if (word.length < 5) return [];
  return [...synonyms.keys()].filter((key) => key[0] === word[0] && Math.abs(key.length - word.length) < 2);
}
