// The objectives in their order, each solved on what the ones before leave open: never by adding giant weights.
import { assign } from "./assign.ts";
import { auctionPrices } from "./auction.ts";
import { arcsFrom, arcsIn, originsOf, raiseLowest } from "./bottleneck.ts";
import type { Face } from "./face.ts";
import { tightFace, wholeFace } from "./face.ts";
import { sealOf } from "./fingerprint.ts";
import { lowerPrices } from "./lowest-prices.ts";
import type { Level, LevelProblem, Matching, ProvenLevel } from "./problem.ts";
import { refuseInvalid, topScore } from "./problem.ts";

export interface SolveOptions {
  /** An earlier result of a similar problem: its pairs and prices are tried first, the answer's value is the same. */
  warm?: Matching;
  shouldStop?: () => boolean;
  /** Called with the share of the work done, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Solves the levels in order. Throws a RangeError when the input is broken. */
export function matchByLevels(problem: LevelProblem, levels: readonly Level[], options: SolveOptions = {}): Matching {
  refuseInvalid(problem, levels);
  const run = new Run(problem, levels, options.warm);
  const work = run.work();
  while (!options.shouldStop?.()) {
    const step = work.next();
    if (step.done) break;
    options.onProgress?.(step.value);
  }
  return run.matching();
}

/** One solve that can be paused between chunks of work; `matching()` is the best known so far. */
export class Run {
  readonly #problem: LevelProblem;
  readonly #levels: readonly Level[];
  readonly #warm: Matching | undefined;
  #face: Face;
  #originOf: Int32Array;
  readonly #proven: ProvenLevel[] = [];

  constructor(problem: LevelProblem, levels: readonly Level[], warm?: Matching) {
    this.#problem = problem;
    this.#levels = levels;
    this.#warm = warm?.educatorOf.length === problem.learners ? warm : undefined;
    this.#face = wholeFace(problem);
    this.#originOf = firstCome(this.#face, this.#warm?.educatorOf);
  }

  *work(): Generator<number, void, void> {
    let share = 0;
    for (const [at, level] of this.#levels.entries()) {
      const solving = level.kind === "max-min" ? this.#raiseLowest() : this.#maximise(level);
      for (let step = solving.next(); !step.done; step = solving.next()) {
        share = Math.max(share, (at + step.value) / this.#levels.length);
        yield share;
      }
      yield (at + 1) / this.#levels.length;
    }
    if (this.#warm) yield* this.#stayNear(this.#warm.educatorOf);
  }

  matching(): Matching {
    const { learners, educators, educator, score } = this.#problem;
    const educatorOf = this.#originOf.map((arc) => (arc < 0 ? -1 : educator[arc]!));
    let cost = 0;
    let matched = 0;
    for (const arc of this.#originOf) {
      if (arc < 0) continue;
      cost += topScore - score[arc]!;
      matched++;
    }
    const matching: Matching = {
      educatorOf,
      cost,
      unmatched: learners - matched,
      levels: [...this.#proven],
      prices: this.#proven.at(-1)?.prices ?? new Int32Array(educators),
      finished: this.#proven.length === this.#levels.length,
    };
    return { ...matching, seal: sealOf(this.#problem, matching) };
  }

  *#maximise(level: Exclude<Level, { kind: "max-min" }>): Generator<number, void, void> {
    const face = this.#face;
    const weight = weightsOf(face, this.#problem, level);
    if (level.kind === "continuity" && weight.every((kept) => kept === 0)) {
      this.#proven.push({ name: level.kind, value: this.#valueOf(level), prices: new Int32Array(face.educators) });
      return;
    }
    const warmPrices = this.#warm?.levels.find((known) => known.name === level.kind)?.prices;
    const start =
      level.kind === "max-sum"
        ? yield* auctionPrices(face, weight, warmPrices)
        : { prices: new Int32Array(face.educators), arcOf: arcsIn(face, this.#originOf) };
    const answer = yield* assign(face, weight, start);
    if (!answer.arcOf) throw new RangeError("The scores are too far apart to be counted exactly.");
    if (level.kind === "max-sum") lowerPrices(face, weight, answer.prices, answer.arcOf);
    this.#originOf = originsOf(face, answer.arcOf);
    this.#proven.push({ name: level.kind, value: this.#valueOf(level), prices: answer.prices, ...bonusOf(level) });
    this.#face = tightFace(face, weight, answer.prices);
  }

  *#raiseLowest(): Generator<number, void, void> {
    if (this.#originOf.every((arc) => arc < 0)) {
      this.#proven.push({ name: "max-min", value: topScore, prices: new Int32Array(this.#problem.educators) });
      return;
    }
    const answer = yield* raiseLowest(this.#face, this.#problem.score, this.#originOf);
    this.#originOf = answer.originOf;
    this.#proven.push({ name: "max-min", value: answer.value, prices: answer.prices });
    this.#face = arcsFrom(this.#face, this.#problem.score, answer.value);
  }

  /** Among the optimal matchings, one that keeps most of the pairs known; every level's proof holds for all of them. */
  *#stayNear(educatorOf: Int32Array): Generator<number, void, void> {
    const face = this.#face;
    const weight = new Int32Array(face.educator.length);
    for (let l = 0; l < face.learners; l++) {
      const end = face.rowStart[l + 1]!;
      for (let arc = face.rowStart[l]!; arc < end; arc++) weight[arc] = face.educator[arc] === educatorOf[l] ? 1 : 0;
    }
    const start = { prices: new Int32Array(face.educators), arcOf: arcsIn(face, this.#originOf) };
    const { arcOf } = yield* assign(face, weight, start);
    if (arcOf) this.#originOf = originsOf(face, arcOf);
  }

  #valueOf(level: Exclude<Level, { kind: "max-min" }>): number {
    const { learners, rowStart, score, current } = this.#problem;
    const bonus = level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
    let matched = 0;
    let total = 0;
    let moved = 0;
    for (let l = 0; l < learners; l++) {
      const own = this.#originOf[l]!;
      if (own >= 0) matched++;
      if (own >= 0) total += score[own]! + bonus * (current?.[own] ?? 0);
      if (current && current.subarray(rowStart[l], rowStart[l + 1]).includes(1) && current[own] !== 1) moved++;
    }
    return level.kind === "cardinality" ? matched : level.kind === "continuity" ? moved : total;
  }
}

function bonusOf(level: Level): { continuityBonus?: number } {
  const bonus = level.kind === "max-sum" ? level.continuityBonus : undefined;
  return bonus ? { continuityBonus: bonus } : {};
}

/** A possible matching to begin with: the pairs known before, then first come, first served. */
function firstCome(face: Face, educatorOf?: Int32Array): Int32Array {
  const room = face.capacity.slice();
  const originOf = new Int32Array(face.learners).fill(-1);
  const take = (l: number, wanted: (e: number) => boolean): void => {
    for (let arc = face.rowStart[l]!; arc < face.rowStart[l + 1]! && originOf[l]! < 0; arc++) {
      const e = face.educator[arc]!;
      if (room[e]! === 0 || !wanted(e)) continue;
      room[e]!--;
      originOf[l] = face.origin[arc]!;
    }
  };
  if (educatorOf) for (let l = 0; l < face.learners; l++) take(l, (e) => e === educatorOf[l]);
  for (let l = 0; l < face.learners; l++) take(l, () => true);
  return originOf;
}

function weightsOf(face: Face, problem: LevelProblem, level: Exclude<Level, { kind: "max-min" }>): Int32Array {
  const { score, current } = problem;
  const { origin } = face;
  const weight = new Int32Array(origin.length);
  if (level.kind === "cardinality") return weight.fill(1);
  if (level.kind === "continuity") {
    if (current) for (let arc = 0; arc < weight.length; arc++) weight[arc] = current[origin[arc]!]!;
    return weight;
  }
  const bonus = current ? (level.continuityBonus ?? 0) : 0;
  for (let arc = 0; arc < weight.length; arc++) {
    const own = origin[arc]!;
    weight[arc] = score[own]! + (bonus === 0 ? 0 : bonus * current![own]!);
  }
  return weight;
}
