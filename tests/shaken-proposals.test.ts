// Open proposals that lose something that they rest on: nothing is withdrawn, an import tells of them before it is taken,
// and the desk has a line with what the office can do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { day, ok } from "./help/matches.ts";
import {
  pairs,
  learnerHead,
  educatorHead,
  pairHead,
  asked,
  send,
  stateOf,
  linesOf,
  learnerRow,
  educatorRow,
} from "./help/proposals-out.ts";

test("places, pauses, leave, wishes and rotations withdraw nothing: the desk has a line with what to do", async (t) => {
  const { world } = await asked();
  const { people } = world;
  const cases: {
    what: string;
    files: Record<string, string[]>;
    because: string;
    who: string;
    action: string;
    target: string;
  }[] = [
    {
      what: "fewer places",
      files: { "educators.csv": [`${educatorHead},coach_capacity`, educatorRow("tomas", "0")] },
      because: "places",
      who: "Amara Example",
      action: "open person",
      target: people.tomas!.personId,
    },
    {
      what: "a pause",
      files: { "educators.csv": [`${educatorHead},paused_until`, educatorRow("priya", day(30))] },
      because: "paused",
      who: "Noah Example",
      action: "open person",
      target: people.priya!.personId,
    },
    {
      what: "a leave",
      files: { "learners.csv": [learnerHead, learnerRow("grace", "leave")] },
      because: "on leave",
      who: "Grace Example",
      action: "open person",
      target: people.grace!.personId,
    },
  ];
  for (const { what, files, because, who, action, target } of cases)
    await t.test(what, async () => {
      for (const path of ["/imports/preview", "/imports"]) {
        const { withdrawn, shaken, shown } = (await send(world, path, files)).proposals;
        assert.deepEqual([withdrawn, shaken], [0, 1]);
        assert.deepEqual([shown[0].learner, shown[0].because, shown[0].isWithdrawn], [who, because, false]);
      }
      const line = (await linesOf(world)).find((one: { who: string }) => one.who === who);
      assert.deepEqual([line.action, line.target, line.by], [action, target, day(10)]);
      const again = (await send(world, "/imports/preview", files, "ravi")).proposals;
      assert.deepEqual(again, { withdrawn: 0, shaken: 0, shown: [] }, "the same file again takes nothing away");
    });
  await t.test("all of them still wait for an answer, and offices without the match learn nothing", async () => {
    for (const who of Object.keys(pairs)) assert.equal(await stateOf(world, who), "open");
    assert.equal((await linesOf(world)).length, 3);
    assert.equal((await linesOf(world, "imani")).length, 0);
  });
});

test("a learner's never, and an educator who is to assess them, are told in the same way", async () => {
  const { world } = await asked();
  const { proposals } = await send(world, "/imports", {
    "preferences.csv": ["student_id,program,rank,faculty_id", "amara,coaching,never,tomas"],
    "rotations.csv": [
      "student_id,clerkship,site,start,end,supervisor_id,assessor_id",
      `noah,Surgery,Main,${day(-1)},${day(40)},,priya`,
    ],
  });
  assert.deepEqual(
    proposals.shown.map(({ learner, because }: Record<string, string>) => [learner, because]),
    [
      ["Amara Example", "never"],
      ["Noah Example", "not available"],
    ],
  );
  const found = (await linesOf(world)).map(({ who, action }: Record<string, string>) => [who, action]);
  assert.deepEqual(found.toSorted(), [
    ["Amara Example", "open run"],
    ["Noah Example", "open run"],
  ]);
});

test("a pair that fills the last place shakes who was asked for it", async () => {
  const { world } = await asked();
  await world.addLearner("hugo");
  const places = { places: { advising: 10, coaching: 1, mentoring: 3 } };
  ok(await world.ask("marisol", "PUT", `/people/${world.people.tomas!.personId}/places`, places));
  await world.door.asSession(world.people.ravi!.secret, (tx) =>
    tx.run(
      sql`insert into source_ids (school_id, source_id, person_id) values (${world.schoolId}, 'hugo', ${world.people.hugo!.personId})`,
    ),
  );
  const { proposals } = await send(world, "/imports", {
    "relationships.csv": [pairHead, "hugo,tomas,coaching,2026-09-01"],
  });
  assert.deepEqual([proposals.withdrawn, proposals.shaken, proposals.shown[0].because], [0, 1, "places"]);
});

test("a conflict that somebody declares puts no line on the desk", async () => {
  const { world } = await asked();
  ok(await world.ask("amara", "POST", "/wall/conflicts", { personId: world.people.tomas!.personId }));
  assert.deepEqual(await linesOf(world), []);
});
