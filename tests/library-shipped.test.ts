// What ships, for a school that was there before it: a reviewer adds what is missing, what is there stays as it is, and adding
// it again adds nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstLibrary } from "../src/library/first-store.ts";
import { aClaim, aSource, reviewersIn, submit } from "./help/library.ts";
import { ok, refused } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
await reviewersIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);
const { sources, claims, articles } = await firstLibrary();
const none = { sources: 0, claims: 0, articles: 0 };

ok(await ask("rosa", "POST", "/library/sources", aSource));
// The school's own, under keys that ship too: one that everybody reads, and a draft.
ok(await ask("rosa", "POST", "/library/claims/goal-identity/versions", aClaim({ statement: "Our own." })));
ok(await submit(world, "rosa", "claim", "goal-identity"));
ok(await ask("rosa", "POST", "/library/claims/three-definitions/versions", aClaim({ statement: "A draft." })));

test("nobody but a reviewer adds what ships, and nothing is added by looking", async () => {
  for (const who of ["amara", "dana", "ada"]) refused(await ask(who, "POST", "/library/shipped"), 403, "office.may");
  refused(await ask("amara", "GET", "/library/shipped"), 403, "office.may");
  assert.deepEqual(ok(await ask("amara", "GET", "/library")).items, []);
});

test("what is missing is added: submitted, written by nobody here, approved by nobody; the school's own stays", async () => {
  const { missing } = ok(await ask("lena", "GET", "/library/shipped"));
  const onDraft = articles.filter(({ wordings }) =>
    wordings.some(({ words }) => words.includes("[^three-definitions]")),
  );
  assert.ok(onDraft.length > 0);
  const expected = {
    sources: sources.length,
    claims: claims.length - 2,
    articles: articles.length - onDraft.length,
  };
  assert.deepEqual(missing, expected);
  assert.deepEqual(ok(await ask("lena", "POST", "/library/shipped")).added, expected);
  const { items } = ok(await ask("amara", "GET", "/library"));
  assert.equal(items.length, expected.articles);
  assert.deepEqual([...new Set(items.map(({ state }: { state: string }) => state))], ["submitted"]);
  const article = ok(await ask("amara", "GET", "/library/articles/what-programs-do"));
  assert.deepEqual([article.writtenBy, article.approvedBy], [null, []]);
  assert.equal(ok(await ask("amara", "GET", "/library/claims/goal-identity")).claim.statement, "Our own.");
});

test("again it adds nothing, until the draft that an article waited for is read by everybody", async () => {
  assert.deepEqual(ok(await ask("omar", "POST", "/library/shipped")).added, none);
  ok(await submit(world, "rosa", "claim", "three-definitions"));
  const { added } = ok(await ask("omar", "POST", "/library/shipped"));
  assert.ok(added.articles > 0);
  assert.deepEqual(ok(await ask("omar", "GET", "/library/shipped")).missing, none);
});
