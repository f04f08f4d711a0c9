import assert from "node:assert/strict";
import { test } from "node:test";
import { plainPlaces } from "./rule.ts";

test("a learner reads where somebody stands in plain words, without walls and sides", () => {
  const [role, coach] = [
    { wall: "role" as const, side: "advisor" as const },
    { wall: "role" as const, side: "coach" as const },
  ];
  const on = (wall: "assessment" | "observation", side: "support" | "judge") => ({ wall, side });
  assert.equal(plainPlaces([role]), "Guides you, in this role alone");
  assert.equal(plainPlaces([coach, on("assessment", "support")]), "Guides you, so does not assess you");
  assert.equal(
    plainPlaces([coach, on("assessment", "support"), on("observation", "support")]),
    "Guides you, so does not assess you and does not supervise you or watch you at work",
  );
  assert.equal(plainPlaces([on("assessment", "judge")]), "Assesses you, so does not coach or mentor you");
  assert.equal(
    plainPlaces([on("observation", "judge")]),
    "Supervises you or watches you at work, so does not mentor you",
  );
  assert.equal(
    plainPlaces([on("assessment", "judge"), on("observation", "judge")]).startsWith("Assesses you and"),
    true,
  );
});

test("what an exception allows is not denied beside it, and the rest is still promised", () => {
  const coach = { wall: "role" as const, side: "coach" as const };
  const on = (wall: "assessment" | "observation", side: "support" | "judge") => ({ wall, side });
  const guides = [coach, on("assessment", "support"), on("observation", "support")];
  assert.equal(
    plainPlaces(guides, ["assessment"]),
    "Guides you, so does not supervise you or watch you at work. An exception says what else may be",
  );
  assert.equal(plainPlaces(guides, ["assessment", "observation"]), "An exception says what may be beside it");
  assert.equal(plainPlaces([on("assessment", "judge")], ["assessment"]), "An exception says what may be beside it");
  assert.equal(plainPlaces([on("assessment", "judge")], ["role"]), "Assesses you, so does not coach or mentor you");
});
