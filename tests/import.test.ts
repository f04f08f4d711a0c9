// Importing over the API: a school's faulty exports are looked at, taken, repeated without effect, and undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import writeSheet from "write-excel-file/node";
import { inventSchool } from "../src/intake/invented.ts";
import { firstCharters } from "../src/programs/first.ts";
import { openWorld, type Reply } from "./help/world.ts";

const world = await openWorld();
const { ask } = world;
const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
const files = inventSchool(7, { learners: 80, educators: 60 }, "2026-11-23", modules);

interface Given {
  name: string;
  base64: string;
}

function send(texts: Record<string, string>): Given[] {
  return Object.entries(texts).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
}

interface Count {
  name: string;
  rowsIn: number;
  taken: number;
  refused: number;
  unchanged: number;
  repeated: number;
  leftOut: number;
}

/** Every row is counted once. By file: taken and unchanged. */
function assertCounted({ files: counts }: { files: Count[] }): [string, number, number][] {
  return counts.map(({ name, rowsIn, taken, refused, unchanged, repeated, leftOut }) => {
    assert.equal(rowsIn, taken + refused + unchanged + repeated + leftOut, name);
    return [name, taken, unchanged];
  });
}

test("a preview tells what each file holds, every fault with its line and fix, and keeps nothing", async () => {
  const { status, body } = await ask("ravi", "POST", "/imports/preview", { files: send(files) });
  assert.equal(status, 200, JSON.stringify(body));
  assertCounted(body);
  const faults = body.refused.map(({ file, field, line }: Record<string, unknown>) => `${file} ${field} ${line}`);
  for (const fault of [
    "educators.csv coach_capacity 5",
    "educators.csv fte_percent 7",
    "educators.csv email 9",
    "learners.csv email 4",
    "learners.csv last_name 6",
    "learners.csv class_year 8",
    "rotations.csv supervisor_id 3",
    "rotations.csv end 4",
  ])
    assert.ok(faults.includes(fault), fault);
  assert.ok(body.refused.every(({ because, fix }: Record<string, string>) => because && fix));
  assert.equal(body.questions.filter(({ waits }: { waits: boolean }) => waits).length, 2);
  assert.ok(body.collisionCount > 0, "no pair of the files collides");
  assert.equal(body.importId, null);
  assert.deepEqual((await ask("ravi", "GET", "/imports")).body.items, []);
});

test("taken once, the same files again change nothing, and the answer to a question makes two ids one person", async () => {
  const first = await ask("ravi", "POST", "/imports", { files: send(files) });
  assert.equal(first.status, 200, JSON.stringify(first.body));
  const again = await ask("ravi", "POST", "/imports", { files: send(files) });
  const counts: number[] = [...Object.values<number>(again.body.added), ...Object.values<number>(again.body.changed)];
  assert.deepEqual(
    counts.filter((count) => count > 0),
    [],
  );
  const before = assertCounted(first.body);
  assert.ok(before.every(([, taken, unchanged]) => taken > 0 && unchanged === 0));
  assert.deepEqual(
    assertCounted(again.body),
    before.map(([name, taken]) => [name, 0, taken]),
  );
  const answers = Object.fromEntries(
    first.body.questions.filter(({ waits }: { waits: boolean }) => waits).map(({ id }: { id: string }) => [id, "same"]),
  );
  const answered = await ask("ravi", "POST", "/imports", { files: send(files), answers });
  assert.equal(answered.body.questions.filter(({ waits }: { waits: boolean }) => waits).length, 0);
  assert.equal(answered.body.added.people ?? 0, 0);
  // Each row that waited brings an id, and nothing when it comes once more.
  const takenOf = ({ body }: Reply) => assertCounted(body).reduce((sum, [, taken]) => sum + Number(taken), 0);
  assert.equal(takenOf(answered), Object.keys(answers).length);
  assert.equal(takenOf(await ask("ravi", "POST", "/imports", { files: send(files), answers })), 0);
});

test("a file with one changed row takes that row alone; what nothing changes, is unchanged in a preview too", async () => {
  const lines = files["training.csv"]!.split("\n");
  const at = lines.findIndex((line) => line.includes("2025-"));
  const changed = { ...files, "training.csv": lines.with(at, lines[at]!.replace("2025-", "2024-")).join("\n") };
  const { body } = await ask("ravi", "POST", "/imports/preview", { files: send(changed) });
  const taken = assertCounted(body).filter(([, count]) => count > 0);
  assert.deepEqual(
    taken.map(([name, count]) => [name, count]),
    [["training.csv", 1]],
  );
});

test("other separators, encodings, headings and day orders are understood, and shown", async () => {
  const text =
    "Banner ID;Surname;Given Name;E-mail;Class of;Stage\nB1;Müller;Zoë;zoe@students.example.edu;2029;clerkship\n";
  const latin = Buffer.from(text, "latin1").toString("base64");
  const { body } = await ask("ravi", "POST", "/imports/preview", { files: [{ name: "students.csv", base64: latin }] });
  const [file] = body.understood;
  assert.deepEqual([file.separator, file.encoding, file.reading.kind], [";", "windows-1252", "learners"]);
  assert.deepEqual(file.sample, [["B1", "Müller", "Zoë", "zoe@students.example.edu", "2029", "clerkship"]]);
  assert.deepEqual([body.files[0].taken, body.added.people], [1, 1]);
  const marked = await ask("ravi", "POST", "/imports/preview", {
    files: [
      {
        name: "students.csv",
        base64: Buffer.from(`\ufeff${text.replaceAll(";", "\t")}`, "utf16le").toString("base64"),
      },
    ],
  });
  assert.deepEqual(
    [marked.body.understood[0].encoding, marked.body.understood[0].hasByteOrderMark, marked.body.files[0].taken],
    ["utf-16le", true, 1],
  );
});

test("a spreadsheet is read like any file, its days included", async () => {
  const cell = (value: string | Date) =>
    value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : { value, type: String };
  const rows = [
    ["faculty_id", "module", "completed"].map(cell),
    ["F5010", "Coaching skills", new Date("2026-05-04T00:00:00Z")].map(cell),
  ];
  const sheet = await writeSheet(rows).toBuffer();
  const { body } = await ask("ravi", "POST", "/imports/preview", {
    files: [{ name: "training.xlsx", base64: sheet.toString("base64") }],
  });
  assert.deepEqual([body.understood[0].format, body.files[0].taken, body.refused], ["xlsx", 1, []]);
});

test("days that could be read in two ways wait for a choice", async () => {
  const text = "faculty_id,module,completed\nF5010,Coaching skills,03/04/2026\n";
  const [file] = send({ "training.csv": text });
  const preview = await ask("ravi", "POST", "/imports/preview", { files: [file] });
  assert.equal(preview.body.understood[0].unclearDates, true);
  assert.equal((await ask("ravi", "POST", "/imports", { files: [file] })).body.rule, "file.undecided");
  const reading = { ...preview.body.understood[0].reading, dateOrder: "mdy" };
  const taken = await ask("ravi", "POST", "/imports", { files: [{ ...file, reading }] });
  assert.equal(taken.body.added.trainings, 1);
  assert.equal(
    (await ask("ravi", "POST", "/imports/preview", { files: [file] })).body.understood[0].unclearDates,
    false,
  );
});

test("files that are no tables are refused by name", async () => {
  const cases: [string, Buffer][] = [
    ["empty.csv", Buffer.from("")],
    ["image.csv", Buffer.from([0, 1, 2, 0, 255])],
    ["bad.xlsx", Buffer.from("PK\u0003\u0004 no sheet")],
    ["twice.csv", Buffer.from("a,a\n1,2\n")],
  ];
  for (const [name, bytes] of cases) {
    const { status, body } = await ask("ravi", "POST", "/imports/preview", {
      files: [{ name, base64: bytes.toString("base64") }],
    });
    assert.equal(status, 422, name);
    assert.equal(body.faults[0].field, name);
  }
});

test("an import is undone as a whole by who may import, and by nobody else", async () => {
  const { body } = await ask("ravi", "GET", "/imports");
  const newest = body.items.find(({ rows, canUndo }: { rows: number; canUndo: boolean }) => rows === 1 && canUndo);
  assert.equal((await ask("dana", "POST", `/imports/${newest.importId}/undo`, { because: "Wrong file" })).status, 403);
  assert.equal((await ask("ravi", "POST", `/imports/${newest.importId}/undo`, { because: "Wrong file" })).body.rows, 1);
  assert.equal(
    (await ask("ravi", "POST", `/imports/${newest.importId}/undo`, { because: "Wrong file" })).body.rule,
    "import.undone",
  );
  assert.equal((await ask("ravi", "POST", `/imports/${crypto.randomUUID()}/undo`, { because: "None" })).status, 404);
});

test("learners, educators and blind administrators do not import", async () => {
  for (const who of ["amara", "tomas", "ada", "dana", "imani"])
    assert.equal((await ask(who, "POST", "/imports/preview", { files: send(files) })).status, 403, who);
});
