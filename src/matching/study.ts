// What a run teaches beyond its pairs: the places that would help most, how groups fare, and what continuity costs.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { matchByLevels } from "./engine/levels.ts";
import type { Level, LevelProblem, Matching } from "./engine/problem.ts";
import { whatIf } from "./engine/what-if.ts";
import { Equity } from "./equity.ts";
import { known } from "./known.ts";

/** What one place more with an educator would give, solved exactly. */
export const HelpfulPlace = z.object({
  educatorId: Id,
  educator: z.string(),
  /** Learners more who would be matched, and points more in all. */
  matched: z.number().int(),
  total: z.number().int(),
  /** Places offered then, in all; null where hours are what limits, so that a place alone would not do. */
  places: z.number().int().nullable(),
});
export type HelpfulPlace = z.infer<typeof HelpfulPlace>;

/** One setting of the continuity bonus; null puts moving as few as possible before the scores. */
export const ContinuityStep = z.object({
  bonus: z.number().int().nullable(),
  moved: z.number().int(),
  total: z.number().int(),
  lowest: z.number().int().nullable(),
});
export type ContinuityStep = z.infer<typeof ContinuityStep>;

export const Study = z.object({
  helpful: z.array(HelpfulPlace),
  equity: Equity,
  /** Empty unless the run plans over relationships in force. */
  continuity: z.array(ContinuityStep),
});
export type Study = z.infer<typeof Study>;

/** A learner of the run and whom they have, or are about to have, in a program. */
export const LanePair = z.object({
  learnerId: Id,
  program: Program,
  educator: z.string(),
  state: z.enum(["in force", "proposed", "draft"]),
});
export type LanePair = z.infer<typeof LanePair>;

const placesTried = 6;

/** Prices, and who waits, lead to the places worth trying; each is then solved anew, so the gain shown is no estimate. */
export function helpfulPlaces(
  problem: LevelProblem,
  levels: readonly Level[],
  matching: Matching,
): { column: number; matched: number; total: number }[] {
  const waiting = bestWaiting(problem, matching);
  const worth = (column: number): number =>
    Math.max(known(matching.levels.at(-1)?.prices[column]), 10_001 * known(waiting[column]));
  return Array.from({ length: problem.educators }, (_, column) => column)
    .filter((column) => worth(column) > 0)
    .toSorted((one, other) => worth(other) - worth(one) || one - other)
    .slice(0, placesTried)
    .map((column) => {
      const { delta } = whatIf(problem, levels, matching, { kind: "place", educator: column });
      return { column, matched: delta.matched, total: delta.total };
    })
    .filter(({ matched, total }) => matched > 0 || total > 0)
    .toSorted((one, other) => other.matched - one.matched || other.total - one.total);
}

/** Per educator, one more than the best score of a learner who has nobody; 0 without any. A place matches that learner. */
function bestWaiting({ educators, rowStart, educator, score }: LevelProblem, { educatorOf }: Matching): Int32Array {
  const best = new Int32Array(educators);
  for (const [row, column] of educatorOf.entries()) {
    if (column >= 0) continue;
    for (let arc = known(rowStart[row]); arc < known(rowStart[row + 1]); arc++) {
      const e = known(educator[arc]);
      best[e] = Math.max(known(best[e]), known(score[arc]) + 1);
    }
  }
  return best;
}

const bonuses = [0, 200, 500, 1_000, 2_000, null];

/** The same problem over several bonuses, so that the trade of points for steadiness is seen before it is chosen. */
export function continuityCurve(problem: LevelProblem, fairest: boolean): ContinuityStep[] {
  const { current } = problem;
  if (!current?.includes(1)) return [];
  return bonuses.map((bonus) => {
    const levels: Level[] = [{ kind: "cardinality" }];
    if (bonus === null) levels.push({ kind: "continuity" });
    if (fairest) levels.push({ kind: "max-min" });
    levels.push(bonus === null ? { kind: "max-sum" } : { kind: "max-sum", continuityBonus: bonus });
    const { educatorOf } = matchByLevels(problem, levels);
    return { bonus, ...figuresOf(problem, educatorOf) };
  });
}

function figuresOf({ rowStart, educator, score, current }: LevelProblem, educatorOf: Int32Array) {
  let [moved, total] = [0, 0];
  let lowest: number | null = null;
  for (const [row, column] of educatorOf.entries()) {
    let [had, keeps] = [false, false];
    for (let arc = known(rowStart[row]); arc < known(rowStart[row + 1]); arc++) {
      const isOwn = educator[arc] === column;
      if (current?.[arc] === 1) had = true;
      if (current?.[arc] === 1 && isOwn) keeps = true;
      if (!isOwn) continue;
      total += known(score[arc]);
      lowest = Math.min(lowest ?? Infinity, known(score[arc]));
    }
    if (had && !keeps) moved++;
  }
  return { moved, total, lowest };
}
