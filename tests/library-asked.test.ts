// Questions to the board over the whole server: near words are one line, without a name; they lead to an article, are answered
// by one, or are set aside; and an open one stays open until its article is approved.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gathered } from "../src/library/asked.ts";
import { anArticle, approvedClaim, aSource, judge, reviewersIn, submit } from "./help/library.ts";
import { ok, refused } from "./help/matches.ts";
import { openWorld, today, type World } from "./help/world.ts";

const world: World = await openWorld();
await reviewersIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);
ok(await ask("rosa", "POST", "/library/sources", aSource));
await approvedClaim(world, "a-claim");

const asks = async (...questions: string[]) => {
  for (const question of questions) ok(await ask("amara", "POST", "/library/questions", { question }));
};
const list = async (): Promise<{ open: Gathered[]; done: Gathered[] }> =>
  ok(await ask("lena", "GET", "/library/questions"));
const lineOf = (lines: Gathered[], words: string) =>
  lines.find(({ questions }) => questions.some((one) => one.words === words));
const named = (line: Gathered | undefined) => line!.questions.map(({ questionId, turn }) => ({ questionId, turn }));

test("the same question in other words is one line, with how often and when, and nobody's name", async () => {
  await asks(
    "Do coaches grade me?",
    "do coaches  GRADE me",
    "Does a coach grade students?",
    "Where is the library's printer?",
  );
  const { open, done } = await list();
  assert.deepEqual([open.map(({ count }) => count).toSorted((a, b) => a - b), done], [[1, 3], []]);
  const line = lineOf(open, "Do coaches grade me?");
  assert.deepEqual([line?.count, line?.firstOn, line?.lastOn, line?.outcome], [3, today(), today(), null]);
  const text = JSON.stringify(open);
  const { personId } = world.people.amara!;
  assert.ok(!text.includes("Amara") && !text.includes(personId), text);
  for (const who of ["amara", "dana", "ada"]) refused(await ask(who, "GET", "/library/questions"), 403, "office.may");
});

test("one is set aside with a reason, and not without", async () => {
  const line = lineOf((await list()).open, "Where is the library's printer?");
  const body = { questions: named(line), kind: "set aside" };
  const { faults } = refused(await ask("omar", "POST", "/library/questions/outcomes", body), 409, "question.reason");
  assert.equal(faults[0].field, "reason");
  const aside = { ...body, reason: "Not about guidance." };
  refused(await ask("amara", "POST", "/library/questions/outcomes", aside), 403, "office.may");
  ok(await ask("omar", "POST", "/library/questions/outcomes", aside));
  refused(await ask("lena", "POST", "/library/questions/outcomes", aside), 409, "question.turn");
  const { done } = await list();
  assert.deepEqual(
    done.map(({ outcome }) => [outcome?.kind, outcome?.reason, outcome?.by]),
    [["set aside", "Not about guidance.", "Omar Example"]],
  );
});

test("what leads to a new article leaves the list when that article is approved, and not before", async () => {
  const line = lineOf((await list()).open, "Do coaches grade me?");
  const body = anArticle({ title: "Whether coaches grade", answers: named(line) });
  ok(await ask("lena", "POST", "/library/articles/grading/preview", body));
  assert.equal(lineOf((await list()).open, "Do coaches grade me?")?.outcome, null, "a preview kept something");
  ok(await ask("lena", "POST", "/library/articles/grading/versions", body));
  const written = lineOf((await list()).open, "Do coaches grade me?");
  assert.deepEqual(
    [written?.count, written?.outcome?.kind, written?.outcome?.articleTitle, written?.outcome?.articleState],
    [3, "new article", "Whether coaches grade", "draft"],
  );
  ok(await submit(world, "lena", "article", "grading"));
  ok(await judge(world, "rosa", "article", "grading"));
  assert.equal(lineOf((await list()).open, "Do coaches grade me?")?.outcome?.articleState, "under review");
  ok(await judge(world, "omar", "article", "grading"));
  const { open, done } = await list();
  assert.equal(lineOf(open, "Do coaches grade me?"), undefined);
  assert.equal(lineOf(done, "Do coaches grade me?")?.outcome?.articleState, "approved");
});

test("the same question again is open again, and an article that is there can answer it", async () => {
  await asks("Will my coach grade me?");
  const again = lineOf((await list()).open, "Will my coach grade me?");
  assert.equal(again?.count, 1);
  const body = { questions: named(again), kind: "answered" };
  const { faults } = refused(
    await ask("omar", "POST", "/library/questions/outcomes", { ...body, articleKey: "nothing" }),
    404,
    "article.absent",
  );
  assert.equal(faults[0].field, "articleKey");
  ok(await ask("omar", "POST", "/library/questions/outcomes", { ...body, articleKey: "grading" }));
  assert.equal(lineOf((await list()).done, "Will my coach grade me?")?.outcome?.kind, "answered");
  const nobodys = [{ questionId: world.people.amara!.personId, turn: 0 }];
  const aside = { questions: nobodys, kind: "set aside", reason: "Not there" };
  refused(await ask("omar", "POST", "/library/questions/outcomes", aside), 404, "question.absent");
});
