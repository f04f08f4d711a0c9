// A new server from its first line on, in a real browser: the one-time link, the school, its first administrator, the
// first invitation, signing out and in again; and what the server's log says of all of them.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser } from "../help/browser.ts";
import { startCommand } from "../help/command.ts";
import { faultsOf } from "../help/site.ts";

const folder = mkdtempSync(join(tmpdir(), "chiron-founding-"));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const person = { given: "Philippa", family: "Marchbanks", email: "philippa.marchbanks@school.example" };
const password = "nine quiet herons at dusk";
const invited = { given: "Oluwaseun", family: "Adebayo", email: "oluwaseun@school.example" };

test("from the first start to a second person who is in, and nobody's name in the log", async () => {
  const server = startCommand(["serve", "--port", "0", "--data", folder]);
  const [, link = ""] = await server.heard(/(http:\S+\/found\/\S+)/);
  const browser = await openBrowser();
  const window = async () => {
    const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  try {
    const admin = await window();
    await admin.goto(link);
    await admin.getByRole("button", { name: "Found the school" }).click();
    // Nothing was written: each field that needs something says so.
    await admin.locator(".field.invalid").first().waitFor();
    assert.deepEqual(await faultsOf(admin, "founding, with faults"), []);
    await found(admin);
    await admin.getByText(`${person.given} ${person.family}`).first().waitFor();
    // The name stands at the top before the page itself has come.
    await admin.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(await faultsOf(admin, "an administrator's home"), []);

    const late = await window();
    await late.goto(link);
    await late.getByText("has been used or replaced").waitFor();
    await late.getByRole("link", { name: "Sign in, if the school is there already" }).waitFor();

    const invitation = await invite(admin);
    await admin.getByRole("button", { name: /Your account/ }).click();
    await admin.getByRole("button", { name: "Sign out", exact: true }).click();
    await signIn(admin);
    await admin.getByText(`${person.given} ${person.family}`).first().waitFor();

    const second = await window();
    await second.goto(invitation);
    await second.getByLabel("Password").fill("seven grey geese by the lake");
    await second.getByRole("button", { name: "Open my account" }).click();
    await second.getByText(`${invited.given} ${invited.family}`).first().waitFor();
  } finally {
    await browser.close();
    server.child.kill("SIGTERM");
  }
  const { code, out, err } = await server.ended;
  assert.equal(code, 0);
  assert.match(out + err, /"path":"\/api\/me"|"route":/, "requests are logged");
  const secrets = [
    /\/found\/([^\s/]{8,})/.exec(link)![1]!,
    password,
    ...Object.values(person),
    ...Object.values(invited),
  ];
  // The link itself is printed once, for the operator; no line of the log repeats it.
  const log = (out + err).split("\n").filter((line) => line.startsWith("{"));
  assert.ok(log.length > 10, `${log.length} lines`);
  for (const secret of secrets)
    assert.deepEqual(
      log.filter((line) => line.includes(secret)),
      [],
      secret,
    );
});

async function found(page: Page): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill("Example School of Medicine");
  await page.getByLabel("Short name").fill("example");
  await page.getByLabel("Given name").fill(person.given);
  await page.getByLabel("Family name").fill(person.family);
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Found the school" }).click();
}

/** Adds a person, gives them an office, and returns the address of their invitation. */
async function invite(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Access" }).first().click();
  await page.getByRole("button", { name: "Add somebody for an office" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add them" }).click();
  await dialog.locator(".field.invalid").first().waitFor();
  assert.deepEqual(await faultsOf(page, "adding an officer, with faults"), []);
  await dialog.getByLabel("Given name").fill(invited.given);
  await dialog.getByLabel("Family name").fill(invited.family);
  await dialog.getByLabel("Email address").fill(invited.email);
  await dialog.getByLabel("Office").selectOption("coordinator");
  await dialog.getByRole("button", { name: "Add them" }).click();
  await page.getByRole("button", { name: "Invite them" }).click();
  return page.getByLabel(`Link for ${invited.given} ${invited.family}`).inputValue();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
