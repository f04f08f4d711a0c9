// A possible solution being improved: who has whom in each role, and what is left of every budget. Each role is solved
// again by itself, exactly, within what the others leave, so nothing here is ever beyond a budget, a place or a lane.
import type { CoupledProblem, SharedPairs } from "./coupled-problem.ts";
import { placesWithin, unlimited } from "./coupled-problem.ts";
import { closed, Part } from "./coupled-part.ts";

/** Worth of a pair before its score: ten times the highest score, so that more pairs nearly always come first. */
export const perPair = 100_000;

/** What can be put back later. */
export interface Kept {
  matched: number;
  total: number;
  arcOf: Int32Array[];
  prices: Int32Array[];
}

export class Holding {
  readonly parts: Part[];
  /** Pairs per role and educator. */
  readonly load: Int32Array[];
  /** Places per role and educator, never more than the budget could carry. */
  readonly places: Int32Array[];
  /** Units of effort in use, per educator. */
  readonly used: Float64Array;
  readonly problem: CoupledProblem;
  readonly #shared: SharedPairs;
  /** How many roles use a shared pair now: 0 or 1. */
  readonly #taken: Uint8Array;

  constructor(problem: CoupledProblem, shared: SharedPairs) {
    this.problem = problem;
    this.#shared = shared;
    this.places = problem.roles.map((role) => placesWithin(role, problem.budget));
    this.parts = problem.roles.map((role, r) => new Part(role, this.places[r]!));
    this.load = problem.roles.map(() => new Int32Array(problem.budget.length));
    this.used = new Float64Array(problem.budget.length);
    this.#taken = new Uint8Array(shared.learner.length);
  }

  get matched(): number {
    return this.parts.reduce((sum, { arcOf }) => sum + arcOf.reduce((count, arc) => count + (arc < 0 ? 0 : 1), 0), 0);
  }

  get total(): number {
    return this.parts.reduce(
      (sum, { arcOf, role }) => arcOf.reduce((points, arc) => points + (arc < 0 ? 0 : role.problem.score[arc]!), sum),
      0,
    );
  }

  slack(e: number): number {
    return this.problem.budget[e] === unlimited ? Infinity : this.problem.budget[e]! - this.used[e]!;
  }

  /** Places of a role that its own pairs and what is left of the budgets allow. */
  room(r: number): Int32Array {
    const { effort } = this.problem.roles[r]!;
    return this.places[r]!.map((most, e) => {
      const own = this.load[r]![e]!;
      return effort === 0 ? most : Math.min(most, own + Math.floor(this.slack(e) / effort));
    });
  }

  /** Whether another role has the two together. */
  isTaken(r: number, arc: number): boolean {
    const pair = this.#shared.of[r]![arc]!;
    return pair >= 0 && this.#taken[pair] === 1;
  }

  /** Solves a role anew within these places; `charged` are weights that leave something to the others. */
  *solve(r: number, capacity: Int32Array, charged?: Int32Array): Generator<number, void, void> {
    const part = this.parts[r]!;
    const old = part.arcOf;
    this.#count(r, old, -1);
    const { score } = part.role.problem;
    part.face.capacity.set(capacity);
    for (let arc = 0; arc < score.length; arc++) {
      const isShut = capacity[part.face.educator[arc]!] === 0 || this.isTaken(r, arc);
      part.weight[arc] = isShut ? closed : charged ? charged[arc]! : perPair + score[arc]!;
    }
    try {
      yield* part.solve();
    } finally {
      this.#count(r, part.arcOf, 1);
    }
  }

  /** Every role in turn within what the others leave, until none gains; `from` is the role to begin with. */
  *settle(from = 0): Generator<number, void, void> {
    const roles = this.parts.length;
    for (let r = from, still = 0; still < roles; r = (r + 1) % roles) {
      const before = this.#worthOf(r);
      yield* this.solve(r, this.room(r));
      still = this.#worthOf(r) > before ? 1 : still + 1;
    }
  }

  /** Takes over as many of these pairs as are possible together, in their order. */
  adopt(arcOf: readonly Int32Array[]): void {
    this.parts.forEach((part, r) => {
      this.#count(r, part.arcOf, -1);
      part.begin(new Int32Array(part.face.learners).fill(-1), part.prices);
    });
    arcOf.forEach((arcs, r) => {
      const { face, arcOf: own, role } = this.parts[r]!;
      arcs.forEach((arc, l) => {
        if (arc < 0 || this.isTaken(r, arc)) return;
        const e = face.educator[arc]!;
        if (this.load[r]![e]! >= this.places[r]![e]! || role.effort > this.slack(e)) return;
        own[l] = arc;
        this.#change(r, arc, 1);
      });
    });
  }

  keep(): Kept {
    return {
      matched: this.matched,
      total: this.total,
      arcOf: this.parts.map(({ arcOf }) => arcOf.slice()),
      prices: this.parts.map(({ prices }) => prices.slice()),
    };
  }

  putBack({ arcOf, prices }: Kept): void {
    this.parts.forEach((part, r) => {
      this.#count(r, part.arcOf, -1);
      part.begin(arcOf[r]!, prices[r]!);
      this.#count(r, part.arcOf, 1);
    });
  }

  #worthOf(r: number): number {
    const { arcOf, role } = this.parts[r]!;
    return arcOf.reduce((sum, arc) => sum + (arc < 0 ? 0 : perPair + role.problem.score[arc]!), 0);
  }

  #count(r: number, arcOf: Int32Array, sign: 1 | -1): void {
    for (const arc of arcOf) if (arc >= 0) this.#change(r, arc, sign);
  }

  #change(r: number, arc: number, sign: 1 | -1): void {
    const { role, face } = this.parts[r]!;
    const e = face.educator[arc]!;
    this.load[r]![e]! += sign;
    this.used[e]! += sign * role.effort;
    const pair = this.#shared.of[r]![arc]!;
    if (pair >= 0) this.#taken[pair]! += sign;
  }
}

/** More pairs are better; with as many, a higher total. */
export function isBetter(one: { matched: number; total: number }, other: { matched: number; total: number }): boolean {
  return one.matched > other.matched || (one.matched === other.matched && one.total > other.total);
}
