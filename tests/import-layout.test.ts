// How a file's bytes become rows is found out, and what was found out can be corrected: encoding, separator, headings.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people } = world;
const head = "student_id,first_name,last_name,email,class_year,phase";
const row = (id: string, first = "Jos\u00e9") => `${id},${first},Ode,${id}@school.example.edu,2029,clerkship`;

interface Given {
  name?: string;
  layout?: Record<string, unknown>;
  reading?: Record<string, unknown>;
}
async function send(path: string, content: string | Buffer, { name = "learners.csv", ...said }: Given = {}) {
  const files = [{ name, base64: Buffer.from(content).toString("base64"), ...said }];
  return ask("ravi", "POST", path, { files });
}
const look = async (content: string | Buffer, given?: Given) => (await send("/imports/preview", content, given)).body;

/** In Mac's encoding: "é" is 0x8e, which Windows-1252 reads as "Ž". */
const mac = (text: string) => Buffer.from(text.replaceAll("é", "\u008e"), "latin1");

test("an encoding that was guessed wrong is chosen, and remembered for files with these headings", async () => {
  const text = mac(`${head}\n${row("L1")}\n`);
  const guessed = await look(text);
  assert.notEqual(guessed.understood[0].sample[0][1], "José", "the guess was right: this file proves nothing");
  const layout = { encoding: "macintosh" };
  const chosen = await look(text, { layout });
  assert.deepEqual([chosen.understood[0].encoding, chosen.understood[0].sample[0][1]], ["macintosh", "José"]);
  assert.notEqual((await look(text)).understood[0].sample[0][1], "José", "a look was remembered");
  assert.equal((await send("/imports", text, { layout })).body.added.people, 1);
  const { understood } = await look(mac(`${head}\n${row("L2", "Ren\u00e9e")}\n`), { name: "next.csv" });
  assert.deepEqual([understood[0].encoding, understood[0].sample[0][1]], ["macintosh", "Renée"]);
});

test("what was remembered yields to bytes that tell their encoding, and to other headings", async () => {
  const utf8 = await look(`${head}\n${row("L3")}\n`);
  assert.deepEqual([utf8.understood[0].encoding, utf8.understood[0].sample[0][1]], ["utf-8", "José"]);
  const other = await look(mac(`${head},campus\n${row("L3")},Main\n`));
  assert.notEqual(other.understood[0].encoding, "macintosh");
});

test("UTF-8 by hand is not remembered: it would spoil files of another encoding", async () => {
  const headings = `${head},needs`;
  const layout = { encoding: "utf-8" };
  assert.equal((await send("/imports", `${headings}\n${row("L4")},\n`, { layout })).status, 200);
  const { understood } = await look(Buffer.from(`${headings}\n${row("L4")},\n`, "latin1"));
  assert.deepEqual([understood[0].encoding, understood[0].sample[0][1]], ["windows-1252", "José"]);
});

test("headings are recalled as they are in the encoding that was chosen", async () => {
  const headings = "Matr\u00e9,Pr\u00e9nom,Nom,Mail,Ann\u00e9e,Cycle";
  const reading = {
    kind: "learners",
    mapping: { student_id: 0, first_name: 1, last_name: 2, email: 3, class_year: 4, phase: 5 },
  };
  const taken = await send("/imports", mac(`${headings}\n${row("L5")}\n`), {
    layout: { encoding: "macintosh" },
    reading,
  });
  assert.equal(taken.body.added.people, 1, JSON.stringify(taken.body));
  const { understood } = await look(mac(`${headings}\n${row("L6")}\n`), { name: "export.csv" });
  assert.deepEqual([understood[0].encoding, understood[0].header[1]], ["macintosh", "Prénom"]);
  assert.equal(understood[0].reading.mapping.first_name, 1);
});

test("the separator and the line of the headings are chosen, and found again by the headings", async () => {
  const text = "who,who;what;when,day\nF1;Coaching skills;2026-04-03\n";
  assert.equal((await look(text)).understood[0].header.length, 3, "no separator is in doubt here");
  const chosen = await look(text, { layout: { separator: "," } });
  assert.deepEqual(chosen.understood[0].header, ["who", "who;what;when", "day"]);

  const titled = `a,b,c,d,e,f\nold,headings,of,other,things,here\n${head}\n${row("L7")}\n`;
  assert.equal((await look(titled)).understood[0].headingLine, 1);
  const { understood, files, notes } = await look(titled, { layout: { headingLine: 3 } });
  assert.deepEqual(
    [understood[0].headingLine, understood[0].header[0], files[0].rowsIn, notes.length],
    [3, "student_id", 1, 1],
  );
  const gone = await send("/imports/preview", titled, { layout: { headingLine: 9 } });
  assert.deepEqual([gone.status, gone.body.rule], [422, "file.heading"]);
  assert.match(gone.body.detail, /no row that begins in line 9\.$/);
});

test("a spreadsheet has neither an encoding nor a separator, and a layout only what there is", async () => {
  const { default: writeSheet } = await import("write-excel-file/node");
  const cells = (line: string) => line.split(",").map((value) => ({ value, type: String }));
  const data = ["x,y", head, row("L8")].map(cells);
  const book = await writeSheet([{ sheet: "A", data }]).toBuffer();
  const refused = await send("/imports/preview", book, { name: "a.xlsx", layout: { separator: ";" } });
  assert.deepEqual([refused.status, refused.body.rule], [422, "file.layout"]);
  const { understood } = await look(book, { name: "a.xlsx", layout: { headingLine: 2 } });
  assert.equal(understood[0].reading.kind, "learners");
  for (const layout of [{ separator: "x" }, { encoding: "klingon" }, { headingLine: 0 }])
    assert.equal((await send("/imports/preview", head, { layout })).body.rule, "request.shape");
});

test("the order of days is found out for a column that is chosen by hand, and asked where it is unclear", async () => {
  const reading = { kind: "training", mapping: { faculty_id: 0, module: 1, completed: 2 } };
  const text = (day: string) => `who,what,when\nF1,Coaching skills,${day}\n`;
  const clear = await look(text("04/25/2026"), { reading });
  assert.deepEqual([clear.understood[0].reading.dateOrder, clear.understood[0].unclearDates], ["mdy", false]);
  const unclear = await look(text("03/04/2026"), { reading });
  assert.equal(unclear.understood[0].unclearDates, true);
  const taken = await send("/imports", text("03/04/2026"), { reading });
  assert.deepEqual([taken.status, taken.body.rule], [422, "file.undecided"]);
  const iso = await look(text("03/04/2026"), { reading: { ...reading, dateOrder: "iso" } });
  assert.match(iso.refused.find(({ field }: { field: string }) => field === "completed").because, /in two ways/);
});

test("headings without a Latin letter are told apart, in whatever order they stand", async () => {
  const reading = {
    kind: "learners",
    mapping: { student_id: 0, first_name: 1, last_name: 2, email: 3, class_year: 4, phase: 5 },
  };
  const headings = ["Номер", "Имя", "Фамилия", "Почта", "Выпуск", "Этап"];
  const values = row("L9").split(",");
  const made = await send("/imports", `${headings.join()}\n${values.join()}\n`, { name: "a.csv", reading });
  assert.equal(made.body.added.people, 1, JSON.stringify(made.body));
  const turned = `${headings.toReversed().join()}\n${values.toReversed().join()}\n`;
  const { understood, files } = await look(turned, { name: "b.csv" });
  assert.deepEqual(understood[0].reading?.mapping.first_name, 4);
  assert.equal(files[0].unchanged, 1);
  const spaced = headings.map((heading) => ` ${heading.toUpperCase()}:`);
  const again = await look(`${spaced.join()}\n${values.join()}\n`, { name: "b.csv" });
  assert.equal(again.understood[0].reading?.mapping.last_name, 2);
  const others = ["Раз", "Два", "Три", "Четыре", "Пять", "Шесть"];
  assert.equal((await look(`${others.join()}\n${values.join()}\n`, { name: "c.csv" })).understood[0].reading, null);
});

const folder = mkdtempSync(join(tmpdir(), "chiron-import-layout-"));
after(() => rmSync(folder, { recursive: true }));
const origin = await listening(world);
const run = (...args: string[]) =>
  runCommand(["import", folder, "--dry-run", "--json", "--url", origin, "--key", people.ravi!.secret, ...args]);

test("the CLI takes all three, and a mistake names what there is", async () => {
  writeFileSync(
    join(folder, "odd.csv"),
    mac(`a|b|c|d|e|f|g\n${head.replaceAll(",", "|")}|status\n${row("M1").replaceAll(",", "|")}|active\n`),
  );
  const said = ["--encoding", "odd.csv=macintosh", "--separator", "odd.csv=|", "--heading", "odd.csv=2"];
  const { code, out, err } = await run(...said);
  assert.equal(code, 0, err);
  const [one] = JSON.parse(out).understood;
  assert.deepEqual(
    [one.encoding, one.separator, one.headingLine, one.sample[0][1], one.reading.kind],
    ["macintosh", "|", 2, "José", "learners"],
  );
  for (const [args, words] of [
    [["--encoding", "odd.csv=klingon"], /--encoding odd\.csv= one of utf-8, .*windows-1252/],
    [["--separator", "odd.csv=x"], /--separator odd\.csv= one of ,, ;, tab, \|/],
    [["--heading", "odd.csv=zero"], /--heading odd\.csv= a line from 1 to 1000/],
    [["--separator", "gone.csv=;"], /no file gone\.csv is there, but odd\.csv/],
  ] as const) {
    const told = await run(...args);
    assert.deepEqual([told.code, words.test(told.out + told.err)], [2, true], told.out + told.err);
  }
});
