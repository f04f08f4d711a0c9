import assert from "node:assert/strict";
import { test } from "node:test";
import { type Counted, equityOf } from "./equity.ts";

function learners(sizes: Record<string, number>, score: (name: string, at: number) => number | null): Counted[] {
  return Object.entries(sizes).flatMap(([phase, size]) =>
    Array.from({ length: size }, (_, at) => ({ phase, class: "2029", campus: "Main", score: score(phase, at) })),
  );
}

function byPhase(sizes: Record<string, number>, score: (name: string, at: number) => number | null = () => 5_000) {
  return equityOf(learners(sizes, score))[0]?.groups ?? [];
}

const shown = (groups: { name: string; learners: number | null }[]) =>
  groups.filter((group) => group.learners !== null).map(({ name }) => name);

test("a small group is hidden, and with it the next smallest, from which it would follow", () => {
  assert.deepEqual(shown(byPhase({ a: 30, b: 4, c: 12 })), ["a"]);
  assert.deepEqual(shown(byPhase({ a: 30, b: 4, c: 3, d: 12 })), ["a", "d"]);
  assert.deepEqual(shown(byPhase({ a: 30, b: 5 })), ["a", "b"]);
});

test("who got nobody counts as not matched and not as a score of 0", () => {
  const [group] = byPhase({ a: 10 }, (_, at) => (at < 4 ? null : 6_000));
  assert.deepEqual([group?.learners, group?.matched, group?.mean, group?.low], [10, 6, 6_000, 6_000]);
  const [none] = byPhase({ a: 10 }, () => null);
  assert.deepEqual([none?.matched, none?.mean, none?.chance], [0, null, null]);
});

test("a group that fares worse lies below what chance would give; equal ones within", () => {
  const [well, ill] = byPhase({ a: 50, b: 50 }, (name, at) => (name === "a" ? 7_000 : 5_000) + 10 * at);
  assert.ok(well?.mean && well.chance && well.mean > well.chance[1]);
  assert.ok(ill?.mean && ill.chance && ill.mean < ill.chance[0]);
  for (const { mean, chance } of byPhase({ a: 50, b: 50 }, (_, at) => 5_000 + 40 * at))
    assert.ok(mean && chance && mean >= chance[0] && mean <= chance[1]);
});
