// A few of the kills that `npm run prove` does a hundred of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crash } from "./proof/crash.ts";

test("what was acknowledged survives kill -9, of the server and of its database", async () => {
  const report = await crash(4);
  assert.equal(report.lost, 0);
  assert.ok(report.acknowledged > 20, `only ${report.acknowledged} writes were under way`);
  assert.ok(report.slowestStartMs < 10_000, `a start took ${report.slowestStartMs} ms`);
});
