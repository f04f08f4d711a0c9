// A short stable name of an input, and a seal over input, pairs and prices, so that a certificate cannot be shown for
// other data. It guards against mix-ups and edits, not against someone who makes a new seal: the proof is in check.ts.
import type { LevelProblem, Matching } from "./problem.ts";

/** 16 hexadecimal digits; the same arcs, scores, capacities and relationships give the same ones everywhere. */
export function fingerprint(problem: LevelProblem): string {
  const mixer = new Mixer();
  mixer.word(problem.learners);
  mixer.word(problem.educators);
  mixer.words(problem.rowStart);
  mixer.pairs(problem.educator, problem.score);
  mixer.words(problem.capacity);
  if (problem.current) mixer.words(problem.current);
  if (problem.rank) {
    mixer.text("rank");
    mixer.words(problem.rank);
  }
  return mixer.digits();
}

/** Changes with any single word of the input, the pairs, the values or the prices. */
export function sealOf(problem: LevelProblem, matching: Matching): string {
  const mixer = new Mixer();
  mixer.text(fingerprint(problem));
  mixer.words(matching.educatorOf);
  mixer.text(`${matching.cost} ${matching.unmatched} ${matching.finished}`);
  for (const level of matching.levels) {
    mixer.text(`${level.name}${level.rank ?? ""} ${level.value}`);
    mixer.words(level.prices);
  }
  mixer.words(matching.prices);
  return mixer.digits();
}

/** Two lanes of 32 bits. Each step is one-to-one in the word and in the lane, so one changed word always shows. */
class Mixer {
  #left = 0x811c9dc5 | 0;
  #right = 0x9747b28c | 0;

  word(word: number): void {
    const left = Math.imul(this.#left ^ word, 0x01000193);
    const right = Math.imul(this.#right ^ word, 0x5bd1e995);
    this.#left = (left << 13) | (left >>> 19);
    this.#right = (right << 17) | (right >>> 15);
  }

  words(words: Int32Array | Uint8Array): void {
    this.word(words.length);
    let first = this.#left;
    let second = this.#right;
    for (let at = 0; at < words.length; at++) {
      first = Math.imul(first ^ words[at]!, 0x01000193);
      second = Math.imul(second ^ words[at]!, 0x5bd1e995);
      first = (first << 13) | (first >>> 19);
      second = (second << 17) | (second >>> 15);
    }
    this.#left = first;
    this.#right = second;
  }

  /** Two lists at a time, one to each lane, for they are nearly all of the input; the first also stirs the second's. */
  pairs(lefts: Int32Array, rights: Int32Array): void {
    this.word(lefts.length);
    this.word(rights.length);
    let first = this.#left;
    let second = this.#right;
    const most = Math.max(lefts.length, rights.length);
    for (let at = 0; at < most; at++) {
      second = Math.imul(second ^ first ^ rights[at]!, 0x5bd1e995);
      first = Math.imul(first ^ lefts[at]!, 0x01000193);
      first = (first << 13) | (first >>> 19);
      second = (second << 17) | (second >>> 15);
    }
    this.#left = first;
    this.#right = second;
  }

  text(text: string): void {
    this.word(text.length);
    for (let at = 0; at < text.length; at++) this.word(text.charCodeAt(at));
  }

  digits(): string {
    return hex(spread(this.#left)) + hex(spread(this.#right));
  }
}

function spread(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, "0");
}
