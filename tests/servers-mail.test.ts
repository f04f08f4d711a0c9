// Small runs of what `npm run prove -- month three` does: each on a PostgreSQL of its own, whose clock it sets.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { MonthReport } from "./proof/month.ts";
import type { ThreeReport } from "./proof/three.ts";

async function proved<Report>(name: string, count: number): Promise<Report> {
  const script = join(import.meta.dirname, "proof", "run.ts");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, name, String(count)]);
  assert.equal(stderr, "");
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Report;
}

test("three days of a school, and two kill -9 on the way: each mail that is due leaves in one message, and no other", async () => {
  const { days, acts, due, kills, again, ...wrong } = await proved<MonthReport>("month", 2);
  assert.deepEqual([days, kills], [3, 2]);
  assert.ok(acts > 80 && due > 120, `${acts} acts, ${due} mails`);
  // Only what was on its way when its server was killed can be taken once more.
  assert.ok(again <= kills * 4, String(again));
  const { killsInFlight: _, ...none } = wrong;
  const nothing = { missing: 0, unexpected: 0, doubled: 0, inQuietHours: 0, turnedOff: 0, telling: 0 };
  assert.deepEqual(none, nothing);
});

test("three servers on one database remind each person once", async () => {
  const { leastOfOne: _, ...report } = await proved<ThreeReport>("three", 30);
  assert.deepEqual(report, { people: 30, reminded: 30, asked: 30, twice: 0, missing: 0 });
});
