// Files of requirements over the whole server: read in any dialect, previewed without a trace, taken once, and written out so
// that a spreadsheet runs nothing of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../src/intake/export-cell.ts";
import { csvColumns, csvRowOf } from "../src/requirements/csv.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { requirementsIn } from "./help/plans.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const setId = await requirementsIn(world);

const setNow = async () => ok(await ask("noah", "GET", "/requirements")).items[0];
const send = async (text: string | Buffer, how: "preview" | "take" = "take", name = "plan.csv", who = "marisol") => {
  const { version } = await setNow();
  const body = { version, name, base64: Buffer.from(text).toString("base64") };
  return ask(who, "POST", `/requirements/${setId}/csv${how === "preview" ? "/preview" : ""}`, body);
};

test("sound rows come in, faulty ones are named by line and field, and running it twice changes nothing", async () => {
  const file =
    "Requirement;Due date;Signed by;Class;Owner\n" +
    "Background check;2027-02-01;office;2028;x\n" +
    "To do own;01.03.2027;learner;;x\n" +
    "Nameless day;32.13.2027;advisor;;x\n" +
    ";2027-02-01;advisor;;x\n";
  const before = await setNow();
  const preview = ok(await send(file, "preview"));
  assert.deepEqual(await setNow(), before);
  const report = ok(await send(file));
  assert.deepEqual(report, preview);
  assert.deepEqual([report.rows, report.added, report.changed, report.unchanged], [4, 1, 1, 0]);
  assert.deepEqual(
    report.refused.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [
      [4, "dueOn"],
      [5, "title"],
    ],
  );
  assert.deepEqual(report.ignored, ["Owner"]);
  assert.equal(report.plans.moved, 3);
  const after = await setNow();
  assert.equal(after.version, before.version + 1);
  assert.deepEqual(after.items.at(-1).due, { on: "2027-02-01" });
  // What hangs on a key stays with it.
  assert.deepEqual(after.items.find(({ key }: { key: string }) => key === "own").due, { on: "2027-03-01" });
  const again = ok(await send(file));
  assert.deepEqual([again.added, again.changed, again.unchanged, again.version], [0, 0, 2, after.version]);
  assert.deepEqual(await setNow(), after);
  const kept = await byHand(world, (admin) => admin`select from requirement_sets where set_id = ${setId}`);
  assert.equal(kept.length, after.version);
});

test("the file that the screen saves is the set, in any encoding of a spreadsheet", async () => {
  const { items } = await setNow();
  const text = csvOf([...csvColumns], items.map(csvRowOf));
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, "utf16le")]) {
    const report = ok(await send(bytes));
    assert.deepEqual([report.added, report.changed, report.unchanged, report.refused], [0, 0, items.length, []]);
  }
});

test("a formula does not come in, and what looks like one goes out as text", async () => {
  const report = ok(await send('title,how\n"=cmd|x(1)",see\nPlus,+1 day after\n'));
  assert.deepEqual(
    report.refused.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [[2, "title"]],
  );
  const { items } = await setNow();
  const text = csvOf([...csvColumns], items.map(csvRowOf));
  assert.match(text, /'\+1 day after/);
  assert.equal(ok(await send(text)).changed, 0);
});

test("what is no file of requirements is refused, and nothing changes", async () => {
  const before = await setNow();
  refused(await send("Name,Email\nAmara,a@b.edu\n", "take", "people.csv"), 422, "file.heading");
  refused(await send("title,requirement,kind\na,b,letter\n"), 422, "file.column");
  refused(await send(""), 422, "file.empty");
  assert.equal((await send("title,kind\nMine,letter\n", "take", "x.csv", "dana")).status, 403);
  assert.deepEqual(await setNow(), before);
});

test("an export gives sets, dates and one's own plan, and of others nothing", async () => {
  const rowsOf = async (who: string, record: string) => ok(await ask(who, "GET", `/export/${record}`)).items;
  assert.ok((await rowsOf("noah", "requirements")).length > 5);
  assert.equal((await rowsOf("noah", "timeline-days")).length, 1);
  const states = { setId, key: "letter", turn: 0, state: "in progress", fromWhom: "=1+1" };
  ok(await ask("amara", "POST", `/people/${world.people.amara!.personId}/plan/states`, states));
  const [own] = await rowsOf("amara", "requirement-states");
  assert.deepEqual([own.state, own.fromWhom, own.saidAs], ["in progress", "=1+1", "learner"]);
  assert.deepEqual(await rowsOf("noah", "requirement-states"), []);
  assert.deepEqual(await rowsOf("dana", "requirement-states"), []);
  assert.equal((await rowsOf("marisol", "requirement-states")).length, 1);
});
