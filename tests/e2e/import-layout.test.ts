// How a file is read, corrected by hand in a real browser: also where it could not be read at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const head = "student_id,first_name,last_name,email,class_year,phase";
const row = "E1,Jos\u00e9,Ode,e1@school.example.edu,2029,clerkship";

async function openWith(content: string | Buffer, name: string): Promise<Page> {
  const page = await site.windowOf("ravi");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  return page;
}

test("a wrong encoding and separator are seen and corrected, and the dialog stays through a look that is refused", async () => {
  // Mac's "é", which Windows-1252 reads as another letter.
  const page = await openWith(Buffer.from(`${head}\n${row.replace("\u00e9", "\u008e")}\n`, "latin1"), "learners.csv");
  await page.getByRole("button", { name: /^Columns of learners\.csv/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "How learners.csv is read" });
  await dialog.getByLabel("Encoding").selectOption({ label: "Western European, Mac" });
  await dialog.getByText("Such as José").waitFor();
  await dialog.getByLabel("Cells are parted by").selectOption({ label: "Semicolons" });
  await dialog.getByText(`${head}`, { exact: true }).waitFor();
  assert.equal(await dialog.getByLabel("Given name").count(), 0, "columns of another separator are still offered");
  await dialog.getByLabel("Cells are parted by").selectOption({ label: "Commas" });
  await dialog.getByText("Such as José").waitFor();
  await dialog.getByLabel("Line with the headings").selectOption("9");
  await dialog.getByText("learners.csv has no row that begins in line 9.").waitFor();
  assert.deepEqual(await faultsOf(page, "how a file is read, refused"), []);
  await dialog.getByLabel("Line with the headings").selectOption("1");
  await dialog.getByText("Such as José").waitFor();
  assert.deepEqual(await faultsOf(page, "how a file is read"), []);
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await page.getByRole("button", { name: "Take 1 row" }).waitFor();
  assert.deepEqual(site.complaints, []);
  await page.close();
});

test("a file that could not be read is corrected where it is refused, and an unclear day column is asked about", async () => {
  const page = await openWith("Export of 2026\nwho,what,when\nF1,Coaching skills,03/04/2026\n", "done.csv");
  await page.getByRole("button", { name: "Correct how done.csv is read" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "How done.csv is read" });
  await dialog.getByLabel("Line with the headings").selectOption("2");
  await dialog.getByText("who · what · when").waitFor();
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await page.getByLabel("Kind of file, done.csv").selectOption({ label: "Training" });
  await page.getByRole("button", { name: /^Columns of done\.csv: 0 of/ }).press("Enter");
  const found = { "Educator's id": "who", Module: "what", "Completed on": "when" };
  // One after the other, without waiting for a look in between.
  for (const [field, heading] of Object.entries(found)) await dialog.getByLabel(field).selectOption({ label: heading });
  await dialog.getByText("Such as 03/04/2026").waitFor();
  for (const [field, heading] of Object.entries(found))
    assert.equal(await dialog.getByLabel(field).locator("option:checked").textContent(), heading);
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await page.getByText("Choose the order of the days: done.csv.").waitFor();
  await page.getByText("First settle what is asked of done.csv above, or leave it out.").waitFor();
  assert.deepEqual(await faultsOf(page, "an order of days to be chosen"), []);
  await page.getByLabel("Order of days, done.csv").selectOption({ label: "Day, month, year" });
  await page.getByText("Choose the order of the days: done.csv.").waitFor({ state: "detached" });
  assert.deepEqual(site.complaints, []);
  await page.close();
});
