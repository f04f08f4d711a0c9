// The library in the browser: a learner reads with the caution and chooses their words; reviewers submit, note, return and
// approve; and hostile Markdown stays what was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aClaim, anArticle, approvedClaim, aSource, judge, libraryIn, submit } from "../help/library.ts";
import { hostileMarkdown } from "../help/hostile-markdown.ts";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await libraryIn(world);
ok(await world.ask("rosa", "POST", "/library/sources", aSource));
await approvedClaim(world, "a-claim");
const amara = await site.windowOf("amara");
const rosa = await site.windowOf("rosa");
const omar = await site.windowOf("omar");

test("a learner finds the articles by topic, and each says that nobody has approved it", async () => {
  await amara.goto("/library");
  await amara.getByRole("heading", { name: "Library", level: 1 }).waitFor();
  await amara.getByRole("region", { name: "The wall" }).getByText("Submitted").waitFor();
  assert.deepEqual(await faultsOf(amara, "the library"), []);
});

test("which best describes you is asked, changes the words and leaves the facts", async () => {
  await amara.getByRole("link", { name: "Three roles, three purposes" }).click();
  await amara.getByText("Exercise caution: pending human review.").waitFor();
  await amara.getByRole("heading", { name: "What these three words mean" }).waitFor();
  const facts = () => amara.locator(".claim-meta").count();
  const before = await facts();
  assert.equal(before, 5);
  await amara.getByLabel("Which best describes you?").selectOption("clerkship");
  await amara.getByText("In the clinic the three are easily mixed up", { exact: false }).waitFor();
  assert.equal(await facts(), before);
  assert.deepEqual(await faultsOf(amara, "an article"), []);
});

test("its sources are saved for a reference manager", async () => {
  const [saved] = await Promise.all([
    amara.waitForEvent("download"),
    amara.getByRole("button", { name: "Sources as BibTeX" }).click(),
  ]);
  assert.equal(saved.suggestedFilename(), "three-roles-1.bib");
});

test("a claim's page says how far it carries, and where it is used", async () => {
  await amara.goto("/library/what-programs-do?version=1");
  await amara.goto("/library/claims/coaches-do-not-assess");
  await amara.getByText("21 of 25, 84 %, 95 % interval 65 to 94 %").waitFor();
  await amara.getByRole("link", { name: "Who guides you does not judge you" }).waitFor();
  await amara.getByText("PMC6896497").waitFor();
  assert.deepEqual(await faultsOf(amara, "a claim"), []);
});

test("a source that nobody has found is said to be so, where its claim stands", async () => {
  await amara.goto("/library/claims/one-to-three");
  await amara.getByText("Under review. A source of it is not found yet.").first().waitFor();
  await amara.getByText("Not found yet. Nothing that rests on it is approved.").waitFor();
});

test("a reviewer notes something, another approves what is theirs to judge, and the desk shows the rest", async () => {
  const wordings = [{ reader: "public", words: "## Why\n\nSeven do it [^a-claim]." }];
  ok(await world.ask("rosa", "POST", "/library/articles/in-the-browser/versions", anArticle({ wordings })));
  await amara.goto("/library/in-the-browser");
  await amara.getByText("This is not yours to open, or it is not there.").waitFor();
  await rosa.goto("/library/review");
  await rosa.getByRole("region", { name: "Drafts" }).getByRole("link", { name: "An article of this test" }).click();
  await rosa.getByText("A draft. Only reviewers read it.").waitFor();
  await rosa.getByLabel("Comment", { exact: true }).fill("Which seven?");
  await rosa.getByRole("button", { name: "Note it" }).click();
  await rosa.getByText("Which seven?", { exact: true }).waitFor();
  assert.deepEqual(await faultsOf(rosa, "a draft for its author"), []);
  await rosa.getByRole("button", { name: "Submit this version" }).click();
  await rosa.getByText("Exercise caution: pending human review.").waitFor();
  await rosa.getByRole("button", { name: "Approve", exact: true }).click();
  await rosa.getByText("You wrote this, or a version before it. Others judge it.").first().waitFor();
  await omar.goto("/library/review");
  await omar.getByRole("heading", { name: "Review desk", level: 1 }).waitFor();
  assert.deepEqual(await faultsOf(omar, "the review desk"), []);
  await omar.getByRole("link", { name: "An article of this test" }).click();
  await omar.getByRole("button", { name: "Approve", exact: true }).click();
  await omar.getByText("1 of 2 reviewers have approved it").first().waitFor();
  ok(await judge(world, "lena", "article", "in-the-browser"));
  await amara.reload();
  await amara.getByText("Approved by Omar Example and Lena Example").waitFor();
  assert.equal(await amara.getByText("Exercise caution").count(), 0);
});

test("the next version shows word by word what it changes, and can be returned with a reason", async () => {
  const wordings = [{ reader: "public", words: "## Why\n\nSeven of ten do it [^a-claim]." }];
  ok(await world.ask("lena", "POST", "/library/articles/in-the-browser/versions", anArticle({ version: 1, wordings })));
  ok(await submit(world, "lena", "article", "in-the-browser", 2));
  await omar.goto("/library/in-the-browser?version=2");
  await omar.locator("ins").filter({ hasText: "of ten" }).waitFor();
  assert.deepEqual(await faultsOf(omar, "a version to judge"), []);
  await omar.getByRole("button", { name: "Return it" }).click();
  await omar.getByText("Say why you return it, so that its author can mend it.").first().waitFor();
  await omar.getByLabel("Why you return it").fill("Ten of what?");
  await omar.getByRole("button", { name: "Return it" }).click();
  await omar.getByText("Returned to its author. Only reviewers read it.").waitFor();
  await amara.goto("/library/in-the-browser?version=2");
  await amara.getByText("This is not yours to open, or it is not there.").waitFor();
});

test("a search takes a misspelt word for the one that was meant, and is narrowed by topic", async () => {
  await amara.goto("/library");
  await amara.getByLabel("Search the library").fill("coachs asess");
  await amara.getByRole("button", { name: "Search" }).click();
  await amara.getByText("“assess” in place of “asess”", { exact: false }).waitFor();
  await amara.locator("mark").first().waitFor();
  await amara.getByText("Exercise caution: pending human review").first().waitFor();
  assert.deepEqual(await faultsOf(amara, "a search"), []);
  await amara.getByLabel("Topic").selectOption("The wall");
  await amara.waitForURL((url) => url.searchParams.get("topic") === "The wall");
  await amara
    .getByRole("link", { name: /^Who guides you does not judge you, under/ })
    .first()
    .waitFor();
  await amara
    .getByRole("link", { name: /^Three roles, three purposes, under/ })
    .first()
    .waitFor({ state: "detached" });
});

test("a question is answered from what is approved, or not at all; and then the reviewers are asked without a name", async () => {
  await amara.goto("/library/in-the-browser");
  await amara.getByLabel("Your question").fill("Do seven of ten programs do it?");
  await amara.getByRole("button", { name: "Ask", exact: true }).click();
  await amara.getByText("Quoted as it stands from what is approved.", { exact: false }).waitFor();
  await amara.getByLabel("Your question").fill("Do coaches assess their students?");
  await amara.getByRole("button", { name: "Ask", exact: true }).click();
  await amara.getByText("No approved source answers this, so there is no answer here.").waitFor();
  await amara.getByText("These passages speak of it and are not approved yet:").waitFor();
  assert.deepEqual(await faultsOf(amara, "a question without an answer"), []);
  await amara.getByRole("button", { name: "Ask the reviewers to look" }).click();
  await amara.getByText("The reviewers have your question, without your name.").waitFor();
  await omar.goto("/library/review");
  await omar
    .getByRole("region", { name: "Asked of the reviewers" })
    .getByRole("heading", { name: "Do coaches assess their students?" })
    .waitFor();
});

test("hostile Markdown runs nothing, loads nothing and stays what was typed", async () => {
  const words = hostileMarkdown.map((piece, at) => `## Piece ${at}\n\n${piece}`).join("\n\n");
  const wordings = [{ reader: "public", words: `${words}\n\n## End\n\nThe end [^a-claim].` }];
  ok(await world.ask("lena", "POST", "/library/claims/hostile/versions", aClaim({ statement: hostileMarkdown[0] })));
  ok(
    await world.ask(
      "lena",
      "POST",
      "/library/articles/hostile/versions",
      anArticle({ title: hostileMarkdown[1], wordings }),
    ),
  );
  ok(await submit(world, "lena", "article", "hostile"));
  const asked: string[] = [];
  amara.on("request", (request) => asked.push(request.url()));
  const dialogs: string[] = [];
  amara.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await amara.goto("/library/hostile");
  await amara.getByText("The end", { exact: false }).first().waitFor();
  const inside = await amara.evaluate(`(() => {
    const article = document.querySelector("article");
    // The form for questions is ours.
    const elements = [...article.querySelectorAll("*")].filter((one) => one.closest(".ask-lib") === null);
    return {
      ran: globalThis.hacked ?? null,
      tags: [...new Set(elements.map((one) => one.localName))].filter((tag) => /^(script|style|iframe|object|embed|img|base|meta|form|math|video|audio|link)$/.test(tag)),
      handlers: elements.flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")),
      addresses: elements.flatMap((one) => one.getAttribute("href") ?? []).filter((href) => !/^(https:|mailto:|[/]|#)/.test(href)),
    };
  })()`);
  assert.deepEqual(inside, { ran: null, tags: [], handlers: [], addresses: [] });
  assert.deepEqual(dialogs, []);
  assert.deepEqual(
    asked.filter((url) => url.includes("evil.example")),
    [],
  );
  for (const link of await amara.locator('article a[href^="https://evil"]').all())
    assert.match((await link.getAttribute("rel")) ?? "", /noopener/);
  assert.deepEqual(await faultsOf(amara, "hostile Markdown"), []);
  assert.deepEqual(site.complaints, []);
});
