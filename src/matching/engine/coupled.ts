// The two ways to match the roles together: at once, or in steps that leave room for others and can be stopped.
import type { CoupledMatching, CoupledProblem } from "./coupled-problem.ts";
import { type TogetherOptions, TogetherRun } from "./coupled-run.ts";

export type { TogetherOptions };

/** Synchronous. Throws a RangeError when the input is broken. */
export function matchTogether(problem: CoupledProblem, options: TogetherOptions = {}): CoupledMatching {
  const run = new TogetherRun(problem, options);
  const work = run.work();
  while (!options.signal?.aborted) {
    const step = work.next();
    if (step.done) break;
    options.onProgress?.(step.value);
  }
  return run.matching();
}

const stepsPerBreath = 4;
/** The same, giving way to others every few steps. An abort resolves at once with the best solution so far. */
export async function solveTogether(problem: CoupledProblem, options: TogetherOptions = {}): Promise<CoupledMatching> {
  const run = new TogetherRun(problem, options);
  const work = run.work();
  for (let steps = 1; !options.signal?.aborted; steps++) {
    const step = work.next();
    if (step.done) break;
    if (steps % stepsPerBreath > 0) continue;
    options.onProgress?.(step.value);
    await nextTurn();
  }
  return run.matching();
}

/** A timer, where there is nothing nearer, as in a browser. */
const nextTurn = (): Promise<void> =>
  new Promise(
    (turn) => void ((globalThis as { setImmediate?: (turn: () => void) => unknown }).setImmediate ?? setTimeout)(turn),
  );
