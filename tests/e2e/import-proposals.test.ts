// What an import does to proposals that are out, on the screens of who imports, of the two, and of the desk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withdrawnWords } from "../../src/matching/proposal.ts";
import { asked, educatorHead, educatorRow, pairHead } from "../help/proposals-out.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { runId } = await asked(site.world);
const files = Object.entries({
  "relationships.csv": `${pairHead}\namara,fatima,coaching,2026-09-01\n`,
  "educators.csv": `${educatorHead},coach_capacity\n${educatorRow("priya", "0")}\n`,
}).map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) }));

test("a coordinator reads what becomes of whose proposal before taking the files, and finds the rest on the desk", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles(files);
  const met = page.getByRole("table", { name: "Open proposals that these files touch" });
  await met.getByRole("row", { name: /Amara Example.*somebody in this program.*Withdrawn/ }).waitFor();
  await met.getByRole("row", { name: /Noah Example.*fewer places.*Stays open/ }).waitFor();
  await page.getByText("1 proposal that waits for an answer would be withdrawn.").waitFor();
  assert.deepEqual(await faultsOf(page, "an import that meets proposals"), []);
  await page.getByRole("button", { name: "Take 2 rows" }).click();
  await page.getByText("1 proposal was withdrawn").waitFor();
  await page.getByText("1 proposal stays open").waitFor();
  await page.goto("/");
  await page.getByText("Raise the places, or ask one of the two to say no").waitFor();
  await page.goto(`/matching/${runId}`);
  await page.getByText("Withdrawn. The learner has somebody in this program now.").waitFor();
  await page.close();
});

test("both of the two read the same words, and have nothing to answer", async () => {
  for (const who of ["amara", "tomas"]) {
    const page = await site.windowOf(who);
    await page.goto("/proposals");
    await page.getByText(withdrawnWords).waitFor();
    assert.equal(await page.getByRole("button", { name: /yes|no/i }).count(), 0);
    assert.deepEqual(await faultsOf(page, `a withdrawn proposal, to ${who}`), []);
    await page.close();
  }
  assert.deepEqual(site.complaints, []);
});
