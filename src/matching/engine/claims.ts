// What a matching has to bring before its proof is worth reading: every learner once, and for each level asked, in that
// order, a whole price per educator; and the weights that each level's proof is about. Part of the check (see check.ts),
// not of the solver.
import type { Level, LevelProblem, Matching } from "./problem.ts";
import { shapeFaults } from "./problem.ts";

/** Beyond it a price plus a weight would no longer be counted exactly in 32 bits. */
export const topPrice = 2 ** 30;

/** What is missing or of another shape than asked; empty when the proof can be read. */
export function claimFailures(problem: LevelProblem, levels: readonly Level[], matching: Matching): string[] {
  const failures = shapeFaults(problem).map(({ field, because }) => `${field}: ${because}`);
  failures.push(...brokenLists(problem));
  if (!matching.finished) failures.push("the solve was stopped early");
  if (levels[0]?.kind !== "cardinality" || matching.levels.length !== levels.length)
    failures.push("the levels are not those asked, cardinality first");
  if (matching.educatorOf.length !== problem.learners) failures.push("the pairs do not list every learner once");
  levels.forEach((level, at) => {
    const { name, prices, continuityBonus, rank } = matching.levels[at] ?? { name: "nothing", prices: [] };
    const bonus = level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
    if (name !== level.kind) failures.push(`level ${at} is ${name}, not ${level.kind}`);
    if (level.kind === "rank" && rank !== level.rank) failures.push(`level ${at} was solved for another rank`);
    if ((continuityBonus ?? bonus) !== bonus) failures.push(`level ${at} was solved with another bonus`);
    if (prices.length !== problem.educators || !prices.every(isPrice))
      failures.push(`level ${at} has no whole price per educator, at most ${topPrice} from 0`);
  });
  return failures;
}

/** A level as a weight per arc: `one + perScore * score + perMark`, the last where it is marked; `floor` only for max-min. */
export interface Plan {
  one: number;
  perScore: number;
  perMark: number;
  /** Marked are the arcs with this value in the list. */
  mark: Uint8Array | undefined;
  value: number;
  /** Marked pairs. */
  marked: number;
  floor: number | undefined;
  prices: Int32Array;
  /** Every arc is worth 1: nothing to compare, nothing to narrow. */
  isFlat: boolean;
  /** Sum of the learners' gains, and of all terms without their signs: beyond 2^53 nothing is counted exactly. */
  gains: number;
  size: number;
}

export function planOf({ current, rank }: LevelProblem, level: Level, floor: number, prices: Int32Array): Plan {
  const none = { one: 0, perScore: 0, perMark: 0, mark: undefined, value: 1, marked: 0, floor: undefined };
  const plan: Plan = { ...none, prices, isFlat: false, gains: 0, size: 0 };
  if (level.kind === "cardinality") return { ...plan, one: 1, isFlat: prices.every((price) => price === 0) };
  if (level.kind === "continuity") return { ...plan, perMark: 1, mark: current };
  if (level.kind === "rank") return { ...plan, perMark: 1, mark: rank, value: level.rank };
  if (level.kind === "max-sum")
    return {
      ...plan,
      perScore: 1,
      perMark: level.continuityBonus ?? 0,
      mark: level.continuityBonus ? current : undefined,
    };
  return { ...plan, floor };
}

function isPrice(price: number): boolean {
  return Number.isInteger(price) && Math.abs(price) <= topPrice;
}

/** Lists that do not keep numbers of 32 bits by themselves are looked at first: the one pass counts on it. */
function brokenLists({ educator, score }: LevelProblem): string[] {
  return [educator, score].flatMap((list) => {
    const arc = list instanceof Int32Array ? -1 : Array.prototype.findIndex.call(list, (one) => (one | 0) !== one);
    return arc < 0 ? [] : [`arc ${arc} is out of range`];
  });
}
