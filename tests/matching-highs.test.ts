// The engine beside HiGHS, a solver of linear programs by others: the same optimum on middle-sized schools.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOptimal } from "../src/matching/engine/check.ts";
import type { LevelProblem } from "../src/matching/engine/problem.ts";
import { matchOptimally } from "../src/matching/engine/solve.ts";
import { seededProblem } from "./help/problems.ts";

/** Beyond the scores of everybody together, so that being matched comes first. */
const alone = 10_000_000;
/** Loaded by name, so that only this test needs the package. */
const packageName = "highs";

/** Who goes without costs `alone`; the rest is 10000 - score. Whole-numbered without asking: such programs always are. */
function programOf({ learners, educators, rowStart, educator, score, capacity }: LevelProblem): string {
  const cost: string[] = [];
  const rows: string[] = [];
  const columns = Array.from({ length: educators }, (): string[] => []);
  for (let l = 0; l < learners; l++) {
    const row = [`u${l}`];
    cost.push(`${alone} u${l}`);
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      cost.push(`${10_000 - score[arc]!} x${arc}`);
      row.push(`x${arc}`);
      columns[educator[arc]!]!.push(`x${arc}`);
    }
    rows.push(`${row.join(" + ")} = 1`);
  }
  columns.forEach((terms, e) => {
    if (terms.length > 0) rows.push(`${terms.join(" + ")} <= ${capacity[e]}`);
  });
  return `Minimize\n obj: ${cost.join("\n + ")}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row.replaceAll(" + ", "\n + ")}`).join("\n")}\nEnd\n`;
}

const scorings: Record<string, (score: number, educator: number) => number> = {
  "as they are": (score) => score,
  "all alike": () => 5000,
  "one order for all": (_, educator) => (educator * 97) % 10_001,
  "six levels": (score) => Math.round(score / 2000) * 2000,
  "all zero": () => 0,
};

test("middle-sized schools reach the optimum that HiGHS finds, ties, shortage and closed places included", async () => {
  const { default: load } = (await import(packageName)) as any;
  const highs = await load();
  const withoutPlace: number[] = [];
  for (const [seed, learners, educators, places] of [
    [1, 120, 50, 8],
    [2, 120, 50, 2],
    [3, 150, 30, 3],
  ] as const) {
    const drawn = seededProblem(seed, learners, educators, 10, places);
    const capacity = drawn.capacity.map((most, e) => (e % 9 === 0 ? 0 : most));
    for (const [name, scoring] of Object.entries(scorings)) {
      const score = drawn.score.map((one, arc) => scoring(one, drawn.educator[arc]!));
      const problem = { ...drawn, capacity, score };
      const matching = matchOptimally(problem);
      assert.deepEqual(checkOptimal(problem, matching).failures, []);
      withoutPlace.push(matching.unmatched);
      const solved = highs.solve(programOf(problem));
      assert.equal(solved.Status, "Optimal");
      assert.equal(
        alone * matching.unmatched + matching.cost,
        Math.round(solved.ObjectiveValue),
        `school ${seed}, scores ${name}`,
      );
    }
  }
  assert.ok(withoutPlace.includes(0) && withoutPlace.some((count) => count > 0), "both plenty and shortage were met");
});
