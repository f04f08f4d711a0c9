// The proof of a run in a form that travels: arcs, pairs and prices. A browser packs it out and checks it again by itself.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import { checkLevels, type LevelsCheck } from "./engine/check.ts";
import { fingerprint } from "./engine/fingerprint.ts";
import type { LevelProblem, Matching } from "./engine/problem.ts";
import type { Plan } from "./plan.ts";
import { levelsOf, type Settings } from "./settings.ts";
import { known } from "./known.ts";

/** Lists of numbers are 16 bits each, little end first, in base 64. */
export const Certificate = z.object({
  learnerIds: z.array(Id),
  educatorIds: z.array(Id),
  /** Arcs of each learner, then educator, score and "in force" of each arc. */
  arcs: z.string(),
  educator: z.string(),
  score: z.string(),
  current: z.string(),
  capacity: z.array(z.number().int()),
  educatorOf: z.array(z.number().int()),
  cost: z.number(),
  unmatched: z.number().int(),
  levels: z.array(z.object({ name: z.string(), value: z.number(), prices: z.array(z.number().int()) })),
  seal: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

export function certificateOf({ problem, learners, educators }: Plan, matching: Matching): Certificate {
  const counts = new Uint16Array(problem.learners);
  for (let row = 0; row < problem.learners; row++)
    counts[row] = known(problem.rowStart[row + 1]) - known(problem.rowStart[row]);
  return {
    learnerIds: learners.map(({ learnerId }) => learnerId),
    educatorIds: educators.map(({ educatorId }) => educatorId),
    arcs: packed(counts),
    educator: packed(Uint16Array.from(problem.educator)),
    score: packed(Uint16Array.from(problem.score)),
    current: packed(Uint16Array.from(problem.current ?? [])),
    capacity: [...problem.capacity],
    educatorOf: [...matching.educatorOf],
    cost: matching.cost,
    unmatched: matching.unmatched,
    levels: matching.levels.map(({ name, value, prices }) => ({ name, value, prices: [...prices] })),
    seal: matching.seal ?? "",
  };
}

export function problemIn(certificate: Certificate): LevelProblem {
  const counts = unpacked(certificate.arcs);
  const rowStart = new Int32Array(counts.length + 1);
  for (const [row, count] of counts.entries()) rowStart[row + 1] = known(rowStart[row]) + count;
  return {
    learners: certificate.learnerIds.length,
    educators: certificate.educatorIds.length,
    rowStart,
    educator: Int32Array.from(unpacked(certificate.educator)),
    score: Int32Array.from(unpacked(certificate.score)),
    capacity: Int32Array.from(certificate.capacity),
    current: Uint8Array.from(unpacked(certificate.current)),
  };
}

export function matchingIn(certificate: Certificate): Matching {
  const levels = certificate.levels.map(({ name, value, prices }) => ({
    name,
    value,
    prices: Int32Array.from(prices),
  }));
  return {
    educatorOf: Int32Array.from(certificate.educatorOf),
    cost: certificate.cost,
    unmatched: certificate.unmatched,
    levels,
    prices: levels.at(-1)?.prices ?? new Int32Array(certificate.educatorIds.length),
    finished: true,
    seal: certificate.seal,
  };
}

/** Checks everything anew, by the program that did not make the match; `named` is the input's fingerprint, computed here. */
export function recheck(certificate: Certificate, settings: Settings): LevelsCheck & { named: string } {
  const problem = problemIn(certificate);
  return { ...checkLevels(problem, levelsOf(settings), matchingIn(certificate)), named: fingerprint(problem) };
}

function packed(words: Uint16Array): string {
  const bytes = new Uint8Array(words.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of words.entries()) view.setUint16(at * 2, word, true);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function unpacked(text: string): Uint16Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  const view = new DataView(bytes.buffer);
  const words = new Uint16Array(letters.length / 2);
  for (let at = 0; at < words.length; at++) words[at] = view.getUint16(at * 2, true);
  return words;
}
