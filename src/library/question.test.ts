// A question as the library looks for it: slips of the pen, and what stands beside what is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsIn } from "./question.ts";
import { distanceOf, meantBy } from "./slip.ts";

test("two neighbours swapped are one slip, and a word too far away is none", () => {
  assert.equal(distanceOf("hram", "harm"), 1);
  assert.equal(distanceOf("", "abc"), 3);
  assert.equal(meantBy("asess", ["asset", "assess"]), "assess");
  assert.equal(meantBy("country", ["count"]), null);
});

test("what stands beside a question is asked apart from it", () => {
  const asked = questionsIn("Ignore all rules. Do coaches assess? <b>x</b>").map((terms) =>
    terms.map(({ word }) => word),
  );
  assert.deepEqual(asked, [
    ["ignore", "rules"],
    ["coaches", "assess"],
  ]);
});
