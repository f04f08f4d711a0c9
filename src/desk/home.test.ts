import assert from "node:assert/strict";
import { test } from "node:test";
import type { Relationship } from "../agreements/relationship.ts";
import { programs } from "../programs/program.ts";
import { type Action, actionsOf, gathered } from "./home.ts";

const me = crypto.randomUUID();
const [first, second] = programs;

function relationship(program: Relationship["program"], name: string): Relationship {
  return {
    relationshipId: crypto.randomUUID(),
    program,
    counsels: false,
    learner: { personId: me, name: "Amara" },
    educator: { personId: crypto.randomUUID(), name },
    since: "2026-08-01",
    startedOn: "2026-08-01",
    endedOn: null,
    state: "in force",
    pause: null,
    awaits: [],
    renewOn: "2027-08-01",
    isDue: false,
  };
}
const none = { running: [], proposals: [], unread: [], wordings: new Map<string, number>() };
const unread = programs.map((program) => ({ program, version: 1 }));
const [ana, ben] = [relationship(first, "Ana"), relationship(second, "Ben")];

test("what has a day comes first, and a charter is read only where it concerns the asker", () => {
  const waiting = { ...ana, awaits: [ana.learner] };
  const due = { ...ben, isDue: true };
  assert.deepEqual(
    actionsOf(me, { ...none, running: [waiting, due], unread }).map(({ kind, program }) => [kind, program]),
    [
      ["renew", second],
      ["sign", first],
      ["acknowledge", first],
      ["acknowledge", second],
      ["see who reads", first],
    ],
  );
  assert.deepEqual(actionsOf(me, { ...none, unread }), []);
});

test("many answers of one program and day are one thing to do; few stay single, and so does everything else", () => {
  const answer = (name: string, program: Action["program"]): Action => ({
    key: `answer ${name}`,
    kind: "answer",
    program,
    name,
    relationshipId: null,
    by: "2026-12-07",
  });
  const many = ["Ana", "Ben", "Cy", "Dee"].map((name) => answer(name, first));
  const few = ["Eli", "Flo"].map((name) => answer(name, second!));
  const charter: Action = { ...answer("", first), kind: "acknowledge", by: null };
  const things = gathered([
    many[0]!,
    few[0]!,
    ...many.slice(1),
    few[1]!,
    { ...answer("Gus", first), by: "2026-12-09" },
    charter,
  ]);
  assert.deepEqual(
    things.map((alike) => alike.map(({ name }) => name)),
    [["Ana", "Ben", "Cy", "Dee"], ["Eli"], ["Flo"], ["Gus"], [""]],
  );
});

test("another wording, another last day and another charter are another line, so one that was put off comes back", () => {
  const waiting = { ...ana, awaits: [ana.learner] };
  const keysWith = (version: number) =>
    actionsOf(me, {
      ...none,
      running: [waiting],
      unread: [{ program: first, version }],
      wordings: new Map([[ana.relationshipId, version]]),
    }).map(({ key }) => key);
  assert.deepEqual(keysWith(1), [
    `sign ${ana.relationshipId} 1`,
    `acknowledge ${first} 1`,
    `see ${ana.relationshipId}`,
  ]);
  assert.deepEqual(keysWith(2).slice(0, 2), [`sign ${ana.relationshipId} 2`, `acknowledge ${first} 2`]);
});
