// Hints say what a goal could still say, one plain sentence a quality, and fall silent once it is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../core/shapes.ts";
import { type Hinted, hintsOf, qualities } from "./hint.ts";

const today = "2026-11-23";
const whole: Hinted = {
  words: "Present a new patient in three minutes on morning rounds",
  matters: "I lose the team when I ramble",
  measure: "Two of three presentations under three minutes",
  serves: "The medicine clerkship",
  dueOn: addDays(today, 60),
  steps: 2,
  today,
};
const hinted = (goal: Hinted) => hintsOf(goal).flatMap(({ quality, add }) => (add === null ? [] : [quality]));

test("a whole goal has no hint, and each quality that lacks something has its own", () => {
  assert.deepEqual(hinted(whole), []);
  const lacking: [Partial<Hinted>, string][] = [
    [{ matters: "" }, "important"],
    [{ words: "Get better" }, "specific"],
    [{ words: "Improve my communication skills on wards" }, "specific"],
    [{ measure: "Often" }, "measurable"],
    [{ steps: 0 }, "attainable"],
    [{ steps: 11 }, "attainable"],
    [{ serves: "" }, "relevant"],
    [{ dueOn: null }, "timely"],
    [{ dueOn: addDays(today, -1) }, "timely"],
    [{ dueOn: addDays(today, 400) }, "timely"],
  ];
  for (const [less, quality] of lacking)
    assert.deepEqual(hinted({ ...whole, ...less }), [quality], JSON.stringify(less));
  assert.deepEqual(
    hinted({ words: "", matters: "", measure: "", serves: "", dueOn: null, steps: 0, today }),
    qualities,
  );
});

test("every hint is plain sentences, whatever is written", () => {
  const text = fc.string({ maxLength: 60 });
  const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days));
  fc.assert(
    fc.property(text, text, text, text, fc.option(day), fc.nat(40), (words, matters, measure, serves, dueOn, steps) => {
      const hints = hintsOf({ words, matters, measure, serves, dueOn, steps, today });
      assert.deepEqual(
        hints.map(({ quality }) => quality),
        qualities,
      );
      for (const { add } of hints) if (add !== null) assert.match(add, /^[A-Z].{10,160}[.?]$/);
    }),
  );
});
