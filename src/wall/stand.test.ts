import assert from "node:assert/strict";
import { test } from "node:test";
import { byDuty, type Stand } from "./stand.ts";

const dutyId = crypto.randomUUID();

function stand(wall: Stand["wall"], side: Stand["side"], coolsUntil: string | null): Stand {
  return {
    standId: crypto.randomUUID(),
    dutyId,
    learnerId: "learner",
    learner: "Amara",
    educatorId: "educator",
    educator: "Tomas",
    wall,
    side,
    duty: "coaches",
    about: "",
    from: "2026-01-01",
    to: "2026-06-01",
    coolsUntil,
    excepted: false,
  };
}

test("a duty that stands on three walls is one row with three places, and keeps away as long as the longest", () => {
  const other = { ...stand("role", "mentor", null), dutyId: crypto.randomUUID() };
  const rows = byDuty([
    stand("role", "coach", "2026-06-01"),
    other,
    stand("assessment", "support", "2026-11-28"),
    stand("observation", "support", "2026-11-28"),
  ]);
  assert.deepEqual(
    rows.map(({ places }) => places.map(({ wall }) => wall)),
    [["role", "assessment", "observation"], ["role"]],
  );
  assert.deepEqual(
    rows.map(({ coolsUntil }) => coolsUntil),
    ["2026-11-28", null],
  );
});

test("a duty's walls come in one order, whichever of its rows comes first", () => {
  const rows = [
    stand("observation", "support", null),
    stand("role", "coach", null),
    stand("assessment", "support", null),
  ];
  for (const given of [rows, rows.toReversed()])
    assert.deepEqual(
      byDuty(given).map(({ places }) => places.map(({ wall }) => wall)),
      [["role", "assessment", "observation"]],
    );
});
