// Shakes a possible solution: at a few educators the roles are charged once for the effort and the pairs that others
// would want, at prices near the best known, so that they let go of what is worth more elsewhere.
import type { CoupledProblem, CoupledProof } from "./coupled-problem.ts";
import type { Holding } from "./coupled-holding.ts";
import { perPair } from "./coupled-holding.ts";

export class Shaker {
  readonly #problem: CoupledProblem;
  readonly #effort: Int32Array;
  /** Price of a lane by role and arc. */
  readonly #lane: Int32Array[];
  #state = 0x2545f491;

  constructor(problem: CoupledProblem, { effort, lanes }: CoupledProof) {
    this.#problem = problem;
    this.#effort = effort;
    const byPair = new Map(lanes.map(({ learner, educator, price }) => [learner * effort.length + educator, price]));
    this.#lane = problem.roles.map(({ problem: { learners, rowStart, educator } }) => {
      const prices = new Int32Array(educator.length);
      for (let l = 0; l < learners; l++)
        for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
          prices[arc] = byPair.get(l * effort.length + educator[arc]!) ?? 0;
      return prices;
    });
  }

  /** Leaves a possible solution that has to be settled; returns the role to settle first. */
  *shake(holding: Holding): Generator<number, number, void> {
    const roles = this.#problem.roles.length;
    const share = 0.02 + 0.3 * this.#chance() * this.#chance();
    const strength = Float64Array.from(this.#effort, () => (this.#chance() < share ? (0.5 + this.#chance()) ** 2 : 0));
    const first = Math.floor(this.#chance() * roles);
    const way = this.#chance() < 0.5 ? 1 : roles - 1;
    const count = 1 + Math.floor(this.#chance() * roles);
    for (let at = 0; at < count; at++) {
      const r = (first + way * at) % roles;
      yield* holding.solve(r, holding.room(r), this.#charged(r, strength));
    }
    return (first + way * (roles - 1)) % roles;
  }

  #charged(r: number, strength: Float64Array): Int32Array {
    const { effort, problem } = this.#problem.roles[r]!;
    return problem.score.map((score, arc) => {
      const e = problem.educator[arc]!;
      const charge = strength[e]! * ((this.#effort[e]! * effort) / 1000 + this.#lane[r]![arc]!);
      return perPair + score - Math.floor(charge);
    });
  }

  /** From 0 up to 1; the same row of numbers every time. */
  #chance(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }
}
