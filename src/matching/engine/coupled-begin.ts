// What a coupled match begins with: the plainest bounds, and pairs that are known or come first.
import type { CoupledProblem, CoupledProof } from "./coupled-problem.ts";
import { placesWithin } from "./coupled-problem.ts";

/** Everybody's best score in every role, as if nobody stood in anybody's way. */
export function plainBounds({ roles, budget }: CoupledProblem): { count: number; points: number } {
  let [count, points] = [0, 0];
  for (const role of roles) {
    const { learners, rowStart, educator, score } = role.problem;
    const places = placesWithin(role, budget);
    for (let l = 0; l < learners; l++) {
      let best = -1;
      for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
        if (places[educator[arc]!]! > 0) best = Math.max(best, score[arc]!);
      if (best < 0) continue;
      count++;
      points += best;
    }
  }
  return { count, points };
}

export function arcsOf({ roles }: CoupledProblem, r: number, educatorOf: Int32Array): Int32Array {
  const { rowStart, educator, learners } = roles[r]!.problem;
  return Int32Array.from({ length: learners }, (_, l) => {
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) if (educator[arc] === educatorOf[l]) return arc;
    return -1;
  });
}

/** Something to begin with: everybody's first arc, as far as there is room. */
export function firstArcs({ roles }: CoupledProblem): Int32Array[] {
  return roles.map(({ problem: { learners, rowStart } }) =>
    Int32Array.from({ length: learners }, (_, l) => (rowStart[l]! < rowStart[l + 1]! ? rowStart[l]! : -1)),
  );
}

/** Prices that charge nothing. */
export function emptyProof(
  { roles, budget }: CoupledProblem,
  worth: Pick<CoupledProof, "perPair" | "perScore">,
): CoupledProof {
  const prices = roles.map(() => new Int32Array(budget.length));
  return { ...worth, effort: new Int32Array(budget.length), lanes: [], prices };
}
