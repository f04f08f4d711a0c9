// Rows that an import refused are saved with their own cells, corrected, and imported again.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Papa from "papaparse";
import writeSheet from "write-excel-file/node";
import { runCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { sentAs } from "./help/sent-files.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { people } = world;
const origin = await listening(world);
const folder = mkdtempSync(join(tmpdir(), "chiron-refused-"));
after(() => rmSync(folder, { recursive: true }));
const refusedIn = (name: string) => join(folder, name);
const why = ["refused: line", "refused: field", "refused: reason", "refused: fix"];

interface Report {
  understood: { reading: { mapping: Record<string, number | null> }; header: string[] }[];
  files: { name: string; taken: number; refused: number; unchanged: number }[];
  refused: { file: string; line: number; field: string; because: string; fix: string }[];
  notes: object[];
}

function run(...args: string[]) {
  return runCommand(["import", ...args, "--url", origin, "--key", people.ravi!.secret]);
}

async function importing(...args: string[]): Promise<Report> {
  const { code, out, err } = await run(...args, "--json");
  assert.equal(code, 0, err);
  return JSON.parse(out) as Report;
}

function put(name: string, content: string | Buffer): string {
  const place = mkdtempSync(join(folder, "from-"));
  writeFileSync(join(place, name), content);
  return join(place, name);
}

function saved(path: string): string[][] {
  const text = readFileSync(path, "utf8");
  assert.equal(text[0], "\uFEFF", "a spreadsheet would not know the encoding");
  return Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
}

/** The file as a spreadsheet saves it, with other cells in its rows, by row and column from 0. */
function correct(path: string, cells: [number, number, string][]): void {
  const rows = saved(path);
  for (const [row, column, value] of cells) rows[row + 1]![column] = value;
  writeFileSync(path, `\uFEFF${Papa.unparse(rows)}`);
}

const saidOf = ({ refused }: Report) => refused.map(({ field, because, fix }) => [field, because, fix]);

test("a faulty file is imported, its refused rows are saved, corrected, and taken", async () => {
  const head = "Matrikel;first_name;last_name;email;class_year;phase;Private remark";
  const file = put(
    "odd.csv",
    Buffer.from(
      [
        head,
        "-7;José;Ode;jose@school.example.edu;2029;clerkship;",
        '-8;Ana;"Li; the ""second""";ana.school.example.edu;2029;clerkship;"two\nlines"',
        "-9;Zoë;Ode;zoe@school.example.edu;199;clerkship;=1+1",
        "-10;Max;Ode;max@school.example.edu;2029;clerkship;a;b",
        "@11;'=x;Ode;eleven@school.example.edu;;clerkship;'@y",
      ].join("\r\n"),
      "latin1",
    ),
  );
  const into = refusedIn("one");
  const asLearners = [
    "--heading",
    "odd.csv=1",
    "--kind",
    "odd.csv=learners",
    "--column",
    "odd.csv:student_id=Matrikel",
  ];
  const first = await importing(file, "--refused", into, ...asLearners);
  assert.deepEqual([first.files[0]?.taken, first.files[0]?.refused], [1, 4]);
  assert.deepEqual(readdirSync(into), ["odd-refused.csv"]);
  const again = join(into, "odd-refused.csv");
  const [header, ...rows] = saved(again);
  assert.deepEqual(header, [...head.split(";"), "refused: cell too many", ...why]);
  assert.deepEqual(
    rows.map((cells) => cells.slice(0, 8)),
    [
      ["-8", "Ana", 'Li; the "second"', "ana.school.example.edu", "2029", "clerkship", "two\nlines", ""],
      ["-9", "Zoë", "Ode", "zoe@school.example.edu", "199", "clerkship", "'=1+1", ""],
      ["-10", "Max", "Ode", "max@school.example.edu", "2029", "clerkship", "a", "b"],
      ["'@11", "'=x", "Ode", "eleven@school.example.edu", "", "clerkship", "'@y", ""],
    ],
  );
  assert.deepEqual(
    rows.map((cells) => [Number(cells[8]), ...cells.slice(9)]),
    first.refused.map(({ line, field, because, fix }) => [line, field, because, fix]),
  );

  const unmended = await importing(again, "--dry-run");
  assert.deepEqual(saidOf(unmended), saidOf(first), "rows that nobody corrected were not refused as before");
  assert.deepEqual(unmended.understood[0], { ...unmended.understood[0], ...mappingOf(first) }, "the columns are lost");
  correct(again, [
    [0, 3, "ana@school.example.edu"],
    [1, 4, "2029"],
    [2, 7, ""],
    [3, 4, "2029"],
  ]);
  const mended = await importing(again);
  assert.deepEqual([mended.refused, mended.notes, mended.files[0]?.taken], [[], [], 4]);
  const { body } = await world.ask("marisol", "GET", "/people?limit=100");
  const names = body.items.map((one: Record<string, string>) => `${one.givenName} ${one.familyName}`);
  for (const name of ["José Ode", 'Ana Li; the "second"', "Zoë Ode", "Max Ode", "=x Ode"])
    assert.ok(names.includes(name), `${name} is not among ${names.join(", ")}`);
});

function mappingOf({ understood: [one] }: Report) {
  return { header: one!.header, reading: one!.reading };
}

test("each file has its own, a spreadsheet too, and what no row of is refused has none", async () => {
  const place = mkdtempSync(join(folder, "from-"));
  const learners = "student_id,first_name,last_name,email,class_year,phase\n";
  writeFileSync(join(place, "learners.csv"), `${learners}N1,Ada,Ode,n1@school.example.edu,2029,clerkship\n`);
  const educators = [
    ["faculty_id", "first_name", "last_name", "email"],
    ["H1", "Eva", "Roe", "h1.example.edu"],
    ["H2", "Max", "Paz", "h2@faculty.example.edu"],
  ];
  const sheet = educators.map((cells) => cells.map((value) => ({ value, type: String })));
  writeFileSync(join(place, "educators.xlsx"), await writeSheet([{ sheet: "One", data: sheet }]).toBuffer());
  writeFileSync(join(place, "training.csv"), "faculty_id,module,completed\nH1,-Feedback,2026-02-13\n");
  const into = refusedIn("several");
  const { err } = await run(place, "--refused", into);
  assert.match(err, /Refused rows of educators\.xlsx, to correct and import again: .*educators\.xlsx-refused\.csv/);
  assert.deepEqual(readdirSync(into).toSorted(), ["educators.xlsx-refused.csv", "training-refused.csv"]);
  assert.equal(saved(join(into, "educators.xlsx-refused.csv")).length, 2);
  correct(join(into, "educators.xlsx-refused.csv"), [[0, 3, "h1@faculty.example.edu"]]);
  const { files, refused } = await importing(into);
  assert.deepEqual([refused, files.map(({ taken }) => taken)], [[], [1, 1]]);
  const [{ module }] = (await world.ask("marisol", "GET", "/export/trainings")).body.items.filter(
    (one: { module: string }) => one.module.endsWith("Feedback"),
  );
  assert.equal(module, "-Feedback", "the mark of the export came in");
});

test("where nothing is refused nothing is written, and nothing is written where the next import would read it", async () => {
  const file = put("more.csv", "faculty_id,first_name,last_name,email\nH3,Ed,Roe,h3@faculty.example.edu\n");
  assert.equal((await importing(file, "--refused", refusedIn("none"))).files[0]?.taken, 1);
  assert.equal(existsSync(refusedIn("none")), false);
  for (const place of [join(file, ".."), file]) {
    const { code, err } = await run(file, "--refused", place);
    assert.deepEqual([code, /--refused(:| names) /.test(err)], [2, true], err);
  }
});

test("only who may import gets the rows of a file, and of another file's none", async () => {
  const files = [
    { name: "a.csv", base64: Buffer.from("faculty_id,module,completed\nF1,A,never\n").toString("base64") },
  ];
  const refused = [
    { file: "b.csv", line: 2, field: "completed", value: "never", because: "No day.", fix: "Write one." },
  ];
  const post = (who: string) => world.ask(who, "POST", "/imports/refused-rows", { files, refused });
  assert.equal((await post("dana")).status, 403);
  const { body, type } = sentAs({ files, refused });
  const response = await fetch(`${origin}/api/imports/refused-rows`, {
    method: "POST",
    headers: { authorization: `Bearer ${people.ravi!.secret}`, "content-type": type },
    body,
  });
  assert.match(response.headers.get("content-disposition") ?? "", /a-refused\.csv/);
  assert.equal(await response.text(), `faculty_id,module,completed,${why.join(",")}\r\n`);
});
