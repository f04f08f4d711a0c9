// The import as somebody works it from a terminal: which column holds what, and taking it back.
import assert from "node:assert/strict";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { runCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people } = world;
const origin = await listening(world);
const folder = mkdtempSync(join(tmpdir(), "chiron-import-cli-"));
after(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) => runCommand(["import", ...args, "--url", origin, "--key", people.ravi!.secret]);
const put = (name: string, lines: string[]) => {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
};
/** Each call is a mistake that is told in these words. */
async function refusedAs(cases: [string[], RegExp][]): Promise<void> {
  const told = await Promise.all(cases.map(([args]) => run(...args)));
  for (const [at, { code, err }] of told.entries()) {
    const [args, words] = cases[at]!;
    assert.deepEqual([code, words.test(err)], [2, true], `${args.join(" ")}: ${err}`);
  }
}

const head = "student_id,first_name,last_name,Campus mail,Private mail,class_year,phase,What they like";
const odd = put("odd=a:b.csv", [
  head,
  "Z1,Zoë,Ode,z1@school.example.edu,z1@example.org,2029,clerkship,Surgery; Pediatrics",
]);
const asLearners = ["--kind", "odd=a:b.csv=learners"];
const columns = ["--column", "odd=a:b.csv:email=Campus mail", "--column", "odd=a:b.csv:Interests=what they LIKE"];

test("a column is chosen by its heading, and remembered for the next file of that kind", async () => {
  const { code, out, err } = await run(odd, "--dry-run", "--json", ...asLearners, ...columns);
  assert.equal(code, 0, err);
  const { understood, refused, added } = JSON.parse(out);
  assert.deepEqual([refused, added.people], [[], 1]);
  const { mapping } = understood[0].reading;
  assert.deepEqual([mapping.email, mapping.interests, mapping.student_id], [3, 7, 0]);
  assert.equal((await run(odd, ...asLearners, ...columns)).code, 0);
  const again = JSON.parse((await run(odd, "--dry-run", "--json")).out);
  assert.deepEqual([again.understood[0].reading.mapping, again.files[0].unchanged], [mapping, 1]);
});

test("a field that may be absent can be left without a column", async () => {
  const { code, out, err } = await run(odd, "--dry-run", "--json", "--column", "odd=a:b.csv:interests=");
  assert.equal(code, 0, err);
  assert.equal(JSON.parse(out).understood[0].reading.mapping.interests, null);
});

test("what is said of a column must be whole, and a mistake names what there is", async () => {
  const done = put("done.csv", ["faculty_id,module,finished", "F1,Coaching skills,03/04/2026"]);
  const cases: [string, string[], RegExp][] = [
    [odd, ["--column", "email=Campus mail"], /--column is written FILE:FIELD=HEADING, not "email=Campus mail"/],
    [odd, ["--column", "gone.csv:email=Mail"], /no file gone\.csv is there, but odd=a:b\.csv/],
    [odd, ["--column", "odd=a:b.csv:mail=Campus mail"], /learners have no mail, but student_id, first_name, .*email/],
    [
      odd,
      ["--column", "odd=a:b.csv:email=Home mail"],
      /no column is headed "Home mail", but "student_id", .*"Campus mail"/,
    ],
    [done, ["--column", "done.csv:completed=finished"], /--kind done\.csv=learners/],
  ];
  await refusedAs(cases.map(([file, args, words]) => [[file, "--dry-run", ...args], words]));
  const asTraining = ["--kind", "done.csv=training", "--column", "done.csv:completed=finished"];
  assert.match((await run(done, "--dry-run", ...asTraining)).out, /say which with --days done\.csv=dmy or/);
  const { code, err } = await run(done, ...asTraining);
  assert.deepEqual([code, /Say in which order its days are written/.test(err)], [1, true], err);
});

interface Past {
  importId: string;
  isUndone: boolean;
  isEmpty: boolean;
  canUndo: boolean;
}
const past = async (): Promise<Past[]> => (await ask("ravi", "GET", "/imports")).body.items;

test("an import says how it is taken back, and the only one needs no id", async () => {
  const [only] = await past();
  const looked = await run("--undo", "--dry-run");
  assert.deepEqual([looked.code, looked.out.includes(only!.importId)], [0, true], looked.err);
  assert.equal((await past())[0]!.isUndone, false, "a look took it back");
  const { code, out, err } = await run("--undo", "--because", "Wrong term", "--json");
  assert.equal(code, 0, err);
  const told = JSON.parse(out);
  assert.deepEqual([told.importId, told.isUndone, told.brought, told.outOfForce], [only!.importId, true, 4, 3]);
  assert.equal((await past())[0]!.isUndone, true);
  assert.match((await run(odd)).out, /To take it back within 24 hours: chiron import --undo [0-9a-f-]{36}\n/);
});

test("an import that brought nothing new is not among those that can be taken back", async () => {
  const { out } = await run(odd);
  assert.doesNotMatch(out, /take it back/);
  const [empty, real] = await past();
  assert.deepEqual([empty!.isEmpty, empty!.canUndo, real!.canUndo], [true, false, true]);
  await refusedAs([[["--undo", empty!.importId, "--because", "A test"], /brought nothing new and changed nothing/]]);
  const { body } = await ask("ravi", "POST", `/imports/${empty!.importId}/undo`, { because: "A test" });
  assert.deepEqual([body.status, body.rule], [409, "import.nothing"]);
  const looked = await run("--undo", "--dry-run");
  assert.deepEqual([looked.code, looked.out.includes(real!.importId)], [0, true], looked.err);
});

test("of several, the one that is named goes; a mistake lists them", async () => {
  await run(put("more.csv", [head, "Z2,Ada,Ode,z2@school.example.edu,,2029,clerkship,"]));
  const [newest, , before, undone] = await past();
  const because = ["--because", "Wrong file"];
  const cases: [string[], RegExp][] = [
    [["--undo"], /Say why it is taken back, with --because/],
    [["--undo", ...because], new RegExp(`by its id:\\n  ${newest!.importId} .*more\\.csv\\n  ${before!.importId} `)],
    [["--undo", "gone", ...because], new RegExp(`no import gone\\. These can be taken back:\\n  ${newest!.importId}`)],
    [["--undo", undone!.importId, ...because], /has been taken back already/],
    [["--undo", ...because, "--days", "odd.csv=dmy"], /--days does not go with --undo/],
    [[odd, ...because], /--because goes with --undo/],
  ];
  await refusedAs(cases);
  const { code, out, err } = await run("--undo", before!.importId, ...because);
  assert.equal(code, 0, err);
  assert.match(
    out,
    /^Taken back: .*4 records from odd.*\n4 records had come or changed\. 3 records are out of force now; what belongs .*\n$/,
  );
  assert.deepEqual(
    (await past()).map(({ isUndone }) => isUndone),
    [false, false, true, true],
  );
});

test("pairs that collide with a wall are told by name before anything is kept", async () => {
  const email = (id: string) => `${id.toLowerCase()}@school.example.edu`;
  put("learners.csv", [head, `Z8,Ines,Ode,${email("Z8")},,2029,clerkship,`]);
  put("educators.csv", ["faculty_id,first_name,last_name,email,department", `F8,Karl,Holm,${email("F8")},Surgery`]);
  put("courses.csv", ["course,director_id,class_year,start,end", "Surgery,F8,2029,2020-01-01,"]);
  put("relationships.csv", ["student_id,faculty_id,program,since", "Z8,F8,coaching,2025-09-01"]);
  const names = ["learners", "educators", "courses", "relationships"].map((name) => join(folder, `${name}.csv`));
  const school = mkdtempSync(join(folder, "school-"));
  for (const name of names) renameSync(name, join(school, basename(name)));
  const { code, out, err } = await runCommand([
    "import",
    school,
    "--dry-run",
    "--url",
    origin,
    "--key",
    people.marisol!.secret,
  ]);
  assert.equal(code, 0, err);
  assert.match(
    out,
    /each an incident: 1\n  Karl Holm with Ines Ode, assessment wall: Assesses, grades or votes on promotion \(Surgery\) and, from \d{4}-\d\d-\d\d, coaches\.\n/,
  );
});

test("a file that lacks a column is told which, and how to say it", async () => {
  const lacking = put("lacking.csv", ["faculty_id,module,finished", "F1,Coaching skills,2026-04-03"]);
  const nearest = 'comes nearest to "Training", but has no column for Completed on.';
  const { out } = await run(lacking, "--dry-run");
  assert.ok(
    out.startsWith(
      `lacking.csv (utf-8, separated by ",") ${nearest} Add it, or say what holds it: --kind lacking.csv=training --column lacking.csv:completed=HEADING\n`,
    ),
    out,
  );
  assert.ok(out.endsWith("\nNo row was tried out: first say what is asked above.\n"), out);
  const { code, err } = await run(lacking);
  assert.deepEqual([code, err.split("lacking.csv ").length], [1, 2], err);
  assert.ok(err.includes(`lacking.csv ${nearest}\n`), err);
  const empty = await run(put("empty.csv", [""]));
  assert.match(empty.err, /empty\.csv has no rows\.\n  empty\.csv: Export it again\.\n/);
});
