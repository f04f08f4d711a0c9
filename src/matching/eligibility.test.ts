import assert from "node:assert/strict";
import { test } from "node:test";
import { barBetween, barsOf, learnersIn, roomsOf } from "./eligibility.ts";
import { missingModulesOf } from "./certified.ts";
import type { EducatorFacts, Facts, LearnerFacts, Terms } from "./facts.ts";
import { settingsOf } from "./settings.ts";

const learner = (learnerId: string, more: Partial<LearnerFacts> = {}): LearnerFacts => ({
  learnerId,
  givenName: learnerId,
  familyName: "L",
  classYear: 2028,
  campus: "Main",
  phase: "clerkship",
  status: "active",
  interests: [],
  needs: [],
  languages: [],
  ...more,
});
const educator = (educatorId: string, more: Partial<EducatorFacts> = {}): EducatorFacts => ({
  educatorId,
  givenName: educatorId,
  familyName: "E",
  department: "Surgery",
  campus: "Main",
  skills: [],
  languages: [],
  effortPercent: 0,
  pausedUntil: null,
  places: { coaching: 3 },
  trainings: [{ module: "Coaching", completedOn: "2026-01-15" }],
  ...more,
});
const terms = (program: Terms["program"], hoursPerLearnerYear: number): Terms => ({
  program,
  hoursPerLearnerYear,
  learnersMost: 3,
  termMonths: 12,
  modules: ["Coaching"],
  validityMonths: null,
});
const facts = (more: Partial<Facts> = {}): Facts => ({
  program: "coaching",
  from: "2026-09-01",
  to: "2027-09-01",
  learners: [learner("ann"), learner("bob")],
  educators: [educator("eve")],
  wishes: [],
  taken: [],
  declined: [],
  parted: [],
  closed: [],
  terms: { advising: terms("advising", 2), coaching: terms("coaching", 9), mentoring: terms("mentoring", 6) },
  ...more,
});
const settings = settingsOf("coaching", "2026-09-01");
const roomOf = (given: Partial<Facts>, change: Partial<typeof settings> = {}) => {
  const all = facts(given);
  return roomsOf(all, { ...settings, ...change }, missingModulesOf(all.terms.coaching)).get("eve")!;
};

test("only active learners without anybody in the program are matched; leave is named, the rest is left out", () => {
  const given = facts({
    learners: [
      learner("ann"),
      learner("bob"),
      learner("cat", { status: "leave" }),
      learner("dan", { status: "graduated" }),
      learner("eli", { status: null }),
    ],
    taken: [
      { learnerId: "bob", educatorId: "eve", program: "coaching", kind: "relationship" },
      { learnerId: "ann", educatorId: "eve", program: "mentoring", kind: "relationship" },
    ],
  });
  const { candidates, onLeave } = learnersIn(given, settings);
  assert.deepEqual(
    candidates.map(({ learnerId }) => learnerId),
    ["ann"],
  );
  assert.deepEqual(
    onLeave.map(({ learnerId }) => learnerId),
    ["cat"],
  );
});

test("room is what capacity, charter and pairs leave", () => {
  const held = { learnerId: "zoe", educatorId: "eve", program: "coaching" as const, kind: "proposal" as const };
  assert.equal(roomOf({}).left, 3);
  assert.equal(roomOf({ educators: [educator("eve", { places: { coaching: 9 } })] }).left, 3);
  assert.equal(roomOf({ taken: [held] }).left, 2);
  assert.equal(roomOf({}, { learnersMost: 1 }).left, 1);
  assert.equal(roomOf({ educators: [educator("eve", { places: {} })] }).closed, "none offered");
  assert.equal(roomOf({ educators: [educator("eve", { places: { coaching: 1 } })], taken: [held] }).closed, "full");
});

test("certification, pause and hours close an educator; hours that nobody allocated do not", () => {
  assert.deepEqual(roomOf({ educators: [educator("eve", { trainings: [] })] }).missing, ["Coaching"]);
  assert.equal(
    roomOf({ educators: [educator("eve", { trainings: [{ module: "Coaching", completedOn: "2026-10-01" }] })] }).closed,
    "not certified",
  );
  assert.equal(roomOf({ educators: [educator("eve", { pausedUntil: "2026-09-02" })] }).closed, "paused");
  assert.equal(roomOf({ educators: [educator("eve", { pausedUntil: "2026-09-01" })] }).closed, null);
  // 1 % is 20.8 hours: two coached learners at 9 hours, or one with a mentee at 6.
  assert.equal(roomOf({ educators: [educator("eve", { effortPercent: 1 })] }).left, 2);
  assert.equal(
    roomOf({
      educators: [educator("eve", { effortPercent: 1 })],
      taken: [{ learnerId: "zoe", educatorId: "eve", program: "mentoring", kind: "relationship" }],
    }).left,
    1,
  );
  assert.equal(roomOf({ educators: [educator("eve", { effortPercent: 0.4 })] }).closed, "no hours left");
  assert.equal(roomOf({ educators: [educator("eve", { effortPercent: 0 })] }).left, 3);
});

test("a validity of modules counts from the day they were completed", () => {
  const lacks = missingModulesOf({ modules: ["Coaching"], validityMonths: 12 });
  assert.deepEqual(lacks(educator("eve"), "2027-01-14"), []);
  assert.deepEqual(lacks(educator("eve"), "2027-01-15"), ["Coaching"]);
});

test("each bar has its code, and what one side declared reads as the wall does", () => {
  const pair = { learnerId: "ann", educatorId: "eve" };
  const barOf = (given: Partial<Facts>, change: Partial<typeof settings> = {}) => {
    const all = facts(given);
    const set = { ...settings, ...change };
    return barBetween(barsOf(all, set), set, all.learners[0]!, all.educators[0]!);
  };
  assert.equal(barOf({}), null);
  assert.equal(barOf({ wishes: [{ ...pair, rank: null }] }), "never");
  assert.equal(barOf({ wishes: [{ ...pair, rank: 1 }] }), null);
  assert.equal(barOf({ closed: [pair] }), "not available");
  assert.equal(barOf({ declined: [{ ...pair, neutral: true }] }), "not available");
  assert.equal(barOf({ declined: [{ ...pair, neutral: false }] }), "declined");
  assert.equal(barOf({ taken: [{ ...pair, program: "mentoring", kind: "counted" }] }), "other lane");
  assert.equal(barOf({ parted: [pair] }), "together before");
  assert.equal(barOf({ parted: [pair] }, { pins: [pair] }), null);
  assert.equal(barOf({ parted: [pair], closed: [pair] }, { pins: [pair] }), "not available");
  assert.equal(barOf({}, { forbidden: [pair] }), "forbidden");
  assert.equal(barOf({ educators: [educator("eve", { campus: "North" })] }, { sameCampus: true }), "other campus");
  assert.equal(barOf({ learners: [learner("eve")] }), "oneself");
  assert.equal(
    barOf({ wishes: [{ ...pair, rank: null }] }, { assumptions: { places: [], certified: [], relaxed: [pair] } }),
    null,
  );
  assert.equal(
    barOf({ closed: [pair] }, { assumptions: { places: [], certified: [], relaxed: [pair] } }),
    "not available",
  );
});
