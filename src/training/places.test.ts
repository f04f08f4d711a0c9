import assert from "node:assert/strict";
import { test } from "node:test";
import { placesLost } from "./places.ts";

const before = { modules: ["A"], validityMonths: null, learnersMost: 3 };
const holders = [
  {
    places: 5,
    completions: [
      { module: "A", completedOn: "2020-01-01" },
      { module: "B", completedOn: "2026-01-01" },
    ],
  },
  { places: 2, completions: [{ module: "A", completedOn: "2026-06-01" }] },
  { places: 9, completions: [] },
];
const day = "2026-11-23";

test("a module that becomes required costs the places of who lacks it", () => {
  const lost = placesLost(before, { ...before, modules: ["A", "B"] }, holders, day);
  assert.deepEqual(lost, {
    items: [{ kind: "module", name: "B", places: 2, educators: 1 }],
    before: { places: 5, educators: 2 },
    after: { places: 3, educators: 1 },
  });
});

test("a validity costs, module by module, the places of who completed it too long ago", () => {
  const lost = placesLost(before, { ...before, validityMonths: 24 }, holders, day);
  assert.deepEqual(lost.items, [{ kind: "validity", name: "A", places: 3, educators: 1 }]);
  assert.deepEqual(lost.after, { places: 2, educators: 1 });
});

test("a smaller ratio costs places but no educator, and a wider charter costs nothing", () => {
  assert.deepEqual(placesLost(before, { ...before, learnersMost: 2 }, holders, day).items, [
    { kind: "ratio", name: "At most 2 learners", places: 1, educators: 0 },
  ]);
  const wider = placesLost(before, { modules: [], validityMonths: null, learnersMost: 4 }, holders, day);
  assert.deepEqual(wider, { items: [], before: { places: 5, educators: 2 }, after: { places: 10, educators: 3 } });
});
