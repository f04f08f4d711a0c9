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
