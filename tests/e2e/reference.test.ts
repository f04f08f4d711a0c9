// The API's page, for somebody who has no account: found by words and the keyboard, opened, reached by a link.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidth, overflowOf } from "../help/browser.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();

test("a stranger finds an operation by words, opens it with the keyboard, and leads others to it", async () => {
  const window = await site.strangersWindow();
  const loaded: string[] = [];
  window.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await window.goto("/sign-in");
  await window.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(
    loaded.filter((path) => /reference|openapi/.test(path)),
    [],
    "nobody who came for something else loads it",
  );
  await window.goto("/reference");
  await window.getByRole("searchbox", { name: "Find an operation" }).fill("post password sign");
  const operations = window.locator("details.operation summary");
  await operations.nth(8).waitFor({ state: "detached" });
  await operations.filter({ hasText: "Sign in with a password" }).focus();
  await window.keyboard.press("Enter");
  await window.getByText("Needs no session.").waitFor();
  const line = await window.locator("pre").innerText();
  assert.match(line, /curl/);
  assert.match(line, /\/api\/sessions/);
  assert.match(line, /"password"/);
  assert.doesNotMatch(line, /authorization/i, "what needs no session asks for no key");
  await window.getByRole("table", { name: "What you send" }).getByText("email", { exact: true }).waitFor();
  assert.deepEqual(await faultsOf(window, "an operation, open"), []);
  const id = await window.locator("details[open]").getAttribute("id");

  await window.goto(`/reference#${id}`);
  await window.locator(`details[open]#${id}`).getByText("Needs no session.").waitFor();
  assert.equal(await window.locator("details[open]").count(), 1);
  const raw = await window.getByRole("link", { name: "OpenAPI 3.1" }).getAttribute("href");
  assert.equal(raw, "/openapi.json");
  await window.getByRole("searchbox").fill("no operation has this");
  await window.getByText("No operation has these words").waitFor();
  assert.deepEqual(await faultsOf(window, "no operation found"), []);
  await window.close();
});

test("each operation opens without an accident", async () => {
  const window = await site.strangersWindow();
  await window.goto("/reference");
  await window.locator("details.operation").first().waitFor();
  const count = await window.locator("details.operation").count();
  assert.ok(count > 50);
  await window.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  await window
    .locator(".operation-line")
    .nth(count - 1)
    .waitFor();
  await eachWidth(window, async (width) => assert.equal(await overflowOf(window), 0, `no wider than ${width}`));
  assert.deepEqual(site.complaints, []);
  await window.close();
});

test("the pages about rules are led to from there, and read on a phone and without an account", async () => {
  const window = await site.strangersWindow();
  await window.goto("/reference");
  await window.getByRole("link", { name: "every rule by which it refuses" }).click();
  await window.getByRole("heading", { level: 1, name: "Why the server refuses" }).waitFor();
  assert.deepEqual(await faultsOf(window, "all rules"), []);
  await window.getByRole("link", { name: "page.cursor" }).click();
  await window.getByRole("heading", { level: 1, name: "page.cursor" }).waitFor();
  assert.deepEqual(await faultsOf(window, "one rule"), []);
  await eachWidth(window, async (width) => assert.equal(await overflowOf(window), 0, `no wider than ${width}`));
  await window.close();
});
