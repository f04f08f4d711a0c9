// What a matching has to bring before its proof is worth reading: every learner once, and for each level asked, in that
// order, a whole price per educator. Part of the check (see check.ts), not of the solver.
import type { Level, LevelProblem, Matching } from "./problem.ts";
import { shapeFaults } from "./problem.ts";

/** What is missing or of another shape than asked; empty when the proof can be read. */
export function claimFailures(problem: LevelProblem, levels: readonly Level[], matching: Matching): string[] {
  const failures = shapeFaults(problem).map(({ field, because }) => `${field}: ${because}`);
  if (!matching.finished) failures.push("the solve was stopped early");
  if (levels[0]?.kind !== "cardinality" || matching.levels.length !== levels.length)
    failures.push("the levels are not those asked, cardinality first");
  if (matching.educatorOf.length !== problem.learners) failures.push("the pairs do not list every learner once");
  levels.forEach((level, at) => {
    const { name, prices, continuityBonus } = matching.levels[at] ?? { name: "nothing", prices: [] };
    const bonus = level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
    if (name !== level.kind) failures.push(`level ${at} is ${name}, not ${level.kind}`);
    if ((continuityBonus ?? bonus) !== bonus) failures.push(`level ${at} was solved with another bonus`);
    if (prices.length !== problem.educators || !prices.every((price) => Number.isInteger(price)))
      failures.push(`level ${at} has no whole price per educator`);
  });
  return failures;
}
