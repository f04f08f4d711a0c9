// One term's beginning in a real browser: import, match, approve, accept, sign; and every screen on the way is
// looked at by axe in both themes and at both widths.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { inventSchool } from "../../src/intake/invented.ts";
import { firstCharters } from "../../src/programs/first.ts";
import { matchOrder } from "../../src/programs/weights.ts";
import { press, tick } from "../help/keyboard.ts";
import { day, detail, ok } from "../help/matches.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const [program] = matchOrder;
const size = { learners: 40, educators: 40 };

interface Pair {
  learnerId: string;
  learner: string;
  educatorId: string;
  educator: string;
  relationshipId?: string;
}
const widths = [390, 1280];
let pairs: Pair[] = [];

test("the registrar sees what the exports would bring, answers a question, and takes the rows", async () => {
  const page = await site.windowOf("ravi");
  await page.goto("/import");
  await choose(page, schoolFiles());
  const takes = page.getByRole("button", { name: /^Take [\d,]+ rows$/ });
  await untilEnabled(takes);
  const before = await countsOn(page);
  assert.equal(before.rowsIn, before.taken + before.refused + before.unchanged + before.repeated);
  assert.ok(before.refused > 5, "the faults of the exports are not refused");

  const questions = page.getByRole("region", { name: "One person or two?" }).getByRole("row");
  const answers = await questions.nth(1).locator("label").all();
  const tops = await Promise.all(answers.map(async (one) => (await one.boundingBox())!.y));
  assert.deepEqual(tops, [tops[0], tops[0]], "the two answers do not stand side by side");
  await questions.nth(1).getByRole("radio", { name: "The same person" }).check();
  await page.getByText(`${before.refused - 1} refused`).waitFor();
  await untilEnabled(takes);
  await clean(page, "the preview of an import");

  const { taken } = await countsOn(page);
  await takes.click();
  await page.getByText(`${taken} rows taken.`).waitFor();
  await page.getByRole("table", { name: "Imports, newest first" }).getByRole("rowheader").first().waitFor();
  await clean(page, "an import that was taken");
  await page.close();
});

test("the coordinator opens the desk and matches the three programs in a row", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/");
  await page.getByRole("heading", { level: 1, name: "Your desk" }).waitFor();
  await clean(page, "the desk");
  await page.getByRole("navigation").getByRole("link", { name: "Matching" }).click();
  await page.getByRole("button", { name: "Match the three in a row" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]{36}$/);
  await page.getByRole("region", { name: "Proposed pairs" }).getByRole("row").nth(1).waitFor();
  await clean(page, "the match desk");
  await page.goto("/matching");
  const runs = page.getByRole("table", { name: /^Runs of the match/ }).getByRole("rowheader");
  await runs.nth(2).waitFor();
  assert.equal(await runs.count(), 3);
  await clean(page, "all runs");
  await page.close();
});

test("the director approves one run, with the last day to answer", async () => {
  const page = await site.windowOf("dana");
  await page.goto(`/matching?program=${program}`);
  await page
    .getByRole("table", { name: /^Runs of the match/ })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("button", { name: "Approve and ask" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Last day to answer").fill(day(10));
  await clean(page, "the question before approving");
  await dialog.getByRole("button", { name: "Approve and ask" }).click();
  await page.getByText("Approved by Dana Example").first().waitFor();
  await clean(page, "a run that is approved");
  pairs = await pairsOf(page.url().split("/").at(-1)!);
  await page.close();
});

for (const [at, width] of widths.entries()) {
  const rulesOf = () => `/agreements/${pairs[at]!.relationshipId}`;
  const others = () =>
    [
      [`learner${at}`, pairs[at]!.educator],
      [`educator${at}`, pairs[at]!.learner],
    ] as const;

  test(`by keyboard the learner and the educator of a pair both say yes, at ${width} px`, async () => {
    for (const [who, other] of others()) {
      const page = await site.windowOf(who, width);
      await page.goto("/proposals");
      const proposal = page.getByRole("article", { name: other });
      await proposal.waitFor();
      assert.deepEqual(await faultsHere(page, `what is proposed to the ${who}`), []);
      await press(proposal.getByRole("button", { name: "Yes, I would like that" }));
      await proposal.getByText(who.startsWith("learner") ? "You said yes." : "You both said yes.").waitFor();
      await proposal.locator("h2:focus").waitFor();
      await page.close();
    }
    const { items } = ok(await world.ask(`learner${at}`, "GET", "/relationships?mine=true"));
    const { educatorId } = pairs[at]!;
    const made = items.find(({ educator }: { educator: { personId: string } }) => educator.personId === educatorId);
    pairs[at]!.relationshipId = made.relationshipId;
  });

  test(`by keyboard both sign the ground rules that they find on their homes, at ${width} px`, async () => {
    for (const [who] of others()) {
      const page = await site.windowOf(who, width);
      await page.goto("/");
      await press(page.locator(`main a[href="${rulesOf()}"]`).first());
      const sign = page.getByRole("button", { name: "Sign these ground rules" });
      assert.equal(await sign.isDisabled(), true, "it can be signed before the limits are read");
      assert.deepEqual(await faultsHere(page, `the ground rules before the ${who} signs`), []);
      await tick(page.getByLabel("I have read what stays between us and where that ends."));
      await press(sign);
      await sign.waitFor({ state: "detached" });
      await page.locator("h3:focus", { hasText: "Signatures to version" }).waitFor();
      await page.close();
    }
    const path = rulesOf().replace("agreements", "relationships");
    assert.equal(ok(await world.ask(`learner${at}`, "GET", path)).state, "in force");
  });

  test(`each sees the other on the own home, at ${width} px`, async () => {
    for (const [who, other] of others()) {
      const page = await site.windowOf(who, width);
      await page.goto("/");
      await page.getByRole("main").getByText(other).first().waitFor();
      assert.ok((await page.locator(`main a[href="${rulesOf()}"]`).count()) > 0, `${who} finds no way to the rules`);
      assert.deepEqual(await faultsHere(page, `the ${who}'s home`), []);
      await page.close();
    }
  });
}

test("nothing broke on the way", () => assert.deepEqual(site.complaints, []));

/** An invented school's exports in a folder that goes with the test. */
function schoolFiles(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "chiron-journey-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
  return Object.entries(inventSchool(7, size, day(0), modules)).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

async function choose(page: Page, paths: string[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await choosing).setFiles(paths);
}

async function untilEnabled(button: Locator): Promise<void> {
  await button.and(button.page().locator(":enabled")).waitFor();
}

/** The sum as the page tells it. */
async function countsOn(page: Page) {
  const said = (await page.getByText(/rows in = /).textContent()) ?? "";
  const [rowsIn, taken, refused, unchanged, repeated] = said.replaceAll(",", "").match(/\d+/g)?.map(Number) ?? [];
  return { rowsIn: rowsIn!, taken: taken!, refused: refused!, unchanged: unchanged!, repeated: repeated! };
}

/** A pair for each width, of two of whom neither has anybody else to answer; all with a session from now on. */
async function pairsOf(runId: string): Promise<Pair[]> {
  const { proposals } = (await detail(world, runId)) as { proposals: Pair[] };
  const found = proposals
    .filter(
      ({ educatorId, learner }) =>
        proposals.filter((other) => other.educatorId === educatorId).length === 1 && !learner.endsWith("Example"),
    )
    .slice(0, widths.length);
  assert.equal(found.length, widths.length, "too many educators have several proposals");
  const { schoolId } = world;
  for (const [at, { learnerId, educatorId }] of found.entries()) {
    await site.signIn(`learner${at}`, { schoolId, personId: learnerId });
    await site.signIn(`educator${at}`, { schoolId, personId: educatorId });
  }
  return found;
}

async function clean(page: Page, screen: string): Promise<void> {
  const faults = await faultsOf(page, screen);
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.deepEqual(faults, [], faults.join("\n"));
}
