// The objectives in their order, each solved on what the ones before leave open: never by adding giant weights.
import { assign, type Begun } from "./assign.ts";
import { arcsFrom, arcsIn, originsOf, raiseLowest } from "./bottleneck.ts";
import { mostMatched } from "./cardinality.ts";
import type { Face } from "./face.ts";
import { mostFace, originOf, tightFace, wholeFace, withOriginsOf } from "./face.ts";
import { sealOf } from "./fingerprint.ts";
import { heaviest } from "./heaviest.ts";
import { loweringPrices } from "./lowest-prices.ts";
import type { Level, LevelProblem, Matching, ProvenLevel } from "./problem.ts";
import { refuseInvalid, topScore } from "./problem.ts";

const topPrice = 2 ** 30;
const outOfRange = "The scores are too far apart to be counted exactly.";

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
      const solving =
        at === 0
          ? this.#matchMost()
          : level.kind === "max-min"
            ? this.#raiseLowest()
            : this.#maximise(level, at === this.#levels.length - 1);
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
    const educatorOf = new Int32Array(learners).fill(-1);
    let cost = 0;
    let matched = 0;
    for (let l = 0; l < learners; l++) {
      const arc = this.#originOf[l]!;
      if (arc < 0) continue;
      educatorOf[l] = educator[arc]!;
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
    // What was stopped early proves nothing, and who stops it waits for it.
    return matching.finished ? { ...matching, seal: sealOf(this.#problem, matching) } : matching;
  }

  /** The first level: no arc weighs more than another. */
  *#matchMost(): Generator<number, void, void> {
    const { arcOf, prices } = yield* mostMatched(this.#face, arcsIn(this.#face, this.#originOf));
    this.#originOf = originsOf(this.#face, arcOf);
    yield 1;
    this.#proven.push({ name: "cardinality", value: this.#valueOf({ kind: "cardinality" }), prices });
    this.#face = mostFace(this.#face, prices);
  }

  *#maximise(level: Exclude<Level, { kind: "max-min" }>, isLast: boolean): Generator<number, void, void> {
    const face = this.#face;
    const weight = weightsOf(face, this.#problem, level);
    if ((level.kind === "continuity" || level.kind === "rank") && weight.every((one) => one === 0)) {
      const prices = new Int32Array(face.educators);
      this.#proven.push({ name: level.kind, value: this.#valueOf(level), prices, ...partOf(level) });
      return;
    }
    const unit = unitOf(weight);
    if (unit > 1) for (let arc = 0; arc < weight.length; arc++) weight[arc]! /= unit;
    const possible = arcsIn(face, this.#originOf);
    const isFine = level.kind === "max-sum" && (this.#warm !== undefined || !isFlat(weight));
    const answer = isFine
      ? yield* heaviest(face, weight, possible, this.#knownOf(level, unit, possible))
      : {
          few: { face, weight },
          ...(yield* assign(face, weight, { prices: new Int32Array(face.educators), arcOf: possible })),
        };
    if (!answer.arcOf) throw new RangeError(outOfRange);
    if (level.kind === "max-sum" && !isFine) yield* loweringPrices(face, weight, answer.prices, answer.arcOf);
    this.#originOf = originsOf(face, answer.arcOf);
    const { few } = answer;
    if (!isLast || this.#warm) this.#face = tightFace(withOriginsOf(face, few.face), few.weight, answer.prices);
    if (answer.prices.some((price) => Math.abs(price) > topPrice / unit)) throw new RangeError(outOfRange);
    const prices = answer.prices.map((price) => price * unit);
    this.#proven.push({ name: level.kind, value: this.#valueOf(level), prices, ...partOf(level) });
  }

  /** Prices of the earlier result, where it was asked the same; its pairs are among those to begin with (see firstCome). */
  #knownOf(level: Level, unit: number, arcOf: Int32Array): Begun | undefined {
    const { continuityBonus: bonus } = partOf(level);
    const prices = this.#warm?.levels.find(
      (known) => known.name === level.kind && known.continuityBonus === bonus,
    )?.prices;
    if (!this.#warm || prices?.length !== this.#face.educators) return undefined;
    const { mustFill } = this.#face;
    const scaled = prices.map((price, e) => Math.max(mustFill[e] === 1 ? -Infinity : 0, Math.round(price / unit)));
    return { prices: scaled, arcOf };
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
    const { learners, rowStart, score, current, rank } = this.#problem;
    if (level.kind === "rank")
      return this.#originOf.reduce((sum, own) => sum + (own >= 0 && rank?.[own] === level.rank ? 1 : 0), 0);
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

function partOf(level: Level): { continuityBonus?: number; rank?: number } {
  if (level.kind === "rank") return { rank: level.rank };
  const bonus = level.kind === "max-sum" ? level.continuityBonus : undefined;
  return bonus ? { continuityBonus: bonus } : {};
}

/** A possible matching to begin with: the pairs known before, then first come, first served. */
function firstCome(face: Face, educatorOf?: Int32Array): Int32Array {
  const room = face.capacity.slice();
  const found = new Int32Array(face.learners).fill(-1);
  const take = (l: number, wanted: number): void => {
    for (let arc = face.rowStart[l]!; arc < face.rowStart[l + 1]!; arc++) {
      const e = face.educator[arc]!;
      if (room[e]! === 0 || (wanted >= 0 && e !== wanted)) continue;
      room[e]!--;
      found[l] = originOf(face, arc);
      return;
    }
  };
  if (educatorOf) for (let l = 0; l < face.learners; l++) if (educatorOf[l]! >= 0) take(l, educatorOf[l]!);
  for (let l = 0; l < face.learners; l++) if (found[l]! < 0) take(l, -1);
  return found;
}

/** Whether nobody has to bid, since all arcs are worth the same or nothing: places are given in rounds (see rounds.ts). */
function isFlat(weight: Int32Array): boolean {
  return weight.every((one) => one <= 1);
}

/** The largest number that divides all weights; where they are few levels, it makes the differences small. */
function unitOf(weight: Int32Array): number {
  let unit = 0;
  for (const one of weight) {
    for (let [more, less] = [one, unit]; ; [more, less] = [less, more % less])
      if (less === 0) {
        unit = more;
        break;
      }
    if (unit === 1) return 1;
  }
  return Math.max(1, unit);
}

function weightsOf(face: Face, problem: LevelProblem, level: Exclude<Level, { kind: "max-min" }>): Int32Array {
  const { score, current, rank } = problem;
  const bonus = level.kind === "max-sum" && current ? (level.continuityBonus ?? 0) : 0;
  // The scores themselves, where they are the weights: a copy would be a large part of all memory.
  if (level.kind === "max-sum" && bonus === 0 && !face.origin && score instanceof Int32Array && unitOf(score) === 1)
    return score;
  const weight = new Int32Array(face.educator.length);
  for (let arc = 0; arc < weight.length; arc++) {
    const own = originOf(face, arc);
    if (level.kind === "continuity") weight[arc] = current?.[own] ?? 0;
    else if (level.kind === "rank") weight[arc] = rank?.[own] === level.rank ? 1 : 0;
    else weight[arc] = score[own]! + (bonus === 0 ? 0 : bonus * current![own]!);
  }
  return weight;
}
