// Who sees what: the mirror shows exactly what the other sees, and tells the asker nothing they may not know.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { compare, kinds } from "../src/desk/seen-records.ts";
import { capabilitiesOf, offices } from "../src/people/roles.ts";
import { inForce } from "./help/relationships.ts";
import { openWorld, today } from "./help/world.ts";
import { readSpecification, states } from "./proof/specification.ts";

const world = await openWorld();
const { people, door, schoolId, ask } = world;

interface Seen {
  record: string;
  sees: boolean | null;
  values: string[];
}

async function seenBy(query: string): Promise<Map<string, Seen>> {
  const { status, body } = await ask("amara", "GET", `/seen?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return new Map((body.records as Seen[]).map((record) => [record.record, record]));
}

test("an educator without a relationship sees nothing of a learner", async () => {
  const seen = await seenBy(`personId=${people.tomas!.personId}`);
  assert.deepEqual(
    [...seen.values()].filter(({ sees }) => sees !== false),
    [],
  );
});

test("once a judge's duty is recorded, that judge sees the duty and the stand, and nothing else", async () => {
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people.fatima!.personId}, ${people.amara!.personId}, daterange('2026-08-01', '2027-01-01'), 'rotation', 'Surgery')`),
  );
  const seen = await seenBy(`personId=${people.fatima!.personId}`);
  assert.deepEqual(
    [...seen.values()].filter(({ sees }) => sees).map(({ record }) => record),
    ["duty", "stand"],
  );
  assert.deepEqual(
    seen.get("stand")?.values,
    ["Assessment, kept apart from guidance, from Aug 1, 2026"],
    "in plain words, without the names of walls and sides",
  );
});

test("the coordinator sees the roster and the profile, the administrator only the name", async () => {
  const office = async (name: string) =>
    [...(await seenBy(`office=${name}`)).values()].filter(({ sees }) => sees).map(({ record }) => record);
  assert.deepEqual(await office("coordinator"), ["person", "learner", "standing", "profile", "duty", "stand"]);
  assert.deepEqual(await office("administrator"), ["person"]);
});

test("of the office's working papers it says who may read them, not whether there are any", async () => {
  assert.equal((await seenBy("office=coordinator")).get("incident")?.sees, null);
  assert.equal((await seenBy("office=registrar")).get("incident")?.sees, null);
  assert.equal((await seenBy("office=administrator")).get("incident")?.sees, false);
});

test("what the office proposes once more in a draft is not counted to whom it would be proposed", () => {
  const own = new Map([["proposal", ["Joan Example"]]]);
  const office = new Map([["proposal", ["Joan Example", "Joan Example", "Fatima Example"]]]);
  const record = compare(own, office, ["run matches"]).find(({ record }) => record === "proposal");
  assert.deepEqual(record?.values, ["Joan Example"]);
});

test("what is not there yet is not said to be hidden from who would see it", async () => {
  const seen = await seenBy("office=coordinator");
  const of = (list: Map<string, Seen>, sees: boolean | null) =>
    [...list.values()].filter((one) => one.sees === sees).map(({ record }) => record);
  assert.deepEqual(of(seen, null), [
    "preference",
    "relationship",
    "signature",
    "pause",
    "request",
    "plan",
    "plan note",
    "proposal",
    "answer",
    "assessment",
    "exception",
    "run",
    "incident",
  ]);
  assert.deepEqual(of(seen, false), [
    "agreement",
    "ending",
    "reply",
    "goal",
    "goal comment",
    "learning plan",
    "learning plan link",
    "meeting",
    "agenda",
    "availability",
    "talk mark",
    "event",
    "session",
  ]);
});

test("one of the learner's people would see a pause and an exception, and never a wish", async () => {
  await inForce(world, "grace", "joan");
  const { body } = await ask("grace", "GET", `/seen?personId=${people.joan!.personId}`);
  const of = (record: string) => (body.records as Seen[]).find((one) => one.record === record)?.sees;
  assert.deepEqual(["pause", "exception", "preference", "session"].map(of), [null, null, false, false]);
  assert.equal(of("agreement"), true);
});

test("days are the school's, and in words", async () => {
  const { body } = await ask("grace", "GET", `/seen?personId=${people.joan!.personId}`);
  const [signed] = (body.records as Seen[]).find(({ record }) => record === "signature")!.values;
  const day = new Date(`${today()}T00:00:00Z`).toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "medium" });
  assert.equal(signed, `Signed on ${day}`);
});

/** The lines of docs/confidentiality.md that a kind of record stands for. */
const linesOfKind: Record<string, string[]> = {
  person: ["the learner's name and address"],
  learner: ["class and campus"],
  standing: ["phase and status"],
  profile: ["interests and needs"],
  preference: ["a wish"],
  relationship: ["that the two are in a program"],
  agreement: ["a wording of the ground rules"],
  signature: ["a signature"],
  pause: ["a pause"],
  ending: ["who ended it and why"],
  request: ["what the learner asked for"],
  reply: ["what the educator wrote back"],
  plan: ["how the learner stands with a requirement"],
  "plan note": ["a note about the learner's plan"],
  goal: ["a goal"],
  "goal comment": ["what the coach asked or said about a goal"],
  "learning plan": ["a version of a learning plan"],
  "learning plan link": ["that a link shows a learning plan outward"],
  meeting: ["a meeting with its place and next step"],
  agenda: ["what is on its agenda"],
  availability: ["when the educator has time"],
  "talk mark": ["what the talk turned into"],
  proposal: ["a proposal"],
  answer: ["the educator's answer with its reason"],
  duty: ["a duty of a judge"],
  stand: ["where a judge stands"],
  assessment: ["that an assessment took place"],
  exception: ["an exception"],
  session: ["where the learner is signed in"],
  run: ["a run of the match"],
  incident: ["an incident"],
};

test("which offices would see a record is what the specification says", () => {
  const { reading } = readSpecification();
  for (const { record, opens } of kinds.filter(({ record: kind }) => kind !== "event")) {
    const told = offices.filter((office) => opens.some((one) => capabilitiesOf[office].includes(one)));
    const lines = reading.filter(({ name }) => linesOfKind[record]?.includes(name));
    assert.ok(lines.length > 0, `${record}: name its line of docs/confidentiality.md in this test`);
    assert.deepEqual(
      told,
      // A request is an office's to see while there is nobody in that program yet.
      offices.filter((office) => lines.some((line) => states.some((state) => line.may(office, state)))),
      record,
    );
  }
});

test("another learner sees nothing, and is not named", async () => {
  const { body } = await ask("amara", "GET", "/seen?anotherLearner=true");
  assert.equal(body.who, "Another learner");
  assert.deepEqual(
    (body.records as Seen[]).filter(({ sees }) => sees),
    [],
  );
});

test("a learner cannot pick a learner, a stranger, or nobody", async () => {
  for (const query of [`personId=${people.noah!.personId}`, `personId=${crypto.randomUUID()}`, ""]) {
    const { status, body } = await ask("amara", "GET", `/seen?${query}`);
    assert.equal(status, 422, query);
    assert.equal(body.rule, "seen.who");
  }
});

test("looking leaves nothing behind in the other's account", async () => {
  const told = async () => (await ask("tomas", "GET", "/export/events?limit=200")).body.items.length as number;
  const before = await told();
  await seenBy(`personId=${people.tomas!.personId}`);
  const { rows } = await door
    .asSession(people.tomas!.secret, (tx) =>
      tx.rows({ parse: (row: unknown) => row } as never, sql`select * from sessions`),
    )
    .then((list) => ({ rows: list as unknown[] }));
  assert.equal(rows.length, 1);
  assert.equal(await told(), before, "nor a line about it");
});

test("whose eyes to look through is said once", async () => {
  const both = await ask("amara", "GET", `/seen?office=director&personId=${people.tomas!.personId}`);
  assert.deepEqual([both.status, both.body.rule, both.body.faults.length], [422, "seen.who", 1]);
});
