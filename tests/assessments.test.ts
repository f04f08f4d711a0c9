// Assessments through the whole server: keyed to a judge's stand, and never dropped without one.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { addDays } from "../src/core/shapes.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people, schoolId } = world;
const today = (await ask("dana", "GET", "/me")).body.school.today as string;
const day = (days: number) => addDays(today, days);
const id = (who: string) => people[who]!.personId;

async function guides(duty: string, learner: string, educator: string, from: number, to: number | null): Promise<void> {
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source) values
    (${schoolId}, ${duty}, ${id(educator)}, ${id(learner)}, daterange(${day(from)}::date, ${to === null ? null : day(to)}::date), 'relationship')`;
  await admin.end();
}

await guides("coaches", "amara", "tomas", -30, null);

test("assessments: recorded on a judge's stand, noted as an incident without one, known the second time", async () => {
  const sent = (learner: string, assessor: string, on: number, sourceId: string) => ({
    learnerId: id(learner),
    assessorId: id(assessor),
    on: day(on),
    source: "lms",
    sourceId,
  });
  const post = (assessments: object[], who = "ravi") => ask(who, "POST", "/assessments", { assessments });
  await ask("ravi", "POST", "/wall/duties", {
    duty: "assesses",
    educatorId: id("priya"),
    learnerId: id("grace"),
    from: day(-20),
    to: day(20),
  });
  const batch = [sent("grace", "priya", -3, "a1"), sent("amara", "tomas", -3, "a2"), sent("noah", "joan", -3, "a3")];
  const first = await post(batch);
  assert.deepEqual([first.status, first.body.recorded, first.body.noted, first.body.known], [200, 1, 2, 0]);
  assert.deepEqual(
    first.body.items.map(({ outcome }: never) => outcome),
    ["recorded", "noted", "noted"],
  );
  assert.deepEqual((await post(batch)).body.known, 3);
  const incidents = (await ask("marisol", "GET", "/wall/incidents")).body.items.filter(
    ({ kind }: { kind: string }) => kind === "assessment",
  );
  assert.deepEqual(incidents.map(({ learner, wayOut }: never) => [learner, wayOut]).sort(), [
    ["Amara Example", "note that it happened"],
    ["Noah Example", "note that it happened"],
  ]);
  assert.deepEqual(
    (await ask("grace", "GET", "/assessments")).body.items.map(({ assessor, sourceId }: never) => [assessor, sourceId]),
    [["Priya Example", "a1"]],
  );
  assert.deepEqual((await ask("amara", "GET", "/assessments")).body.items, []);
  assert.deepEqual((await post([sent("grace", "priya", 1, "b")])).body.faults[0].field, "assessments.0.on");
  assert.deepEqual(
    (await post([sent("grace", "priya", -1, "b"), sent("grace", "priya", -2, "b")])).body.faults[0].field,
    "assessments.1.sourceId",
  );
  assert.deepEqual(
    (await post([{ ...sent("grace", "priya", -1, "b"), learnerId: crypto.randomUUID() }])).body.faults[0].field,
    "assessments.0.learnerId",
  );
  assert.equal((await post([sent("grace", "priya", -1, "b")], "imani")).status, 403);
  assert.equal((await ask("amara", "GET", "/wall/mine")).body.asLearner.holds, false);
});
