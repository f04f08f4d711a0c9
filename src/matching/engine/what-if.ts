// What one change would do: the changed problem is solved again, starting from the pairs known, and compared.
import type { Level, LevelProblem, Matching } from "./problem.ts";
import { arcBetween, topScore } from "./problem.ts";
import { matchByLevels } from "./levels.ts";

export type Change =
  | { kind: "place"; educator: number }
  | { kind: "add"; learner: number; educator: number; score: number; current?: boolean }
  | { kind: "remove"; learner: number; educator: number }
  | { kind: "pin"; learner: number; educator: number };

export interface Move {
  learner: number;
  /** Educator before and after, -1 for none, with the scores (0 for none). */
  from: number;
  to: number;
  scoreBefore: number;
  scoreAfter: number;
}

export interface Outcome {
  problem: LevelProblem;
  matching: Matching;
  /** After minus before: learners matched, lowest score of a pair (10000 when there is none), total of the scores. */
  delta: { matched: number; lowest: number; total: number };
  moved: Move[];
}

/** Among equally good answers the one nearest to the present pairs is taken, so nobody is listed as moved in vain. */
export function whatIf(problem: LevelProblem, levels: readonly Level[], matching: Matching, change: Change): Outcome {
  const changed = changedProblem(problem, change);
  const after = matchByLevels(changed, levels, { warm: matching });
  const before = summary(problem, matching);
  const now = summary(changed, after);
  const moved: Move[] = [];
  for (let l = 0; l < problem.learners; l++) {
    const from = matching.educatorOf[l]!;
    const to = after.educatorOf[l]!;
    if (from !== to) moved.push({ learner: l, from, to, scoreBefore: before.scores[l]!, scoreAfter: now.scores[l]! });
  }
  const delta = {
    matched: now.matched - before.matched,
    lowest: now.lowest - before.lowest,
    total: now.total - before.total,
  };
  return { problem: changed, matching: after, delta, moved };
}

export interface Alternative {
  educator: number;
  score: number;
  delta: Outcome["delta"];
  /** Total of all scores with this pair forced. */
  total: number;
  /** Other learners who would lose points or their place. */
  losers: Move[];
}

/** For each other arc of a learner, what the best matching with that pair would be, and who would lose by it. */
export function alternatives(problem: LevelProblem, matching: Matching, learner: number): Alternative[] {
  const levels = levelsOf(matching);
  const { total } = summary(problem, matching);
  const found: Alternative[] = [];
  for (let arc = problem.rowStart[learner]!; arc < problem.rowStart[learner + 1]!; arc++) {
    const educator = problem.educator[arc]!;
    if (educator === matching.educatorOf[learner] || problem.capacity[educator] === 0) continue;
    const { delta, moved } = whatIf(problem, levels, matching, { kind: "pin", learner, educator });
    const losers = moved.filter(
      (move) => move.learner !== learner && (move.to < 0 || move.scoreAfter < move.scoreBefore),
    );
    found.push({ educator, score: problem.score[arc]!, delta, total: total + delta.total, losers });
  }
  return found;
}

/** The levels that a matching was solved by. */
export function levelsOf(matching: Matching): Level[] {
  return matching.levels.map(({ name, continuityBonus, rank }): Level => {
    if (name === "rank" && rank !== undefined) return { kind: name, rank };
    if (name === "max-sum") return continuityBonus ? { kind: name, continuityBonus } : { kind: name };
    if (name === "cardinality" || name === "continuity" || name === "max-min") return { kind: name };
    throw new RangeError(`${name} is not a level.`);
  });
}

function changedProblem(problem: LevelProblem, change: Change): LevelProblem {
  const { educator, kind } = change;
  if (kind === "place") {
    const capacity = problem.capacity.slice();
    if (!(educator in capacity)) throw new RangeError(`There is no educator ${educator}.`);
    capacity[educator]!++;
    return { ...problem, capacity };
  }
  const { learner } = change;
  if (!(learner >= 0 && learner < problem.learners)) throw new RangeError(`There is no learner ${learner}.`);
  const arc = arcBetween(problem, learner, educator);
  if (kind === "add") {
    if (arc >= 0) throw new RangeError(`Learner ${learner} has an arc to ${educator} already.`);
    const { score, current = false } = change;
    if (!Number.isInteger(score) || score < 0 || score > topScore)
      throw new RangeError(`score: ${score} is not a whole number from 0 to ${topScore}`);
    return withRow(problem, learner, () => true, { educator, score, current: current ? 1 : 0 });
  }
  if (arc < 0) throw new RangeError(`Learner ${learner} has no arc to ${educator}.`);
  return withRow(problem, learner, (own) => (own === arc) === (kind === "pin"));
}

/** The problem with only some arcs of one learner, and perhaps one more. */
function withRow(
  problem: LevelProblem,
  learner: number,
  keep: (arc: number) => boolean,
  extra?: { educator: number; score: number; current: number },
): LevelProblem {
  const { educator, score, current, rank, rowStart } = problem;
  const from = rowStart[learner]!;
  const to = rowStart[learner + 1]!;
  const kept = Array.from({ length: to - from }, (_, at) => from + at).filter(keep);
  const grown = kept.length + (extra ? 1 : 0) - (to - from);
  const splice = <T extends Int32Array | Uint8Array>(values: T, target: T, last?: number): T => {
    target.set(values.subarray(0, from));
    target.set([...kept.map((arc) => values[arc]!), ...(last === undefined ? [] : [last])], from);
    target.set(values.subarray(to), to + grown);
    return target;
  };
  const length = educator.length + grown;
  return {
    ...problem,
    rowStart: rowStart.map((at, row) => (row > learner ? at + grown : at)),
    educator: splice(educator, new Int32Array(length), extra?.educator),
    score: splice(score, new Int32Array(length), extra?.score),
    ...(current ? { current: splice(current, new Uint8Array(length), extra?.current) } : {}),
    // A pair that is added was nobody's wish.
    ...(rank ? { rank: splice(rank, new Uint8Array(length), extra ? 0 : undefined) } : {}),
  };
}

function summary(
  problem: LevelProblem,
  { educatorOf }: Matching,
): { matched: number; lowest: number; total: number; scores: Int32Array } {
  const scores = new Int32Array(problem.learners);
  const found = { matched: 0, lowest: topScore, total: 0, scores };
  for (let l = 0; l < problem.learners; l++) {
    const arc = educatorOf[l]! < 0 ? -1 : arcBetween(problem, l, educatorOf[l]!);
    if (arc < 0) continue;
    scores[l] = problem.score[arc]!;
    found.matched++;
    found.total += scores[l]!;
    found.lowest = Math.min(found.lowest, scores[l]!);
  }
  return found;
}
