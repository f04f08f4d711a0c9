// Sets of requirements and the dates of classes over the whole server: changed with a preview and taken back, refused in a
// circle by the database too, and two who change one at once do not undo each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { day, ok, refused } from "./help/matches.ts";
import { fewRequirements, itemIn, planFor, requirement, requirementsIn, say } from "./help/plans.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const setId = await requirementsIn(world);

const setNow = async () =>
  ok(await ask("noah", "GET", "/requirements")).items.find((one: { setId: string }) => one.setId === setId);

test("dates move together, with a preview that keeps nothing, and are taken back", async () => {
  ok(await say(world, "marisol", "amara", "filed", "waived"));
  const before = await setNow();
  const items = before.items.map((item: { key: string }) =>
    item.key === "filed" ? { ...item, due: { on: day(-1) } } : item,
  );
  const change = { version: before.version, name: before.name, items, because: "A week earlier" };
  const preview = ok(await ask("marisol", "POST", `/requirements/${setId}/preview`, change));
  assert.deepEqual(preview.changes.changed, [{ title: "To do filed", fields: ["due"] }]);
  // Amara's is not needed; Noah's and Grace's moves, and is late.
  assert.deepEqual(preview.plans, { moved: 2, newlyLate: 2 });
  assert.equal((await setNow()).version, before.version);
  assert.deepEqual(ok(await ask("marisol", "POST", `/requirements/${setId}`, change)), preview);
  refused(await ask("marisol", "POST", `/requirements/${setId}`, change), 409, "requirements.version");
  const restore = (to: number) => ask("marisol", "POST", `/requirements/${setId}/restoration`, { version: 2, to });
  // More than the column holds.
  assert.equal(refused(await restore(2 ** 31), 422, "request.shape").faults[0].field, "to");
  ok(await restore(1));
  const after = await setNow();
  assert.deepEqual([after.version, after.items], [3, before.items]);
  const { items: versions } = ok(await ask("marisol", "GET", `/requirements/${setId}/versions`));
  assert.deepEqual(
    versions.map(({ because }: { because: string }) => because),
    ["As in version 1", "A week earlier", "The first"],
  );
  // What was said before the change holds still.
  assert.equal(itemIn(ok(await planFor(world, "amara", "amara")), "filed").group, "done");
});

test("two who change a set at the same moment: one version, and the other is told", async () => {
  const { version, name, items } = await setNow();
  const write = (title: string) =>
    ask("marisol", "POST", `/requirements/${setId}`, {
      version,
      name,
      items: items.map((item: object, at: number) => (at === 0 ? { ...item, title } : item)),
      because: title,
    });
  const both = await Promise.all([write("One"), write("Other")]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.equal(both.find(({ status }) => status === 409)!.body.rule, "requirements.version");
});

test("a day of the timeline moves all that counts from it, and a day changed meanwhile is refused", async () => {
  const [opens] = ok(await ask("noah", "GET", "/timelines")).items;
  assert.deepEqual([opens.event, opens.version, opens.source], ["opens", 1, "invented for this test"]);
  const later = { days: [{ ...opens, on: day(1) }] };
  assert.deepEqual(ok(await ask("marisol", "POST", "/timelines/preview", later)), { moved: 2, newlyLate: 2 });
  assert.equal(itemIn(ok(await planFor(world, "noah", "noah")), "signed").due, day(5));
  ok(await ask("marisol", "POST", "/timelines", later));
  assert.equal(itemIn(ok(await planFor(world, "noah", "noah")), "signed").due, day(-4));
  refused(await ask("marisol", "POST", "/timelines", later), 409, "timeline.version");
  refused(await ask("marisol", "POST", "/timelines", { days: [...later.days, ...later.days] }), 422, "timeline.twice");
  ok(await ask("marisol", "POST", "/timelines", { days: [{ ...opens, version: 2, on: null }] }));
  assert.deepEqual(ok(await ask("noah", "GET", "/timelines")).items, []);
  ok(await ask("marisol", "POST", "/timelines", { days: [{ ...opens, version: 3 }] }));
});

test("requirements in a circle are refused with the circle, by the API and by the database itself", async () => {
  const circle = [requirement("a", { dependsOn: ["b"] }), requirement("b", { dependsOn: ["a"] })];
  const because = refused(
    await ask("marisol", "POST", "/requirements", { name: "Circle", items: circle, because: "x" }),
    422,
    "requirement.cycle",
  );
  assert.match(because.detail, /"To do a" waits for "To do b" waits for "To do a"/);
  const byOwnSql = (dependsOn: string[][]) =>
    world.door.asSession(world.people.marisol!.secret, async (tx) => {
      const id = crypto.randomUUID();
      await tx.run(sql`insert into requirement_sets (school_id, set_id, version, name, because, written_by)
        values (${world.schoolId}, ${id}, 1, 'Own', 'x', ${idOf("marisol")})`);
      for (const [at, keys] of dependsOn.entries())
        await tx.run(sql`insert into requirements (school_id, set_id, version, key, place, title, kind, signed_by, depends_on)
          values (${world.schoolId}, ${id}, 1, ${`r${at}`}, ${at + 1}, 'x', 'requirement', 'learner', ${keys}::text[])`);
    });
  await assert.rejects(byOwnSql([["r0"]]), { rule: "requirement.cycle" });
  await assert.rejects(byOwnSql([["r9"]]), { rule: "requirement.depends" });
  await byOwnSql([[], ["r0"], ["r1", "r0"]]);
});

test("a version cannot be added to once it is written, not by its own author either", async () => {
  const add = world.door.asSession(world.people.marisol!.secret, (tx) =>
    tx.run(sql`insert into requirements (school_id, set_id, version, key, place, title, kind, signed_by)
      values (${world.schoolId}, ${setId}, 1, 'late', 99, 'Slipped in', 'requirement', 'learner')`),
  );
  await assert.rejects(add, { rule: "door.absent" });
});

test("only the advising office writes requirements and dates", async () => {
  const body = { name: "Mine", items: fewRequirements(), because: "x" };
  const [opens] = ok(await ask("noah", "GET", "/timelines")).items;
  for (const who of ["amara", "priya", "dana", "imani", "ravi", "ada"]) {
    assert.equal((await ask(who, "POST", "/requirements", body)).status, 403, who);
    assert.equal((await ask(who, "POST", "/timelines", { days: [opens] })).status, 403, who);
  }
});
