// Several at once in a real browser, seen before and told after: matching again from the desk, and saying yes to proposals.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, day, ok, proposalsFor, run } from "../help/matches.ts";
import { brought, end } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;

test("matching again for several lines makes one draft a program, each counting those before it", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: "Match again for them" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("A new run").first().waitFor();
  assert.equal(await dialog.getByRole("listitem").count(), 3);
  assert.deepEqual(await faultsOf(page, "matching again, before"), []);
  await dialog.getByRole("button", { name: "Make 3 runs" }).click();
  await dialog.getByRole("button", { name: "Back to the desk" }).waitFor();
  const { items } = ok(await world.ask("marisol", "GET", "/runs"));
  assert.deepEqual(
    (items as { settings: { counting: string[] } }[]).map(({ settings }) => settings.counting.length),
    [2, 1, 0],
  );
  assert.equal(await dialog.getByRole("link", { name: "Open the draft" }).count(), 3);
  assert.deepEqual(await faultsOf(page, "matching again, after"), []);
  await dialog.getByRole("link", { name: "Open the draft" }).first().click();
  await page.waitForURL("**/matching/*");
  assert.deepEqual(site.complaints, []);
});

test("a draft stands on the desk: a director looks and approves, a coordinator reads and writes to whom it waits for", async () => {
  const desk = await site.windowOf("marisol");
  await desk.goto("/desk?queue=proposals");
  await desk.getByText("Waits for Dana Example").first().waitFor();
  const written = await desk
    .getByRole("link", { name: /^Write/ })
    .first()
    .getAttribute("href");
  const { searchParams } = new URL(written ?? "");
  assert.equal(searchParams.get("bcc"), "dana@wexcombe.example.edu");
  assert.match(searchParams.get("body") ?? "", /http:\/\/[^/]+\/matching\/[0-9a-f-]{36}\r\n/);
  assert.deepEqual(await faultsOf(desk, "the desk with drafts"), []);
  const page = await site.windowOf("dana");
  await page.goto("/desk");
  const approving = page.getByRole("link", { name: /^Look and approve/ });
  await approving.first().waitFor();
  assert.equal(await approving.count(), 3);
  await approving.first().click();
  await page.waitForURL("**/matching/*");
  await page.getByRole("button", { name: "Approve and ask" }).waitFor();
});

test("a director approves the drafts of several programs with one last day to answer", async () => {
  const page = await site.windowOf("dana");
  await page.goto("/matching");
  await page.getByRole("button", { name: "Approve the 3 newest drafts together" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").last().uncheck();
  await dialog.getByLabel("Last day to answer").fill(day(-1));
  await dialog.getByText(/^Choose a day from/).waitFor();
  assert.ok(await dialog.getByRole("button", { name: /and ask$/ }).isDisabled(), "a past day is not sent");
  await dialog.getByLabel("Last day to answer").fill(day(21));
  assert.deepEqual(await faultsOf(page, "approving several"), []);
  await dialog.getByRole("button", { name: "Approve 2 runs and ask" }).click();
  await dialog.getByRole("button", { name: "Back to the runs" }).waitFor();
  assert.equal(await dialog.getByText("Approved, and asked").count(), 2);
  const { items } = ok(await world.ask("dana", "GET", "/runs"));
  assert.deepEqual(
    (items as { approval: { answerBy: string } | null }[]).map(({ approval }) => approval?.answerBy ?? null),
    [null, day(21), day(21)],
  );
  await byHand(world, (admin) => admin`delete from run_approvals`);
});

test("who may not match is offered no match", async () => {
  const waiting = await brought(world, "grace", "priya", "advising");
  const page = await site.windowOf("imani");
  await page.goto("/desk");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: "Save as CSV" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Match again for them" }).count(), 0);
  assert.equal(await page.getByText("No roster yet").count(), 0, "who sees no imports is not told that there are none");
  ok(await end(world, "grace", waiting));
});

test("whoever has several proposals says yes to those they tick, and to no other", async () => {
  await byHand(
    world,
    (admin) =>
      admin`update capacities set places = case educator_id when ${world.people.tomas!.personId} then 3 else 0 end`,
  );
  const { runId } = await run(world);
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(14) }));
  const desk = await site.windowOf("marisol");
  await desk.goto("/desk?queue=proposals");
  await desk
    .getByRole("row", { name: /proposals wait for an answer/ })
    .getByRole("link", { name: /^See who/ })
    .click();
  await desk.waitForURL(`**/matching/${runId}?answers=waiting#pairs`);
  await desk.getByRole("region", { name: "Proposed pairs" }).getByText("1 to 3 of 3").waitFor();
  assert.ok(Number(await desk.evaluate("scrollY")) > 0, "the pairs are in sight");
  assert.deepEqual(await faultsOf(desk, "a run with what waits for an answer"), []);
  const page = await site.windowOf("tomas");
  await page.goto("/proposals");
  await page.getByRole("button", { name: "Say yes to several" }).click();
  const names = page.getByRole("article").getByRole("heading", { level: 2 });
  const before = await names.allTextContents();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Noah Example" }).uncheck();
  await dialog.getByRole("button", { name: "Say yes to 2" }).click();
  await dialog.getByRole("button", { name: "Back to the proposals" }).waitFor();
  assert.equal(await dialog.getByText("You said yes").count(), 2);
  assert.deepEqual(await faultsOf(page, "several answered"), []);
  await dialog.getByRole("button", { name: "Back to the proposals" }).click();
  assert.deepEqual(await names.allTextContents(), before, "what was answered moved away from under the reader");
  await desk.reload();
  await desk.getByRole("region", { name: "Proposed pairs" }).getByText("1 to 3 of 3").waitFor();
  ok(
    await world.ask("grace", "POST", `/proposals/${runId}/${world.people.grace!.personId}/answer`, {
      answer: "accept",
    }),
  );
  await desk.reload();
  await desk.getByRole("region", { name: "Proposed pairs" }).getByText("1 to 2 of 2").waitFor();
  const items: { other: { name: string }; answer: string | null }[] = await proposalsFor(world, "tomas");
  assert.deepEqual(Object.fromEntries(items.map(({ other, answer }) => [other.name, answer])), {
    "Amara Example": "accept",
    "Grace Example": "accept",
    "Noah Example": null,
  });
  const rest = await run(world);
  for (const who of ["dana", "marisol"]) {
    const reader = await site.windowOf(who);
    await reader.goto(`/matching/${rest.runId}`);
    await reader.getByText("It proposes nobody new, so there is nothing to approve.").waitFor();
  }
});
