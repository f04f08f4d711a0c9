// What a learner looks for, over the whole server: who reads and writes it, what is refused, and what the match makes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, ok, refused } from "./help/matches.ts";
import { inForce } from "./help/relationships.ts";
import { foundWorld, openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const of = (who: string) => `/people/${idOf(who)}/wishes`;
const nothing = { interests: [], needs: [], languages: [], wishes: [] };
const wish = (educator: string, program = "coaching", never = false) => ({
  program,
  educatorId: idOf(educator),
  never,
});
const named = ({ wishes }: { wishes: { program: string; educator: string; never: boolean }[] }) =>
  wishes.map(({ program, educator, never }) => `${program}: ${educator.split(" ")[0]}${never ? ", never" : ""}`);

test("a learner writes what they look for, in order, and finds it so; what stays leaves no event", async () => {
  assert.deepEqual(ok(await ask("amara", "GET", of("amara"))).wishes, []);
  const fields = {
    interests: ["Pediatrics"],
    needs: ["research"],
    languages: ["Spanish"],
    wishes: [wish("priya"), wish("tomas"), wish("joan", "mentoring", true)],
  };
  const written = ok(await ask("amara", "PUT", of("amara"), fields));
  assert.deepEqual(named(written), ["coaching: Priya", "coaching: Tomas", "mentoring: Joan, never"]);
  assert.deepEqual(ok(await ask("amara", "GET", of("amara"))), written);
  const events = () =>
    byHand(world, (admin) => admin`select count(*)::int from events where about_id = ${idOf("amara")}`);
  const before = await events();
  assert.deepEqual(ok(await ask("amara", "PUT", of("amara"), fields)), written);
  assert.deepEqual(await events(), before);
  const turned = ok(await ask("amara", "PUT", of("amara"), { ...fields, wishes: [wish("tomas"), wish("priya")] }));
  assert.deepEqual(named(turned), ["coaching: Tomas", "coaching: Priya"]);
  const back = ok(await ask("amara", "PUT", of("amara"), fields));
  assert.deepEqual(back, written);
});

test("it is read by the learner and the offices that match or keep the roster, each time with an event, and by nobody else", async () => {
  for (const who of ["marisol", "dana", "ravi"])
    assert.equal(ok(await ask(who, "GET", of("amara"))).wishes.length, 3, who);
  const lines = ok(await ask("amara", "GET", "/me/readings")).items;
  assert.equal(lines.filter(({ subject }: { subject: string }) => subject === "wishes").length, 3);
  await inForce(world, "amara", "priya");
  for (const who of ["priya", "imani"]) refused(await ask(who, "GET", of("amara")), 403, "wish.own");
  const nobody = refused(await ask("noah", "GET", `/people/${crypto.randomUUID()}/wishes`), 404, "learner.absent");
  for (const who of ["noah", "tomas", "rosa", "sam", "ada"])
    assert.deepEqual(refused(await ask(who, "GET", of("amara")), 404, "learner.absent"), nobody, who);
  refused(await ask("marisol", "GET", of("tomas")), 404, "learner.absent");
  const other = await foundWorld(world.database, world.door, "elsewhere");
  const elsewhere = await other.ask("marisol", "GET", of("amara"));
  assert.deepEqual(refused(elsewhere, 404, "learner.absent"), nobody);
});

test("it is written by the learner and the offices that keep the roster, and by nobody else", async () => {
  for (const who of ["marisol", "ravi"])
    assert.deepEqual(ok(await ask(who, "PUT", of("noah"), { ...nothing, needs: [who] })).needs, [who]);
  refused(await ask("dana", "PUT", of("noah"), nothing), 403, "wish.own");
  refused(await ask("tomas", "PUT", of("noah"), nothing), 404, "learner.absent");
  refused(await ask("amara", "PUT", of("noah"), nothing), 404, "learner.absent");
  assert.deepEqual(ok(await ask("noah", "GET", of("noah"))).needs, ["ravi"]);
});

test("what cannot be a wish is refused at its field, and changes nothing", async () => {
  const before = ok(await ask("noah", "GET", of("noah")));
  const put = (fields: object) => ask("noah", "PUT", of("noah"), { ...nothing, ...fields });
  const stranger = { program: "coaching", educatorId: crypto.randomUUID(), never: false };
  for (const [wishes, field] of [
    [[wish("tomas"), stranger], "wishes.1.educatorId"],
    [[wish("amara")], "wishes.0.educatorId"],
    [[wish("noah")], "wishes.0.educatorId"],
    [[wish("tomas"), wish("tomas", "mentoring"), wish("tomas", "coaching", true)], "wishes.2.educatorId"],
  ] as const) {
    const problem = refused(await put({ wishes }), 422, "wish.named");
    assert.deepEqual(
      problem.faults.map((fault: { field: string }) => fault.field),
      [field],
    );
  }
  for (const [fields, field] of [
    [{ wishes: [wish("tomas", "tutoring")] }, "wishes.0.program"],
    [{ interests: ["x".repeat(101)] }, "interests.0"],
    [{ needs: [""] }, "needs.0"],
    [{ languages: Array.from({ length: 41 }, (_, at) => `word ${at}`) }, "languages"],
  ] as const) {
    const { faults } = refused(await put(fields), 422, "request.shape");
    assert.equal(faults[0].field, field);
  }
  assert.deepEqual(ok(await ask("noah", "GET", of("noah"))), before);
});

test("two who write at once: whoever read what is there no more is told", async () => {
  const read = await ask("noah", "GET", of("noah"));
  const tag = { "if-match": read.headers.get("etag") ?? "" };
  ok(await ask("noah", "PUT", of("noah"), { ...nothing, needs: ["first"] }, tag));
  refused(await ask("marisol", "PUT", of("noah"), { ...nothing, needs: ["second"] }, tag), 412, "request.changed");
  assert.deepEqual(ok(await ask("noah", "GET", of("noah"))).needs, ["first"]);
});

test("of two who write in the same moment one has the last word whole", async () => {
  for (let round = 0; round < 10; round++) {
    ok(await ask("noah", "PUT", of("noah"), nothing));
    const [mine, theirs] = [
      [wish("tomas"), wish("priya")],
      [wish("joan", "mentoring"), wish("priya", "advising", true)],
    ];
    const bodies = [mine, theirs].map((wishes) => ({ ...nothing, wishes }));
    const replies = await Promise.all([
      ask("noah", "PUT", of("noah"), bodies[0]),
      ask("ravi", "PUT", of("noah"), bodies[1]),
    ]);
    for (const reply of replies) ok(reply);
    const left = named(ok(await ask("noah", "GET", of("noah")))).join();
    assert.ok(
      replies.some(({ body }) => named(body).join() === left),
      left,
    );
    assert.equal(left.split(",").filter((one) => one.includes(":")).length, 2);
  }
});

test("a wish taken back is read by nobody, counts in no match, and no older file brings it again", async () => {
  await byHand(
    world,
    (admin) => admin`insert into source_ids (school_id, source_id, person_id) values
      (${world.schoolId}, 'S3', ${idOf("grace")}), (${world.schoolId}, 'F1', ${idOf("tomas")}), (${world.schoolId}, 'F2', ${idOf("joan")})`,
  );
  const text = "student_id,program,faculty_id,rank\nS3,coaching,F1,never\nS3,coaching,F2,1\n";
  const files = [{ name: "preferences.csv", base64: btoa(text) }];
  assert.equal(ok(await ask("ravi", "POST", "/imports", { files })).files[0].taken, 2);
  const found = ok(await ask("grace", "GET", of("grace")));
  assert.deepEqual(named(found), ["coaching: Joan", "coaching: Tomas, never"]);
  ok(await ask("grace", "PUT", of("grace"), { ...nothing, wishes: [wish("joan")] }));
  const again = ok(await ask("ravi", "POST", "/imports", { files }));
  assert.deepEqual([again.files[0].taken, again.files[0].unchanged, again.added], [0, 2, { preferences: 0 }]);
  for (const who of ["grace", "marisol"])
    assert.deepEqual(named(ok(await ask(who, "GET", of("grace")))), ["coaching: Joan"], who);
  const { items } = ok(await ask("marisol", "GET", "/export/preferences?limit=100"));
  const graces = items.filter((row: Record<string, unknown>) => JSON.stringify(row).includes(idOf("grace")));
  assert.equal(graces.length, 1);
  ok(await ask("grace", "PUT", of("grace"), { ...nothing, wishes: [wish("joan"), wish("tomas")] }));
  assert.deepEqual(named(ok(await ask("grace", "GET", of("grace")))), ["coaching: Joan", "coaching: Tomas"]);
});
