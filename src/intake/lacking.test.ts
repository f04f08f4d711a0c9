// A file that no kind fits is told what it comes nearest to, and exactly what it lacks for that.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hasDays } from "./kinds.ts";
import { lackingIn } from "./lacking.ts";

const learners = ["student_id", "first_name", "last_name", "email", "class_year", "phase"];
const said = (name: string, header: string[]) => lackingIn({ name, header });

test("every column that is needed and missing is named, in the words by which a heading is known, too", () => {
  for (const [at, words] of [
    [0, "Learner's id"],
    [4, "Class year"],
    [5, "Phase"],
  ] as const)
    assert.equal(
      said("a.csv", learners.toSpliced(at, 1)),
      `comes nearest to "Learners", but has no column for ${words}.`,
    );
  assert.match(said("a.csv", learners.slice(0, 4)), /no column for Class year and Phase\.$/);
  assert.match(said("a.csv", learners.slice(0, 3)), /no column for Email address, Class year and Phase/);
  assert.match(said("wishes.csv", ["student_id", "faculty_id", "program"]), /"Wishes", but has no column for Rank/);
  assert.match(said("users.csv", ["sourcedId", "familyName"]), /"OneRoster users", .* no column for givenName\.$/);
});

test("nothing is nearest where less than half is there", () => {
  for (const header of [["foo", "bar"], ["student_id"], ["S9", "Zoe", "Ng"]])
    assert.equal(said("learners.csv", header), "has headings that fit no kind of file.");
});

test("a file has days where a column of it holds them", () => {
  assert.equal(hasDays({ kind: "training", mapping: { faculty_id: 0, module: 1, completed: null } }), false);
  assert.equal(hasDays({ kind: "training", mapping: { faculty_id: 0, module: 1, completed: 2 } }), true);
  assert.equal(hasDays({ kind: "preferences", mapping: { student_id: 0 } }), false);
});
