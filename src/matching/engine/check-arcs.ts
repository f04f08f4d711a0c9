// The part of the check that reads every arc, once: a block of rows at a time, so that the machine code for its one loop
// is made while it runs, and what is found of a row is still at hand when the levels ask for it. Part of the check (see
// check.ts), not of the solver.
import { topPrice } from "./claims.ts";
import type { ArcProblem } from "./problem.ts";

/** Stands for the price where there is no place: no true price comes near it. */
export const closed = 2 ** 31 - 1;
export const blockOfRows = 256;

export class Arcs {
  /** Of each row of the block: the arc to whom the learner is said to have, or -1; and the most an open arc is worth. */
  readonly own = new Int32Array(blockOfRows);
  /** Of all pairs so far. */
  matched = 0;
  cost = 0;
  lowest = Infinity;
  readonly #best = new Int32Array(blockOfRows);
  readonly #prices: Int32Array;
  readonly #problem: ArcProblem;
  readonly #perScore: number;
  readonly #one: number;
  readonly #isRising = new Uint8Array(blockOfRows);
  readonly #seenBy: Int32Array;

  /** An arc is worth `one + perScore * score - price`. */
  constructor(problem: ArcProblem, plan: { one: number; perScore: number; prices?: Int32Array }) {
    const { capacity, educators } = problem;
    this.#problem = problem;
    [this.#one, this.#perScore] = [plan.one, plan.perScore];
    this.#prices = new Int32Array(educators);
    for (let e = 0; e < educators; e++) this.#prices[e] = capacity[e]! > 0 ? (plan.prices?.[e] ?? 0) : closed;
    this.#seenBy = new Int32Array(educators).fill(-1);
  }

  isOpen(arc: number): boolean {
    return this.#prices[this.#problem.educator[arc]!] !== closed;
  }

  /** -Infinity where no arc is open. */
  bestOf(row: number): number {
    return this.#best[row]! < -topPrice ? -Infinity : this.#best[row]!;
  }

  /** Reads the rows of learners `from` up to `to`, and says what is wrong with them, if anything. */
  read(from: number, to: number, educatorOf: Int32Array): string | undefined {
    if (!this.#readBlock(from, to, educatorOf)) return this.#firstFault(from);
    for (let l = from; l < to; l++) {
      if (this.#isRising[l - from] === 0 && this.#hasTwice(l)) return `learner ${l} has an educator twice`;
      if (this.own[l - from]! < 0 && educatorOf[l] !== -1) return `learner ${l} has no arc to ${educatorOf[l]}`;
    }
    return undefined;
  }

  /** Returns whether every arc is within range. Signs are gathered and looked at once a row: a branch for each is felt. */
  #readBlock(from: number, to: number, educatorOf: Int32Array): boolean {
    const { rowStart, educator, score } = this.#problem;
    const prices = this.#prices;
    const [one, perScore, last] = [this.#one, this.#perScore, this.#problem.educators - 1];
    let [matched, cost, lowest, signs] = [0, 0, 10_000, 0];
    for (let l = from, arc = rowStart[from]!; l < to; l++) {
      const end = rowStart[l + 1]!;
      const wanted = educatorOf[l]!;
      let own = -1;
      let best = -closed;
      let before = -1;
      let rises = -1;
      for (; arc < end; arc++) {
        const e = educator[arc]!;
        const points = score[arc]!;
        signs |= e | (last - e) | points | (10_000 - points);
        rises &= before - e;
        before = e;
        if (e === wanted) own = arc;
        const worth = (one + Math.imul(perScore, points) - prices[e]!) | 0;
        if (worth > best) best = worth;
      }
      if (own >= 0) {
        matched++;
        cost += 10_000 - score[own]!;
        if (score[own]! < lowest) lowest = score[own]!;
      }
      this.own[l - from] = own;
      this.#best[l - from] = best;
      this.#isRising[l - from] = rises < 0 ? 1 : 0;
    }
    this.matched += matched;
    this.cost += cost;
    if (matched > 0) this.lowest = Math.min(this.lowest, lowest);
    return signs >= 0;
  }

  #firstFault(learner: number): string {
    const { educators, rowStart, educator, score } = this.#problem;
    let arc = rowStart[learner]!;
    while (educator[arc]! >= 0 && educator[arc]! < educators && score[arc]! >= 0 && score[arc]! <= 10_000) arc++;
    return `arc ${arc} is out of range`;
  }

  #hasTwice(learner: number): boolean {
    const { rowStart, educator } = this.#problem;
    for (let arc = rowStart[learner]!; arc < rowStart[learner + 1]!; arc++) {
      if (this.#seenBy[educator[arc]!] === learner) return true;
      this.#seenBy[educator[arc]!] = learner;
    }
    return false;
  }
}
