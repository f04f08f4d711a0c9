// Lines above the headings: left out and told where the headings are plain, refused with a fix where they are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import writeSheet from "write-excel-file/node";
import { openWorld } from "./help/world.ts";

const { ask } = await openWorld();
const head = "student_id,first_name,last_name,email,class_year,phase";
const row = (id: string) => `${id},Zoë,Ode,${id}@school.example.edu,2029,clerkship`;
const titles = ['"Export of learners, 2026"', "", "Made on,2026-11-28", "Filter;all"];

async function preview(content: string | Buffer, name = "learners.csv") {
  const files = [{ name, base64: Buffer.from(content).toString("base64") }];
  return ask("ravi", "POST", "/imports/preview", { files });
}
const seen = ({ understood, files, notes }: Record<string, any>) => ({
  above: understood[0].linesAbove,
  separator: understood[0].separator,
  rowsIn: files[0].rowsIn,
  taken: files[0].taken,
  notes: notes.map(({ words }: { words: string }) => words),
});
const three = "3 lines above the headings were left out, and count as no rows.";

test("titles are left out and told; the rows are counted without them and keep their lines", async () => {
  const { body } = await preview([...titles, head, row("H1"), "H2,,,,,"].join("\n"));
  assert.deepEqual(seen(body), { above: 3, separator: ",", rowsIn: 2, taken: 1, notes: [three] });
  assert.equal(body.refused[0].line, 7);
});

test("a title with other signs does not hide the separator of the headings", async () => {
  const cells = [head, row("H1")].map((line) => `"${line.replaceAll(",", '";"')}"`);
  const { body } = await preview(["Learners, all, of 2026, in the term", ...cells].join("\n"));
  const one = "1 line above the headings was left out, and counts as no row.";
  assert.deepEqual(seen(body), { above: 1, separator: ";", rowsIn: 1, taken: 1, notes: [one] });
});

test("a spreadsheet may have a title, too", async () => {
  const data = ["Export of learners", head, row("H1")].map((line) =>
    line.split(",").map((value) => ({ value, type: String })),
  );
  const { body } = await preview(await writeSheet([{ sheet: "A", data }]).toBuffer(), "book.xlsx");
  assert.deepEqual([body.understood[0].linesAbove, body.files[0].rowsIn, body.files[0].taken], [1, 1, 1]);
});

test("headings that nobody knows below a title are refused with what to do", async () => {
  const { status, body } = await preview("Export of 2026\nwho,what,when\nF1,Coaching skills,2026-04-03\n");
  assert.deepEqual([status, body.rule], [422, "file.heading"]);
  assert.match(body.faults[0].because, /Say in which line its headings are, or take out the lines above them/);
});

test("a first row that fills as many cells as known headings further down is no title", async () => {
  const { body } = await preview(`a,b,c,d,e,f\n${head}\n${row("H1")}\n`);
  assert.deepEqual([body.understood[0].header[0], body.understood[0].reading], ["a", null]);
});
