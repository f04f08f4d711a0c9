// A director changes a charter in a real browser: every part of it, with the diff while typing; nothing is asked in vain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;

test("every part of a charter is changed on the screen, and both sides read the new one", async () => {
  const page = await site.windowOf("dana");
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  await page.goto("/charters/coaching");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByText("Nothing differs yet.").waitFor();
  const lines = page.getByLabel("Where to go instead, a line each");
  await lines.fill(`${await lines.inputValue()}\nSleep: The health service`);
  await page.getByLabel("Confidentiality class").selectOption("education record");
  await page.getByLabel("Notice", { exact: true }).fill("Two days' notice.");
  await page.getByRole("button", { name: "Take out: Preparation" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByRole("textbox", { name: "Your own line" }).fill("We meet outside once a year.");
  const sources = page.getByLabel("Where the numbers come from, a line each");
  await sources.fill(`${await sources.inputValue()}\nOur own board, spring.`);
  const changes = page.getByRole("table", { name: "What changes" });
  await changes.getByText("Sleep: The health service").waitFor();
  await changes.getByText("We meet outside once a year.").waitFor();
  assert.deepEqual(await faultsOf(page, "changing a charter"), []);
  assert.deepEqual(refused, []);
  await page.getByLabel("Why it changes").fill("The board asked for it.");
  await page.getByRole("button", { name: "Save version 2" }).click();
  await page.getByText("Version 2 saved").waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(refused, [], "a saved draft is not previewed any more");
  const charters = ok(await world.ask("amara", "GET", "/charters"));
  const { body } = charters.find(({ program }: { program: string }) => program === "coaching").newest;
  assert.deepEqual(body.referTo.at(-1), { topic: "Sleep", to: "The health service" });
  assert.equal(body.confidentiality, "education record");
  assert.deepEqual(
    body.clauses.map(({ key }: { key: string }) => key).filter((key: string) => /^own|preparation/.test(key)),
    ["own-a"],
  );
  assert.deepEqual(site.complaints, []);
});
