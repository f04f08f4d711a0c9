// Relationships over the whole server: who sees which, pausing, renewing, and the quiet end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { assesses, byHand, day, ok, refused } from "./help/matches.ts";
import { agreementOf, brought, changed, end, inForce, pairsIn, sign, standsOf } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const pair = pairsIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);

test("others find nothing; the office finds the state and who has not signed, never a line", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  ok(await sign(world, learner, id));
  await assesses(world, learner, "fatima", day(0), day(30));
  const nothing = refused(
    await ask("noah", "GET", `/relationships/${crypto.randomUUID()}`),
    404,
    "relationship.absent",
  );
  for (const who of ["noah", "fatima", "ada", "ravi", "rosa", "sam"]) {
    assert.deepEqual(refused(await ask(who, "GET", `/relationships/${id}`), 404, "relationship.absent"), nothing);
    const list = ok(await ask(who, "GET", "/relationships?limit=200"));
    assert.deepEqual(
      list.items.filter((item: { relationshipId: string }) => item.relationshipId === id),
      [],
      who,
    );
  }
  for (const who of ["noah", "fatima", "ada", "ravi", "marisol", "dana", "imani"])
    refused(await ask(who, "GET", `/relationships/${id}/agreement`), 404, "agreement.absent");
  for (const who of ["marisol", "dana", "imani"]) {
    const seen = ok(await ask(who, "GET", `/relationships/${id}`));
    assert.deepEqual(
      seen.awaits.map(({ personId }: { personId: string }) => personId),
      [world.people[educator]!.personId],
    );
    assert.doesNotMatch(JSON.stringify(seen), /books|notice|24 hours/);
    refused(await ask(who, "POST", `/relationships/${id}/ending`, {}), 404, "relationship.absent");
    refused(await ask(who, "POST", `/relationships/${id}/pauses`, { until: day(20) }), 404, "relationship.absent");
    refused(await ask(who, "POST", `/relationships/${id}/renewal`, {}), 404, "agreement.absent");
  }
});

test("the office pages and filters all relationships; a party sees only their own", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator, "mentoring");
  const seen: string[] = [];
  for (let after = ""; ;) {
    const { items, next } = ok(await ask("marisol", "GET", `/relationships?limit=3${after}`));
    seen.push(...items.map(({ relationshipId }: { relationshipId: string }) => relationshipId));
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.includes(id));
  await brought(world, learner, "tomas", "advising");
  const rows = ok(await ask("marisol", "GET", "/relationships?limit=200")).items;
  const order = rows.map(({ learner: { name }, program }: never) => [name, program].join(" "));
  assert.deepEqual(order, order.toSorted());
  for (const state of ["awaiting", "in force", "paused", "ended"]) {
    const { items } = ok(await ask("marisol", "GET", `/relationships?limit=200&state=${encodeURIComponent(state)}`));
    assert.ok(
      items.every((item: { state: string }) => item.state === state),
      state,
    );
  }
  const only = ok(await ask("marisol", "GET", "/relationships?program=mentoring")).items;
  assert.deepEqual(
    only.map(({ relationshipId }: { relationshipId: string }) => relationshipId),
    [id],
  );
  assert.deepEqual(ok(await ask("marisol", "GET", "/relationships?mine=true")).items, []);
  assert.equal(ok(await ask(learner, "GET", "/relationships")).items.length, 2);
});

test("a pause begins today or later, is known to the office, and ends with a word", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  refused(await ask(learner, "POST", `/relationships/${id}/pauses`, { until: day(20) }), 409, "pause.unsigned");
  ok(await sign(world, learner, id));
  ok(await sign(world, educator, id));
  refused(
    await ask(learner, "POST", `/relationships/${id}/pauses`, { from: day(-3), until: day(20) }),
    422,
    "pause.days",
  );
  refused(
    await ask(learner, "POST", `/relationships/${id}/pauses`, { from: day(9), until: day(9) }),
    422,
    "pause.days",
  );
  const { today } = ok(await ask("marisol", "GET", "/me")).school;
  const paused = ok(await ask(educator, "POST", `/relationships/${id}/pauses`, { until: day(20) }));
  assert.deepEqual([paused.state, paused.pause], ["paused", { from: today, until: day(20) }]);
  assert.equal(ok(await ask("marisol", "GET", `/relationships/${id}`)).state, "paused");
  const back = ok(await ask(learner, "DELETE", `/relationships/${id}/pauses/current`));
  assert.deepEqual([back.state, back.pause], ["in force", null]);
  refused(await ask(learner, "DELETE", `/relationships/${id}/pauses/current`), 409, "pause.none");
  assert.equal(
    (await standsOf(world, id)).filter(({ to }) => to === null).length,
    3,
    "the wall stands through a pause",
  );
});

test("a renewal is the next wording to sign, while the one that both signed holds", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  ok(await sign(world, learner, id));
  refused(await ask(educator, "POST", `/relationships/${id}/renewal`, {}), 409, "agreement.unsigned");
  const { renewOn } = ok(await sign(world, educator, id));
  refused(await ask(educator, "POST", `/relationships/${id}/renewal`, { renewOn: day(-1) }), 422, "agreement.renewal");
  const renewed = ok(await ask(educator, "POST", `/relationships/${id}/renewal`, { renewOn: day(500) }));
  assert.deepEqual([renewed.version, renewed.renewOn], [2, day(500)]);
  assert.equal(renewed.relationship.state, "in force");
  assert.equal(renewed.relationship.renewOn, renewOn, "until both sign, the earlier date holds");
  assert.equal(renewed.relationship.awaits.length, 2);
  ok(await sign(world, learner, id));
  const { relationship } = ok(await sign(world, educator, id));
  assert.deepEqual([relationship.renewOn, relationship.isDue], [day(500), false]);
  await byHand(
    world,
    (admin) =>
      admin`update agreements set renew_on = app.today(${world.schoolId}) + 10 where relationship_id = ${id} and version = 2`,
  );
  assert.equal(ok(await ask("marisol", "GET", `/relationships/${id}`)).isDue, true);
});

test("either ends it: the other reads only the day, nobody reads who or why, and the duty cools off", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator);
  const { today } = ok(await ask("marisol", "GET", "/me")).school;
  const mine = ok(await end(world, educator, id, "not working"));
  const views = [
    mine,
    ok(await ask(learner, "GET", `/relationships/${id}`)),
    ok(await ask("marisol", "GET", `/relationships/${id}`)),
  ];
  for (const view of views) {
    assert.deepEqual([view.state, view.endedOn], ["ended", today]);
    assert.deepEqual(view, mine, "one who ended it and one who did not read the same");
    assert.doesNotMatch(JSON.stringify(view), /not working/);
  }
  assert.equal(mine.learner.name, `${views[0].learner.name}`);
  assert.match(mine.learner.name, /Example/, "whom one worked with keeps their name");
  const stands = await standsOf(world, id);
  const tomorrow = await byHand(
    world,
    (admin) => admin`select (${today}::date + 1)::text as day, (${today}::date + 181)::text as until`,
  );
  assert.deepEqual([...new Set(stands.map(({ to }) => to))], [tomorrow[0]!.day]);
  assert.equal(stands.find(({ wall }) => wall === "assessment")?.until, tomorrow[0]!.until);
  await assert.rejects(assesses(world, learner, educator, day(5), day(30)), /not available/);
  for (const seen of ["learner", "marisol", "ada"].map((who) => (who === "learner" ? learner : who))) {
    const events = await world.door.asSession(world.people[seen]!.secret, (tx) =>
      tx.rows(
        { parse: (row: unknown) => row } as never,
        sql`select actor_id from events where actor_id = ${world.people[educator]!.personId}
        and at > (select max(at) - interval '1 second' from events where subject = 'relationship') and subject in ('relationship', 'duty', 'stand', 'ending')`,
      ),
    );
    assert.deepEqual(events, [], `${seen} could tell from the events who ended it`);
  }
});

test("what has ended says so, and frees the learner for another", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator);
  const agreement = await agreementOf(world, learner, id);
  ok(await end(world, learner, id));
  refused(await end(world, educator, id), 409, "relationship.ended");
  refused(await ask(learner, "POST", `/relationships/${id}/pauses`, { until: day(9) }), 409, "relationship.ended");
  const clauses = changed(agreement, "notice", "Later.");
  refused(
    await ask(learner, "POST", `/relationships/${id}/agreements`, { version: 1, clauses }),
    409,
    "relationship.ended",
  );
  refused(await ask(learner, "POST", `/relationships/${id}/renewal`, {}), 409, "relationship.ended");
  assert.equal(
    (await agreementOf(world, learner, id)).lines.length,
    agreement.lines.length,
    "what was agreed stays readable to the two",
  );
  await inForce(world, learner, "tomas");
});

test("one that ends before both signed never stood anywhere", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  ok(await sign(world, learner, id));
  const ended = ok(await end(world, learner, id));
  assert.deepEqual([ended.state, ended.startedOn], ["ended", null]);
  refused(await sign(world, educator, id), 409, "relationship.ended");
  assert.equal((await standsOf(world, id)).length, 0);
  await assesses(world, learner, educator, day(0), day(30));
});

test("a coach becomes the mentor the day after, not the same day", async () => {
  const [learner, educator] = await pair();
  const coached = await inForce(world, learner, educator);
  ok(await end(world, learner, coached));
  const id = await brought(world, learner, educator, "mentoring");
  ok(await sign(world, learner, id));
  refused(await sign(world, educator, id), 409, "wall.not-available");
});

test("an ending and the last signature at once leave nothing standing", async () => {
  for (let time = 0; time < 6; time++) {
    const [learner, educator] = await pair();
    const id = await brought(world, learner, educator);
    ok(await sign(world, learner, id));
    const { agreementId } = await agreementOf(world, educator, id);
    const signs = () => ask(educator, "POST", `/agreements/${agreementId}/signature`, { readLimits: true });
    await Promise.all(time % 2 === 0 ? [end(world, learner, id), signs()] : [signs(), end(world, learner, id)]);
    assert.equal(ok(await ask(learner, "GET", `/relationships/${id}`)).state, "ended");
    assert.deepEqual(
      (await standsOf(world, id)).filter(({ to }) => to === null),
      [],
    );
  }
});

test("an import's undo cannot take back what both have signed", async () => {
  const [learner, educator] = await pair();
  const [signed, waiting] = [
    await inForce(world, learner, educator),
    await brought(world, learner, "priya", "mentoring"),
  ];
  const undo = (id: string, who = "ravi") =>
    world.door.asSession(world.people[who]!.secret, async (tx) => {
      const { schoolId, people } = world;
      const voidId = crypto.randomUUID();
      await tx.run(sql`insert into voids (school_id, void_id, act, because, voided_by)
        values (${schoolId}, ${voidId}, 'import undo', 'test', ${people[who]!.personId})`);
      await tx.run(sql`select app.void_relationships(${[id]}::uuid[], ${voidId})`);
    });
  await assert.rejects(undo(signed), { rule: "relationship.signed" });
  await assert.rejects(undo(waiting, "dana"), { rule: "door.absent" });
  await undo(waiting);
  refused(await ask(learner, "GET", `/relationships/${waiting}`), 404, "relationship.absent");
});

test("reasons are counted from 5 on, and grow five at a time", async () => {
  const count = async (who = "dana") => ok(await ask(who, "GET", "/relationships/ending-reasons")).items;
  const [fresh] = ["advising"];
  const endSome = async (reasons: string[]) => {
    for (const reason of reasons) {
      const [learner, educator] = await pair();
      ok(await end(world, learner, await brought(world, learner, educator, fresh), reason));
    }
  };
  const of = async () => (await count()).filter(({ program }: { program: string }) => program === fresh);
  await endSome(["goals reached", "goals reached", "goals reached", "goals reached"]);
  assert.deepEqual(await of(), []);
  await endSome(["not working"]);
  assert.deepEqual(await of(), [{ program: fresh, reason: null, relationships: 5 }], "two reasons, neither with five");
  await endSome(["goals reached", "goals reached"]);
  assert.deepEqual(
    await of(),
    [{ program: fresh, reason: null, relationships: 5 }],
    "nobody sees what two more changed",
  );
  await endSome(["no time now", "no time now", "no time now"]);
  assert.deepEqual(
    await of(),
    [{ program: fresh, reason: null, relationships: 10 }],
    "four others are too few to stand beside six",
  );
  for (const who of ["ada", "ravi", "noah", "tomas"])
    refused(await ask(who, "GET", "/relationships/ending-reasons"), 403, "office.may");
});

test("a relationship out of a match is written only after both accepted, and in its own program", async () => {
  const { schoolId, people } = world;
  const insert = world.door.asSession(people.amara!.secret, (tx) =>
    tx.run(
      sql`insert into relationships (school_id, program, learner_id, educator_id, since) values (${schoolId}, 'coaching', ${people.amara!.personId}, ${people.joan!.personId}, app.today(${schoolId}))`,
    ),
  );
  await assert.rejects(insert, { rule: "door.absent" });
});

test("an incident that ends with a relationship does not tell the office who ended it", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator);
  await world.door.asSession(world.people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
      select ${world.schoolId}, 'assesses', ${world.people[educator]!.personId}, ${world.people[learner]!.personId},
        daterange(app.today(${world.schoolId}) + 200, app.today(${world.schoolId}) + 230), 'rotation', 'Surgery', true`),
  );
  ok(await end(world, learner, id));
  const { items } = ok(await world.ask("marisol", "GET", "/wall/incidents?state=closed"));
  const mine = items.find((item: { learnerId: string }) => item.learnerId === world.people[learner]!.personId);
  assert.equal(mine.closed.by, null);
});
