// The import in a real browser: how far it is, stopping it without keeping anything, and going on from there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const count = 12_000;
const lines = Array.from(
  { length: count },
  (_, at) => `P${at},Lea,Rner${at},p${at}@students.example.edu,2029,clerkship`,
);
const text = `student_id,first_name,last_name,email,class_year,phase\n${lines.join("\n")}\n`;
const file = { name: "learners.csv", mimeType: "text/csv", buffer: Buffer.from(text) };

/** Lets `look` see the work where it is: at the first learners, and not beyond. */
async function held(look: () => Promise<void>): Promise<void> {
  const sql = postgres({ ...world.database.admin, max: 1 });
  await sql.begin(async (tx) => {
    await tx`lock table learners in exclusive mode`;
    await look();
  });
  await sql.end();
}

function bar(page: Page, name: string) {
  return page.getByRole("progressbar", { name });
}

async function stopByKeyboard(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Stop" }).focus();
  await page.keyboard.press("Enter");
}

/** Whether the keyboard stands on the button of this name: nobody is put back to the top of the page. */
async function standsOn(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  await button.and(page.locator(":focus")).waitFor();
}

test("a look and an import show how far they are; stopped, they keep nothing, and can be done after all", async () => {
  const page = await site.windowOf("ravi");
  await page.goto("/import");
  await held(async () => {
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(`0 of ${count.toLocaleString("en-US")} rows`).waitFor();
    assert.equal(await bar(page, "Trying the rows out").getAttribute("max"), String(count));
    assert.deepEqual(await faultsOf(page, "a look that runs"), []);
    await stopByKeyboard(page);
    await page.getByText("Stopped. Nothing was kept.").waitFor();
    await standsOn(page, "Look again");
    assert.deepEqual(await faultsOf(page, "a look that was stopped"), []);
  });
  await page.getByRole("button", { name: "Look again" }).click();
  const take = page.getByRole("button", { name: "Take 12,000 rows" });
  await page.getByText("All of them are taken together, or none.").waitFor();

  await held(async () => {
    await take.click();
    await bar(page, "Taking the rows in").waitFor();
    await page.getByText(`0 of ${count.toLocaleString("en-US")} rows`).waitFor();
    assert.deepEqual(await faultsOf(page, "an import that runs"), []);
    await stopByKeyboard(page);
    await page.getByText("Stopped. Nothing was kept. Change what you like").waitFor();
    await standsOn(page, "Take 12,000 rows");
    assert.deepEqual(await faultsOf(page, "an import that was stopped"), []);
  });
  assert.deepEqual((await world.ask("ravi", "GET", "/imports")).body.items, []);

  await take.click();
  await page.getByText("12,000 rows taken.").waitFor();
  assert.equal((await world.ask("ravi", "GET", "/imports")).body.items.length, 1);
  assert.deepEqual(await faultsOf(page, "an import that was taken"), []);
  assert.deepEqual(site.complaints, []);
  await page.close();
});

test("a refused value of any length is shown whole on every width", async () => {
  const page = await site.windowOf("ravi");
  const odd = `student_id,first_name,last_name,email,class_year,phase\nQ1,=HYPERLINK("http://example.invalid/${"x".repeat(80)}"),Learner,q1@students.example.edu,2029,clerkship\n`;
  await page.goto("/import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "learners.csv", mimeType: "text/csv", buffer: Buffer.from(odd) });
  await page.getByText("It is a spreadsheet formula.").first().waitFor();
  assert.deepEqual(await faultsOf(page, "a long refused value"), []);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save 1 row of learners.csv" }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "learners-refused.csv");
  const mended = readFileSync(await saved.path(), "utf8").replace(/"?'=HYPERLINK[^,]+,/, "Lea,");
  await page.getByRole("button", { name: "Leave out learners.csv" }).click();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "learners-refused.csv", mimeType: "text/csv", buffer: Buffer.from(mended) });
  await page.getByRole("button", { name: "Take 1 row" }).click();
  await page.getByText("1 row taken.").waitFor();
  await page.close();
});
