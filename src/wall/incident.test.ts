import assert from "node:assert/strict";
import { test } from "node:test";
import { type Act, actsOn, othersOn, outcomesFor, type Openings, wayOut, wayOutWords } from "./incident.ts";

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

test("nobody is swapped out of a committee: the relationship ends where it cools off in time, else an exception is left", () => {
  assert.equal(wayOut({ ...facts, ambient: true, daysAhead: 200 }), "end the relationship");
  assert.equal(wayOut({ ...facts, ambient: true }), "ask for an exception");
  assert.equal(
    wayOut({ ...facts, ambient: true, kind: "relationship", duty: "mentors", against: "assesses" }),
    "end the relationship",
  );
});

test("two roles in one hand: one of them ends; what has happened is noted", () => {
  assert.equal(wayOut({ ...facts, duty: "mentors", against: "coaches" }), "end the relationship");
  assert.equal(wayOut({ ...facts, kind: "assessment" }), "note that it happened");
});

test("no way out is proposed that nobody can take", () => {
  assert.equal(wayOut(facts, ["end", "except"]), "end the relationship");
  assert.equal(wayOut({ ...facts, ambient: true, daysAhead: 200 }, ["except"]), "ask for an exception");
  assert.equal(wayOut({ ...facts, ambient: true }, ["end"]), "end the relationship");
  assert.equal(wayOut(facts, []), "close it");
  assert.equal(wayOut({ ...facts, kind: "assessment" }, []), "note that it happened");
});

const openings: Openings = {
  kind: "duty",
  duty: "assesses",
  against: "coaches",
  collides: true,
  left: { from: "2026-12-07", to: "2026-12-19" },
  learnerId: "a",
  educatorId: "b",
  ambient: false,
  excusable: true,
  endable: true,
};
const office = {
  may: ["run matches", "edit people", "approve exceptions"],
  personId: "c",
  today: "2026-11-28",
} as const;

test("what is offered is what would be taken: to whom it concerns no approval, and none that cannot reach so far", () => {
  const offered = (changed: Partial<Openings>, who: Partial<typeof office> = {}): Act[] =>
    actsOn({ ...openings, ...changed }, { ...office, ...who });
  assert.deepEqual(offered({}), ["reassign", "except", "end", "close"]);
  assert.deepEqual(actsOn({ ...openings, educatorId: "c" }, office), [
    "reassign",
    "ask for an exception",
    "end",
    "close",
  ]);
  assert.deepEqual(actsOn(openings, { ...office, may: [] }), ["ask for an exception", "close"]);
  assert.deepEqual(offered({ left: { from: "2027-11-28", to: null } }), ["reassign", "except", "end", "close"]);
  assert.deepEqual(offered({ left: { from: "2027-11-29", to: null } }), ["reassign", "end", "close"]);
  assert.deepEqual(offered({ left: null, endable: false }), ["close"]);
  assert.deepEqual(offered({ ambient: true, excusable: false }), ["end", "close"]);
  assert.deepEqual(offered({ kind: "assessment", endable: true }), ["close"]);
});

test("what is for other offices to do is told apart from what the asker may", () => {
  const of = (may: (typeof office)["may"][number][], changed: Partial<Openings> = {}) =>
    othersOn({ ...openings, ...changed }, { ...office, may });
  assert.deepEqual(of(["approve exceptions"]), ["reassign", "end"]);
  assert.deepEqual(of(["run matches", "edit people"]), ["except"]);
  assert.deepEqual(of(["approve exceptions"], { educatorId: "c", endable: false }), ["reassign", "except"]);
  assert.deepEqual(of([], { kind: "assessment" }), []);
});

test("an incident is closed as solved once nothing collides, and as past once its days are over", () => {
  const today = "2026-11-28";
  const of = (collides: boolean, to: string | null) => outcomesFor({ kind: "duty", collides, to }, today);
  assert.deepEqual(of(true, null), ["mistaken"]);
  assert.deepEqual(of(true, "2026-11-28"), ["past", "mistaken"]);
  assert.deepEqual(of(false, "2026-11-29"), ["reassigned", "ended", "mistaken"]);
  assert.deepEqual(outcomesFor({ kind: "assessment", collides: false, to: "2026-11-01" }, today), ["past", "mistaken"]);
});

test("who supervises is not called an assessor", () => {
  const way = { wayOut: "reassign the assessor", against: "mentors" } as const;
  assert.equal(wayOutWords({ ...way, duty: "supervises" }), "reassign the supervisor");
  assert.equal(wayOutWords({ ...way, duty: "assesses" }), "reassign the assessor");
});
