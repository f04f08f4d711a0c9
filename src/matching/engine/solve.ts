// The two ways to ask for the best match: at once, or in steps that leave room for others and can be stopped.
import type { SolveOptions } from "./levels.ts";
import { matchByLevels, Run } from "./levels.ts";
import type { ArcProblem, Level, LevelProblem, Matching } from "./problem.ts";
import { refuseInvalid } from "./problem.ts";

/** The levels of `matchOptimally` and `checkOptimal`: most learners, then least cost. */
export const optimalLevels: Level[] = [{ kind: "cardinality" }, { kind: "max-sum" }];

/** Synchronous core: most learners first, then least cost. Stopped early, it returns the best matching it had. */
export function matchOptimally(problem: ArcProblem, options?: SolveOptions): Matching {
  return matchByLevels(problem, optimalLevels, options);
}

export interface PatientOptions {
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
  warm?: Matching;
  /** Instead of `optimalLevels`. */
  levels?: readonly Level[];
}

const chunksPerBreath = 8;

/** The same, yielding to the event loop between chunks. An abort resolves with the best matching known so far. */
export async function solve(problem: LevelProblem, options: PatientOptions = {}): Promise<Matching> {
  const levels = options.levels ?? optimalLevels;
  refuseInvalid(problem, levels);
  const run = new Run(problem, levels, options.warm);
  const work = run.work();
  for (let chunk = 1; !options.signal?.aborted; chunk++) {
    const step = work.next();
    if (step.done) break;
    options.onProgress?.(step.value);
    if (chunk % chunksPerBreath === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return run.matching();
}
