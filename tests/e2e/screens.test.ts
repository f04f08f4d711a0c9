// Every page of the app, opened by everybody who may open it: no script error, no accident of the server, nothing that axe
// finds in either theme, and no wider than the window. A page that is added to the list is looked at without being named here.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Account } from "../../src/people/account.ts";
import { mayOpen, type PageEntry } from "../../src/web/page-entry.ts";
import { goalsOf } from "../help/goals.ts";
import { libraryIn } from "../help/library.ts";
import { byHand, ok, run } from "../help/matches.ts";
import { requirementsIn } from "../help/plans.ts";
import { brought, inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

// By its address: the list leads to the screens, which are checked with the browser's types and not with these.
const { pages } = (await import(new URL("../../src/web/pages.ts", import.meta.url).href)) as { pages: PageEntry[] };
const site = await openSite();
const { world } = site;
const relationshipId = await inForce(world, "amara", "tomas");
await brought(world, "noah", "priya");
const { runId } = await run(world);
// A certification with something missing says more than a full one.
await byHand(
  world,
  (admin) => admin`delete from trainings where educator_id = ${world.people.tomas!.personId} and module like 'Limits%'`,
);

const { requestId } = ok(
  await world.ask("amara", "POST", "/requests", {
    program: "coaching",
    words: "How do I get better at presenting?",
    readerId: world.people.tomas!.personId,
  }),
);

ok(await world.ask("tomas", "POST", `/requests/${requestId}/reply`, { words: "Bring one case." }));

const setId = await requirementsIn(world);
await libraryIn(world);
const { goal: goalId } = await goalsOf(world, "amara");

/** A value for each parameter of a path; a page with another parameter has to be given one. */
const given: Record<string, string> = {
  personId: world.people.amara!.personId,
  relationshipId,
  runId,
  requestId,
  setId,
  goalId,
  articleKey: "three-roles",
  claimKey: "three-definitions",
  secret: "a-secret-that-opens-nothing",
  token: "a-token-that-opens-nothing",
};

// Of a learner and an educator, and of the offices, the first who may open a page: they see different things there.
const sides = [
  ["amara", "tomas"],
  ["marisol", "dana", "ravi", "ada", "rosa"],
];
const accounts = new Map<string, Account>();
for (const who of sides.flat()) accounts.set(who, ok(await world.ask(who, "GET", "/me")));

const visits = sides.flatMap((side) =>
  pages.flatMap((page) => {
    const who = side.find((name) => mayOpen(page, accounts.get(name)!));
    return who === undefined ? [] : [{ page, who }];
  }),
);

test("every page is opened by somebody", () => {
  const opened = new Set(visits.map(({ page }) => page.path));
  assert.deepEqual(
    pages.filter(({ path }) => !opened.has(path)).map(({ path }) => path),
    [],
  );
});

// Home is another one for each.
const home = pages.find(({ path }) => path === "/")!;
for (const who of sides.flat()) if (!visits.some((one) => one.who === who)) visits.push({ page: home, who });

for (const who of sides.flat())
  test(`the pages that ${who} opens`, async () => {
    const window = await site.windowOf(who);
    const faults: string[] = [];
    for (const visit of visits.filter((one) => one.who === who)) {
      const path = visit.page.path.replace(/:(\w+)/g, (_, name: string) => {
        assert.ok(given[name], `${visit.page.path}: give the parameter ${name} a value in this test`);
        return given[name];
      });
      await window.goto(path);
      await window.getByRole("heading", { level: 1 }).first().waitFor();
      // A page without the frame shows what waiting looks like, for good.
      if (visit.page.frame !== "none") await loaded(window);
      faults.push(...(await faultsOf(window, `${path} for ${who}`)));
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(site.complaints, []);
    await window.close();
  });

async function loaded(window: Page): Promise<void> {
  const waits = window.getByText("Loading", { exact: true });
  while ((await waits.count()) > 0) await waits.first().waitFor({ state: "detached" });
}
