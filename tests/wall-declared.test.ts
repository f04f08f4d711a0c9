// A conflict that somebody declares with another: it closes the pair, and nobody else learns that it is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../src/core/shapes.ts";
import { openWorld } from "./help/world.ts";

const { ask, people } = await openWorld();
const today = (await ask("dana", "GET", "/me")).body.school.today as string;
const id = (who: string) => people[who]!.personId;
const pairOf = (who: string, learner: string, educator: string, more = "") =>
  ask(who, "GET", `/wall/pairs?learnerId=${id(learner)}&educatorId=${id(educator)}${more}`);

test("a declared conflict closes the pair and is told to nobody else, neither as a stand nor as a reason", async () => {
  assert.equal((await ask("noah", "POST", "/wall/conflicts", { personId: id("noah") })).status, 422);
  assert.equal((await ask("noah", "POST", "/wall/conflicts", { personId: id("amara") })).body.rule, "person.unknown");
  assert.equal((await ask("noah", "POST", "/wall/conflicts", { personId: id("fatima") })).status, 200);
  {
    const { body } = await pairOf("marisol", "noah", "fatima");
    assert.deepEqual(
      body.answers.map(({ available, reasons }: never) => [available, reasons]),
      body.answers.map(() => [false, []]),
    );
    assert.equal(body.declared, false);
  }
  assert.equal((await pairOf("fatima", "noah", "fatima")).status, 404);
  assert.equal((await pairOf("noah", "noah", "fatima")).body.declared, true);
  assert.deepEqual((await ask("marisol", "GET", `/wall/stands?person=${id("fatima")}`)).body.items, []);
  const fatimas = (await ask("fatima", "GET", "/wall/mine")).body;
  assert.deepEqual([fatimas.stands, fatimas.conflicts], [[], []]);
  const [own] = (await ask("noah", "GET", "/wall/mine")).body.conflicts;
  assert.equal(own.name, "Fatima Example");
  assert.equal((await ask("fatima", "POST", `/wall/conflicts/${own.dutyId}/ending`)).status, 404);
  assert.equal((await ask("noah", "POST", `/wall/conflicts/${own.dutyId}/ending`)).status, 200);
  assert.ok(
    (await pairOf("marisol", "noah", "fatima", `&from=${addDays(today, 2)}`)).body.answers.every(
      ({ available }: never) => available,
    ),
  );
});
