// Small random problems with several roles, and the plain enumeration that their answers are compared with.
import fc from "fast-check";
import type { CoupledProblem } from "../../src/matching/engine/coupled-problem.ts";
import { unlimited } from "../../src/matching/engine/coupled-problem.ts";
import type { Arc } from "./problems.ts";
import { problemOf } from "./problems.ts";

const scores = fc.oneof(fc.constantFrom(0, 5000, 10_000), fc.integer({ min: 0, max: 10_000 }));

/** Up to 3 learners, 3 educators and 3 roles; ties, no effort, tight budgets, closed places and empty rows are common. */
export const smallCoupled: fc.Arbitrary<CoupledProblem> = fc
  .record({
    learners: fc.integer({ min: 0, max: 3 }),
    educators: fc.integer({ min: 1, max: 3 }),
    efforts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
  })
  .chain(({ learners, educators, efforts }) => {
    const cells = learners * educators;
    const role = fc.record({
      capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: educators, maxLength: educators }),
      cells: fc.array(fc.option(scores, { freq: 3 }), { minLength: cells, maxLength: cells }),
    });
    const budget = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constant(unlimited));
    return fc.record({
      roles: fc.tuple(...efforts.map(() => role)).map((roles) =>
        roles.map(({ capacity, cells: row }, r) => {
          const arcs: Arc[] = [];
          row.forEach((score, at) => {
            if (score !== null) arcs.push({ learner: Math.floor(at / educators), educator: at % educators, score });
          });
          return { name: `role ${r}`, effort: efforts[r]!, problem: problemOf(learners, capacity, arcs) };
        }),
      ),
      budget: fc.array(budget, { minLength: educators, maxLength: educators }).map((units) => Int32Array.from(units)),
    });
  });

/** The most pairs that are possible, and the highest total with each number of pairs (-1 where there is none). */
export function bestByEnumeration({ roles, budget }: CoupledProblem): { matched: number; totals: number[] } {
  const room = roles.map(({ problem }) => [...problem.capacity]);
  const left = Array.from(budget, (units) => (units === unlimited ? Infinity : units));
  const together = new Set<number>();
  const totals: number[] = [];
  const learners = roles[0]!.problem.learners;
  const from = (at: number, matched: number, total: number): void => {
    if (at === roles.length * learners) {
      totals[matched] = Math.max(totals[matched] ?? -1, total);
      return;
    }
    from(at + 1, matched, total);
    const [r, l] = [Math.floor(at / learners), at % learners];
    const { problem, effort } = roles[r]!;
    for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
      const e = problem.educator[arc]!;
      const lane = l * budget.length + e;
      if (room[r]![e] === 0 || left[e]! < effort || together.has(lane)) continue;
      room[r]![e]!--;
      left[e]! -= effort;
      together.add(lane);
      from(at + 1, matched + 1, total + problem.score[arc]!);
      together.delete(lane);
      left[e]! += effort;
      room[r]![e]!++;
    }
  };
  from(0, 0, 0);
  return { matched: totals.length - 1, totals };
}
