// The roles matched together: as many pairs as can be, then the highest total, within budgets and lanes. That is hard
// in theory (fractional efforts make it a packing problem), so the answer comes with bounds that anyone can check: how
// far it can be from the best at most. It is deterministic: limits are counted in work, not in time, unless stopped.
// One after another, and effort moved between roles (coupled-slots.ts); prices and a bound (coupled-prices.ts), which
// whole pairs bring nearer (coupled-packing.ts); a solution made from both (coupled-dive.ts); then parts of it are shaken
// and settled again, better ones kept.
import type { CoupledMatching, CoupledProblem, CoupledProof, SharedPairs } from "./coupled-problem.ts";
import { refuseFaults, sharedPairs } from "./coupled-problem.ts";
import { arcsOf, emptyProof, firstArcs, plainBounds } from "./coupled-begin.ts";
import { dive } from "./coupled-dive.ts";
import { Holding, isBetter, type Kept, perPair } from "./coupled-holding.ts";
import { Search } from "./coupled-search.ts";
import { Shaker } from "./coupled-shake.ts";
import { Packing } from "./coupled-packing.ts";
import { Prices } from "./coupled-prices.ts";
import { exchangeSlots } from "./coupled-slots.ts";
import { topScore } from "./problem.ts";

/** Rounds of prices at most, and those in vain after which they have settled. */
const [roundsMost, roundsInVain] = [100, 40];
/** Rounds of whole pairs, which take far less each; with a lesser worth of a pair, where they begin nearer. */
const [packingMost, packingLesser] = [300, 120];
const [shakesLeast, shakesMost] = [80, 400];
/** In thousandths, so that the bound on the number of pairs can be finer than one. */
const perCount = 1000;
/** Lesser worths of a pair, tried for the bound on the total, and the rounds for each. */
const lesserWorths = [50_000, 25_000, 12_000, 6_000, 3_000];
const lesserRounds = 40;
/** Price steps aim below the bound by this part of all scores: first widely, then, in the dive, narrowly. */
const [wide, narrow] = [0.01, 0.001];

export interface TogetherOptions {
  signal?: AbortSignal;
  /** Called with the share of the work done, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Pairs to begin with, per role the educator of each learner. */
  known?: readonly Int32Array[];
  /** How often the solution is shaken in the end; 0 for the quickest answer. */
  shakes?: number;
  /** Content with a total that is within this share of the bound: 0 for as near as can be. */
  enough?: number;
}

export class TogetherRun {
  readonly #problem: CoupledProblem;
  readonly #shared: SharedPairs;
  readonly #holding: Holding;
  readonly #shakes: number;
  readonly #enough: number;
  /** All scores that could be had at most. */
  readonly #scale: number;
  #best: Kept;
  /** The bound by prices alone, which the search needs. */
  #priced: { bound: number; proof: CoupledProof };
  #packing: Packing | undefined;
  #proofs: CoupledMatching["proofs"];
  #mostMatched: number;
  #bound: number;
  #isFinished = false;
  #isSearched = false;
  #share = 0;

  constructor(problem: CoupledProblem, { known, shakes, enough = 0 }: TogetherOptions) {
    refuseFaults(problem);
    this.#problem = problem;
    this.#shared = sharedPairs(problem);
    this.#holding = new Holding(problem, this.#shared);
    this.#shakes = shakes ?? Math.min(shakesMost, Math.max(shakesLeast, problem.budget.length));
    this.#enough = enough;
    this.#holding.adopt(known ? known.map((educatorOf, r) => arcsOf(problem, r, educatorOf)) : firstArcs(problem));
    this.#best = this.#holding.keep();
    const { count, points } = plainBounds(problem);
    this.#mostMatched = count;
    this.#scale = topScore * count;
    this.#bound = perPair * count + points;
    this.#proofs = {
      matched: emptyProof(problem, { perPair: perCount, perScore: 0 }),
      total: emptyProof(problem, { perPair, perScore: 1 }),
    };
    this.#priced = { bound: this.#bound, proof: this.#proofs.total };
  }

  /** Yields the share done. */
  *work(): Generator<number, void, void> {
    const { roles } = this.#problem;
    const heaviest = roles.reduce((most, { effort }, r) => (effort > roles[most]!.effort ? r : most), 0);
    yield* this.#upTo(0.1, this.#improve(heaviest));
    const prices = new Prices(this.#problem, this.#shared, { perPair, perScore: 1 });
    yield* this.#upTo(0.4, this.#price(prices));
    yield* this.#upTo(0.45, this.#pack());
    if (!this.#isEnough()) {
      yield* this.#upTo(0.7, this.#diveFrom(prices));
      yield* this.#upTo(0.9, this.#shake());
    }
    if (this.#best.matched < this.#mostMatched) yield* this.#upTo(0.95, this.#count());
    const last = [() => this.#search(), () => this.#tighten()];
    // A search for more pairs needs pairs to come first; one for a higher total is the shorter, the nearer the bound is.
    if (this.#best.matched === this.#mostMatched) last.reverse();
    for (const next of last) yield* this.#upTo((1 + this.#share) / 2, next());
    this.#isFinished = true;
    yield 1;
  }

  matching(): CoupledMatching {
    const { matched, total, arcOf } = this.#best;
    const mostTotal = this.#bound - this.#proofs.total.perPair * matched;
    return {
      educatorOf: arcOf.map((arcs, r) =>
        arcs.map((arc) => (arc < 0 ? -1 : this.#problem.roles[r]!.problem.educator[arc]!)),
      ),
      matched,
      total,
      mostMatched: this.#mostMatched,
      mostTotal,
      proofs: this.#proofs,
      status: this.#isClosed() ? "optimal" : this.#isSearched ? "searched" : "feasible-with-gap",
      finished: this.#isFinished,
    };
  }

  *#upTo(share: number, steps: Generator<number, void, void>): Generator<number, void, void> {
    const from = this.#share;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      this.#share = Math.max(this.#share, from + (share - from) * step.value);
      yield this.#share;
    }
    this.#share = share;
    yield share;
  }

  /** Settles what is held now, from one role on, and keeps it when it is the best so far. */
  *#improve(from: number): Generator<number, void, void> {
    for (const _ of this.#holding.settle(from)) yield 0.3;
    this.#keepBetter();
    if (this.#isEnough()) return;
    for (const _ of exchangeSlots(this.#holding)) yield 0.7;
    this.#keepBetter();
  }

  #keepBetter(): void {
    if (isBetter(this.#holding, this.#best)) this.#best = this.#holding.keep();
  }

  *#price(prices: Prices): Generator<number, void, void> {
    let inVain = 0;
    for (let round = 0; round < roundsMost && inVain < roundsInVain && !this.#isEnough(); round++) {
      const before = this.#bound;
      const reached = Math.max(this.#value(), prices.bound - wide * this.#scale);
      for (const _ of prices.step(reached)) yield round / roundsMost;
      if (prices.bound < this.#bound) {
        this.#bound = prices.bound;
        this.#proofs = { ...this.#proofs, total: prices.proof };
        this.#priced = { bound: prices.bound, proof: prices.proof };
      }
      inVain = before - this.#bound > this.#scale * 1e-6 ? 0 : inVain + 1;
      // The first round has no prices on anything: each role by itself, as many pairs as it could ever have.
      if (round === 0) yield* this.#countAlone();
    }
  }

  *#diveFrom(prices: Prices): Generator<number, void, void> {
    let stage = 0;
    const diving = dive(this.#problem, prices, this.#packing!, narrow * this.#scale);
    let step = diving.next();
    for (; !step.done; step = diving.next()) yield 1 - 1 / (1 + ++stage / 500);
    this.#holding.adopt(step.value);
    yield* this.#improve(0);
  }

  *#shake(): Generator<number, void, void> {
    const shaker = new Shaker(this.#problem, this.#priced.proof);
    for (let at = 0; at < this.#shakes && !this.#isEnough(); at++) {
      this.#holding.putBack(this.#best);
      const from = yield* shaker.shake(this.#holding);
      for (const _ of this.#improve(from)) yield at / this.#shakes;
    }
  }

  /** A bound on the number of pairs alone, when the best so far does not reach the plain one. */
  *#count(): Generator<number, void, void> {
    const prices = new Prices(this.#problem, this.#shared, { perPair: perCount, perScore: 0 });
    prices.startFrom(this.#priced.proof);
    for (let round = 0; round < roundsMost && this.#mostMatched > this.#best.matched; round++) {
      const reached = Math.max(perCount * this.#best.matched, prices.bound - wide * perCount * this.#best.matched);
      for (const _ of prices.step(reached)) yield (0.5 * round) / roundsMost;
      this.#keepCount(prices);
    }
    const packing = new Packing(this.#problem, this.#shared, prices.proof);
    for (let round = 0; round < packingMost && this.#mostMatched > this.#best.matched; round++) {
      packing.step(Math.max(perCount * this.#best.matched, packing.bound - perCount));
      this.#keepCount(packing);
      yield 0.5 + (0.5 * round) / packingMost;
    }
  }

  *#countAlone(): Generator<number, void, void> {
    const alone = new Prices(this.#problem, this.#shared, { perPair: perCount, perScore: 0 });
    for (const _ of alone.step(0)) yield 0;
    this.#keepCount(alone);
  }

  /** Where every pair comes before any score, the search says which solution is the best of all. */
  *#search(): Generator<number, void, void> {
    if (this.#isEnough() || (this.#best.matched < this.#mostMatched && this.#scale >= perPair)) return;
    const search = new Search(this.#problem, this.#priced.proof, this.#priced.bound, this.#best);
    this.#isSearched = yield* search.work();
    this.#best = search.best;
  }

  /** With fewer pairs than all learners in all roles, a pair may weigh less in the bound on the total: that is nearer then. */
  *#tighten(): Generator<number, void, void> {
    if (this.#isEnough() || topScore * this.#best.matched === this.#scale) return;
    const { matched, total } = this.#best;
    for (const [at, worth] of lesserWorths.entries()) {
      const prices = new Prices(this.#problem, this.#shared, { perPair: worth, perScore: 1 });
      prices.startFrom(this.#priced.proof);
      for (let round = 0; round < lesserRounds; round++)
        for (const _ of prices.step(Math.max(worth * matched + total, prices.bound - wide * this.#scale)))
          yield (at + round / lesserRounds) / lesserWorths.length;
      const packing = new Packing(this.#problem, this.#shared, prices.proof);
      yield* this.#packs(packing, worth, packingLesser);
      if (!this.#keepTotal(packing)) break;
      this.#priced = { bound: prices.bound, proof: prices.proof };
    }
  }

  /** The bound on the total once more, as whole pairs fit into each budget. */
  *#pack(): Generator<number, void, void> {
    if (this.#isEnough()) return;
    const packing = new Packing(this.#problem, this.#shared, this.#priced.proof);
    yield* this.#packs(packing, this.#priced.proof.perPair);
    this.#packing = packing;
    this.#keepTotal(packing);
  }

  *#packs(packing: Packing, worth: number, rounds = packingMost): Generator<number, void, void> {
    const value = worth * this.#best.matched + this.#best.total;
    for (let round = 0; round < rounds; round++) {
      packing.step(Math.max(value, packing.bound - narrow * this.#scale));
      if (this.#best.matched === this.#mostMatched && packing.bound - value <= this.#enough * this.#best.total) return;
      yield round / rounds;
    }
  }

  /** Keeps a proof of the total where nothing before proves as much, and says so. */
  #keepTotal({ bound, proof }: Prices | Packing): boolean {
    const { matched } = this.#best;
    if (!proof || bound - proof.perPair * matched >= this.#bound - this.#proofs.total.perPair * matched) return false;
    this.#bound = bound;
    this.#proofs = { ...this.#proofs, total: proof };
    return true;
  }

  #keepCount(prices: Prices | Packing): void {
    const most = Math.floor(prices.bound / perCount);
    if (most >= this.#mostMatched || !prices.proof) return;
    this.#mostMatched = most;
    this.#proofs = { ...this.#proofs, matched: prices.proof };
  }

  #value(): number {
    return perPair * this.#best.matched + this.#best.total;
  }

  #isClosed(): boolean {
    return this.#best.matched === this.#mostMatched && this.#gap() === 0;
  }

  #isEnough(): boolean {
    return this.#best.matched === this.#mostMatched && this.#gap() <= this.#enough * this.#best.total;
  }

  #gap(): number {
    return this.#bound - this.#proofs.total.perPair * this.#best.matched - this.#best.total;
  }
}
