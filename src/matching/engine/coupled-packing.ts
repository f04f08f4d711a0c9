// A nearer bound: what every learner gains is given, and each educator by itself takes the pairs that bring more than
// that, as whole pairs fit into places and budget. No solution is worth more than all gains and all that is beyond them,
// whatever the gains are; and what one educator can carry is found exactly, where prices on effort let pairs be parted.
// Sources: Geoffrion 1974; Jörnsten and Näsberg 1986 (relaxing the assignment, not the budgets); the gains are improved
// by the volume algorithm (coupled-volume.ts).
import type { CoupledProblem, CoupledProof, SharedPairs } from "./coupled-problem.ts";
import { placesWithin, unlimited } from "./coupled-problem.ts";
import { Volume } from "./coupled-volume.ts";

/** Rounds in vain after which the mean of the multipliers is begun anew. */
const patience = 30;
/** How much one round counts at most in the mean of the pairs, which goes on all the same. */
const newest = 0.1;

export class Packing {
  /** The least bound seen, and what it was seen with. */
  bound = Infinity;
  proof: CoupledProof | undefined;
  /** Mean pairs per role and educator: near those of the best solution that mixes whole ways to pack. */
  readonly mean: Float64Array[];
  readonly #problem: CoupledProblem;
  readonly #shared: SharedPairs;
  readonly #from: CoupledProof;
  readonly #places: Int32Array[];
  readonly #budget: Int32Array;
  /** Pairs per role and educator of the last round. */
  readonly #uses: Int32Array[];
  /** Multipliers on being placed, by role and learner, and on lanes. */
  readonly #volume: Volume;
  /** Arcs of each role seen from its educators. */
  readonly #columns: { start: Int32Array; learner: Int32Array; arc: Int32Array }[];
  /** The roles by effort, the least last: it takes what the others leave. */
  readonly #order: number[];
  /** What the arcs of one educator bring beyond the gains: per role the arcs, best first, and their sums. */
  readonly #offers: { value: Float64Array; at: Int32Array; count: number; sums: Float64Array }[];
  readonly #counts: number[];
  readonly #bestCounts: number[];
  #most = 0;
  #inVain = 0;

  /** Begins with what the prices of a proof leave to each learner. */
  constructor(problem: CoupledProblem, shared: SharedPairs, from: CoupledProof) {
    const { roles, budget } = problem;
    const { learners } = roles[0]!.problem;
    this.#problem = problem;
    this.#shared = shared;
    this.#from = from;
    this.#places = roles.map((role) => placesWithin(role, budget));
    this.#budget = budget.slice();
    this.mean = roles.map(() => new Float64Array(budget.length));
    this.#uses = roles.map(() => new Int32Array(budget.length));
    this.#volume = new Volume(roles.length * learners, shared.learner.length);
    this.#columns = roles.map(({ problem: own }) => columnsOf(own));
    this.#order = [...roles.keys()].toSorted((one, other) => roles[other]!.effort - roles[one]!.effort || one - other);
    this.#offers = roles.map(({ problem: own }) => {
      const most = Math.max(0, ...own.capacity.map((places) => Math.min(places, learners)));
      const [value, at] = [new Float64Array(most + 1), new Int32Array(most + 1)];
      return { value, at, count: 0, sums: new Float64Array(most + 1) };
    });
    this.#counts = roles.map(() => 0);
    this.#bestCounts = roles.map(() => 0);
    this.#begin();
  }

  /** One round. `reached` is what a solution has. */
  step(reached: number): void {
    if (this.#inVain >= patience) {
      this.#inVain = 0;
      this.#volume.renew();
    }
    this.#volume.move(this.bound - reached);
    this.#evaluate();
  }

  /** From now on this educator has at most these places in the roles, and no budget. */
  narrow(e: number, places: readonly number[]): void {
    for (const [r, own] of this.#places.entries()) own[e] = places[r]!;
    this.#budget[e] = unlimited;
  }

  /** After narrowing: bounds from now on are those of what is left. */
  again(): void {
    this.bound = Infinity;
    this.#inVain = 0;
    this.#volume.again();
    this.#evaluate();
  }

  #evaluate(): void {
    const { budget } = this.#problem;
    const [gains, lanes] = this.#volume.now.map((list) => Int32Array.from(list, Math.round));
    const [placed, together] = [this.#volume.last[0]!, this.#volume.last[1]!];
    placed.fill(-1);
    together.fill(-1);
    let bound = 0;
    for (const gain of gains!) bound += gain;
    for (const price of lanes!) bound += price;
    for (let e = 0; e < budget.length; e++) bound += this.#pack(e, gains!, lanes!);
    const isBetter = bound < this.bound;
    const isFirst = this.proof === undefined;
    const share = Math.min(this.#volume.take(isBetter), isFirst ? 1 : newest);
    this.#inVain = bound < this.bound - 1 ? 0 : this.#inVain + 1;
    for (const [r, mean] of this.mean.entries())
      for (let e = 0; e < mean.length; e++) mean[e]! += share * (this.#uses[r]![e]! - mean[e]!);
    if (isBetter) this.#keep(bound, gains!, lanes!);
  }

  #begin(): void {
    const { roles, budget } = this.#problem;
    const { effort, lanes, prices, perPair, perScore } = this.#from;
    const { learner, educator, of } = this.#shared;
    const byPair = new Map(lanes.map((lane) => [lane.learner * budget.length + lane.educator, lane.price]));
    const [gains, own] = [this.#volume.now[0]!, this.#volume.now[1]!];
    for (let pair = 0; pair < own.length; pair++)
      own[pair] = byPair.get(learner[pair]! * budget.length + educator[pair]!) ?? 0;
    for (const [r, role] of roles.entries()) {
      const { learners, rowStart, educator: to, score } = role.problem;
      for (let l = 0; l < learners; l++) {
        let most = 0;
        for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
          const e = to[arc]!;
          if (this.#places[r]![e] === 0) continue;
          const lane = of[r]![arc]! < 0 ? 0 : own[of[r]![arc]!]!;
          const charge = Math.floor((effort[e]! * role.effort) / 1000) + lane + prices[r]![e]!;
          most = Math.max(most, perPair + perScore * score[arc]! - charge);
        }
        gains[r * learners + l] = most;
      }
    }
  }

  /** The most that an educator's whole pairs bring beyond the gains; notes whom they are with. */
  #pack(e: number, gains: Int32Array, lanes: Int32Array): number {
    for (const r of this.#order) this.#offer(r, e, gains, lanes);
    this.#most = -1;
    this.#choose(e, 0, this.#budget[e]!, 0);
    const { learners } = this.#problem.roles[0]!.problem;
    const [placed, together] = [this.#volume.last[0]!, this.#volume.last[1]!];
    for (const r of this.#order) {
      const { at } = this.#offers[r]!;
      this.#uses[r]![e] = this.#bestCounts[r]!;
      for (let k = 0; k < this.#bestCounts[r]!; k++) {
        placed[r * learners + this.#columns[r]!.learner[at[k]!]!]!++;
        const pair = this.#shared.of[r]![this.#columns[r]!.arc[at[k]!]!]!;
        if (pair >= 0) together[pair]!++;
      }
    }
    return this.#most;
  }

  /** Lists the best arcs of a role to an educator, no more than there are places. */
  #offer(r: number, e: number, gains: Int32Array, lanes: Int32Array): void {
    const { start, learner, arc } = this.#columns[r]!;
    const { learners, score } = this.#problem.roles[r]!.problem;
    const { perPair, perScore } = this.#from;
    const offers = this.#offers[r]!;
    const { value, at: list } = offers;
    const most = Math.min(this.#places[r]![e]!, value.length - 1);
    let count = 0;
    for (let at = start[e]!; at < start[e + 1]! && most > 0; at++) {
      const pair = this.#shared.of[r]![arc[at]!]!;
      const lane = pair < 0 ? 0 : lanes[pair]!;
      const beyond = perPair + perScore * score[arc[at]!]! - lane - gains[r * learners + learner[at]!]!;
      if (beyond <= 0 || (count === most && beyond <= value[count - 1]!)) continue;
      let k = count < most ? count++ : count - 1;
      for (; k > 0 && value[k - 1]! < beyond; k--) {
        value[k] = value[k - 1]!;
        list[k] = list[k - 1]!;
      }
      value[k] = beyond;
      list[k] = at;
    }
    offers.count = count;
    for (let k = 0; k < count; k++) offers.sums[k + 1] = offers.sums[k]! + value[k]!;
  }

  /** Tries every number of pairs of the roles from `place` in the order, within the units left. */
  #choose(e: number, place: number, left: number, sum: number): void {
    const r = this.#order[place]!;
    const { effort } = this.#problem.roles[r]!;
    const { count, sums } = this.#offers[r]!;
    const isFree = effort === 0 || this.#budget[e] === unlimited;
    const most = isFree ? count : Math.min(count, Math.floor(left / effort));
    const isLast = place === this.#order.length - 1;
    for (let own = most; own >= (isLast || isFree ? most : 0); own--) {
      this.#counts[r] = own;
      if (!isLast) this.#choose(e, place + 1, isFree ? left : left - own * effort, sum + sums[own]!);
      else if (sum + sums[own]! > this.#most) {
        this.#most = sum + sums[own]!;
        for (const one of this.#order) this.#bestCounts[one] = this.#counts[one]!;
      }
    }
  }

  #keep(bound: number, gains: Int32Array, lanes: Int32Array): void {
    const { learner, educator } = this.#shared;
    const { learners } = this.#problem.roles[0]!.problem;
    this.bound = bound;
    this.proof = {
      ...this.#from,
      lanes: Array.from(lanes, (price, pair) => ({ learner: learner[pair]!, educator: educator[pair]!, price })).filter(
        ({ price }) => price > 0,
      ),
      gains: this.#problem.roles.map((_, r) => gains.slice(r * learners, (r + 1) * learners)),
    };
  }
}

function columnsOf({ learners, educators, rowStart, educator }: CoupledProblem["roles"][number]["problem"]) {
  const start = new Int32Array(educators + 1);
  for (const e of educator) start[e + 1]!++;
  for (let e = 0; e < educators; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const [learner, arc] = [new Int32Array(educator.length), new Int32Array(educator.length)];
  for (let l = 0; l < learners; l++)
    for (let own = rowStart[l]!; own < rowStart[l + 1]!; own++) {
      const at = next[educator[own]!]!++;
      learner[at] = l;
      arc[at] = own;
    }
  return { start, learner, arc };
}
