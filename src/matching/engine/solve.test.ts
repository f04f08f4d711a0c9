import assert from "node:assert/strict";
import { test } from "node:test";
import { makeInstance, schools } from "../../../tests/bench/instances.ts";
import { seededProblem } from "../../../tests/help/problems.ts";
import type { LevelProblem, Matching } from "./problem.ts";
import { arcBetween, defaultLevels } from "./problem.ts";
import { matchByLevels } from "./levels.ts";
import { matchOptimally, solve } from "./solve.ts";

/** Too few places for all. */
const problem = seededProblem(11, 3000, 1000, 15, 3);
const large = makeInstance(schools["s10k"]!);
const most = matchOptimally(problem).levels[0]!.value;

function assertPossible(input: LevelProblem, matching: Matching): void {
  const load = new Int32Array(input.educators);
  matching.educatorOf.forEach((e, l) => {
    if (e < 0) return;
    assert.ok(arcBetween(input, l, e) >= 0);
    load[e]!++;
  });
  load.forEach((used, e) => assert.ok(used <= input.capacity[e]!));
}

test("in steps, the same bytes as at once, with progress from 0 to 1", async () => {
  const shares: number[] = [];
  assert.deepEqual(await solve(problem, { onProgress: (share) => shares.push(share) }), matchOptimally(problem));
  assert.deepEqual(await solve(problem, { levels: defaultLevels }), matchByLevels(problem, defaultLevels));
  assert.ok(shares.length > 5);
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => one - other),
  );
  assert.equal(shares.at(-1), 1);
});

test("an abort answers at once with a possible matching that does not claim to be finished", async () => {
  for (const after of [0, 1, 5, 20]) {
    const stop = new AbortController();
    let calls = 0;
    if (after === 0) stop.abort();
    const onProgress = (): void => void (++calls === after && stop.abort());
    const matching = await solve(problem, { signal: stop.signal, levels: defaultLevels, onProgress });
    assert.equal(matching.finished, false);
    assert.ok(problem.learners - matching.unmatched >= most / 2);
    assertPossible(problem, matching);
  }
});

test("an abort from outside is heard within a tenth of a second, wherever the solve is", async () => {
  for (const after of [0, 30, 90, 200]) {
    const stop = new AbortController();
    let stopped = 0;
    setTimeout(() => {
      stopped = performance.now();
      stop.abort();
    }, after);
    const matching = await solve(large, { signal: stop.signal, levels: defaultLevels });
    if (matching.finished) continue;
    assert.ok(performance.now() - stopped < 100, `${performance.now() - stopped} ms after ${after}`);
    assertPossible(large, matching);
  }
});

test("a long solve leaves room for others", async () => {
  let ticks = 0;
  const clock = setInterval(() => ticks++, 1);
  await solve(large);
  clearInterval(clock);
  assert.ok(ticks > 4, `${ticks} ticks`);
});

test("the synchronous core stops when told", () => {
  let asked = 0;
  const matching = matchOptimally(problem, { shouldStop: () => ++asked > 3 });
  assert.equal(matching.finished, false);
  assertPossible(problem, matching);
});

test("broken input is refused before anything runs", async () => {
  await assert.rejects(solve({ ...problem, capacity: new Int32Array(0) }), RangeError);
});
