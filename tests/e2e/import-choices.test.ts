// What only a human can say of an import, in a real browser and by keyboard: who is whom, and how a file is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const head = "student_id,first_name,last_name,email,class_year,phase";

async function openWith(text: string | Buffer, name = "learners.csv"): Promise<Page> {
  const page = await site.windowOf("ravi");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  return page;
}

/** Presses what the keyboard reaches, as a reader without a mouse does. */
async function press(page: Page, name: string | RegExp, key = "Enter"): Promise<void> {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press(key);
}

test("an answer is kept where nothing else is to be taken, stands there the next time, and can be changed", async () => {
  const text = `${head}\nT1,Ana,Li,t1@school.example.edu,2029,clerkship\nT2,Ana,Li,t2@school.example.edu,2029,clerkship\n`;
  let page = await openWith(text);
  await press(page, "Take 2 rows");
  await page.getByText("2 rows taken.").waitFor();
  await page.close();

  page = await openWith(text);
  await page.getByText("Nothing to take: every row that can be taken is here already.").waitFor();
  await page.getByRole("radio", { name: "Two people" }).focus();
  await page.keyboard.press("Space");
  await press(page, "Keep the answer");
  await page.getByText("Your answers are kept.").waitFor();
  await page.close();

  page = await openWith(text);
  await page.getByRole("heading", { name: "Answered before" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "One person or two?" }).count(), 0);
  await page.locator("summary", { hasText: "1 pair" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Ravi Example, ").first().waitFor();
  assert.equal(await page.getByRole("radio", { name: "Two people" }).isChecked(), true);
  assert.deepEqual(await faultsOf(page, "a pair that was answered before"), []);
  await page.getByRole("radio", { name: "The same person" }).focus();
  await page.keyboard.press("Space");
  await page.getByText("T2 and T1 came in as two people").first().waitFor();
  assert.deepEqual(site.complaints, []);
  await page.close();
});

test("what would come to be is told of files that are read, and says where all of them is refused", async () => {
  let page = await openWith("number,whole name\nT1,Ana Li\n", "people.csv");
  await page.getByText("people.csv has headings that fit no kind of file.").waitFor();
  assert.equal(await page.getByRole("heading", { name: "What would come to be" }).count(), 0);
  await page.close();

  page = await openWith(`${head}\nT9,Ana,Li,not-an-address,2029,clerkship\n`);
  await page.getByText("Nothing: no row can be taken.").waitFor();
  assert.deepEqual(await faultsOf(page, "a file whose rows are all refused"), []);
  assert.deepEqual(site.complaints, []);
  await page.close();
});

test("a file that lacks a column is told which, once, and no order of days where no column holds one", async () => {
  let page = await openWith(`${head.replace(",phase", "")}\nT5,Ana,Li,t5@school.example.edu,2029\n`);
  const lacking = page.getByText('learners.csv comes nearest to "Learners", but has no column for Phase.');
  await lacking.waitFor();
  assert.equal(await page.getByText("has no column for", { exact: false }).count(), 1);
  await page.getByText("First settle what is asked of learners.csv above, or leave it out.").waitFor();
  // Beside a file that could be taken, nothing is said of what was not tried out.
  await page.locator("input[type=file]").setInputFiles({
    name: "educators.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("faculty_id,first_name,last_name,email\nT8,Eva,Roe,t8@faculty.example.edu\n"),
  });
  await page.getByText("1 row in = 1 taken", { exact: false }).waitFor();
  for (const name of ["What would come to be", "Against the wall"])
    assert.equal(await page.getByRole("heading", { name }).count(), 0, name);
  assert.deepEqual(await faultsOf(page, "a file that lacks a column"), []);
  await page.close();

  page = await openWith("faculty_id,module\nF1,Coaching skills\n", "training.csv");
  await page.getByText("has no column for Completed on.", { exact: false }).waitFor();
  await page.getByLabel("Kind of file, training.csv").selectOption("training");
  await page.getByText("2 of 3 found, 1 needed").waitFor();
  await page.getByText("No days").waitFor();
  assert.equal(await page.getByLabel("Order of days, training.csv").count(), 0);
  assert.deepEqual(site.complaints, []);
  await page.close();
});

test("what is said of one row says one", async () => {
  const page = await openWith(
    `${head}\nT6,Ana,Li,t6@school.example.edu,2029,clerkship\nT7,Ben,Li,not-an-address,2029,clerkship\n`,
  );
  await page.getByText("It is left out, and nothing else waits for it.", { exact: false }).waitFor();
  await press(page, "Take 1 row");
  await page.getByText("1 row was refused. It stands below, with its reason.").waitFor();
  assert.deepEqual(site.complaints, []);
  await page.close();
});
