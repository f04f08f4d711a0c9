// Times the matching engine on seeded schools of several sizes and checks each result in the same run.
// Run: node tests/bench/matching.ts [name ...]
import { cpus, loadavg } from "node:os";
import { checkLevels } from "../../src/matching/engine/check.ts";
import { matchByLevels } from "../../src/matching/engine/levels.ts";
import type { Level, LevelProblem } from "../../src/matching/engine/problem.ts";
import { defaultLevels } from "../../src/matching/engine/problem.ts";
import { optimalLevels } from "../../src/matching/engine/solve.ts";

interface School {
  learners: number;
  educators: number;
  choices: number;
  places: [number, number];
  seed: number;
}

/** s: more places than learners; t: too few places. 50 candidates each. */
const schools: Record<string, School> = {
  s1k: { learners: 1_000, educators: 400, choices: 50, places: [2, 4], seed: 2 },
  t1k: { learners: 1_000, educators: 400, choices: 50, places: [1, 3], seed: 22 },
  s10k: { learners: 10_000, educators: 4_000, choices: 50, places: [2, 4], seed: 3 },
  t10k: { learners: 10_000, educators: 4_000, choices: 50, places: [1, 3], seed: 23 },
};
const traits = 6;
const rounds = 5;

const wanted = process.argv.slice(2);
console.log(
  `${cpus().length} cores, load ${loadavg()[0]!.toFixed(2)}, Node ${process.version}; best of ${rounds} in one process`,
);
console.log("name   objective           first ms   warm ms   check ms   unmatched        cost   lowest   proven");
for (const [name, school] of Object.entries(schools)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const problem = makeSchool(school);
  measure(name, "optimal", problem, optimalLevels);
  measure(name, "in Chiron's order", problem, defaultLevels);
}

function measure(name: string, objective: string, problem: LevelProblem, levels: readonly Level[]): void {
  const from = performance.now();
  let matching = matchByLevels(problem, levels);
  const times = [performance.now() - from];
  while (times.length < rounds) {
    const again = performance.now();
    matching = matchByLevels(problem, levels);
    times.push(performance.now() - again);
  }
  const checkedFrom = performance.now();
  const checked = checkLevels(problem, levels, matching);
  const checking = performance.now() - checkedFrom;
  const lowest =
    matching.levels.find((level) => level.name === "max-min")?.value ?? lowestOf(problem, matching.educatorOf);
  const cells = [times[0]!.toFixed(1), Math.min(...times).toFixed(1), checking.toFixed(1), matching.unmatched];
  console.log(
    `${name.padEnd(6)} ${objective.padEnd(18)} ${cells.map((cell) => String(cell).padStart(9)).join(" ")}`,
    `${String(matching.cost).padStart(12)} ${String(lowest).padStart(8)}   ${checked.ok ? "yes" : checked.failures.join("; ")}`,
  );
  if (!checked.ok) process.exitCode = 1;
}

function lowestOf(problem: LevelProblem, educatorOf: Int32Array): number {
  let lowest = 10_000;
  for (let l = 0; l < problem.learners; l++) {
    for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
      if (problem.educator[arc] === educatorOf[l]) lowest = Math.min(lowest, problem.score[arc]!);
    }
  }
  return lowest;
}

/** Specialty 0.35, goals 0.25, schedule 0.15, popularity 0.15, chance 0.10; few specialties draw most people. */
function makeSchool({ learners, educators, choices, places, seed }: School): LevelProblem {
  const chance = generator(seed);
  const fields = Math.max(4, Math.min(40, Math.floor(educators / 12)));
  const field = (skew: number): number => Math.floor(fields * chance() ** skew);
  const people = (count: number, skew: number) =>
    Array.from({ length: count }, () => personOf(chance, field(skew), field(skew)));
  const staff = people(educators, 1.6);
  const byField = Array.from({ length: fields }, (_, at) => staff.flatMap((one, e) => (one.field === at ? [e] : [])));
  const rowStart = new Int32Array(learners + 1);
  const educator: number[] = [];
  const score: number[] = [];
  const current = new Uint8Array(learners * choices);
  people(learners, 2.2).forEach((learner, l) => {
    const row = new Set<number>();
    for (let tries = 0; row.size < Math.min(choices, educators) && tries < choices * 20; tries++) {
      const turn = chance();
      const near = byField[turn < 0.4 ? learner.field : learner.second]!;
      row.add(
        turn < 0.6 && near.length > 0 ? near[Math.floor(chance() * near.length)]! : Math.floor(chance() * educators),
      );
    }
    if (l % 3 === 0) current[educator.length] = 1;
    for (const e of [...row].toSorted((one, other) => one - other)) {
      const other = staff[e]!;
      const goals = logistic(learner.goals.reduce((sum, goal, at) => sum + goal * other.goals[at]!, 0) / 2);
      const shared = Math.min(1, ones(learner.free & other.free) / 8);
      const subject = other.field === learner.field ? 1 : other.field === learner.second ? 0.7 : 0.1;
      educator.push(e);
      score.push(
        Math.round(10_000 * (0.35 * subject + 0.25 * goals + 0.15 * shared + 0.15 * other.liked + 0.1 * chance())),
      );
    }
    rowStart[l + 1] = educator.length;
  });
  const capacity = Int32Array.from(staff, () => places[0] + Math.floor(chance() * (places[1] - places[0] + 1)));
  return {
    learners,
    educators,
    rowStart,
    educator: Int32Array.from(educator),
    score: Int32Array.from(score),
    capacity,
    current: current.subarray(0, educator.length),
  };
}

function personOf(chance: () => number, field: number, second: number) {
  const goals = Array.from({ length: traits }, () => normal(chance));
  return { field, second, goals, free: Math.floor(chance() * 2 ** 20), liked: logistic(normal(chance)) };
}

/** A small seeded generator (xorshift32), 0 up to 1. */
function generator(seed: number): () => number {
  let state = (seed * 2_654_435_761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}
