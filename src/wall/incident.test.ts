import assert from "node:assert/strict";
import { test } from "node:test";
import { wayOut } from "./incident.ts";

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
