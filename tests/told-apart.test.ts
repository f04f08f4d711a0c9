// "Two people" is asked once: the answer is remembered, comes back only when something new speaks for one person, can be
// reconsidered, and goes with the import in which it was given.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorld } from "./help/world.ts";

const { ask } = await openWorld();
const head = "student_id,first_name,last_name,email,class_year,phase";
const one = "S1,Ana,Li,s1@school.example.edu,2029,clerkship";
const two = "S2,Ana,Li,s2@school.example.edu,2029,clerkship";

interface Asked {
  id: string;
  waits: boolean;
}

async function send(path: string, rows: string[], answers: Record<string, string> = {}) {
  const text = `${[head, ...rows].join("\n")}\n`;
  const files = [{ name: "learners.csv", base64: Buffer.from(text).toString("base64") }];
  const { status, body } = await ask("ravi", "POST", path, { files, answers });
  assert.equal(status, 200, JSON.stringify(body));
  return { ...body, asked: body.questions.map(({ id }: Asked) => id), before: body.answeredBefore };
}
const look = (rows: string[], answers?: Record<string, string>) => send("/imports/preview", rows, answers);
const take = (rows: string[], answers?: Record<string, string>) => send("/imports", rows, answers);

await take([one, two]);
let answeredIn = "";

test("nobody has answered yet: the question comes back", async () => {
  assert.deepEqual((await look([one, two])).asked, ["S2=S1"]);
});

test("an answer alone is an import, kept once, and the question is asked no more", async () => {
  const looked = await look([one, two], { "S2=S1": "different" });
  assert.deepEqual([looked.added.told_apart, looked.asked, looked.before], [1, [], []]);
  assert.deepEqual((await look([one, two])).asked, ["S2=S1"], "a look kept the answer");
  const taken = await take([one, two], { "S2=S1": "different" });
  answeredIn = taken.importId;
  assert.deepEqual([taken.added.told_apart, taken.files[0].unchanged], [1, 2]);
  const { asked, before, added } = await look([one, two], { "S2=S1": "different" });
  assert.deepEqual([asked, added.told_apart ?? 0], [[], 0]);
  assert.deepEqual(
    before.map(({ id, saidBy, evidence }: Record<string, string>) => [id, saidBy, evidence]),
    [["S2=S1", "Ravi Example", "the same name, in the same class or department"]],
  );
  assert.deepEqual((await look([two, one])).asked, [], "the other way round it is the same question");
});

test("what is not new does not bring it back: another class of both, another address of one", async () => {
  const later = [one, two].map((row) => row.replace("2029", "2030"));
  assert.deepEqual((await look(later)).asked, []);
  assert.deepEqual((await look([one, two.replace("s2@", "ana@")])).asked, []);
});

test("what is new does: an address in common, or another id of that name", async () => {
  const { questions } = await look([one, two.replace("s2@", "s1@")]);
  assert.deepEqual(
    questions.map(({ id, waits }: Asked) => [id, waits]),
    [["S2=S1", true]],
  );
  const { asked, before } = await look([one, two, one.replace("S1", "S3").replace("s1@", "s3@")]);
  assert.deepEqual([asked, before.length], [["S3=S2"], 1]);
});

test("it can be reconsidered: the same files with another answer", async () => {
  const four = "S4,Anna,Li,s1@school.example.edu,2029,clerkship";
  const first = await take([one, four], { "S4=S1": "different" });
  assert.deepEqual([first.added.told_apart, first.refused[0].field], [1, "email"]);
  const again = await look([one, four]);
  assert.deepEqual([again.asked, again.refused[0].field, again.before.length], [[], "email", 1]);
  const same = await take([one, four], { "S4=S1": "same" });
  assert.deepEqual([same.refused, same.before, same.files[0].taken], [[], [], 1]);
  const after = await look([one, four]);
  assert.deepEqual([after.asked, after.before, after.refused], [[], [], []]);
});

test("it goes with its import: taken back, the question comes back", async () => {
  const { status } = await ask("ravi", "POST", `/imports/${answeredIn}/undo`, { because: "A wrong answer" });
  assert.equal(status, 200);
  const { asked, before } = await look([one, two]);
  assert.deepEqual([asked, before], [["S2=S1"], []]);
});
