// The library taken along, by keyboard: its PDF, a page on paper, where a version stays, and the feed of what changes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { aClaim, approvedClaim, aSource, judge, libraryIn, moreReviewers, submit } from "../help/library.ts";
import { press } from "../help/keyboard.ts";
import { ok } from "../help/matches.ts";
import { pdfIn } from "../help/pdf.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await libraryIn(world);
ok(await world.ask("rosa", "POST", "/library/sources", aSource));
await approvedClaim(world, "a-claim");
const next = aClaim({ version: 1, statement: "Of ten invented programs, seven do it & say so." });
ok(await world.ask("rosa", "POST", "/library/claims/a-claim/versions", next));
ok(await submit(world, "rosa", "claim", "a-claim", 2));
for (const who of moreReviewers) ok(await judge(world, who, "claim", "a-claim", 2));
const amara = await site.windowOf("amara");

test("an article in its reader's words is saved as a PDF", async () => {
  await amara.goto("/library/three-roles");
  const save = amara.getByRole("link", { name: "Save as PDF" });
  const [saved] = await Promise.all([amara.waitForEvent("download"), press(save)]);
  assert.equal(saved.suggestedFilename(), "three-roles-1.pdf");
  const { info, root } = pdfIn(await readFile(await saved.path()));
  assert.equal(info.Title, "Three roles, three purposes");
  assert.ok(root.parts.length > 10);
});

test("on paper ink is dark, also where the screen is, and only what can be read is there", async () => {
  await amara.evaluate(`document.documentElement.dataset.theme = "dark"`);
  await amara.emulateMedia({ media: "print" });
  const lightness = await amara.evaluate<number>(`(() => {
    const paint = document.createElement("canvas").getContext("2d");
    paint.fillStyle = getComputedStyle(document.querySelector("h1")).color;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  })()`);
  assert.ok(lightness < 80, String(lightness));
  assert.equal(await amara.getByRole("link", { name: "Save as PDF" }).isVisible(), false);
  assert.equal(await amara.getByLabel("Which best describes you?").isVisible(), false);
  assert.equal(await amara.getByText("Exercise caution: pending human review.").isVisible(), true);
  assert.equal(await amara.getByRole("link", { name: /\/library\/three-roles\?version=1$/ }).isVisible(), true);
  await amara.emulateMedia({ media: "screen" });
  await amara.evaluate(`delete document.documentElement.dataset.theme`);
});

test("a version stays at its address and says when it is not what stands today", async () => {
  await amara.goto("/library/claims/a-claim?version=1");
  await amara.getByText("This version is not what stands today.").waitFor();
  await amara.getByText("Of ten invented programs, seven do it.").waitFor();
  assert.deepEqual(await faultsOf(amara, "an older version of a claim"), []);
  const button = amara.getByRole("button", { name: "Sources as CSL-JSON" });
  const [saved] = await Promise.all([amara.waitForEvent("download"), press(button)]);
  assert.equal(JSON.parse(await readFile(await saved.path(), "utf8"))[0].id, aSource.key);
  await press(amara.getByRole("link", { name: "Read what stands today" }));
  await amara.getByText("seven do it & say so.").first().waitFor();
  await press(amara.getByRole("link", { name: /\/library\/claims\/a-claim\?version=2$/ }));
  await amara.waitForURL("**/library/claims/a-claim?version=2");
  assert.equal(await amara.getByText("This version is not what stands today.").count(), 0);
});

test("a feed reader's address is made, shown once and turned off; what stands there is XML", async () => {
  await amara.goto("/library");
  const part = amara.getByRole("region", { name: "In your feed reader" });
  await press(part.getByRole("button", { name: "Make an address" }));
  const address = await part.getByLabel("Address of your feed of the library").inputValue();
  assert.deepEqual(await faultsOf(amara, "the library with the address of a feed"), []);
  const told = await amara.evaluate<{ root: string; faults: number; titles: string[] }>(`(async () => {
    const text = await (await fetch(${JSON.stringify(address)}, { credentials: "omit" })).text();
    const feed = new DOMParser().parseFromString(text, "application/xml");
    return {
      root: feed.documentElement.namespaceURI + " " + feed.documentElement.localName,
      faults: feed.querySelectorAll("parsererror").length,
      titles: [...feed.querySelectorAll("entry > title")].map((title) => title.textContent),
    };
  })()`);
  assert.deepEqual([told.root, told.faults], ["http://www.w3.org/2005/Atom feed", 0]);
  assert.ok(told.titles.includes("Approved: Of ten invented programs, seven do it & say so."), told.titles.join("\n"));
  await press(part.getByRole("button", { name: "Turn it off" }));
  await part.getByRole("button", { name: "Make an address" }).waitFor();
  assert.equal(await amara.evaluate<number>(`fetch(${JSON.stringify(address)}).then(({ status }) => status)`), 404);
  assert.deepEqual(site.complaints, []);
});
