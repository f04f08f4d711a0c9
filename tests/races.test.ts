// A small number of the races that `npm run prove` runs in full.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorld } from "./help/world.ts";
import { raceAtTheWall } from "./proof/races.ts";

test("a second signature and an assessor's assignment at once: one of them stands, never both", async () => {
  const world = await openWorld();
  const report = await raceAtTheWall(world, 100);
  assert.equal(report.breaches, 0);
  assert.equal(report.neither, 0);
  assert.equal(report.relationshipWon + report.assessorWon, report.races);
});
