// Why a pair was made, and why another was not, in figures that the person concerned can check: a score, the price of
// the educator's places (what they are worth to others), and how far the arc is from the learner's best.
import type { LevelProblem, Matching, ProvenLevel } from "./problem.ts";
import { arcBetween } from "./problem.ts";

export interface PairReason {
  score: number;
  /** Place of the score among the learner's arcs, 1 is the highest; equal scores share a place. */
  rank: number;
  arcs: number;
  /** What a place of this educator is worth to the learners who go without, in points of the last level. */
  price: number;
  /** The learner's next best at those prices, and by how many points it falls short. */
  next: { educator: number; slack: number } | null;
}

export type NonPairReason =
  /** The pair may not be made at all, or the educator has no places. */
  | { reason: "no arc" | "no places" }
  /** Making it would give up something of an objective that comes first. */
  | { reason: "earlier level"; level: string; score: number }
  /**
   * `full`: every place is worth more to others, and this learner has none. `outbid`: the learner would like it better
   * than the own pair, others gain more by it. `better elsewhere`: the own pair suits better at these prices.
   * `tied`: just as good in all; other pairs decided. The pair would have to score `slack` points more.
   */
  | { reason: "full" | "outbid" | "better elsewhere" | "tied"; score: number; price: number; slack: number };

/** Throws a RangeError when the two are not paired. */
export function explainPair(problem: LevelProblem, matching: Matching, learner: number, educator: number): PairReason {
  const own = arcBetween(problem, learner, educator);
  if (own < 0 || matching.educatorOf[learner] !== educator)
    throw new RangeError(`Learner ${learner} and educator ${educator} are not a pair of this matching.`);
  const { score } = problem;
  const row = arcsOf(problem, learner);
  const { open, worth } = lastLevel(problem, matching, learner);
  const mine = worth(own);
  const others = open.filter((arc) => arc !== own).toSorted((one, other) => worth(other) - worth(one));
  const next = others[0];
  return {
    score: score[own]!,
    rank: 1 + row.filter((arc) => score[arc]! > score[own]!).length,
    arcs: row.length,
    price: matching.prices[educator]!,
    next: next === undefined ? null : { educator: problem.educator[next]!, slack: mine - worth(next) },
  };
}

/** Throws a RangeError when the two are paired. */
export function explainNonPair(
  problem: LevelProblem,
  matching: Matching,
  learner: number,
  educator: number,
): NonPairReason {
  if (matching.educatorOf[learner] === educator)
    throw new RangeError(`Learner ${learner} and educator ${educator} are a pair of this matching.`);
  const arc = arcBetween(problem, learner, educator);
  if (arc < 0) return { reason: "no arc" };
  if (problem.capacity[educator] === 0) return { reason: "no places" };
  const score = problem.score[arc]!;
  const { open, worth, gain, cutBy } = lastLevel(problem, matching, learner, arc);
  if (!open.includes(arc)) return { reason: "earlier level", level: cutBy, score };
  const own = arcBetween(problem, learner, matching.educatorOf[learner]!);
  const slack = gain - worth(arc);
  const figures = { score, price: matching.prices[educator]!, slack };
  if (slack === 0) return { reason: "tied", ...figures };
  if (own < 0) return { reason: "full", ...figures };
  return { reason: score > problem.score[own]! ? "outbid" : "better elsewhere", ...figures };
}

interface LastLevel {
  /** The learner's arcs that the levels before the last leave open. */
  open: number[];
  /** What an arc is worth at the last level, its price taken off. */
  worth: (arc: number) => number;
  /** The best worth. */
  gain: number;
  /** The level that closed `watched`. */
  cutBy: string;
}

function lastLevel(problem: LevelProblem, matching: Matching, learner: number, watched = -1): LastLevel {
  let open = arcsOf(problem, learner).filter((arc) => problem.capacity[problem.educator[arc]!]! > 0);
  let must = false;
  let cutBy = "";
  let worth = (_arc: number): number => 0;
  let gain = 0;
  matching.levels.forEach((level, at) => {
    worth = worthAt(problem, level);
    gain = Math.max(must ? -Infinity : 0, ...open.map(worth));
    if (at === matching.levels.length - 1) return;
    const left = open.filter((arc) =>
      level.name === "max-min" ? problem.score[arc]! >= level.value : worth(arc) === gain,
    );
    if (cutBy === "" && open.includes(watched) && !left.includes(watched)) cutBy = level.name;
    open = left;
    must ||= gain > 0 && level.name !== "max-min";
  });
  return { open, worth, gain, cutBy };
}

function worthAt({ educator, score, current }: LevelProblem, level: ProvenLevel): (arc: number) => number {
  const kept = (arc: number): number => current?.[arc] ?? 0;
  const weight = {
    cardinality: () => 1,
    continuity: kept,
    "max-min": () => 0,
    "max-sum": (arc: number) => score[arc]! + (level.continuityBonus ?? 0) * kept(arc),
  }[level.name]!;
  return (arc) => weight(arc) - level.prices[educator[arc]!]!;
}

function arcsOf({ rowStart }: LevelProblem, learner: number): number[] {
  const from = rowStart[learner]!;
  return Array.from({ length: rowStart[learner + 1]! - from }, (_, at) => from + at);
}
