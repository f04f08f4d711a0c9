import assert from "node:assert/strict";
import { test } from "node:test";
import type { Relationship } from "../agreements/relationship.ts";
import { type EducatorLane, guidedWords, uncertifiedWords } from "./educator-home.ts";

const lane = (...states: Relationship["state"][]) =>
  ({ learners: states.map((state) => ({ relationship: { state }, facts: null })) }) as unknown as EducatorLane;

test("whom an educator guides is who has signed; the others wait, and a lane of theirs alone is not held yet", () => {
  const both = [lane("in force", "paused", "awaiting"), lane("awaiting"), lane()];
  assert.equal(guidedWords(both), "You guide 2 learners in 1 lane. 2 more wait for signed ground rules.");
  assert.equal(guidedWords([lane("awaiting")]), "You guide nobody yet. 1 learner waits for signed ground rules.");
  assert.equal(guidedWords([lane("in force")]), "You guide 1 learner in 1 lane.");
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
