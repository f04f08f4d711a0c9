// Files as other programs leave them, what a human says of one in the CLI, and what a key must carry.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import writeSheet from "write-excel-file/node";
import { runCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people } = world;
const origin = await listening(world);
const head = "student_id,first_name,last_name,email,class_year,phase";
const row = (id: string) => `${id},José,Ode,${id}@school.example.edu,2029,clerkship`;

async function preview(name: string, content: Buffer) {
  const files = [{ name, base64: content.toString("base64") }];
  const { status, body } = await ask("ravi", "POST", "/imports/preview", { files });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

test("a first line that says the separator is no heading, and lines keep their numbers", async () => {
  const text = `sep=;\r\n${[head, row("Z1"), "Z2,,,,,"].join("\r\n").replaceAll(",", ";")}`;
  const { understood, files, refused } = await preview("learners.csv", Buffer.from(text));
  assert.deepEqual([understood[0].separator, files[0].rowsIn, files[0].taken], [";", 2, 1]);
  assert.equal(refused[0].line, 4);
});

test("UTF-16 is known without its mark", async () => {
  const little = Buffer.from(`${head}\n${row("Z1")}`, "utf16le");
  for (const [encoding, bytes] of [
    ["utf-16le", little],
    ["utf-16be", Buffer.from(little).swap16()],
  ] as const) {
    const { understood, files } = await preview("learners.csv", bytes);
    assert.deepEqual([understood[0].encoding, files[0].taken], [encoding, 1]);
  }
});

test("sheets behind the first are not read, and it says which; empty ones are not worth a word", async () => {
  const sheet = (name: string, rows: string[]) => ({
    sheet: name,
    data: rows.map((line) => line.split(",").map((value) => ({ value, type: String }))),
  });
  const book = [sheet("Learners", [head, row("Z1")]), sheet("Rotations", ["student_id,site"]), sheet("Sheet3", [])];
  const { files, notes } = await preview("book.xlsx", await writeSheet(book).toBuffer());
  assert.deepEqual([files[0].kind, files[0].taken], ["learners", 1]);
  assert.deepEqual(
    notes.map(({ file, words }: { file: string; words: string }) => [file, words.split(": ")[1]]),
    [["book.xlsx", "Rotations."]],
  );
});

test("a share of a post is not taken for a percentage", async () => {
  const text = "faculty_id,first_name,last_name,email,fte\nF1,Eva,Roe,f1@school.example.edu,0.2\n";
  const { refused } = await preview("educators.csv", Buffer.from(text));
  assert.deepEqual([refused.length, refused[0].field], [1, "fte_percent"]);
});

test("a key that may import and not see is refused in words that say which it needs", async () => {
  const key = async (capabilities: string[]) => {
    const { body } = await ask("ravi", "POST", "/account/keys", { label: "import", capabilities, days: 1 });
    const given = { ...people.ravi!, secret: body.secret as string };
    people.key = given;
    const files = [{ name: "learners.csv", base64: Buffer.from(`${head}\n${row("Z1")}`).toString("base64") }];
    return ask("key", "POST", "/imports/preview", { files });
  };
  const blind = await key(["import people"]);
  assert.deepEqual([blind.status, blind.body.rule], [403, "import.unseeing"]);
  assert.equal((await key(["import people", "see people"])).status, 200);
});

const folder = mkdtempSync(join(tmpdir(), "chiron-import-"));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "done.csv"), "faculty_id,module,completed\nF1,Coaching skills,03/04/2026\n");
writeFileSync(join(folder, "odd.csv"), "who,what,when\nF1,Coaching skills,2026-04-03\n");
writeFileSync(join(folder, "old.xls"), "old");
writeFileSync(join(folder, "~$done.xlsx"), "held open");
const run = (...args: string[]) =>
  runCommand(["import", folder, "--dry-run", "--url", origin, "--key", people.ravi!.secret, ...args]);

test("the CLI says what it leaves out, and how to say what a file does not", async () => {
  const { code, out, err } = await run();
  assert.equal(code, 0, err);
  assert.match(err, /Left out, since only CSV, TSV and XLSX are read: old\.xls\n/);
  assert.match(out, /--days done\.csv=dmy/);
  assert.match(out, /--kind odd\.csv=/);
});

test("the CLI reads a file as it is told", async () => {
  const { code, out, err } = await run(
    "--json",
    "--days",
    "done.csv=dmy",
    "--kind",
    "odd.csv=training",
    "--days",
    "odd.csv=iso",
  );
  assert.equal(code, 0, err);
  const { understood, refused } = JSON.parse(out);
  assert.deepEqual(
    understood.map(
      ({ reading, unclearDates }: { reading: { kind: string; dateOrder: string }; unclearDates: boolean }) => [
        reading.kind,
        reading.dateOrder,
        unclearDates,
      ],
    ),
    [
      ["training", "dmy", false],
      ["training", "iso", false],
    ],
  );
  assert.deepEqual(refused.map(({ because }: { because: string }) => because.split(",")[0]).toSorted(), [
    "No column holds this: Educator's id.",
    "No educator has the id F1",
  ]);
});

test("what the CLI is told must be whole", async () => {
  const cases: [string[], RegExp][] = [
    [["--days", "done.csv"], /--days is written FILE=ORDER/],
    [["--days", "done.csv=ymd"], /one of iso, dmy, mdy/],
    [["--days", "gone.csv=dmy"], /no file gone\.csv/],
    [["--kind", "odd.csv=people"], /one of learners/],
    [["--same", "S1"], /--same is written ID=ID/],
  ];
  for (const [args, words] of cases) {
    const { code, err } = await run(...args);
    assert.deepEqual([code, words.test(err)], [2, true], `${args.join(" ")}: ${err}`);
  }
});
