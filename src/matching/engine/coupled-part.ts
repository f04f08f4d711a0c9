// One role of a coupled match as the one-role core sees it: its arcs at the weights of the moment. Each solve begins
// with the prices and pairs of the one before, for weights and places change little from one to the next.
import { assign } from "./assign.ts";
import { auctionPrices } from "./auction.ts";
import type { CoupledRole } from "./coupled-problem.ts";
import type { Face } from "./face.ts";

/** The weight of an arc that must not be used now. */
export const closed = -1;

export class Part {
  readonly role: CoupledRole;
  readonly face: Face;
  readonly weight: Int32Array;
  /** Arc per learner and price per educator of the last solve. */
  arcOf: Int32Array;
  prices: Int32Array;
  /** Sum of the weights of the last solve's arcs. */
  worth = 0;
  #isKnown = false;

  constructor(role: CoupledRole, capacity: Int32Array) {
    const { learners, educators, rowStart, educator } = role.problem;
    this.role = role;
    this.face = {
      learners,
      educators,
      rowStart,
      educator,
      origin: undefined,
      capacity: capacity.slice(),
      mustMatch: new Uint8Array(learners),
      mustFill: new Uint8Array(educators),
    };
    this.weight = new Int32Array(educator.length);
    this.arcOf = new Int32Array(learners).fill(-1);
    this.prices = new Int32Array(educators);
  }

  /** Exact for the weights and places of now. Arcs to educators without places have to be closed. */
  *solve(): Generator<number, void, void> {
    const known = this.#isKnown ? { prices: this.prices, arcOf: this.arcOf } : undefined;
    const { arcOf, prices } = yield* assign(
      this.face,
      this.weight,
      known ?? (yield* auctionPrices(this.face, this.weight)),
    );
    if (!arcOf) throw new RangeError("The prices left the range that can be counted exactly.");
    this.arcOf = arcOf;
    this.prices = prices;
    this.#isKnown = true;
    this.worth = 0;
    for (const arc of this.arcOf) if (arc >= 0) this.worth += this.weight[arc]!;
  }

  /** Takes over pairs and prices found elsewhere, as what the next solve begins with. */
  begin(arcOf: Int32Array, prices: Int32Array): void {
    this.arcOf = arcOf.slice();
    this.prices = prices.slice();
    this.#isKnown = true;
  }
}
