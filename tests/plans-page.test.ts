// The class view: what the database reckons of a whole school is what plan.ts says of each plan, page by page and by filter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byNeed, groups } from "../src/requirements/plan.ts";
import { byHand, day, ok } from "./help/matches.ts";
import { type Item, planFor, requirement, requirementsIn, say } from "./help/plans.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const names = Array.from({ length: 24 }, (_, at) => `pupil${at}`);
for (const [at, name] of names.entries()) await world.addLearner(name, at % 3 === 0 ? 2029 : 2028);
const learners = [...names, "amara", "noah", "grace"];

/** A pseudorandom number below `most`, the same in every run. */
const next = (() => {
  let seed = 20_261_128;
  return (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
})();

const dues = [null, { on: day(-20) }, { on: day(-1) }, { on: day(0) }, { on: day(14) }, { on: day(15) }].concat([
  { event: "opens", days: -12 } as never,
  { event: "unknown", days: 3 } as never,
]);
const items = Array.from({ length: 12 }, (_, at) =>
  requirement(`r${at}`, {
    due: dues[next(dues.length)],
    classYear: [null, null, 2028, 2029][next(4)],
    dependsOn: at === 0 ? [] : [...new Set(Array.from({ length: next(3) }, () => `r${next(at)}`))],
  }),
);
const setId = await requirementsIn(world, items);
for (const learner of learners)
  for (let turn = next(9); turn > 0; turn--) {
    const plan = ok(await planFor(world, learner, learner));
    const { requirement: one, state } = plan.items[next(plan.items.length)] as Item;
    if (state.state !== "done")
      ok(
        await say(world, learner, learner, one.key, next(3) === 0 ? "in progress" : "done").then((r) =>
          r.status === 409 ? { ...r, status: 200 } : r,
        ),
      );
  }

interface Glance {
  learner: { personId: string; name: string; classYear: number; phase: string; status: string };
  counts: Record<(typeof groups)[number], number>;
  overdue: number;
  first: { title: string; due: string | null; group: (typeof groups)[number] } | null;
}

async function pages(query: string): Promise<Glance[]> {
  const found: Glance[] = [];
  for (let after = ""; ;) {
    const { items: some, next: more } = ok(await world.ask("marisol", "GET", `/plans?limit=5&${query}${after}`));
    found.push(...some);
    if (more === null) return found;
    after = `&after=${encodeURIComponent(more)}`;
  }
}

/** Out of each learner's own plan, which the database has no part in. */
async function glances(): Promise<(Glance & { open: string[] })[]> {
  const all = [];
  for (const who of learners) {
    const { learner, items: own } = ok(await planFor(world, "marisol", who));
    const count = (group: string) => own.filter((item: Item) => item.group === group).length;
    const [first] = own as (Item & { requirement: { title: string } })[];
    all.push({
      learner: { ...learner, status: "active" },
      counts: Object.fromEntries(groups.map((group) => [group, count(group)])) as Glance["counts"],
      overdue: own.filter(({ isOverdue }: { isOverdue: boolean }) => isOverdue).length,
      first:
        first === undefined || first.group === "done"
          ? null
          : { title: first.requirement.title, due: first.due, group: first.group as never },
      open: own.filter(({ group }: Item) => group !== "done").map((item: Item) => item.requirement.key),
    });
  }
  return all;
}

const expected = await glances();
const needOf = ({ first }: Glance) => (first === null ? "~" : (first.due ?? "9999-12-31"));
const idsOf = (some: Glance[]) => some.map(({ learner }) => learner.personId);
const sorted = (some: (Glance & { open: string[] })[]) =>
  some
    .toSorted((a, b) => needOf(a).localeCompare(needOf(b), "en") || (a.learner.personId < b.learner.personId ? -1 : 1))
    .map(({ open: _open, ...glance }) => glance);

test("all pages together are every plan, each as plan.ts has it, by what presses", async () => {
  const found = await pages("");
  assert.deepEqual(found.map(needOf), found.map(needOf).toSorted(), "by what presses");
  const byId = (some: Glance[]) => some.toSorted((a, b) => (a.learner.personId < b.learner.personId ? -1 : 1));
  assert.deepEqual(byId(found), byId(sorted(expected)));
  assert.equal(
    new Set(found.map((one) => one.first?.group ?? "none")).size > 2,
    true,
    "the world has plans of several sorts",
  );
  assert.ok(byNeed(found[0]!, found.at(-1)!) < 0);
});

test("each group, class and requirement finds exactly those whose own plan says so", async () => {
  for (const group of groups)
    assert.deepEqual(
      new Set(idsOf(await pages(`group=${group}`))),
      new Set(idsOf(expected.filter(({ counts }) => counts[group] > 0))),
      group,
    );
  for (const { key } of items)
    assert.deepEqual(
      new Set(idsOf(await pages(`setId=${setId}&key=${key}&classYear=2028`))),
      new Set(idsOf(expected.filter(({ open, learner }) => learner.classYear === 2028 && open.includes(key)))),
      key,
    );
});

test("a name is found as people's lists find it, spelt almost right too", async () => {
  const [amara] = expected.filter(({ learner }) => learner.name.startsWith("Amara"));
  for (const named of ["amara", "AMARA exa", "exam%20amara", "amarra"])
    assert.ok(idsOf(await pages(`named=${named}`)).includes(amara!.learner.personId), named);
  assert.deepEqual(await pages("named=nobody-of-this-name"), []);
  assert.deepEqual(await pages("named=%25"), []);
});

test("who has left is in no page, and the choices are of those who are here", async () => {
  const { classYears, phases } = ok(await world.ask("marisol", "GET", "/plans?limit=1&named=amara"));
  assert.deepEqual([classYears, phases], [[2028, 2029], ["clerkship"]]);
  const gone = world.people.pupil0!.personId;
  await byHand(
    world,
    (admin) => admin`insert into standings (school_id, learner_id, from_day, phase, status)
      values (${world.schoolId}, ${gone}, ${day(0)}::date, 'clerkship', 'withdrawn')`,
  );
  assert.ok(!idsOf(await pages("")).includes(gone));
});

test("the desk of the office that keeps plans has a line for each class in which somebody is late, and no other office's", async () => {
  const linesFor = async (who: string) =>
    ok(await world.ask(who, "GET", "/desk")).lines.filter(({ queue }: { queue: string }) => queue === "plans");
  const lines = await linesFor("marisol");
  assert.ok(lines.length > 0);
  for (const { target, found, by, action, key } of lines) {
    const late = await pages(`classYear=${target}&group=late`);
    assert.match(found, new RegExp(`^${late.length} learners? ha(s|ve) something late\\.$`));
    assert.equal(by, late[0]!.first!.due);
    assert.deepEqual([action, key], ["open plans", `late ${target} ${late.length} ${by}`]);
  }
  for (const who of ["dana", "imani"]) assert.deepEqual(await linesFor(who), [], who);
});
