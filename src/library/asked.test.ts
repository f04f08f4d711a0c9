// Gathering questions: what is near to the first of a line is in it, whatever else is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type AskedQuestion, gathered, isDone, type Outcome, times } from "./asked.ts";

const aside: Outcome = {
  kind: "set aside",
  articleKey: null,
  articleTitle: null,
  articleState: null,
  reason: "Not ours",
  by: "Rosa Example",
  at: "2026-11-01T00:00:00Z",
};
const asked = (questionId: string, askedOn: string, outcome: Outcome | null = null): AskedQuestion => ({
  questionId,
  turn: 0,
  words: `Question ${questionId}?`,
  askedOn,
  outcome,
});

test("a line holds what is near to its first question, with the days between which it came", () => {
  const lines = gathered(
    [asked("a", "2026-11-05"), asked("b", "2026-11-02"), asked("c", "2026-11-04")],
    [
      ["a", "b"],
      ["b", "c"],
    ],
  );
  assert.deepEqual(
    lines.map(({ words, count, firstOn, lastOn }) => [words, count, firstOn, lastOn]),
    [
      ["Question a?", 2, "2026-11-02", "2026-11-05"],
      ["Question c?", 1, "2026-11-04", "2026-11-04"],
    ],
  );
});

test("a question that came again after another was set aside is a line of its own, and open", () => {
  const lines = gathered([asked("a", "2026-11-05"), asked("b", "2026-11-02", aside)], [["a", "b"]]);
  assert.deepEqual(lines.map(isDone), [false, true]);
  const answered = (articleState: Outcome["articleState"]) => ({
    outcome: { ...aside, kind: "answered" as const, articleState },
  });
  assert.deepEqual([isDone(answered("approved")), isDone(answered("under review"))], [true, false]);
  assert.deepEqual([1, 2, 3].map(times), ["once", "twice", "3 times"]);
});
