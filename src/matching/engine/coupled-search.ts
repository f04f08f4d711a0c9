// A complete search, for small problems or small gaps. Every choice for a learner in a role falls short of the bound by
// a known amount, whatever else is chosen; what adds up to more than the gap cannot lead to anything better. When the
// search ends within its limit of steps, what is held is the best there is.
// Source: Land and Doig 1960 (branch and bound), here with the reduced costs of fixed multipliers.
import { isBetter, type Kept } from "./coupled-holding.ts";
import type { CoupledProblem, CoupledProof } from "./coupled-problem.ts";
import { placesWithin, unlimited } from "./coupled-problem.ts";

const stepsMost = 300_000;
const stepsPerYield = 5_000;

interface Choice {
  /** -1 for nobody. */
  arc: number;
  short: number;
}

interface Slot {
  r: number;
  l: number;
  choices: Choice[];
}

export class Search {
  /** The best found, at first what was known. */
  best: Kept;
  readonly #problem: CoupledProblem;
  readonly #slots: Slot[] = [];
  readonly #room: Int32Array[];
  readonly #left: Float64Array;
  readonly #together = new Set<number>();
  readonly #arcOf: Int32Array[];
  readonly #bound: number;
  readonly #perPair: number;

  /** `bound` is what `proof` shows that no solution's worth exceeds. */
  constructor(problem: CoupledProblem, proof: CoupledProof, bound: number, best: Kept) {
    this.#problem = problem;
    this.#bound = bound;
    this.#perPair = proof.perPair;
    this.best = best;
    this.#room = problem.roles.map((role) => placesWithin(role, problem.budget));
    this.#left = Float64Array.from(problem.budget, (units) => (units === unlimited ? Infinity : units));
    this.#arcOf = best.arcOf.map((arcs) => new Int32Array(arcs.length).fill(-1));
    const gap = bound - this.#valueOf(best);
    const lanes = new Map(proof.lanes.map(({ learner, educator, price }) => [this.#lane(learner, educator), price]));
    problem.roles.forEach((_, r) => {
      for (let l = 0; l < problem.roles[r]!.problem.learners; l++) {
        const choices = this.#choicesOf(r, l, proof, lanes).filter(({ short }) => short < gap);
        this.#slots.push({ r, l, choices });
      }
    });
    this.#slots.sort((one, other) => one.choices.length - other.choices.length);
  }

  /** Returns whether everything was seen. */
  *work(): Generator<number, boolean, void> {
    const depths = this.#slots.length;
    const at = new Int32Array(depths + 1);
    const short = new Float64Array(depths + 1);
    let steps = 0;
    for (let depth = 0; depth >= 0;) {
      if (++steps > stepsMost) return false;
      if (steps % stepsPerYield === 0) yield steps / stepsMost;
      if (depth === depths) this.#look();
      const slot = depth === depths ? undefined : this.#slots[depth]!;
      const choice = slot?.choices[at[depth]!];
      if (!choice || this.#bound - short[depth]! - choice.short <= this.#valueOf(this.best)) {
        if (--depth >= 0) this.#take(this.#slots[depth]!, this.#slots[depth]!.choices[at[depth]!++]!.arc, -1);
        continue;
      }
      if (!this.#isPossible(slot!, choice.arc)) {
        at[depth]!++;
        continue;
      }
      this.#take(slot!, choice.arc, 1);
      short[depth + 1] = short[depth]! + choice.short;
      at[++depth] = 0;
    }
    return true;
  }

  /** Nearest to the bound first. */
  #choicesOf(r: number, l: number, proof: CoupledProof, lanes: Map<number, number>): Choice[] {
    const { effort, problem } = this.#problem.roles[r]!;
    const worths = [{ arc: -1, worth: 0 }];
    for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
      const e = problem.educator[arc]!;
      if (this.#room[r]![e] === 0) continue;
      const charge = Math.floor((proof.effort[e]! * effort) / 1000) + (lanes.get(this.#lane(l, e)) ?? 0);
      worths.push({ arc, worth: this.#perPair + problem.score[arc]! - charge - proof.prices[r]![e]! });
    }
    const most = Math.max(...worths.map(({ worth }) => worth));
    return worths
      .map(({ arc, worth }) => ({ arc, short: most - worth }))
      .toSorted((one, other) => one.short - other.short || one.arc - other.arc);
  }

  #lane(learner: number, educator: number): number {
    return learner * this.#problem.budget.length + educator;
  }

  #isPossible({ r, l }: Slot, arc: number): boolean {
    if (arc < 0) return true;
    const { effort, problem } = this.#problem.roles[r]!;
    const e = problem.educator[arc]!;
    return this.#room[r]![e]! > 0 && this.#left[e]! >= effort && !this.#together.has(this.#lane(l, e));
  }

  #take({ r, l }: Slot, arc: number, sign: 1 | -1): void {
    this.#arcOf[r]![l] = sign === 1 ? arc : -1;
    if (arc < 0) return;
    const { effort, problem } = this.#problem.roles[r]!;
    const e = problem.educator[arc]!;
    this.#room[r]![e]! -= sign;
    this.#left[e]! -= sign * effort;
    if (sign === 1) this.#together.add(this.#lane(l, e));
    else this.#together.delete(this.#lane(l, e));
  }

  #look(): void {
    let [matched, total] = [0, 0];
    this.#arcOf.forEach((arcs, r) => {
      for (const arc of arcs) {
        if (arc < 0) continue;
        matched++;
        total += this.#problem.roles[r]!.problem.score[arc]!;
      }
    });
    if (!isBetter({ matched, total }, this.best)) return;
    this.best = { ...this.best, matched, total, arcOf: this.#arcOf.map((arcs) => arcs.slice()) };
  }

  #valueOf({ matched, total }: { matched: number; total: number }): number {
    return this.#perPair * matched + total;
  }
}
