// Getting in, in a real browser: an invitation opened with a passkey of a virtual authenticator, signing in with it, a
// second way in, and an administrator who gives access.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;

/** An authenticator that says yes to everything, as a phone with a finger on it. */
async function withAuthenticator(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("an administrator invites; the invited opens the account with a passkey and comes back with it", async () => {
  const admin = await site.windowOf("ada");
  await admin.goto("/access");
  await admin.getByLabel("Name").fill("noah");
  await admin.getByRole("link", { name: "Noah Example" }).click();
  await admin.getByRole("button", { name: "Invite them" }).click();
  const link = await admin.getByLabel("Link for Noah Example").inputValue();
  assert.deepEqual(await faultsOf(admin, "an invitation"), []);

  const page = await site.strangersWindow();
  await withAuthenticator(page);
  await page.goto(new URL(link).pathname);
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await page.getByText("Noah Example").first().waitFor();
  await page.goto("/account");
  await page.getByText("passkey, since").waitFor();
  assert.deepEqual(await faultsOf(page, "the account"), []);

  await page.getByRole("button", { name: /Take away/ }).click();
  await page.getByText("This is your only way in.").waitFor();

  await page.getByRole("button", { name: /Your account/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("Noah Example").first().waitFor();
  assert.deepEqual(site.complaints, []);
});

test("a key is made, shown once, and ended", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/account");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByLabel("Name").fill("nightly import");
  await page.getByRole("checkbox", { name: "import people" }).check();
  await page.getByRole("button", { name: "Make it" }).click();
  const secret = await page.getByLabel("Key", { exact: true }).inputValue();
  world.people.key = { ...world.people.marisol!, secret };
  assert.deepEqual(ok(await world.ask("key", "GET", "/me")).may, ["import people"]);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: /^End it.*nightly import/ }).click();
  await page.getByText("No keys").waitFor();
  assert.equal((await world.ask("key", "GET", "/me")).status, 401);
});

test("a key that is made with two presses at once is one key, and the one that was shown", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/account");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByLabel("Name").fill("pressed twice");
  await page.getByRole("button", { name: "Make it" }).dblclick();
  const secret = await page.getByLabel("Key", { exact: true }).inputValue();
  world.people.key = { ...world.people.marisol!, secret };
  assert.equal((await world.ask("key", "GET", "/me")).status, 200);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: /^End it.*pressed twice/ }).click();
  await page.getByText("No keys").waitFor();
});

test("offices are given and ended on the page", async () => {
  const page = await site.windowOf("ada");
  await page.goto(`/access?person=${world.people.tomas!.personId}`);
  await page.getByLabel("Give an office").selectOption("reviewer");
  await page.getByRole("button", { name: "Give it" }).click();
  await page.getByRole("button", { name: /^End it.*Reviewer/ }).click();
  await page.getByText("holds no office").waitFor();
  assert.deepEqual(site.complaints, []);
});

test("an administrator invites several: who gets in already is passed over, the others' links are saved", async () => {
  const page = await site.windowOf("ada");
  await page.goto("/access");
  for (const name of ["Noah", "Grace", "Joan"])
    await page.getByRole("checkbox", { name: `Select ${name} Example` }).check();
  await page.getByRole("button", { name: "Invite them" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Invite these 3" }).click();
  await dialog.getByText("The links are shown this once").waitFor();
  assert.equal(await dialog.getByText("A link was made").count(), 2);
  assert.equal(await dialog.getByText("Gets in already.").count(), 1);
  assert.deepEqual(await faultsOf(page, "several invited"), []);
  const shown = await dialog.getByLabel("Link for Grace Example").inputValue();
  assert.equal(await dialog.getByRole("button", { name: /^Copy it/ }).count(), 2, "each link has its own button");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save the links as CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(",")[0]),
    ["Grace Example", "Joan Example"],
  );
  assert.equal(lines[1]!.split(",")[2], shown, "the file holds what is shown");
  const stranger = await site.strangersWindow();
  await stranger.goto(new URL(shown).pathname);
  await stranger.getByText("Grace").first().waitFor();
  assert.deepEqual(site.complaints, []);
});
