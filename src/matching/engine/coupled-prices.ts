// Prices on what couples the roles: on each educator's effort, and on having the same two twice. With such prices each
// role is matched by itself, exactly, and what all of them reach together is a bound that nothing can exceed, whatever
// the prices are. They are improved by the volume algorithm, which follows the mean of the matches seen: where the mean
// asks for more than there is, the price rises.
// Sources: Geoffrion 1974 (Lagrangian relaxation); Barahona and Anbil 2000 (the volume algorithm).
import type { CoupledProblem, CoupledProof, SharedPairs } from "./coupled-problem.ts";
import { placesWithin, unlimited, usableBudget } from "./coupled-problem.ts";
import { closed, Part } from "./coupled-part.ts";
import { Volume } from "./coupled-volume.ts";
import { topScore } from "./problem.ts";

const perPoint = 1000;
/** Where nothing limits: far from any excess. */
const farBelow = -1e6;

export class Prices {
  readonly parts: Part[];
  /** The least bound seen, and what it was seen with. */
  bound = Infinity;
  proof!: CoupledProof;
  /** Mean use of each arc, per role: near the best fractional solution. */
  readonly mean: Float64Array[];
  /** What is left to be used of each budget by whole pairs. */
  readonly budget: Int32Array;
  /** Arcs that narrowing closed. */
  readonly #shut: Uint8Array[];
  readonly #shared: SharedPairs;
  readonly #worth: { perPair: number; perScore: 0 | 1 };
  /** Effort is counted here in the largest that one pair takes, so that all multipliers are points. */
  readonly #unit: number;
  /** Multipliers on effort and on lanes. */
  readonly #volume: Volume;

  constructor(problem: CoupledProblem, shared: SharedPairs, worth: { perPair: number; perScore: 0 | 1 }) {
    this.budget = usableBudget(problem);
    this.#shared = shared;
    this.#worth = worth;
    this.parts = problem.roles.map((role) => new Part(role, placesWithin(role, problem.budget)));
    this.#shut = problem.roles.map((role) => new Uint8Array(role.problem.educator.length));
    this.mean = problem.roles.map((role) => new Float64Array(role.problem.educator.length));
    this.#unit = Math.max(1, ...problem.roles.map(({ effort }) => effort));
    this.#volume = new Volume(problem.budget.length, shared.learner.length);
  }

  /** Begins with the multipliers of another proof, in proportion to what a pair is worth here and there. */
  startFrom({ perPair, effort, lanes }: CoupledProof): void {
    const scale = this.#worth.perPair / perPair;
    const pairOf = new Map(
      this.#shared.learner.map((l, pair) => [l * effort.length + this.#shared.educator[pair]!, pair]),
    );
    const [efforts, own] = [this.#volume.now[0]!, this.#volume.now[1]!];
    effort.forEach((price, e) => (efforts[e] = (price * this.#unit * scale) / perPoint));
    for (const { learner, educator, price } of lanes)
      own[pairOf.get(learner * effort.length + educator)!] = price * scale;
  }

  /** One round: a step from the best prices so far, then each role solved with them. `reached` is what a solution has. */
  *step(reached: number): Generator<number, void, void> {
    this.#volume.move(this.bound - reached);
    yield* this.#evaluate();
  }

  /** From now on this educator has exactly these places in the roles, and no budget. */
  narrow(e: number, places: readonly number[]): void {
    const price = Math.round((this.priceOf(e) * perPoint) / this.#unit);
    // What nobody would pay is as true as any price beyond it, which might leave the range that is counted exactly.
    const beyond = this.#worth.perPair + this.#worth.perScore * topScore + 1;
    for (const [r, part] of this.parts.entries()) {
      part.face.capacity[e] = places[r]!;
      part.prices[e] = Math.min(part.prices[e]! + Math.floor((price * part.role.effort) / perPoint), beyond);
    }
    this.budget[e] = unlimited;
    this.#volume.best[0]![e] = 0;
    this.#volume.excess[0]![e] = farBelow;
  }

  /** Pairs that two roles have now are closed in all but the role that had them most of the time. Returns how many. */
  narrowLanes(): number {
    const holder = new Map<number, { r: number; arc: number }>();
    let count = 0;
    for (const [r, { arcOf }] of this.parts.entries()) {
      for (const arc of arcOf) {
        const pair = arc < 0 ? -1 : this.#shared.of[r]![arc]!;
        if (pair < 0) continue;
        const one = { r, arc };
        const other = holder.get(pair) ?? one;
        const [first, second] = this.#meanOf(one) > this.#meanOf(other) ? [one, other] : [other, one];
        holder.set(pair, first);
        if (other === one) continue;
        this.#shut[second.r]![second.arc] = 1;
        count++;
      }
    }
    return count;
  }

  #meanOf({ r, arc }: { r: number; arc: number }): number {
    return this.mean[r]![arc]!;
  }

  /** After narrowing: bounds from now on are those of what is left. */
  *again(): Generator<number, void, void> {
    this.bound = Infinity;
    this.#volume.again();
    yield* this.#evaluate();
  }

  /** The best price so far on an educator's effort. */
  priceOf(e: number): number {
    return this.#volume.best[0]![e]!;
  }

  *#evaluate(): Generator<number, void, void> {
    const { budget } = this;
    const [efforts, lanes] = [this.#volume.now[0]!, this.#volume.now[1]!];
    const effort = Int32Array.from(efforts, (price) => Math.round((price * perPoint) / this.#unit));
    const lane = Int32Array.from(lanes, Math.round);
    let bound = 0;
    for (let e = 0; e < effort.length; e++)
      if (effort[e]! > 0) bound += Math.ceil((effort[e]! * budget[e]!) / perPoint);
    for (const price of lane) bound += price;
    for (const [r, part] of this.parts.entries()) {
      this.#weigh(r, effort, lane);
      yield* part.solve();
      bound += part.worth;
    }
    this.#look();
    const isBetter = bound < this.bound;
    this.#average(isBetter);
    if (isBetter) this.#keep(bound, effort, lane);
  }

  #weigh(r: number, effort: Int32Array, lane: Int32Array): void {
    const { role, weight, face } = this.parts[r]!;
    const shared = this.#shared.of[r]!;
    const { perPair, perScore } = this.#worth;
    const charge = effort.map((price) => Math.floor((price * role.effort) / perPoint));
    for (let arc = 0; arc < weight.length; arc++) {
      const e = face.educator[arc]!;
      const own =
        perPair + perScore * role.problem.score[arc]! - charge[e]! - (shared[arc]! < 0 ? 0 : lane[shared[arc]!]!);
      weight[arc] = face.capacity[e] === 0 || this.#shut[r]![arc] === 1 ? closed : Math.max(closed, own);
    }
  }

  /** How far the matches of now go beyond what is there. */
  #look(): void {
    const { budget } = this;
    const [effort, lane] = [this.#volume.last[0]!, this.#volume.last[1]!];
    for (let e = 0; e < effort.length; e++) effort[e] = budget[e] === unlimited ? farBelow : -budget[e]! / this.#unit;
    lane.fill(-1);
    for (const [r, { arcOf, face, role }] of this.parts.entries()) {
      for (const arc of arcOf) {
        if (arc < 0) continue;
        effort[face.educator[arc]!]! += role.effort / this.#unit;
        const pair = this.#shared.of[r]![arc]!;
        if (pair >= 0) lane[pair]!++;
      }
    }
  }

  #average(isBetter: boolean): void {
    const share = this.#volume.take(isBetter);
    for (const [r, { arcOf }] of this.parts.entries()) {
      const mean = this.mean[r]!;
      for (let arc = 0; arc < mean.length; arc++) mean[arc]! *= 1 - share;
      for (const arc of arcOf) if (arc >= 0) mean[arc]! += share;
    }
  }

  #keep(bound: number, effort: Int32Array, lane: Int32Array): void {
    this.bound = bound;
    const lanes = [];
    for (let pair = 0; pair < lane.length; pair++)
      if (lane[pair]! > 0)
        lanes.push({
          learner: this.#shared.learner[pair]!,
          educator: this.#shared.educator[pair]!,
          price: lane[pair]!,
        });
    this.proof = { ...this.#worth, effort, lanes, prices: this.parts.map(({ prices }) => prices.slice()) };
  }
}
