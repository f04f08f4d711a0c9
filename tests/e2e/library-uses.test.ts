// What the product rests on, where it stands: links from charters, ground rules, guides, answers and the wall to claims, and
// back, by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, libraryIn, moreReviewers } from "../help/library.ts";
import { press, write } from "../help/keyboard.ts";
import { byHand, ok } from "../help/matches.ts";
import { later, propose } from "../help/meetings.ts";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await libraryIn(world);
for (const who of moreReviewers) ok(await judge(world, who, "claim", "hours-of-a-coach"));
const mentoring = await inForce(world, "amara", "joan", "mentoring");
ok(await propose(world, "amara", mentoring, later(30)));
const amara = await site.windowOf("amara");
const link = (name: RegExp) => amara.getByRole("link", { name }).first();

test("a charter says why, asks for it once, and cautions where nobody has approved it", async () => {
  const asked: string[] = [];
  amara.on("request", (request) => {
    if (request.url().endsWith("/api/library/uses")) asked.push(request.url());
  });
  await amara.goto("/charters/coaching");
  await link(/^Why: One educator has one to three learners/).waitFor();
  assert.equal(asked.length, 1);
  const line = (words: RegExp) => amara.locator(".why li").filter({ hasText: words }).first();
  assert.match(
    await line(/one to three/).innerText(),
    /Under review\. Exercise caution: a source of it is not found yet\./,
  );
  assert.match(await line(/One residency with 72 interns/).innerText(), /Approved$/);
  assert.deepEqual(await faultsOf(amara, "a charter with its reasons"), []);
});

test("from the charter to the claim, and from there to everything that names it, by keyboard", async () => {
  await press(link(/^Why: One residency with 72 interns/));
  await amara.waitForURL("**/library/claims/hours-of-a-coach");
  const uses = amara.getByRole("region", { name: "Where this is used" });
  await uses.getByRole("link", { name: "Charter of coaching: its numbers" }).waitFor();
  await uses.getByRole("link", { name: "Charter of coaching, ground rule: How often" }).waitFor();
  assert.deepEqual(await faultsOf(amara, "a claim with its uses"), []);
  await press(uses.getByRole("link", { name: "Your ground rules: How often" }));
  await amara.waitForURL("**/agreements");
});

test("who cannot open a page is not led there", async () => {
  await amara.goto("/library/claims/no-time-no-incentive");
  const uses = amara.getByRole("region", { name: "Where this is used" });
  await uses.getByRole("link", { name: "Article: Time and training" }).waitFor();
  assert.equal(await uses.getByText("Training and effort").count(), 0);
  const dana = await site.windowOf("dana");
  await dana.goto("/library/claims/no-time-no-incentive");
  await press(dana.getByRole("link", { name: "Training and effort: why they matter" }));
  await dana.getByRole("region", { name: "Why training and time matter" }).getByRole("link").first().waitFor();
  assert.deepEqual(await faultsOf(dana, "training with its reasons"), []);
});

test("ground rules, agendas, guides, answers and the wall lead there, too", async () => {
  await amara.goto(`/agreements/${mentoring}`);
  await press(link(/^Why: The mentors of that school were there to support/));
  await amara.waitForURL("**/library/claims/mentors-support");
  await amara.goto(`/agreements/${mentoring}`);
  await link(/^Why: Educator and learner agree on ground rules/).waitFor();
  assert.deepEqual(await faultsOf(amara, "ground rules with their reasons"), []);
  await amara.goto(`/meetings/${mentoring}`);
  await press(link(/^Why: Twelve interviews at one school/));
  await amara.waitForURL("**/library/claims/mentoring-gives");
  await amara.goto("/goals");
  await press(amara.locator("summary", { hasText: "GROW" }));
  await press(link(/^Why: Advising gives strategies/));
  await amara.waitForURL("**/library/claims/roles-by-talk");
  await amara.goto("/ask");
  await write(amara.getByLabel("What you need"), "Who am I becoming, and do my values still fit medicine?");
  await press(amara.getByRole("button", { name: "Find the right person" }));
  await link(/^Why: Twelve interviews at one school/).waitFor();
  assert.deepEqual(await faultsOf(amara, "an answer with its reason"), []);
  await amara.goto("/wall");
  await press(link(/^Four things commonly go wrong/));
  await amara.waitForURL("**/library/claims/four-pitfalls");
});

test("where the two say something else, the claim is no reason for it; without the claim nothing stands there", async () => {
  await byHand(
    world,
    (admin) => admin`update claims set is_shown = false where key in ('rules-by-both', 'what-agreements-say')`,
  );
  await byHand(
    world,
    (admin) =>
      admin`update charters set body = jsonb_set(body, '{purpose}', '"Our own purpose."') where program = 'mentoring'`,
  );
  await amara.goto("/charters/mentoring");
  await link(/^On this: Twelve interviews at one school/).waitFor();
  assert.equal(await link(/Educator and learner agree/).count(), 0);
  assert.deepEqual(site.complaints, []);
});
