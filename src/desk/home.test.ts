import assert from "node:assert/strict";
import { test } from "node:test";
import type { Relationship } from "../agreements/relationship.ts";
import { programs } from "../programs/program.ts";
import { type Action, actionsOf, checkWall, gathered, listed, type WallFacts, wallSentences } from "./home.ts";

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
const quiet: WallFacts = { judges: [], incidents: [], exceptions: [], checkedAt: "2026-11-23T09:00:00Z" };
const [ana, ben] = [relationship(first, "Ana"), relationship(second, "Ben")];
const told = (facts: Partial<WallFacts>) =>
  wallSentences(checkWall([ana, ben], me, { ...quiet, ...facts }), ["Ana", "Ben"]);

test("where nothing stands against it, the promise names everyone it is about", () => {
  assert.deepEqual(told({}), ["Ana and Ben, who guide you, do not assess, grade or supervise you."]);
  assert.equal(listed(["Ana", "Ben", "Cy"]), "Ana, Ben and Cy");
});

test("who also judges, as the rules allow, is told and taken out of the promise", () => {
  const [promise, allowed] = told({ judges: [ana.educator.personId] });
  assert.equal(promise, "Ben, who guides you, does not assess, grade or supervise you.");
  assert.match(allowed ?? "", /^Ana, your \w+, also assesses or supervises you\./);
});

test("who judges and waits for signatures is not told as allowed while an incident is open", () => {
  const waiting = { ...ana, startedOn: null };
  const facts = { ...quiet, judges: [ana.educator.personId] };
  const incidents = [{ wall: "assessment" as const, incidents: 1 }];
  assert.deepEqual(checkWall([waiting], me, { ...facts, incidents }).allowed, []);
  assert.equal(checkWall([waiting], me, facts).allowed.length, 1);
  assert.equal(checkWall([ana], me, { ...facts, incidents }).allowed.length, 1);
});

test("while an incident is open nothing is promised about anyone", () => {
  const sentences = told({ incidents: [{ wall: "assessment", incidents: 2 }] });
  assert.equal(sentences.length, 1);
  assert.match(sentences[0] ?? "", /^2 matters on the wall concern you and are not settled\./);
});

test("nobody yet: the promise is made, and not while something stands against it", () => {
  const sentences = (facts: Partial<WallFacts>) => wallSentences(checkWall([], me, { ...quiet, ...facts }), []);
  assert.match(sentences({}).join(" "), /^Nobody guides you yet\. Who coaches or mentors you will not be/);
  const open = sentences({ incidents: [{ wall: "assessment", incidents: 1 }] }).join(" ");
  assert.doesNotMatch(open, /will not be who assesses you/);
});

test("an exception is told with its reason, and its person is not also told as allowed", () => {
  const exception = {
    wall: "assessment" as const,
    personId: ben.educator.personId,
    name: "Ben",
    until: "2026-12-20",
    because: "The only surgeon on site.",
  };
  const check = checkWall([ana, ben], me, { ...quiet, judges: [ben.educator.personId], exceptions: [exception] });
  assert.deepEqual([check.holds, check.allowed], [false, []]);
  assert.deepEqual(wallSentences(check, ["Ana", "Ben"]), [
    "Ana, who guides you, does not assess, grade or supervise you.",
    "There is an exception for Ben: The only surgeon on site.",
  ]);
});

test("what has a day comes first, and a charter is read only where it concerns the asker", () => {
  const waiting = { ...ana, awaits: [ana.learner] };
  const due = { ...ben, isDue: true };
  assert.deepEqual(
    actionsOf(me, [waiting, due], [], [...programs]).map(({ kind, program }) => [kind, program]),
    [
      ["renew", second],
      ["sign", first],
      ["acknowledge", first],
      ["acknowledge", second],
      ["see who reads", first],
    ],
  );
  assert.deepEqual(actionsOf(me, [], [], [...programs]), []);
});

test("many answers of one program and day are one thing to do; few stay single, and so does everything else", () => {
  const answer = (name: string, program: Action["program"]): Action => ({
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
