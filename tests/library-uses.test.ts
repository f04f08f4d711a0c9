// What outside the library rests on claims: every claim that is used ships, every use is one that a screen has, and a school
// without a claim is shown nothing of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { guides } from "../src/goals/guide.ts";
import { firstLibrary } from "../src/library/first-store.ts";
import { claimsAt, claimsInUse, uses, usesOf, shortOf } from "../src/library/use.ts";
import { charterParts, isOwnClause, isOwnPart } from "../src/programs/brought.ts";
import { firstCharters, firstRules } from "../src/programs/first.ts";
import { dutiesOf, programs } from "../src/programs/program.ts";
import { destinations } from "../src/requests/destination.ts";
import { aClaim, anArticle, approvedClaim, aSource, judge, libraryIn, moreReviewers } from "./help/library.ts";
import { byHand, ok } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const told = async (who: string) => ok(await ask(who, "GET", "/library/uses")).items;

test("a school without a library is told of no claim, and nothing else is refused for it", async () => {
  assert.deepEqual(await told("amara"), []);
  assert.equal(claimsAt("rules", await told("amara")).length, 0);
});

test("each claim that is used ships, and no use is empty or names one twice", async () => {
  const { claims } = await firstLibrary();
  const keys = claims.map(({ key }) => key);
  assert.deepEqual(
    claimsInUse.filter((key) => !keys.includes(key)),
    [],
  );
  for (const [use, named] of Object.entries(uses))
    assert.ok(named.length > 0 && new Set(named).size === named.length, use);
});

test("each use is one that a screen asks for", () => {
  const asked = [
    ...programs.flatMap((program) => [
      ...charterParts.map((part) => `charter/${program}/${part}`),
      ...firstCharters[program].clauses.map(({ key }) => `rule/${program}/${key}`),
      `agenda/${program}`,
    ]),
    ...guides.map(({ name }) => `guide/${name}`),
    ...destinations.map((one) => `answer/${one}`),
    "rules",
    "guides",
    "pitfalls/wall",
    "pitfalls/training",
  ];
  assert.deepEqual(
    Object.keys(uses).filter((use) => !asked.includes(use)),
    [],
  );
});

test("the claims are told as everybody reads them today, each with its uses, and never as a draft", async () => {
  await libraryIn(world);
  const items = await told("amara");
  assert.deepEqual(new Set(items.map(({ key }: { key: string }) => key)), new Set(claimsInUse));
  const one = items.find(({ key }: { key: string }) => key === "hours-of-a-coach");
  assert.deepEqual([one.state, one.uses], ["submitted", ["charter/coaching/numbers", "rule/coaching/cadence"]]);
  const found = items.find(({ key }: { key: string }) => key === "one-to-three");
  assert.deepEqual([found.state, found.lapsed], ["under review", "source"]);
  ok(await ask("rosa", "POST", "/library/sources", aSource));
  const next = aClaim({ version: 1, statement: "Something else that nobody has submitted." });
  ok(await ask("rosa", "POST", "/library/claims/hours-of-a-coach/versions", next));
  assert.deepEqual(await told("amara"), items);
  assert.deepEqual(await told("rosa"), items);
  for (const who of moreReviewers) ok(await judge(world, who, "claim", "hours-of-a-coach"));
  const after = (await told("amara")).find(({ key }: { key: string }) => key === "hours-of-a-coach");
  assert.deepEqual([after.state, after.statement], ["approved", one.statement]);
});

test("a claim that a school does not have is left out, and what else stands beside it stays", async () => {
  await byHand(world, (admin) => admin`update claims set is_shown = false where key = 'one-to-three'`);
  const items = await told("amara");
  assert.deepEqual(
    claimsAt("charter/coaching/numbers", items).map(({ key }) => key),
    ["hours-of-a-coach"],
  );
  assert.deepEqual(claimsAt("charter/mentoring/numbers", items), []);
});

test("a claim's page names the articles that rest on it, as far as its reader sees them", async () => {
  await approvedClaim(world, "a-claim");
  ok(await ask("rosa", "POST", "/library/articles/hidden/versions", anArticle()));
  const usedIn = async (who: string, key: string) => ok(await ask(who, "GET", `/library/claims/${key}`)).usedIn;
  assert.deepEqual(await usedIn("amara", "a-claim"), []);
  const titles = (await usedIn("amara", "coaches-do-not-assess")).map(({ title }: { title: string }) => title);
  assert.ok(titles.includes("Who guides you does not judge you"), titles.join());
  assert.deepEqual(usesOf("a-claim"), []);
});

test("what a school says otherwise is not told as resting on what Chiron says", () => {
  for (const program of programs) {
    const said = {
      body: firstCharters[program],
      rules: firstRules.filter(({ duty }) => dutiesOf[program].includes(duty)),
    };
    for (const part of charterParts) assert.equal(isOwnPart(program, part, said), false, `${program} ${part}`);
    const own = { ...said, body: { ...said.body, learnersMost: 9, purpose: "Ours" }, rules: said.rules.slice(1) };
    const parts = charterParts.filter((part) => isOwnPart(program, part, own));
    assert.deepEqual(parts, ["purpose", "numbers", "wall"]);
    for (const { key, text } of said.body.clauses) {
      assert.equal(isOwnClause(program, key, text), false);
      assert.equal(isOwnClause(program, key, `${text} Or so.`), true);
    }
    assert.equal(isOwnClause(program, "own-a", "Ours"), true);
  }
});

test("a long statement is cut between words, and a short one stays as it is", () => {
  assert.equal(shortOf("One educator has one to three learners."), "One educator has one to three learners");
  const [short] = [shortOf("Learners, educators and offices ".repeat(9))];
  assert.match(short, /^Learners,.*(Learners|educators|and|offices)…$/);
  assert.ok(short.length <= 101 && short.length > 80, short);
});
