// Several roles matched together: each learner may have one educator in each role, nobody twice in two roles, and what
// the pairs of an educator take over all roles stays within a budget. Everything is a whole number.
import type { ArcProblem, Diagnostic } from "./problem.ts";
import { shapeFaults, validate } from "./problem.ts";

export interface CoupledRole {
  name: string;
  /** What one pair takes of the educator's budget, 0 or more, in units of the budgets. */
  effort: number;
  /** All roles number the same learners and the same educators. A learner who needs nobody here has no arcs. */
  problem: ArcProblem;
}

export interface CoupledProblem {
  roles: readonly CoupledRole[];
  /** Per educator over all roles; `unlimited` where nothing was allotted and nothing limits. */
  budget: Int32Array;
}

export const unlimited = 2 ** 31 - 1;

/** Multipliers on what couples the roles. With them any prices give a bound: what no solution can exceed. */
export interface CoupledProof {
  /** Worth of a pair before its score; with `perScore` 0, a bound on the number of pairs in these units. */
  perPair: number;
  perScore: 0 | 1;
  /** Per educator, thousandths of a point for each unit of effort. */
  effort: Int32Array;
  /** Points for having the same two in more than one role. */
  lanes: { learner: number; educator: number; price: number }[];
  /** Per role, a price per educator. */
  prices: Int32Array[];
  /** Per role, what each learner gains. With them the bound counts the whole pairs that fit, instead of prices on effort and places. */
  gains?: Int32Array[];
}

export interface CoupledMatching {
  /** Per role, the educator of each learner, -1 for none. */
  educatorOf: Int32Array[];
  matched: number;
  /** Sum of the scores of all pairs. */
  total: number;
  /** No solution has more pairs than `mostMatched`; none with at least as many as this has a higher total than `mostTotal`. */
  mostMatched: number;
  mostTotal: number;
  proofs: { matched: CoupledProof; total: CoupledProof };
  /** `optimal` when both bounds are reached; `searched` when a complete search by another solver left nothing better. */
  status: "optimal" | "searched" | "feasible-with-gap";
  /** False when it was stopped early; pairs and bounds hold all the same. */
  finished: boolean;
}

/** What is wrong with the input; empty when it can be solved. */
export function coupledFaults({ roles, budget }: CoupledProblem): Diagnostic[] {
  const first = roles[0]?.problem;
  if (!first) return [{ field: "roles", because: "there is none" }];
  const found: Diagnostic[] = [];
  roles.forEach(({ effort, problem }, r) => {
    const at = (fault: Diagnostic): Diagnostic => ({ ...fault, field: `roles[${r}].${fault.field}` });
    const faults = shapeFaults(problem).length > 0 ? shapeFaults(problem) : validate(problem);
    found.push(...faults.map(at));
    if (problem.learners !== first.learners || problem.educators !== first.educators)
      found.push(at({ field: "problem", because: "counts other learners or educators than the first role" }));
    if (!Number.isInteger(effort) || effort < 0 || effort > topEffort)
      found.push(at({ field: "effort", because: `${effort} is not a whole number from 0 to ${topEffort}` }));
  });
  if (budget.length !== first.educators)
    found.push({ field: "budget", because: `has ${budget.length} entries, ${first.educators} are needed` });
  budget.forEach((units, e) => {
    if (!Number.isInteger(units) || units < 0 || units > unlimited)
      found.push({ field: `budget[${e}]`, because: `${units} is not a whole number from 0 to ${unlimited}` });
  });
  return found.slice(0, 20);
}

/** Throws a RangeError naming the first faults. */
export function refuseFaults(problem: CoupledProblem): void {
  const faults = coupledFaults(problem);
  if (faults.length > 0) throw new RangeError(faults.map(({ field, because }) => `${field}: ${because}`).join("\n"));
}

const topEffort = 1_000_000;

/** Places of each educator in a role, and no more than the budget could ever carry. */
export function placesWithin({ effort, problem }: CoupledRole, budget: Int32Array): Int32Array {
  return problem.capacity.map((places, e) =>
    effort === 0 || budget[e] === unlimited ? places : Math.min(places, Math.floor(budget[e]! / effort)),
  );
}

/** The most of each budget that whole pairs can use: what is left over beside them can serve nobody. */
export function usableBudget({ roles, budget }: CoupledProblem): Int32Array {
  return budget.map((units, e) => {
    if (units === unlimited) return units;
    let sums = new Set([0]);
    for (const { effort, problem } of roles) {
      const longer = new Set<number>();
      const places = effort === 0 ? 0 : problem.capacity[e]!;
      for (const sum of sums)
        for (let count = 0; count <= places && sum + count * effort <= units; count++) longer.add(sum + count * effort);
      sums = longer;
    }
    return Math.max(...sums);
  });
}

/** The pairs that more than one role could make: their number per arc of each role, -1 for all others. */
export interface SharedPairs {
  of: Int32Array[];
  learner: number[];
  educator: number[];
}

export function sharedPairs({ roles }: CoupledProblem): SharedPairs {
  const { learners, educators } = roles[0]!.problem;
  const shared: SharedPairs = {
    of: roles.map(({ problem }) => new Int32Array(problem.educator.length).fill(-1)),
    learner: [],
    educator: [],
  };
  const firstArc = new Int32Array(educators).fill(-1);
  const firstRole = new Int32Array(educators);
  const seenBy = new Int32Array(educators).fill(-1);
  for (let l = 0; l < learners; l++) {
    roles.forEach(({ problem }, r) => {
      for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
        const e = problem.educator[arc]!;
        if (seenBy[e] !== l) {
          seenBy[e] = l;
          firstArc[e] = arc;
          firstRole[e] = r;
          continue;
        }
        const first = shared.of[firstRole[e]!]!;
        if (first[firstArc[e]!] === -1) {
          first[firstArc[e]!] = shared.learner.length;
          shared.learner.push(l);
          shared.educator.push(e);
        }
        shared.of[r]![arc] = first[firstArc[e]!]!;
      }
    });
  }
  return shared;
}
