// Who sees what, as docs/confidentiality.md says: a part of the matrix that `npm run prove -- matrix` tries in full.
import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "../src/http/routes.ts";
import { acts } from "./proof/acts.ts";
import { tryMatrix } from "./proof/matrix.ts";
import { records } from "./proof/records.ts";
import { readSpecification } from "./proof/specification.ts";

const { reading, writing, addresses } = readSpecification();

test("every line of the page is put to the test, and nothing else is", () => {
  assert.deepEqual(reading.map(({ name }) => name).toSorted(), Object.keys(records).toSorted());
  assert.deepEqual(writing.map(({ name }) => name).toSorted(), Object.keys(acts).toSorted());
});

test("every address of the server stands on the page with who may ask", () => {
  const served = routes.map(({ endpoint: { method, path, may } }) => `${method} ${path}: ${may}`);
  assert.deepEqual([...addresses].map(([address, may]) => `${address}: ${may}`).toSorted(), served.toSorted());
});

test("a page that names an asker or a state that there is not is refused", () => {
  const page = (who: string) =>
    `## Reading\n| Record | Table | Who |\n|---|---|---|\n| a | b | ${who} |\n## Writing\n## Functions\n## Addresses\n`;
  assert.equal(readSpecification(page("learner (ended)")).reading[0]!.may("learner", "ended"), true);
  assert.throws(() => readSpecification(page("lerner")), /lerner/);
  assert.throws(() => readSpecification(page("learner (over)")), /over/);
});

test("records and acts, for every asker, before and after the first day of a relationship", async () => {
  const mismatches: string[] = [];
  const report = await tryMatrix(["proposed", "in force", "ended"], (mismatch) => mismatches.push(mismatch));
  assert.deepEqual(mismatches, []);
  assert.ok(report.cells > 3000, String(report.cells));
});

test("a policy that is widened on purpose is found, for each who may then read", async () => {
  const leak = "create policy leak on endings for select to chiron_app using (school_id = (select app.school()))";
  const mismatches: string[] = [];
  await tryMatrix(["ended"], (mismatch) => mismatches.push(mismatch), leak);
  assert.ok(mismatches.length > 3, mismatches.join("\n"));
  assert.match(mismatches.join("\n"), /\(endings\), ended: educator can, and .* says no/);
});
