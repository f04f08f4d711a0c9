// How many versions of a learning plan and links outward there can be: the database says so, and names what to do instead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, ok, refused } from "./help/matches.ts";
import { inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { schoolId } = world;
const amara = world.people.amara!.personId;
await inForce(world, "amara", "tomas", "coaching");
const write = (version: number) =>
  world.ask("amara", "POST", "/learning-plans", { version, title: "Mine", goalIds: [] });
const link = (who = "amara") =>
  world.ask(who, "POST", "/learning-plan-links", { version: 1, label: "A program", days: 30 });
const linksByHand = (count: number, age: string, withdrawn: boolean) =>
  byHand(
    world,
    (admin) => admin`insert into plan_links (school_id, learner_id, version, label, made_at, expires_at, withdrawn_at)
      select ${schoolId}, ${amara}, 1, 'By hand', now() - ${age}::interval, now() - ${age}::interval + interval '90 days',
        case when ${withdrawn} then now() end from generate_series(1, ${count})`,
  );

test("a learning plan has at most 300 versions, whoever writes them", async () => {
  ok(await write(0));
  const versions = (from: number, to: number) =>
    byHand(
      world,
      (admin) => admin`insert into learning_plans (school_id, learner_id, version, body)
        select school_id, learner_id, n, body from learning_plans, generate_series(${from}::int, ${to}::int) n where version = 1`,
    );
  await versions(2, 299);
  ok(await write(299));
  const { faults } = refused(await write(300), 409, "learning-plan.most");
  assert.deepEqual(faults, [{ field: "version", because: "Write into your goals and their check-ins from now on." }]);
  await assert.rejects(versions(301, 301), /learning-plan\.most/);
  assert.equal(ok(await world.ask("amara", "GET", "/learning-plans")).items.length, 300);
});

test("twenty links hold at a time, also of two made at once; one taken back makes room", async () => {
  await linksByHand(19, "1 day", false);
  const both = await Promise.all([link(), link()]);
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]));
  const { faults } = refused(await link(), 409, "plan-link.most");
  assert.deepEqual(faults, [{ field: "label", because: "Take a link back first." }]);
  await assert.rejects(linksByHand(1, "1 day", false), /20 links that hold/);
  const made = both.find(({ status }) => status === 200)!.body;
  ok(await world.ask("amara", "DELETE", `/learning-plan-links/${made.link.linkId}`));
  ok(await link());
});

test("two hundred links are made within a year, and what is older does not count", async () => {
  await byHand(world, (admin) => admin`update plan_links set withdrawn_at = now() where withdrawn_at is null`);
  await linksByHand(5, "400 days", true);
  await linksByHand(200 - 21, "100 days", true);
  const { faults } = refused(await link(), 409, "plan-link.year");
  assert.deepEqual(faults, [{ field: "label", because: "Give a link that holds to several people." }]);
});
