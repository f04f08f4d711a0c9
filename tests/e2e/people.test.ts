// The directory in a real browser: finding somebody, adding them, a leave, a pause, the palette, and who looked.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { day, ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await inForce(world, "grace", "joan");

const namesIn = async (page: Page) =>
  (await page.getByRole("table", { name: "People, by family name" }).getByRole("rowheader").allInnerTexts()).map(
    (name) => name.split(" ")[0]!.toLowerCase(),
  );

test("the coordinator finds somebody by a name spelt almost right, and adds somebody", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/people");
  await page.getByRole("rowheader", { name: "Tomas Example" }).waitFor();
  assert.deepEqual((await namesIn(page)).toSorted(), Object.keys(world.people).toSorted());
  await page.getByLabel("Name", { exact: true }).fill("mariso1");
  await page.getByRole("rowheader", { name: "Tomas Example" }).waitFor({ state: "detached" });
  assert.deepEqual(await namesIn(page), ["marisol"]);
  await page.getByLabel("Name", { exact: true }).fill("zzzz");
  await page.getByText("Nobody fits").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByLabel("In a program").selectOption({ label: "Coaching" });
  await page.getByLabel("Class year").fill("2029");
  await page.getByRole("rowheader", { name: "Joan Example" }).waitFor({ state: "detached" });
  assert.deepEqual(await namesIn(page), ["grace"]);
  assert.deepEqual(await faultsOf(page, "a filtered list"), []);
  await page.goto("/people?named=zzzz");
  await page.getByText("Nobody fits").waitFor();
  assert.deepEqual(await faultsOf(page, "nobody found"), []);

  await page.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Given name").fill("Ines");
  await dialog.getByLabel("Family name").fill("Okafor");
  await dialog.getByLabel("Email address").fill("ines");
  await dialog.getByLabel("Class year").fill("2029");
  await dialog.getByLabel("Phase").fill("clerkship");
  await dialog.getByRole("button", { name: "Add them" }).click();
  await dialog.getByText("Write an email address, such as name@example.edu.").first().waitFor();
  assert.deepEqual(await faultsOf(page, "adding a person, refused"), []);
  await dialog.getByLabel("Email address").fill("ines@wexcombe.example.edu");
  await dialog.getByRole("button", { name: "Add them" }).click();
  await page.getByRole("heading", { level: 1, name: "Ines Okafor" }).waitFor();

  await page.getByRole("button", { name: "A new phase or status" }).click();
  await page.getByRole("dialog").getByLabel("Status").selectOption("leave");
  await page.getByRole("dialog").getByRole("button", { name: "Write it" }).click();
  await page.getByText("On leave", { exact: true }).first().waitFor();
  await page.close();
});

test("a learner finds the educators and no other learner, by the list and by the palette", async () => {
  const page = await site.windowOf("amara");
  await page.goto("/people");
  await page.getByRole("rowheader", { name: "Tomas Example" }).waitFor();
  assert.deepEqual(await namesIn(page), ["amara", "fatima", "joan", "priya", "tomas"]);
  assert.equal(await page.getByRole("button", { name: "Add a person" }).count(), 0);

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await palette.getByRole("searchbox").fill("grace");
  await palette.getByText("Nothing is called that.").first().waitFor();
  await palette.getByRole("searchbox").fill("tomas");
  await palette.getByRole("menuitem", { name: /Tomas Example/ }).waitFor();
  assert.equal(await palette.getByRole("status").textContent(), "0 pages, 1 person");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Tomas Example" }).waitFor();
  assert.equal(await page.getByText("Paid time").count(), 0);
  assert.equal(await page.getByRole("heading", { name: "Places" }).count(), 0);

  await page.goto(`/people/${world.people.noah!.personId}`);
  await page.getByText("There is nobody here by that id.").waitFor();
  assert.deepEqual(await faultsOf(page, "a person who is not theirs to see"), []);
  await page.close();
});

test("a name of one long word breaks on its own page, in the list and in the palette", async () => {
  const word = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft";
  const learner = { classYear: 2029, campus: "Main", phase: "clerkship", status: "active" };
  const long = { givenName: word, familyName: word, email: "long@wexcombe.example.edu", learner };
  const { personId } = ok(await world.ask("marisol", "POST", "/people", long));
  const page = await site.windowOf("marisol");
  await page.goto(`/people/${personId}`);
  await page.getByRole("heading", { name: `What ${word} looks for` }).waitFor();
  assert.deepEqual(await faultsOf(page, "a long name's page"), []);
  await page.goto(`/people?named=${word}`);
  await page.getByRole("rowheader", { name: word }).waitFor();
  assert.deepEqual(await faultsOf(page, "a long name in the list"), []);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await palette.getByRole("searchbox").fill("wolfe");
  await palette.getByRole("menuitem", { name: word }).waitFor();
  assert.deepEqual(await faultsOf(page, "a long name in the palette"), []);
  await page.close();
});

test("the palette leads to pages without a line in the sidebar, and says when people cannot be looked for", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/people");
  await page.getByRole("rowheader", { name: "Tomas Example" }).waitFor();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await palette.getByRole("searchbox").fill("your acc");
  await palette.getByRole("menuitem", { name: "Your account" }).waitFor();
  assert.equal(await palette.getByRole("menuitem").count(), 1);
  await page.route("**/people?named=*", (route) => route.abort());
  await palette.getByRole("searchbox").fill("tomas");
  await palette
    .getByText(/^People could not be looked for/)
    .first()
    .waitFor();
  assert.equal(await palette.getByText(/^Nothing is called that/).count(), 0, "that would not be known");
  assert.deepEqual(await faultsOf(page, "the palette without an answer"), []);
  await page.close();
});

test("an educator pauses until a day; a day that cannot be is refused at its field", async () => {
  const page = await site.windowOf("priya");
  await page.goto(`/people/${world.people.priya!.personId}`);
  await page.getByRole("button", { name: "Pause or paid time" }).click();
  const dialog = page.getByRole("dialog");
  assert.equal(await dialog.getByLabel(/Paid time/).count(), 0);
  await dialog.getByLabel("Day of return").fill("2099-01-01");
  await dialog.getByRole("button", { name: "Write it" }).click();
  await dialog.getByText("Choose a day of return after today and within two years.").first().waitFor();
  await dialog.getByLabel("Day of return").fill(day(30));
  await dialog.getByRole("button", { name: "Write it" }).click();
  await page.getByText(/^Paused, back /).waitFor();
  await page.close();
});

test("a learner reads who looked", async () => {
  ok(await world.ask("marisol", "GET", `/people/${world.people.grace!.personId}`));
  ok(await world.ask("joan", "GET", `/people/${world.people.grace!.personId}`));
  const page = await site.windowOf("grace");
  await page.goto("/who-looked");
  const lines = page.getByRole("table", { name: "Who looked, newest first" });
  await lines.getByRole("rowheader").first().waitFor();
  assert.deepEqual((await lines.getByRole("rowheader").allInnerTexts()).slice(0, 2), ["Joan Example", "Coordinator"]);
  assert.deepEqual(await faultsOf(page, "who looked"), []);
  assert.deepEqual(site.complaints, []);
  await page.close();
});
