// Writing for the library, by keyboard alone and at both widths: a reviewer writes a claim and an article, two others approve
// them, a learner reads. What is typed is not lost by a refusal, a reload or signing in again.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { endSession, openSession } from "../../src/people/steward-store.ts";
import { aClaim, anArticle, aSource, libraryIn } from "../help/library.ts";
import { choose, pick, press, reach, write } from "../help/keyboard.ts";
import { ok } from "../help/matches.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await libraryIn(world);
ok(await world.ask("rosa", "POST", "/library/sources", aSource));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

for (const width of [1280, 390]) {
  const key = `ten-programs-${width}`;
  const title = `Ten programs, at ${width}`;

  test(`at ${width}, a reviewer writes a claim, sees its interval, is told what is missing, and submits it`, async () => {
    const page = await site.windowOf("rosa", width);
    await page.goto("/library/review");
    await press(page.getByRole("link", { name: "Write a claim" }));
    await write(page.getByLabel("What is claimed"), `Of ten programs at ${width}, seven do it.`);
    await write(page.getByLabel("Key", { exact: true }), key);
    await write(page.getByLabel("So many", { exact: true }), "7");
    await write(page.getByLabel("Of so many"), "10");
    await page.getByText("7 of 10, 70 %, 95 % interval 40 to 89 %").waitFor();
    await press(button(page, "Save as a draft"));
    await page.getByText("Name at least one source.").first().waitFor();
    await page.getByText("Say what kind of study or text it rests on.").first().waitFor();
    assert.deepEqual(await faultsHere(page, "a claim that was refused"), []);
    assert.equal(await page.getByLabel("Of so many").inputValue(), "10");

    await choose(page.getByLabel("Another source"), "A source of this test");
    await press(button(page, "Add this source"));
    await write(page.getByLabel("Pages, and what it says there"), "Page 4, table 2");
    await write(page.getByLabel("What kind of study or text"), "Invented survey");
    await write(page.getByLabel("What changes"), "The first");
    await page.reload();
    assert.equal(await page.getByLabel("Pages, and what it says there").inputValue(), "Page 4, table 2");
    await press(button(page, "Save and submit"));
    await page.waitForURL(/\/library\/claims\//);
    await page.getByText("Exercise caution: pending human review.").waitFor();
    await page.getByText("Page 4, table 2").waitFor();
    assert.deepEqual(await faultsHere(page, "the claim that was submitted"), []);
    await page.close();
  });

  test(`at ${width}, the article is written for two readers, and cannot be submitted while one lacks the claim`, async () => {
    const page = await site.windowOf("rosa", width);
    await page.goto("/library/review");
    await press(page.getByRole("link", { name: "Write an article" }));
    await write(page.getByLabel("Title"), title);
    await write(page.getByLabel("Topic"), "Tests");
    await write(page.getByLabel("Text for: learner before the clinic"), "## Why\n\nSeven of ten do it.");
    await choose(page.getByLabel("Claim to cite"), `${key}: Of ten programs at ${width}, seven do it.`);
    await press(button(page, "Cite it in the text"));
    await page
      .getByRole("region", { name: "As it will look for: learner before the clinic" })
      .getByRole("link")
      .first()
      .waitFor();
    await choose(page.getByLabel("For which reader"), "Educator");
    await write(page.getByLabel("Text for: educator"), "## Why\n\nIt is done in seven of ten.");
    await page.getByText("Before you can submit it:").waitFor();
    await page.getByText("These words drop it").waitFor();
    assert.deepEqual(await faultsHere(page, "an article that drops a claim"), []);
    await press(page.getByRole("button", { name: /^Cite it here/ }));
    await page.getByText("Cited for every reader who is written for").waitFor();
    await write(page.getByLabel("What changes"), "The first");
    await press(button(page, "Save and submit"));
    await page.waitForURL(/version=1/);
    await page.getByText("Exercise caution: pending human review.").waitFor();
    await page.close();
  });

  test(`at ${width}, two others approve the claim and the article, and a learner reads it`, async () => {
    const articleKey = `ten-programs-at-${width}`;
    for (const who of ["lena", "omar"]) {
      const page = await site.windowOf(who, width);
      for (const place of [`/library/claims/${key}`, `/library/${articleKey}`]) {
        await page.goto(place);
        await press(button(page, "Approve"));
        await page.getByText("Approved, as far as you are concerned.").waitFor();
      }
      await page.close();
    }
    const learner = await site.windowOf("amara", width);
    await learner.goto("/library");
    await press(learner.getByRole("link", { name: title, exact: true }));
    await learner.getByText("Approved by Lena Example and Omar Example").waitFor();
    await learner.getByText("Seven of ten do it.", { exact: false }).first().waitFor();
    assert.equal(await learner.getByText("Exercise caution").count(), 0);
    assert.equal(await learner.getByRole("link", { name: "Write the next version" }).count(), 0);
    assert.deepEqual(await faultsHere(learner, "an article that was written here"), []);
    await learner.close();
  });
}

test("the next version begins with the last one, and shows word by word what it changes", async () => {
  const page = await site.windowOf("rosa");
  await page.goto("/library/claims/ten-programs-1280");
  await press(page.getByRole("link", { name: "Write the next version" }));
  assert.equal(await page.getByLabel("Pages, and what it says there").inputValue(), "Page 4, table 2");
  await write(page.getByLabel("So many", { exact: true }), "8");
  await page.getByRole("region", { name: "What changes from version 1" }).locator("ins", { hasText: "8" }).waitFor();
  assert.deepEqual(await faultsOf(page, "the next version of a claim"), []);
  await page.goto("/library/write/article?key=ten-programs-at-1280");
  await write(page.getByLabel("Topic"), "More tests");
  await page.getByRole("region", { name: "What changes from version 1" }).locator("ins", { hasText: "More" }).waitFor();
  await page.close();
});

test("what was typed is there after signing in again, and says that somebody wrote meanwhile", async () => {
  const { rosa } = world.people;
  const page = await site.windowOf("rosa");
  await page.goto("/library/write/article?key=ten-programs-at-390");
  await write(page.getByLabel("Topic"), "Typed before");
  await write(page.getByLabel("What changes"), "My words");
  await world.door.asSteward((tx) => endSession(tx, rosa!.secret));
  await press(button(page, "Save as a draft"));
  await page.getByRole("link", { name: "Sign in in another window" }).waitFor();
  const secret = await world.door.asSteward((tx) => openSession(tx, rosa!, "test"));
  await site.signIn("rosa", rosa!);
  await page.context().addCookies([{ name: "chiron", value: secret, url: new URL(page.url()).origin }]);
  const wordings = [{ reader: "public", words: "Other words [^ten-programs-390]." }];
  ok(
    await world.ask(
      "lena",
      "POST",
      "/library/articles/ten-programs-at-390/versions",
      anArticle({ version: 1, wordings }),
    ),
  );
  await page.goto("/library/write/article?key=ten-programs-at-390");
  assert.equal(await page.getByLabel("Topic").inputValue(), "Typed before");
  await page.getByText("Somebody wrote version 2 meanwhile.").waitFor();
  assert.deepEqual(await faultsOf(page, "an article that somebody wrote meanwhile"), []);
  await press(button(page, "Save as a draft"));
  await page.getByText("Somebody else changed this article meanwhile.", { exact: false }).first().waitFor();
  await press(button(page, "Go on with mine, after version 2"));
  await press(button(page, "Save as a draft"));
  await page.waitForURL(/version=3/);
  await page.close();
});

test("questions in near words are one line, which is set aside with a reason or leads to an article", async () => {
  for (const question of ["Do coaches grade me?", "Does a coach grade students?", "Where is the printer?"])
    ok(await world.ask("amara", "POST", "/library/questions", { question }));
  const page = await site.windowOf("omar", 390);
  await page.goto("/library/review");
  const asked = page.getByRole("region", { name: "Asked of the reviewers" });
  await asked.getByText(/^Asked twice, on /).waitFor();
  await press(asked.getByRole("button", { name: /Where is the printer/ }));
  await pick(asked.getByRole("radio", { name: "Set it aside" }));
  await press(button(page, "Save it"));
  await page.getByText("Say why you set it aside, so that the other reviewers can follow it.").waitFor();
  assert.deepEqual(await faultsOf(page, "questions to the reviewers"), []);
  await write(page.getByLabel("Why you set it aside"), "Not about guidance");
  await press(button(page, "Save it"));
  await page.getByText("Set aside: Not about guidance").waitFor();
  await page.setViewportSize({ width: 390, height: 900 });
  await press(asked.getByRole("link", { name: /Write an article for it/ }).first());
  await page.getByText(/^Asked of the reviewers twice/).waitFor();
  await write(page.getByLabel("Topic"), "Tests");
  await write(page.getByLabel("Text for: learner before the clinic"), "They do not [^ten-programs-390].");
  await write(page.getByLabel("What changes"), "It was asked");
  await press(button(page, "Save as a draft"));
  await page.waitForURL(/version=1/);
  await page.goto("/library/review");
  await asked.getByText("Leads to").waitFor();
  await page.close();
});

test("a wide table scrolls by itself on a phone, by keyboard as well; shares are drawn, and are a table too", async () => {
  const cells = (words: string) => `| ${`${words} | `.repeat(7)}`;
  const table = `${cells("A longer head")}\n${cells("---")}\n${cells("A longer cell")}\n\nTable: Seven columns`;
  const figure = "```shares\nIt is done [^ten-programs-390]\n```\n\nFigure: Of ten";
  const wordings = [{ reader: "public", words: `## Wide\n\nA [^ten-programs-390].\n\n${table}\n\n${figure}` }];
  ok(await world.ask("rosa", "POST", "/library/articles/wide/versions", anArticle({ wordings })));
  const page = await site.windowOf("omar", 390);
  await page.goto("/library/wide");
  const region = page.getByRole("region", { name: "Seven columns" });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  const scrolled = () => region.evaluate((one) => (one as unknown as { scrollLeft: number }).scrollLeft);
  for (let tries = 0; tries < 50 && (await scrolled()) === 0; tries++) await page.waitForTimeout(50);
  assert.ok((await scrolled()) > 0, "the table does not scroll");
  assert.equal(await page.getByRole("table", { name: "Seven columns" }).getByRole("columnheader").count(), 7);
  assert.equal(await page.getByRole("rowheader", { name: "A longer cell" }).count(), 1);
  const shares = page.getByRole("figure", { name: "Of ten" });
  await shares.getByText("7 of 10, 70 %, 95 % interval 40 to 89 %").waitFor();
  assert.equal(await shares.locator("circle").getAttribute("cx"), "70%");
  await press(shares.getByText("The same as a table"));
  await shares.getByRole("cell", { name: "40 to 89 %" }).waitFor();
  assert.deepEqual(await faultsOf(page, "a table and a figure"), []);
  await page.close();
});

test("a source is found at last, is looked up, and the list of sources says so", async () => {
  ok(await world.ask("omar", "POST", "/library/claims/on-five/versions", aClaim({ sources: ["reference-5"] })));
  const page = await site.windowOf("omar");
  await page.goto("/library/sources");
  await press(page.getByRole("link", { name: "A source that is being looked for" }));
  await write(page.getByLabel("DOI"), "ten");
  await reach(page.getByLabel("I found it, and read in it what is claimed"));
  await page.keyboard.press("Space");
  await press(button(page, "Save the revision"));
  await page.getByText("A DOI begins with 10. and has no spaces.").first().waitFor();
  await write(page.getByLabel("DOI"), "10.1000/found");
  await press(button(page, "Save the revision"));
  await page.waitForURL(/\/library\/sources$/);
  await page.goto("/library/write/source?key=reference-5");
  await press(button(page, "Keep this look"));
  await page.getByText(/^Not retracted, as of /).waitFor();
  assert.deepEqual(await faultsOf(page, "a source"), []);
  await page.goto("/library/sources");
  await page.getByText(/^Not retracted, as of /).waitFor();
  assert.deepEqual(await faultsOf(page, "the sources"), []);
  assert.deepEqual(site.complaints, []);
});
