// Requirements over the whole server: a set with dates becomes each learner's plan, the right person signs it off, notes
// are the learner's to read, and a plan is shown and taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { maySay, standings } from "../src/requirements/state.ts";
import { parts } from "../src/requirements/requirement.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { type Item, itemIn, planFor, requirement, requirementsIn, say } from "./help/plans.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const setId = await requirementsIn(world);
const advising = await inForce(world, "amara", "priya", "advising");
await inForce(world, "amara", "tomas", "coaching");
await inForce(world, "amara", "joan", "mentoring");

const groupsOf = async (who: string, learner: string) =>
  Object.fromEntries(
    ok(await planFor(world, who, learner)).items.map((item: Item) => [item.requirement.key, item.group]),
  );

test("a learner's plan says what is late, due soon, waiting and next, by the dates of their class", async () => {
  assert.deepEqual(await groupsOf("amara", "amara"), { own: "late", signed: "soon", letter: "next", filed: "blocked" });
  const plan = ok(await planFor(world, "amara", "amara"));
  assert.equal(itemIn(plan, "signed").due, day(5));
  assert.deepEqual(itemIn(plan, "filed").blockedBy, ["To do own"]);
  // Of another class: its own requirement, and no date from a timeline that names none.
  assert.deepEqual(await groupsOf("grace", "grace"), {
    own: "late",
    elsewhere: "late",
    signed: "next",
    letter: "next",
    filed: "blocked",
  });
});

test("a plan is read by the learner, their advisor and the advising office, and by nobody else", async () => {
  const nobody = refused(await ask("noah", "GET", `/people/${crypto.randomUUID()}/plan`), 404, "plan.absent");
  for (const who of ["noah", "tomas", "joan", "fatima", "dana", "imani", "ravi", "ada", "rosa", "sam"])
    assert.deepEqual(refused(await planFor(world, who, "amara"), 404, "plan.absent"), nobody, who);
  for (const [who, as] of [
    ["amara", "learner"],
    ["priya", "advisor"],
    ["marisol", "office"],
  ] as const)
    assert.equal(ok(await planFor(world, who, "amara")).as, as);
  const { items } = ok(await ask("amara", "GET", "/me/readings"));
  const lines = items.filter(({ subject }: { subject: string }) => subject === "plan");
  assert.deepEqual(
    new Set(lines.map(({ reader }: { reader: { personId: string } }) => reader.personId)),
    new Set([idOf("priya"), idOf("marisol")]),
  );
});

test("the advisor signs off what is theirs, the learner what is theirs, and each sees who said it", async () => {
  refused(await say(world, "amara", "amara", "signed", "done"), 409, "state.signer");
  ok(await say(world, "amara", "amara", "signed", "in progress"));
  const signed = itemIn(ok(await say(world, "priya", "amara", "signed", "done")), "signed");
  assert.deepEqual([signed.group, signed.state.saidAs, signed.state.saidBy], ["done", "advisor", "Priya Example"]);
  refused(await say(world, "amara", "amara", "signed", "open"), 409, "state.signer");
  refused(await say(world, "priya", "amara", "own", "done"), 409, "state.signer");
  ok(await say(world, "amara", "amara", "own", "done"));
  assert.deepEqual(await groupsOf("priya", "amara"), { own: "done", signed: "done", letter: "next", filed: "next" });
  refused(await say(world, "priya", "amara", "filed", "done"), 409, "state.signer");
  const filed = itemIn(ok(await say(world, "marisol", "amara", "filed", "waived")), "filed");
  assert.deepEqual([filed.group, filed.state.saidAs], ["done", "office"]);
  // Who is in an office a learner is not told by name; the part stands beside it.
  assert.equal(itemIn(ok(await planFor(world, "amara", "amara")), "filed").state.saidBy, null);
});

test("a letter bears who writes it, and nothing else does", async () => {
  const letter = itemIn(
    ok(await say(world, "amara", "amara", "letter", "in progress", { fromWhom: "Dr. Lindqvist" })),
    "letter",
  );
  assert.equal(letter.state.fromWhom, "Dr. Lindqvist");
  refused(await say(world, "marisol", "amara", "filed", "open", { fromWhom: "x" }), 422, "state.letter");
});

test("two who say something at once: the second is told, and so is who says what stands there already", async () => {
  const { setId: of, state } = itemIn(ok(await planFor(world, "noah", "noah")), "own") as Item & { setId: string };
  const body = { setId: of, key: "own", turn: state.turn, state: "in progress" };
  const both = await Promise.all(
    [body, { ...body, state: "done" }].map((one) => ask("noah", "POST", `/people/${idOf("noah")}/plan/states`, one)),
  );
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.equal(both.find(({ status }) => status === 409)!.body.rule, "state.turn");
  const now = itemIn(ok(await planFor(world, "noah", "noah")), "own").state;
  refused(await say(world, "noah", "noah", "own", now.state), 409, "state.same");
  const nowhere = { ...body, key: "elsewhere" };
  refused(await ask("noah", "POST", `/people/${idOf("noah")}/plan/states`, nowhere), 404, "requirement.absent");
});

test("the database holds everybody to the rule that the buttons follow, for every part, signer and step", async () => {
  const items = parts.flatMap((signedBy) =>
    standings.map((before) => requirement(`${signedBy}-${before.replace(" ", "-")}`, { signedBy })),
  );
  const matrixId = ok(await ask("marisol", "POST", "/requirements", { name: "Matrix", items, because: "All" })).setId;
  await byHand(world, async (admin) => {
    await admin`alter table requirement_states disable trigger requirement_states_guard`;
    for (const signedBy of parts)
      for (const before of standings.filter((one) => one !== "open"))
        await admin`insert into requirement_states (school_id, learner_id, set_id, key, turn, version, state, said_by, said_as)
          values (${world.schoolId}, ${idOf("amara")}, ${matrixId}, ${`${signedBy}-${before.replace(" ", "-")}`}, 1, 1, ${before}, ${idOf("amara")}, 'learner')`;
    await admin`alter table requirement_states enable trigger requirement_states_guard`;
  });
  const who = { learner: "amara", advisor: "priya", office: "marisol" };
  let tried = 0;
  for (const part of parts)
    for (const signedBy of parts)
      for (const before of standings)
        for (const next of standings.filter((one) => one !== before)) {
          const turn = before === "open" ? 1 : 2;
          const said = world.door.asSession(
            world.people[who[part]]!.secret,
            (tx) =>
              tx.run(sql`insert into requirement_states (school_id, learner_id, set_id, key, turn, version, state, said_by)
                values (${world.schoolId}, ${idOf("amara")}, ${matrixId}, ${`${signedBy}-${before.replace(" ", "-")}`}, ${turn}, 1, ${next}, ${idOf(who[part])})`),
            { rollback: true },
          );
          const did = await said.then(
            () => true,
            ({ rule }: { rule: string }) => (assert.equal(rule, "state.signer"), false),
          );
          assert.equal(did, maySay(part, signedBy, before, next), `${part}: ${signedBy} signs, ${before} to ${next}`);
          tried += 1;
        }
  assert.equal(tried, 108);
});

test("a note of the advisor is read by the learner and the advising office, and by no coach, mentor or other office", async () => {
  const notes = `/people/${idOf("amara")}/plan/notes`;
  const note = ok(await ask("priya", "POST", notes, { words: "Ask for the letter before the break." }));
  assert.equal(note.author, "Priya Example");
  assert.deepEqual(ok(await ask("amara", "GET", notes)).items, [note]);
  for (const who of ["tomas", "joan", "dana", "noah"]) refused(await ask(who, "GET", notes), 404, "plan.absent");
  assert.deepEqual(ok(await ask("marisol", "GET", notes)).items, [note]);
  const { items: readings } = ok(await ask("amara", "GET", "/me/readings"));
  assert.deepEqual([readings[0].subject, readings[0].reader.personId], ["plan note", idOf("marisol")]);
  for (const who of ["marisol", "amara"]) refused(await ask(who, "POST", notes, { words: "x" }), 404, "door.absent");
});

test("a coach sees the plan while the learner shows it, without notes and without a say", async () => {
  const shown = async (to: boolean) => {
    const { items } = ok(await ask("amara", "GET", "/plan/shares"));
    const { turn } = items.find(
      ({ educator }: { educator: { personId: string } }) => educator.personId === idOf("tomas"),
    );
    return ask("amara", "POST", "/plan/shares", { educatorId: idOf("tomas"), turn, shown: to });
  };
  const { items } = ok(await ask("amara", "GET", "/plan/shares"));
  assert.deepEqual(
    items.map(({ program, shown: is }: { program: string; shown: boolean }) => [program, is]),
    [
      ["coaching", false],
      ["mentoring", false],
    ],
  );
  ok(await shown(true));
  assert.equal(ok(await planFor(world, "tomas", "amara")).as, null);
  refused(await planFor(world, "joan", "amara"), 404, "plan.absent");
  assert.deepEqual(ok(await ask("tomas", "GET", `/people/${idOf("amara")}/plan/notes`)).items, []);
  refused(await say(world, "tomas", "amara", "letter", "done"), 404, "door.absent");
  ok(await shown(false));
  refused(await planFor(world, "tomas", "amara"), 404, "plan.absent");
  const priya = { educatorId: idOf("priya"), turn: 0, shown: true };
  refused(await ask("amara", "POST", "/plan/shares", priya), 404, "share.educator");
  refused(
    await ask("amara", "POST", "/plan/shares", { ...priya, educatorId: idOf("tomas"), turn: 7 }),
    409,
    "share.turn",
  );
});

test("the office sees its class by what presses first, filtered and page by page; an advisor their learners", async () => {
  const names = ({ items }: { items: { learner: { name: string } }[] }) =>
    items.map(({ learner }) => learner.name.split(" ")[0]);
  const all = ok(await ask("marisol", "GET", "/plans"));
  assert.deepEqual(new Set(names(all)), new Set(["Amara", "Grace", "Noah"]));
  assert.equal(names(all)[0], "Grace");
  assert.deepEqual([all.classYears, all.phases], [[2028, 2029], ["clerkship"]]);
  const walked: (string | undefined)[] = [];
  for (let after: string | null = ""; after !== null;) {
    const page = ok(
      await ask("marisol", "GET", `/plans?limit=1${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`),
    );
    walked.push(...names(page));
    after = page.next;
  }
  assert.deepEqual(walked, names(all));
  assert.deepEqual(names(ok(await ask("marisol", "GET", "/plans?classYear=2029"))), ["Grace"]);
  assert.deepEqual(names(ok(await ask("marisol", "GET", "/plans?named=ama"))), ["Amara"]);
  assert.ok(!names(ok(await ask("marisol", "GET", "/plans?group=late"))).includes("Amara"));
  assert.deepEqual(
    new Set(names(ok(await ask("marisol", "GET", `/plans?setId=${setId}&key=filed`)))),
    new Set(["Grace", "Noah"]),
  );
  assert.deepEqual(names(ok(await ask("priya", "GET", "/plans/advised"))), ["Amara"]);
  assert.deepEqual(names(ok(await ask("tomas", "GET", "/plans/advised"))), []);
  for (const who of ["amara", "priya", "dana", "imani", "ravi", "ada"])
    assert.equal((await ask(who, "GET", "/plans")).status, 403, who);
});

test("when the advising relationship ends, the advisor reads no more, and the learner keeps all of it", async () => {
  ok(await end(world, "amara", advising, "moving on"));
  refused(await planFor(world, "priya", "amara"), 404, "plan.absent");
  assert.deepEqual(ok(await ask("priya", "GET", "/plans/advised")).items, []);
  assert.equal(ok(await ask("amara", "GET", `/people/${idOf("amara")}/plan/notes`)).items.length, 1);
  const count = await world.door.asSession(world.people.priya!.secret, (tx) =>
    tx.run(sql`select from requirement_states where learner_id = ${idOf("amara")} union all select from plan_notes`),
  );
  assert.equal(count, 0);
});
