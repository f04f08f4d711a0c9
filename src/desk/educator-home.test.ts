import assert from "node:assert/strict";
import { test } from "node:test";
import type { Relationship } from "../agreements/relationship.ts";
import { type EducatorLane, learnersIn, uncertifiedWords } from "./educator-home.ts";

const lane = (...states: Relationship["state"][]) =>
  ({ learners: states.map((state) => ({ relationship: { state }, facts: null })) }) as unknown as EducatorLane;

test("whom an educator guides is who has signed; the others wait, and a lane of theirs alone is not held yet", () => {
  assert.deepEqual(learnersIn([lane("in force", "paused", "awaiting"), lane("awaiting"), lane()]), {
    guided: 2,
    held: 1,
    awaiting: 2,
  });
});

test("who is not certified reads in one sentence what is missing, what to do and who helps", () => {
  const words = (missing: string[], lapsed: string[] = []) =>
    uncertifiedWords({
      program: "mentoring",
      certification: {
        certified: missing.length + lapsed.length === 0,
        missing,
        lapsed: lapsed.map((module) => ({ module, on: "2026-11-01" })),
        expiresOn: null,
      },
    } as unknown as EducatorLane);
  assert.equal(words([]), null);
  assert.equal(
    words(["Mentoring", "Limits of confidentiality"]),
    "To be proposed to learners as mentor, complete Mentoring and Limits of confidentiality; your program office says where, and records it.",
  );
  assert.match(words([], ["Mentoring"]) ?? "", /complete Mentoring once more; your program office/);
});
