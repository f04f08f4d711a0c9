import assert from "node:assert/strict";
import { test } from "node:test";
import { type OwnProposal, waitingFirst } from "./proposal.ts";

type One = Pick<OwnProposal, "state" | "answer" | "program">;

test("what waits for an answer comes first, then advising, coaching, mentoring", () => {
  const settled: One = { program: "coaching", state: "agreed", answer: "accept" };
  const given: One = { program: "advising", state: "open", answer: "accept" };
  const waits: One = { program: "mentoring", state: "open", answer: null };
  assert.deepEqual(waitingFirst([settled, given, waits]), [waits, given, settled]);
});
