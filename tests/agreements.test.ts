// Ground rules over the whole server: the charter's wording, changes, and the last signature at the wall.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assesses, byHand, day, ok, refused } from "./help/matches.ts";
import { agreementOf, brought, changed, pairsIn, sign, standsOf } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();

const pair = pairsIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);

test("a relationship waits for both, and the second signature puts it in force with its stands", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const waiting = ok(await ask(learner, "GET", `/relationships/${id}`));
  assert.equal(waiting.state, "awaiting");
  assert.deepEqual(
    waiting.awaits.map(({ name }: { name: string }) => name),
    ["Learner1 Example", "Educator1 Example"],
  );
  const first = ok(await sign(world, learner, id));
  assert.equal(first.relationship.state, "awaiting");
  assert.equal((await standsOf(world, id)).length, 0);
  const second = ok(await sign(world, educator, id));
  const { today } = ok(await ask("marisol", "GET", "/me")).school;
  assert.deepEqual([second.relationship.state, second.relationship.startedOn], ["in force", today]);
  assert.deepEqual(second.relationship.awaits, []);
  assert.deepEqual(
    (await standsOf(world, id)).map(({ wall, side, from, to }) => [wall, side, from, to]),
    [
      ["assessment", "support", today, null],
      ["observation", "support", today, null],
      ["role", "coach", today, null],
    ],
  );
});

test("the first wording is the charter's, with what is confidential and where that ends", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const both = await Promise.all([agreementOf(world, learner, id), agreementOf(world, educator, id)]);
  assert.equal(both[0].agreementId, both[1].agreementId, "opened by both at once, it is written once");
  const [agreement] = both;
  const charter = ok(await ask(learner, "GET", "/charters")).find(
    ({ program }: { program: string }) => program === "coaching",
  );
  assert.deepEqual(
    agreement.lines.map(({ key, text, change }: Record<string, string>) => [key, text, change]),
    charter.inForce.body.clauses.map(({ key, text }: Record<string, string>) => [key, text, "as charter"]),
  );
  assert.equal(agreement.writtenBy, null);
  assert.equal(agreement.confidentiality.text, charter.inForce.body.confidentialityText);
  assert.ok(agreement.confidentiality.limits.length >= 3);
});

test("without having read the limits nobody signs", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const { agreementId } = await agreementOf(world, learner, id);
  for (const body of [{}, { readLimits: false }]) {
    const { faults } = refused(
      await ask(learner, "POST", `/agreements/${agreementId}/signature`, body),
      422,
      "request.shape",
    );
    assert.equal(faults[0].field, "readLimits");
  }
  assert.equal((await agreementOf(world, learner, id)).signatures[0].at, null);
});

test("a changed line is a next version beside the charter's wording, and both sign anew", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  ok(await sign(world, educator, id));
  const before = await agreementOf(world, learner, id);
  const clauses = changed(before, "notice", "We tell each other two days before.");
  const next = ok(await ask(learner, "POST", `/relationships/${id}/agreements`, { version: 1, clauses }));
  assert.deepEqual([next.version, next.writtenBy], [2, "Learner4 Example"]);
  const line = next.lines.find(({ key }: { key: string }) => key === "notice");
  assert.equal(line.change, "changed");
  assert.equal(line.charterText, before.lines.find(({ key }: { key: string }) => key === "notice").text);
  assert.equal(line.beforeText, line.charterText);
  assert.deepEqual(
    next.signatures.map(({ at }: { at: string | null }) => at),
    [null, null],
    "the educator's yes was to another wording",
  );
  refused(
    await ask(learner, "POST", `/agreements/${before.agreementId}/signature`, { readLimits: true }),
    409,
    "agreement.version",
  );
  refused(
    await ask(educator, "POST", `/relationships/${id}/agreements`, { version: 1, clauses }),
    409,
    "agreement.version",
  );
  ok(await sign(world, learner, id));
  assert.equal(ok(await sign(world, educator, id)).relationship.state, "in force");
});

test("of two who change the same version at once, one is told", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const agreement = await agreementOf(world, learner, id);
  const write = (who: string, text: string) =>
    ask(who, "POST", `/relationships/${id}/agreements`, { version: 1, clauses: changed(agreement, "notice", text) });
  const replies = await Promise.all([write(learner, "One day before."), write(educator, "A week before.")]);
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.equal(replies.find(({ status }) => status === 409)?.body.rule, "agreement.version");
  assert.equal((await agreementOf(world, learner, id)).version, 2);
});

test("what is walled, where confidence ends and the free end stay in every wording", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const agreement = await agreementOf(world, learner, id);
  const send = (clauses: unknown) => ask(learner, "POST", `/relationships/${id}/agreements`, { version: 1, clauses });
  refused(await send(changed(agreement, "no-judging", "The coach may grade.")), 422, "agreement.fixed");
  const without = changed(agreement, "", "").filter(({ key }) => key !== "limits");
  refused(await send(without), 422, "agreement.fixed");
  refused(await send(changed(agreement, "", "")), 422, "agreement.same");
  const twice = [...changed(agreement, "", ""), { key: "notice", text: "Twice." }];
  refused(await send(twice), 422, "agreement.lines");
  assert.equal((await agreementOf(world, learner, id)).version, 1);
});

test("a collision with the wall refuses neutrally, and the signature is not kept", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  ok(await sign(world, learner, id));
  await assesses(world, learner, educator, day(0), day(60));
  const { body } = await sign(world, educator, id);
  assert.deepEqual([body.rule, body.detail], ["wall.not-available", "These two are not available to each other."]);
  const agreement = await agreementOf(world, educator, id);
  assert.equal(agreement.relationship.state, "awaiting");
  assert.equal(agreement.signatures[1].at, null);
  assert.equal((await standsOf(world, id)).length, 0);
});

test("a signature and an assessor at once: in both orders exactly one stands", async () => {
  for (const assessorFirst of [true, false, true, false, true, false]) {
    const [learner, educator] = await pair();
    const id = await brought(world, learner, educator);
    ok(await sign(world, learner, id));
    const { agreementId } = await agreementOf(world, educator, id);
    const signs = () =>
      ask(educator, "POST", `/agreements/${agreementId}/signature`, { readLimits: true }).then(
        ({ status }) => status === 200,
      );
    const assigns = () =>
      assesses(world, learner, educator, day(0), day(60)).then(
        () => true,
        () => false,
      );
    const came = await Promise.all(assessorFirst ? [assigns(), signs()] : [signs(), assigns()]);
    assert.equal(came.filter(Boolean).length, 1, `came through: ${came.join()}`);
  }
});

test("two last signatures at once open the relationship once", async () => {
  for (let time = 0; time < 5; time++) {
    const [learner, educator] = await pair();
    const id = await brought(world, learner, educator);
    const replies = await Promise.all([sign(world, learner, id), sign(world, educator, id)]);
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(ok(await ask(learner, "GET", `/relationships/${id}`)).state, "in force");
    assert.equal((await standsOf(world, id)).length, 3);
    refused(await sign(world, learner, id), 409, "agreement.signed");
  }
});

test("an older snapshot cannot leave a relationship signed by both and open to none", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const { agreementId } = await agreementOf(world, learner, id);
  const { schoolId, people } = world;
  const refusedBy = await byHand(world, (admin) =>
    admin.begin("isolation level repeatable read", async (tx) => {
      await tx`select 1 from signatures`;
      ok(await sign(world, educator, id));
      return tx`insert into signatures (school_id, agreement_id, person_id) values (${schoolId}, ${agreementId}, ${people[learner]!.personId})`;
    }),
  ).catch((error) => error.constraint_name);
  assert.equal(refusedBy, "agreement.isolation");
});

test("nobody but the two can sign, by hand neither", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const { agreementId } = await agreementOf(world, learner, id);
  for (const who of ["noah", "joan", "marisol", "dana", "ada"])
    refused(
      await ask(who, "POST", `/agreements/${agreementId}/signature`, { readLimits: true }),
      404,
      "agreement.absent",
    );
  const byOther = await byHand(
    world,
    (admin) =>
      admin`insert into signatures (school_id, agreement_id, person_id) values (${world.schoolId}, ${agreementId}, ${world.people.joan!.personId})`,
  ).catch((error) => error.constraint_name);
  assert.equal(byOther, "agreement.party");
});
