// Files of dated events over the whole server: previewed without a trace, taken once, refused by line and field, and the file
// that the screen saves is the timelines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../src/intake/export-cell.ts";
import { timelineColumns, timelineRowOf } from "../src/requirements/timeline-csv.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { requirementsIn } from "./help/plans.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld("dates");
const ask: World["ask"] = (...asked) => world.ask(...asked);
await requirementsIn(world);

const datesNow = async () => ok(await ask("noah", "GET", "/timelines")).items;
const rowsKept = async () => (await byHand(world, (admin) => admin`select from timeline_days`)).length;
type Sending = { how?: "preview" | "take"; name?: string; who?: string; version?: number };
const send = (text: string | Buffer, { how = "take", name = "dates.csv", who = "marisol", version }: Sending = {}) =>
  ask(who, "POST", `/timelines/csv${how === "preview" ? "/preview" : ""}`, {
    name,
    base64: Buffer.from(text).toString("base64"),
    ...(version === undefined ? {} : { version }),
  });

test("sound rows come in, faulty ones are named by line and field, and running it twice changes nothing", async () => {
  const file =
    "Class;What;Day;Begins a phase;Owner\n" +
    `2028;Applications open;${day(-1)};no;x\n` +
    `2029;Applications open;${day(370)};no;x\n` +
    `2029;Clerkships;${day(9)};yes;x\n` +
    "2029;Nameless day;32.13.2027;no;x\n" +
    "2029;Match day;;no;x\n" +
    `20;Match day;${day(30)};perhaps;x\n`;
  const before = await datesNow();
  const preview = ok(await send(file, { how: "preview" }));
  assert.deepEqual(await datesNow(), before);
  const report = ok(await send(file, { version: preview.version }));
  assert.deepEqual(report, preview);
  assert.deepEqual([report.rows, report.added, report.changed, report.unchanged], [6, 2, 1, 0]);
  assert.deepEqual(
    report.refused.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [
      [5, "on"],
      [6, "on"],
      [7, "classYear"],
      [7, "beginsPhase"],
    ],
  );
  assert.deepEqual(report.ignored, ["Owner"]);
  // Of two learners of 2028 it is over now; one of 2029 has a date.
  assert.deepEqual(report.plans, { moved: 3, newlyLate: 2 });
  const after = await datesNow();
  assert.deepEqual(
    after.map((one: Record<string, unknown>) => [
      one.classYear,
      one.event,
      one.on,
      one.beginsPhase,
      one.source,
      one.version,
    ]),
    [
      [2028, "opens", day(-1), false, "invented for this test", 2],
      [2029, "clerkships", day(9), true, "", 1],
      [2029, "opens", day(370), false, "", 1],
    ],
  );
  const rows = await rowsKept();
  const again = ok(await send(file));
  assert.deepEqual([again.added, again.changed, again.unchanged, again.plans.moved], [0, 0, 3, 0]);
  assert.equal(await rowsKept(), rows);
});

test("the file that the screen saves is the timelines, in any encoding of a spreadsheet, and brings them back", async () => {
  const items = await datesNow();
  const text = csvOf([...timelineColumns], items.map(timelineRowOf));
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, "utf16le")]) {
    const report = ok(await send(bytes));
    assert.deepEqual([report.added, report.changed, report.unchanged, report.refused], [0, 0, items.length, []]);
  }
  ok(await ask("marisol", "POST", "/timelines", { days: items.map((one: object) => ({ ...one, on: null })) }));
  assert.deepEqual(await datesNow(), []);
  assert.equal(ok(await send(text)).added, items.length);
  const withoutVersion = (list: { version: number }[]) => list.map((one) => ({ ...one, version: 0 }));
  assert.deepEqual(withoutVersion(await datesNow()), withoutVersion(items));
});

test("what somebody else changed since the look is not written over", async () => {
  const file = `classYear,event,title,on\n2028,opens,Applications open,${day(50)}\n`;
  const { version } = ok(await send(file, { how: "preview" }));
  const [opens] = await datesNow();
  ok(await ask("marisol", "POST", "/timelines", { days: [{ ...opens, on: day(60) }] }));
  refused(await send(file, { version }), 409, "timeline.version");
  assert.equal((await datesNow())[0].on, day(60));
});

test("two at once: both stand, or one is refused, and nothing is lost", async () => {
  const before = await rowsKept();
  const files = [70, 80, 90].map((on) => `class,event,title,day\n2028,opens,Applications open,${day(on)}\n`);
  const replies = await Promise.all(files.map((file) => send(file)));
  const taken = replies.filter(({ status }) => status === 200).length;
  for (const reply of replies.filter(({ status }) => status !== 200)) refused(reply, 409, "timeline.version");
  assert.ok(taken >= 1);
  assert.equal(await rowsKept(), before + taken);
});

test("what is no file of dates is refused, who keeps no plans takes none in, and nothing changes", async () => {
  const before = await datesNow();
  refused(await send("Name,Email\nAmara,a@b.edu\n"), 422, "file.heading");
  refused(await send("class,what\n2028,Match day\n"), 422, "file.heading");
  refused(await send("class,cohort,what,day\n2028,2028,a,2027-01-01\n"), 422, "file.column");
  refused(await send(""), 422, "file.empty");
  const sound = `class,what,day\n2028,Match day,${day(30)}\n`;
  for (const who of ["dana", "amara", "tomas"])
    for (const how of ["preview", "take"] as const) assert.equal((await send(sound, { who, how })).status, 403);
  assert.deepEqual(await datesNow(), before);
});
