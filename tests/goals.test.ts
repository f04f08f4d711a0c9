// Goals over the whole server: the learner writes, rates and brings evidence; the coach asks, comments and rates nothing; nobody
// else reads; every version of a learning plan stays, and a link shows one of them until it ends or is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileBytesMost } from "../src/goals/file.ts";
import { goalMost } from "../src/goals/goal.ts";
import { goalsOf, goalWords, textFile } from "./help/goals.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
await inForce(world, "amara", "priya", "advising");
const coaching = await inForce(world, "amara", "tomas", "coaching");
await inForce(world, "amara", "joan", "mentoring");
const { goal, evidence, planLink, path } = await goalsOf(world, "amara");
const others = ["noah", "priya", "joan", "fatima", "marisol", "dana", "imani", "ravi", "ada", "rosa", "sam"];

test("a goal is read by its learner and their coach, who can be seen to look, and by nobody else", async () => {
  const nothing = refused(await ask("noah", "GET", `/goals/${crypto.randomUUID()}`), 404, "goal.absent");
  for (const who of others) {
    assert.deepEqual(refused(await ask(who, "GET", `/goals/${goal}`), 404, "goal.absent"), nothing, who);
    const list = `/goals?learnerId=${idOf("amara")}`;
    assert.deepEqual(refused(await ask(who, "GET", list), 404, "goal.absent"), nothing, who);
    const plan = `/learning-plans/${idOf("amara")}/1`;
    for (const address of [plan, `${plan}/pdf`, `/learning-plans?learnerId=${idOf("amara")}`])
      refused(await ask(who, "GET", address), 404, "learning-plan.absent");
  }
  assert.equal(ok(await ask("amara", "GET", `/goals/${goal}`)).as, "learner");
  assert.equal(ok(await ask("tomas", "GET", `/goals/${goal}`)).as, "coach");
  const { items } = ok(await ask("amara", "GET", "/me/readings"));
  const readers = items.filter(({ subject }: { subject: string }) => subject === "goal");
  assert.deepEqual(
    readers.map(({ reader }: { reader: { personId: string } }) => reader.personId),
    [idOf("tomas")],
  );
  const { items: coached } = ok(await ask("tomas", "GET", "/goals/coached"));
  assert.deepEqual([coached.length, coached[0].learner.name, coached[0].open], [1, "Amara Example", 1]);
  assert.deepEqual(ok(await ask("joan", "GET", "/goals/coached")).items, []);
});

test("a coach asks and comments, the learner is told by mail without a word of it, and neither does the other's part", async () => {
  const said = { kind: "question", words: "What would you see if it went well?" };
  const { comments } = ok(await ask("tomas", "POST", `/goals/${goal}/comments`, said));
  assert.deepEqual([comments[0].author, comments[0].words], ["Tomas Example", said.words]);
  assert.equal(ok(await ask("amara", "GET", `/goals/${goal}`)).comments.length, 1);
  refused(await ask("amara", "POST", `/goals/${goal}/comments`, said), 403, "goal.coach");
  const mails = await byHand(
    world,
    (admin) => admin`select person_id, about_id from mails where kind = 'goal-comment'`,
  );
  assert.deepEqual([...mails], [{ person_id: idOf("amara"), about_id: goal }]);
  const learners: [string, string, unknown][] = [
    ["PUT", "", { ...goalWords, state: "open", version: 1 }],
    ["POST", "/steps", { words: "x" }],
    ["POST", "/links", { title: "x", link: "https://example.org" }],
    ["POST", "/files", textFile("x")],
    ["POST", "/ratings", { score: 3 }],
    ["POST", "/checkins", { words: "x" }],
    ["DELETE", `/evidence/${evidence}`, undefined],
  ];
  for (const [method, under, body] of learners)
    refused(await ask("tomas", method, `/goals/${goal}${under}`, body), 403, "goal.learner");
});

test("the learner writes a goal anew, and the second of two at once is told", async () => {
  const { version } = ok(await ask("amara", "GET", `/goals/${goal}`));
  const next = { ...goalWords, matters: "I lose the team", dueOn: "2027-02-01", state: "open", version };
  const written = ok(await ask("amara", "PUT", `/goals/${goal}`, next));
  assert.deepEqual([written.matters, written.dueOn, written.version], ["I lose the team", "2027-02-01", version + 1]);
  refused(await ask("amara", "PUT", `/goals/${goal}`, next), 409, "goal.version");
  const nothing = refused(await ask("amara", "POST", "/goals", { words: " " }), 422, "request.shape");
  assert.deepEqual(nothing.faults, [{ field: "words", because: "Write what you want to reach." }]);
});

test("steps are done, undone and taken out; ratings stay in a line", async () => {
  const { steps } = ok(await ask("amara", "POST", `/goals/${goal}/steps`, { words: "Ask for one thing to cut" }));
  const [first, second] = steps;
  const done = async (is: boolean) =>
    ok(await ask("amara", "PUT", `/goals/${goal}/steps/${first.stepId}`, { done: is })).steps[0].doneAt !== null;
  assert.deepEqual([await done(true), await done(false)], [true, false]);
  const left = ok(await ask("amara", "DELETE", `/goals/${goal}/steps/${second.stepId}`)).steps;
  assert.deepEqual(left.length, steps.length - 1);
  refused(await ask("amara", "DELETE", `/goals/${goal}/steps/${second.stepId}`), 404, "goal.part");
  const { ratings } = ok(await ask("amara", "POST", `/goals/${goal}/ratings`, { score: 7 }));
  assert.deepEqual(
    ratings.map(({ score }: { score: number }) => score),
    [4, 7],
  );
  const back = ok(await ask("amara", "POST", `/goals/${goal}/ratings`, { score: 2, on: day(-40) })).ratings;
  assert.deepEqual(back[0], { score: 2, on: day(-40) });
  for (const on of [day(2), day(-400)]) {
    const wrong = refused(
      await ask("amara", "POST", `/goals/${goal}/ratings`, { score: 2, on }),
      422,
      "goal.rating-day",
    );
    assert.equal(wrong.faults[0].field, "on");
  }
  const over = refused(await ask("amara", "POST", `/goals/${goal}/ratings`, { score: 11 }), 422, "request.shape");
  assert.equal(over.faults[0].field, "score");
});

test("a file is what its bytes say, comes back as an attachment, and is gone once it is taken out", async () => {
  const file = `/goals/${goal}/files/${evidence}`;
  for (const who of ["amara", "tomas"]) {
    const { status, headers, body } = await ask(who, "GET", file);
    assert.deepEqual(
      [status, body, headers.get("content-type"), headers.get("x-content-type-options")],
      [200, "What I said", "text/plain", "nosniff"],
    );
    assert.equal(headers.get("content-disposition"), "attachment; filename*=UTF-8''notes.txt");
  }
  for (const who of others) refused(await ask(who, "GET", file), 404, "goal.absent");
  const wrong: [string, Buffer][] = [
    ["picture.png", Buffer.from([0, 1, 2, 255])],
    ["page.pdf", Buffer.from("\0<html>")],
    ["empty.txt", Buffer.alloc(0)],
    ["large.txt", Buffer.alloc(fileBytesMost + 1, "a")],
  ];
  for (const [name, bytes] of wrong) {
    const sent = await ask("amara", "POST", `/goals/${goal}/files`, { name, base64: bytes.toString("base64") });
    assert.equal(refused(sent, 422, "goal.file").faults[0].field, "base64", name);
  }
  const html = { name: "../x<y>.html", base64: Buffer.from("<script>alert(1)</script>").toString("base64") };
  const kept = ok(await ask("amara", "POST", `/goals/${goal}/files`, html)).evidence.at(-1);
  assert.deepEqual([kept.title, kept.fileType], ["x y .html", "text/plain"]);
  ok(await ask("amara", "DELETE", `/goals/${goal}/evidence/${kept.evidenceId}`));
  refused(await ask("amara", "GET", `/goals/${goal}/files/${kept.evidenceId}`), 404, "goal.part");
  const [left] = await byHand(
    world,
    (admin) => admin`select content from goal_files where evidence_id = ${kept.evidenceId}`,
  );
  assert.equal(left!.content, null);
});

test("a link as evidence is an address of the web, and of each kind there are only so many", async () => {
  for (const link of ["javascript:alert(1)", "example.org", "https://"])
    refused(await ask("amara", "POST", `/goals/${goal}/links`, { title: "x", link }), 422, "request.shape");
  const { goalId } = ok(await ask("grace", "POST", "/goals", goalWords));
  await byHand(
    world,
    (admin) =>
      admin`insert into goal_evidence (school_id, goal_id, learner_id, title, link)
        select ${world.schoolId}, ${goalId}, ${idOf("grace")}, 'x', 'https://example.org' from generate_series(1, ${goalMost.evidence}::int)`,
  );
  const link = { title: "x", link: "https://example.org" };
  refused(await ask("grace", "POST", `/goals/${goalId}/links`, link), 409, "goal.most");
  await byHand(
    world,
    (admin) =>
      admin`update goal_evidence set link = null, file_type = 'text/plain', file_bytes = 5000000, struck_at = case when added_at > now() then now() end
        where goal_id = ${goalId}`,
  );
  await byHand(
    world,
    (admin) =>
      admin`update goal_evidence set struck_at = now() where evidence_id in (select evidence_id from goal_evidence where goal_id = ${goalId} limit 15)`,
  );
  const full = refused(await ask("grace", "POST", `/goals/${goalId}/files`, textFile("x")), 422, "goal.files");
  assert.equal(full.faults[0].field, "base64");
});

test("every version of a learning plan stays as it was written, whatever becomes of its goals", async () => {
  const first = ok(await ask("amara", "GET", `/learning-plans/${idOf("amara")}/1`));
  assert.equal(first.body.goals[0].ratings.length, 1);
  const next = { version: 1, title: "My spring", growth: "Speaking briefly", goalIds: [goal] };
  const second = ok(await ask("amara", "POST", "/learning-plans", next));
  assert.deepEqual([second.version, second.body.goals[0].ratings], [2, null]);
  assert.deepEqual(ok(await ask("tomas", "GET", `/learning-plans/${idOf("amara")}/1`)), first);
  refused(await ask("amara", "POST", "/learning-plans", next), 409, "learning-plan.version");
  const foreign = { ...next, version: 2, goalIds: [crypto.randomUUID()] };
  refused(await ask("amara", "POST", "/learning-plans", foreign), 422, "learning-plan.goals");
  refused(
    await ask("marisol", "POST", "/learning-plans", { version: 0, title: "x", goalIds: [] }),
    404,
    "learning-plan.absent",
  );
  refused(await ask("amara", "GET", `/learning-plans/${idOf("amara")}/9`), 404, "learning-plan.absent");
  // Two at once: the database lets one of them in.
  const both = await Promise.all([1, 2].map(() => ask("amara", "POST", "/learning-plans", { ...next, version: 2 })));
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
});

test("a learning plan in print is a tagged PDF with a title, a language and bookmarks, saved and never shown", async () => {
  const { status, headers, body } = await ask("tomas", "GET", `/learning-plans/${idOf("amara")}/1/pdf`);
  assert.deepEqual([status, headers.get("content-type")], [200, "application/pdf"]);
  assert.match(headers.get("content-disposition") ?? "", /^attachment; /);
  for (const mark of [
    /^%PDF-1\.7/,
    /\/Marked true/,
    /\/StructTreeRoot/,
    /\/Lang \(en-US\)/,
    /\/DisplayDocTitle true/,
    /\/Outlines/,
  ])
    assert.match(body, mark);
});

test("a link shows one version to whoever has it, without a session; wrong, over and taken back answer the same", async () => {
  const secret = path.split("#")[1]!;
  const seen = ok(await ask(null, "POST", "/shared-plan", { secret }));
  assert.deepEqual(
    [seen.learner, seen.version, Object.keys(seen).toSorted()],
    ["Amara Example", 1, ["body", "expiresAt", "learner", "version", "writtenAt"]],
  );
  assert.ok(!JSON.stringify(seen).includes("Tomas"), "a link names no coach");
  assert.match((await ask(null, "POST", "/shared-plan/pdf", { secret })).body, /^%PDF/);
  const wrong = refused(await ask(null, "POST", "/shared-plan", { secret: "never-a-secret" }), 404, "plan-link.absent");
  const made = ok(await ask("amara", "POST", "/learning-plan-links", { version: 2, label: "A program", days: 3 }));
  const other = made.path.split("#")[1];
  await byHand(
    world,
    (admin) =>
      admin`update plan_links set made_at = now() - interval '9 days', expires_at = now() - interval '1 second' where link_id = ${made.link.linkId}`,
  );
  assert.deepEqual(refused(await ask(null, "POST", "/shared-plan", { secret: other }), 404, "plan-link.absent"), wrong);
  for (const who of ["noah", "tomas", "marisol"])
    refused(await ask(who, "DELETE", `/learning-plan-links/${planLink}`), 404, "plan-link.own");
  const { items } = ok(await ask("amara", "DELETE", `/learning-plan-links/${planLink}`));
  assert.ok(items.find(({ linkId }: { linkId: string }) => linkId === planLink).withdrawnAt);
  for (const address of ["/shared-plan", "/shared-plan/pdf"])
    assert.deepEqual(refused(await ask(null, "POST", address, { secret }), 404, "plan-link.absent"), wrong);
  refused(await ask("amara", "DELETE", `/learning-plan-links/${planLink}`), 404, "plan-link.own");
  assert.deepEqual(ok(await ask("tomas", "GET", "/learning-plan-links")).items, []);
  const kept = await byHand(
    world,
    (admin) => admin`select encode(secret_hash, 'escape') as hash from plan_link_secrets`,
  );
  assert.ok(kept.length >= 2 && !kept.some(({ hash }) => String(hash).includes(secret)));
});

test("guessing at links is counted by address, as every secret is", async () => {
  const guess = () => ask(null, "POST", "/shared-plan", { secret: crypto.randomUUID() });
  await byHand(world, (admin) => admin`update attempts set count = 99`);
  refused(await guess(), 404, "plan-link.absent");
  refused(await guess(), 429, "sign-in.limit");
  await byHand(world, (admin) => admin`update attempts set count = 0`);
});

test("once the coaching has ended, the former coach reads nothing, and the next one not what the former wrote", async () => {
  ok(await end(world, "amara", coaching, "moving on"));
  refused(await ask("tomas", "GET", `/goals/${goal}`), 404, "goal.absent");
  refused(await ask("tomas", "GET", `/learning-plans/${idOf("amara")}/1`), 404, "learning-plan.absent");
  assert.deepEqual(ok(await ask("tomas", "GET", "/export/goal-comments")).items, []);
  assert.equal(ok(await ask("amara", "GET", `/goals/${goal}`)).comments.length, 1);
  await world.addEducator("nadia");
  await inForce(world, "amara", "nadia", "coaching");
  const read = ok(await ask("nadia", "GET", `/goals/${goal}`));
  assert.deepEqual([read.as, read.comments, read.checkins.length], ["coach", [], 1]);
});
