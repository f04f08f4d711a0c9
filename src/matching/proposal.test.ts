import assert from "node:assert/strict";
import { test } from "node:test";
import { answerDays, deadlineRefusal, type OwnProposal, waitingFirst } from "./proposal.ts";

type One = Pick<OwnProposal, "state" | "answer" | "program">;

test("what waits for an answer comes first, then advising, coaching, mentoring", () => {
  const settled: One = { program: "coaching", state: "agreed", answer: "accept" };
  const given: One = { program: "advising", state: "open", answer: "accept" };
  const waits: One = { program: "mentoring", state: "open", answer: null };
  assert.deepEqual(waitingFirst([settled, given, waits]), [waits, given, settled]);
});

test("the last day to answer lies after today and within half a year; the refusal names the field and the days", () => {
  const today = "2026-11-28";
  const { first, last } = answerDays(today);
  assert.deepEqual([first, last], ["2026-11-29", "2027-05-27"]);
  for (const day of [first, last]) assert.equal(deadlineRefusal(day, today), null);
  for (const day of ["2026-11-28", "2020-01-01", "2027-05-28", ""])
    assert.deepEqual(deadlineRefusal(day, today)?.faults, [
      { field: "answerBy", because: "Choose a day from 2026-11-29 to 2027-05-27." },
    ]);
});
