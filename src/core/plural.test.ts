// Nobody reads "1 rows were refused".
import assert from "node:assert/strict";
import { test } from "node:test";
import { agreeing, plural } from "./plural.ts";

test("a count agrees with its noun, and with the words behind it", () => {
  const said = [0, 1, 2, 1200].map((count) => `${plural(count, "row")} ${agreeing(count, "was", "were")} refused`);
  assert.deepEqual(said, [
    "0 rows were refused",
    "1 row was refused",
    "2 rows were refused",
    "1,200 rows were refused",
  ]);
  assert.deepEqual([plural(1, "person", "people"), plural(2, "person", "people")], ["1 person", "2 people"]);
});
