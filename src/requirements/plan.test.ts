// Plans over generated sets, states and dates: every requirement in one group, nothing blocked comes next, and circles are
// refused by name.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../core/shapes.ts";
import { Refusal } from "../core/refusal.ts";
import { byNeed, glanceOf, groups, type PlanFacts, type PlanItem, planOf, soonDays } from "./plan.ts";
import { cycleIn, keyFor, type Requirement, sound } from "./requirement.ts";
import { isOver, standings, unsaid } from "./state.ts";
import { dueOn } from "./timeline.ts";

const today = "2026-10-01";
const setId = "00000000-0000-4000-8000-000000000001";

const requirement = (key: string, more: Partial<Requirement> = {}): Requirement => ({
  key,
  title: key.toUpperCase(),
  kind: "requirement",
  phase: "",
  classYear: null,
  due: null,
  dependsOn: [],
  signedBy: "learner",
  how: "",
  ...more,
});
const plan = (items: Requirement[], more: Partial<PlanFacts> = {}): PlanItem[] =>
  planOf({
    sets: [{ setId, version: 1, items }],
    classYear: 2028,
    states: [],
    timeline: new Map([["opens", "2026-10-20"]]),
    today,
    ...more,
  });
const said = (key: string, state: (typeof standings)[number]) => ({ ...unsaid(setId, key), state, turn: 1 });
const groupsIn = (items: PlanItem[]) => items.map(({ requirement: { key }, group }) => `${key} ${group}`);

const due = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -60, max: 60 }).map((days) => ({ on: addDays(today, days) })),
  fc.record({ event: fc.constantFrom("opens", "unknown"), days: fc.integer({ min: -60, max: 60 }) }),
);
/** Without circles: each waits at most for earlier ones; then put in any order. */
const facts: fc.Arbitrary<PlanFacts> = fc
  .array(
    fc.record({
      due,
      classYear: fc.constantFrom(null, 2028, 2029),
      before: fc.array(fc.nat(), { maxLength: 3 }),
      state: fc.constantFrom(...standings),
    }),
    { maxLength: 14 },
  )
  .chain((rows) => {
    const items = rows.map(({ before, ...row }, at) => {
      const dependsOn = at === 0 ? [] : [...new Set(before.map((one) => `r${one % at}`))];
      return requirement(`r${at}`, { due: row.due, classYear: row.classYear, dependsOn });
    });
    const states = rows.map(({ state }, at) => said(`r${at}`, state));
    return fc.shuffledSubarray(items, { minLength: items.length }).map((shuffled) => ({
      sets: [{ setId, version: 1, items: shuffled }],
      classYear: 2028,
      states,
      timeline: new Map([["opens", "2026-10-20"]]),
      today,
    }));
  });

test("every requirement of the class stands in exactly one group, and no other does", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const own = given.sets[0]!.items.filter(({ classYear }) => classYear === null || classYear === 2028);
      const items = planOf(given);
      assert.deepEqual(items.map((item) => item.requirement.key).toSorted(), own.map(({ key }) => key).toSorted());
      for (const { group } of items) assert.ok(groups.includes(group));
    }),
  );
});

test("a group means what it says, by a second reading of the same facts", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const items = planOf(given);
      const stateOf = (key: string) => given.states.find((state) => state.key === key)?.state ?? "open";
      const isOpen = (key: string) => !isOver(stateOf(key));
      const isOwn = (key: string) => items.some((item) => item.requirement.key === key);
      for (const { group, requirement: one, due: day, isOverdue, blockedBy } of items) {
        const waits = one.dependsOn.filter((key) => isOwn(key) && isOpen(key));
        assert.deepEqual(
          blockedBy,
          waits.map((key) => key.toUpperCase()),
        );
        assert.equal(group === "done", !isOpen(one.key));
        assert.equal(group === "blocked", isOpen(one.key) && waits.length > 0);
        // Never next, soon or late while it waits: those are things to do.
        if (["late", "soon", "next"].includes(group)) assert.deepEqual(waits, []);
        if (group === "late") assert.ok(day !== null && day < today);
        if (group === "soon") assert.ok(day !== null && day >= today && day <= addDays(today, soonDays));
        if (group === "next") assert.ok(day === null || day > addDays(today, soonDays));
        assert.equal(isOverdue, isOpen(one.key) && day !== null && day < today);
        assert.equal(day, dueOn(one.due, given.timeline));
      }
    }),
  );
});

test("while something is open, something can be done: without circles not everything waits", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const items = planOf(given);
      const open = items.filter(({ group }) => group !== "done");
      if (open.length > 0) assert.ok(open.some(({ group }) => group !== "blocked"));
    }),
  );
});

test("groups follow each other, and within one the earliest date stands first", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const items = planOf(given);
      const keys = items.map(({ group, due: day }) => `${groups.indexOf(group)} ${day ?? "9999"}`);
      assert.deepEqual(keys, keys.toSorted());
    }),
  );
});

test("done before, the others follow: what waited for it does so no more", () => {
  const items = [
    requirement("exam", { due: { event: "opens", days: -30 } }),
    requirement("apply", { dependsOn: ["exam"], due: { on: "2026-10-10" } }),
  ];
  assert.deepEqual(groupsIn(plan(items)), ["exam late", "apply blocked"]);
  assert.deepEqual(groupsIn(plan(items, { states: [said("exam", "done")] })), ["apply soon", "exam done"]);
  assert.deepEqual(groupsIn(plan(items, { states: [said("exam", "waived")] })), ["apply soon", "exam done"]);
  assert.deepEqual(groupsIn(plan(items, { states: [said("exam", "in progress")] })), ["exam late", "apply blocked"]);
});

test("an event that the class's timeline does not name yet gives no date, and keeps nothing from being done", () => {
  const [item] = plan([requirement("rank", { due: { event: "ranking", days: 0 } })]);
  assert.deepEqual([item!.due, item!.group], [null, "next"]);
});

test("a circle is refused by the titles in it, and what waits for itself is one", () => {
  const items = [
    requirement("a", { dependsOn: ["b"] }),
    requirement("b", { dependsOn: ["c"] }),
    requirement("c", { dependsOn: ["b"] }),
  ];
  const refusal = sound(items);
  assert.ok(refusal instanceof Refusal);
  assert.equal(refusal.rule, "requirement.cycle");
  assert.match(refusal.because, /"B" waits for "C" waits for "B"/);
  assert.equal(refusal.faults[0]!.field, "items.1.dependsOn");
  assert.deepEqual(cycleIn([requirement("a", { dependsOn: ["a"] })]), ["a", "a"]);
  const twice = sound([requirement("a"), requirement("a")]);
  assert.ok(twice instanceof Refusal && twice.rule === "requirement.twice");
  const missing = sound([requirement("a", { dependsOn: ["z"] })]);
  assert.ok(missing instanceof Refusal && missing.rule === "requirement.depends");
});

test("a circle is found where there is one, and only there", () => {
  const graphs = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(graphs, (graph) => {
      const items = graph.map((to, at) => ({ key: `r${at}`, dependsOn: to.map((one) => `r${one % graph.length}`) }));
      // Another way: take away what waits for nothing, until nothing is left or everything waits.
      let left = items;
      for (;;) {
        const keys = new Set(left.map(({ key }) => key));
        const waiting = left.filter(({ dependsOn }) => dependsOn.some((key) => keys.has(key)));
        if (waiting.length === left.length) break;
        left = waiting;
      }
      const cycle = cycleIn(items);
      assert.equal(cycle !== null, left.length > 0);
      if (cycle === null) return;
      assert.equal(cycle[0], cycle.at(-1));
      for (const [at, key] of cycle.slice(0, -1).entries())
        assert.ok(items.find((one) => one.key === key)!.dependsOn.includes(cycle[at + 1]!));
    }),
  );
});

test("learners stand by the date that presses most, and one without any stands last", () => {
  const glance = (name: string, items: PlanItem[]) =>
    glanceOf({ personId: name, name, classYear: 2028, phase: "", status: "active" }, items);
  const list = [
    glance("nothing", []),
    glance("later", plan([requirement("a", { due: { on: "2027-01-01" } })])),
    glance("undated", plan([requirement("a")])),
    glance("late", plan([requirement("a", { due: { on: "2026-09-01" } })])),
    glance("later late", plan([requirement("a", { due: { on: "2026-09-20" } })])),
    glance("done", plan([requirement("a")], { states: [said("a", "done")] })),
  ];
  assert.deepEqual(
    list.toSorted(byNeed).map(({ learner }) => learner.name),
    ["late", "later late", "later", "undated", "done", "nothing"],
  );
});

test("a key comes from the title, and is free", () => {
  assert.equal(keyFor("Register for Step 1", new Set()), "register-for-step-1");
  assert.equal(keyFor("Étude", new Set(["etude"])), "etude-2");
  assert.equal(keyFor("---", new Set()), "item");
});
