import assert from "node:assert/strict";
import { test } from "node:test";
import { wayOut } from "./incident.ts";
import { promisesOf } from "./stand.ts";

const facts = {
  kind: "duty",
  duty: "assesses",
  against: "coaches",
  ambient: false,
  coolingDays: 180,
  daysAhead: 13,
} as const;

test("an assessor of one rotation is swapped; it moves no pair", () => {
  assert.equal(wayOut(facts), "reassign the assessor");
  assert.equal(
    wayOut({ ...facts, kind: "relationship", duty: "coaches", against: "assesses" }),
    "reassign the assessor",
  );
  assert.equal(wayOut({ ...facts, against: null }), "reassign the assessor");
});

test("nobody is swapped out of a committee: the relationship moves where it cools off in time, else an exception is left", () => {
  assert.equal(wayOut({ ...facts, ambient: true, daysAhead: 200 }), "end or move the relationship");
  assert.equal(wayOut({ ...facts, ambient: true }), "ask for an exception");
  assert.equal(
    wayOut({ ...facts, ambient: true, kind: "relationship", duty: "mentors", against: "assesses" }),
    "end or move the relationship",
  );
});

test("two roles in one hand: one of them moves; what has happened is noted", () => {
  assert.equal(wayOut({ ...facts, duty: "mentors", against: "coaches" }), "end or move the relationship");
  assert.equal(wayOut({ ...facts, kind: "assessment" }), "note that it happened");
});

test("the promise to a learner names who it is about, and is not made while anything speaks against it", () => {
  const guides = [
    { wall: "role", name: "Dr. Rao", breached: false },
    { wall: "role", name: "Ines Pereira", breached: false },
    { wall: "assessment", name: "Dr. Rao", breached: false },
  ] as const;
  const [assessment, observation, role] = promisesOf([...guides], {});
  assert.deepEqual([assessment?.holds, assessment?.people], [true, ["Dr. Rao"]]);
  assert.match(assessment!.sentence, /^None of these people grades you.*Dr\. Rao\.$/);
  assert.deepEqual([observation?.holds, observation?.sentence], [true, "Nobody is bound by this wall for you yet."]);
  assert.match(role!.sentence, /Dr\. Rao and Ines Pereira/);
  assert.equal(promisesOf([...guides], { assessment: 1 })[0]?.holds, false);
  assert.equal(promisesOf([{ wall: "assessment", name: "Dr. Rao", breached: true }], {})[0]?.holds, false);
});
