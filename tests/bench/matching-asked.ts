// Times what else is asked of the engine on a seeded school, in a process of its own, and prints what it took as JSON.
// Run by matching.ts: node matching-asked.ts <school> <fairest | again | stable>
import { checkLevels, checkOptimal } from "../../src/matching/engine/check.ts";
import { matchByLevels } from "../../src/matching/engine/levels.ts";
import type { ArcProblem, Level } from "../../src/matching/engine/problem.ts";
import { matchOptimally } from "../../src/matching/engine/solve.ts";
import { checkStable, matchStably } from "../../src/matching/engine/stable.ts";
import { secondsOften } from "./cpu.ts";
import { makeInstance, mulberry32, schools } from "./instances.ts";

export interface Asked {
  first: number;
  best: number;
  /** Best of solving the same school for the total alone, from nothing. */
  beside?: number;
  check: number;
  ok: boolean;
  megabytes: number;
}

const share = 0.01;

const [name = "", question = ""] = process.argv.slice(2);
const school = makeInstance(schools[name]!, { withValues: question === "stable" });
const answer = { fairest, again, stable }[question]!();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...answer, megabytes })}\n`);

/** The lowest score as high as can be, then the total. */
function fairest() {
  const levels: Level[] = [{ kind: "cardinality" }, { kind: "max-min" }, { kind: "max-sum" }];
  const { times, last } = secondsOften(() => matchByLevels(school, levels));
  const beside = Math.min(...secondsOften(() => matchOptimally(school)).times);
  let ok = false;
  const check = Math.min(...secondsOften(() => (ok = checkLevels(school, levels, last).ok)).times);
  return { first: times[0]!, best: Math.min(...times), beside, check, ok };
}

/** One in a hundred educators left, one in a hundred learners answered anew; the earlier result is at hand. */
function again() {
  const warm = matchOptimally(school);
  const changed = changedOf(school);
  const cold = secondsOften(() => matchOptimally(changed));
  const { times, last } = secondsOften(() => matchOptimally(changed, { warm }));
  let ok = false;
  const check = Math.min(
    ...secondsOften(() => (ok = checkOptimal(changed, last).ok && last.cost === cold.last.cost)).times,
  );
  return { first: times[0]!, best: Math.min(...times), beside: Math.min(...cold.times), check, ok };
}

function stable() {
  const { times, last } = secondsOften(() => matchStably(school));
  let ok = false;
  const check = Math.min(...secondsOften(() => (ok = checkStable(school, last).ok)).times);
  return { first: times[0]!, best: Math.min(...times), check, ok };
}

function changedOf(problem: ArcProblem): ArcProblem {
  const chance = mulberry32(1);
  const hasLeft = Array.from({ length: problem.educators }, () => chance() < share);
  const rowStart = new Int32Array(problem.learners + 1);
  const [educator, score] = [problem.educator.slice(), problem.score.slice()];
  let next = 0;
  for (let l = 0; l < problem.learners; l++) {
    const isNew = chance() < share;
    for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
      if (hasLeft[problem.educator[arc]!]) continue;
      educator[next] = problem.educator[arc]!;
      score[next++] = isNew ? Math.floor(chance() * 10_001) : problem.score[arc]!;
    }
    rowStart[l + 1] = next;
  }
  const capacity = problem.capacity.map((places, e) => (hasLeft[e] ? 0 : places));
  return { ...problem, rowStart, educator: educator.slice(0, next), score: score.slice(0, next), capacity };
}
