// The library over the whole server: what a new school finds in it, who reads drafts, what approval takes, and what undoes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { lackingIn } from "../src/library/passage.ts";
import { firstLibrary } from "../src/library/first-store.ts";
import { aClaim, anArticle, approvedClaim, aSource, judge, libraryIn, moreReviewers, submit } from "./help/library.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
await libraryIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);
const article = async (who: string, key: string, query = "") =>
  ok(await ask(who, "GET", `/library/articles/${key}${query}`));
const claim = async (who: string, key: string, query = "") =>
  ok(await ask(who, "GET", `/library/claims/${key}${query}`));

test("what ships is sound: every wording of an article cites the same claims, each in at least three readers' words", async () => {
  const { articles, claims, sources } = await firstLibrary();
  assert.ok(articles.length >= 11 && claims.length >= 40, `${articles.length} articles, ${claims.length} claims`);
  for (const { key, wordings } of articles) {
    assert.ok(wordings.length >= 3, key);
    assert.deepEqual(
      lackingIn(wordings).flatMap(({ lacks }) => lacks),
      [],
      key,
    );
  }
  assert.deepEqual(
    sources.filter(({ isVerified }) => !isVerified).map(({ key }) => key),
    ["reference-5"],
  );
});

test("a new school reads it with its caution: nothing that came with Chiron is approved", async () => {
  const { items } = ok(await ask("amara", "GET", "/library"));
  assert.equal(items.length, 11);
  assert.deepEqual([...new Set(items.map(({ state }: { state: string }) => state))], ["submitted"]);
  const roles = await article("amara", "three-roles");
  assert.deepEqual([roles.writtenBy, roles.approvedBy, roles.approvedAt], [null, [], null]);
  assert.equal(roles.claimsCited.length, 5);
});

test("a claim whose source nobody has found is under review, says why, and cannot be approved", async () => {
  const { claim: ratio } = await claim("amara", "one-to-three");
  assert.deepEqual([ratio.state, ratio.lapsed], ["under review", "source"]);
  refused(await judge(world, "rosa", "claim", "one-to-three"), 409, "review.source");
});

test("the same facts in other words: the wording follows what a reader says of themselves, and nobody has to", async () => {
  assert.equal(ok(await ask("amara", "GET", "/library/reader")).reader, null);
  assert.equal((await article("amara", "three-roles")).reader, "public");
  ok(await ask("amara", "PUT", "/library/reader", { reader: "clerkship" }));
  const own = await article("amara", "three-roles");
  const other = await article("amara", "three-roles", "?reader=leader");
  assert.deepEqual([own.reader, other.reader], ["clerkship", "leader"]);
  const keys = ({ claimsCited }: { claimsCited: { key: string }[] }) => claimsCited.map(({ key }) => key).toSorted();
  assert.deepEqual(keys(own), keys(other));
  // No wording of its own: the nearest one, which says whose it is.
  assert.equal((await article("amara", "ground-rules")).reader, "preclerkship");
  assert.equal(ok(await ask("tomas", "GET", "/library/reader")).reader, null);
});

test("two reviewers who did not write it approve; one does not, nor its author, nor anybody else", async () => {
  ok(await ask("rosa", "POST", "/library/sources", aSource));
  ok(await ask("rosa", "POST", "/library/claims/a-claim/versions", aClaim()));
  refused(await ask("amara", "GET", "/library/claims/a-claim"), 404, "claim.absent");
  refused(await judge(world, "lena", "claim", "a-claim"), 409, "review.draft");
  ok(await submit(world, "rosa", "claim", "a-claim"));
  refused(await submit(world, "rosa", "claim", "a-claim"), 409, "submission.made");
  refused(await judge(world, "rosa", "claim", "a-claim"), 409, "review.own");
  refused(await judge(world, "dana", "claim", "a-claim"), 403, "office.may");
  ok(await judge(world, "lena", "claim", "a-claim"));
  refused(await judge(world, "lena", "claim", "a-claim"), 409, "review.given");
  assert.equal((await claim("amara", "a-claim")).claim.state, "under review");
  ok(await judge(world, "omar", "claim", "a-claim"));
  const { claim: approved, versions } = await claim("amara", "a-claim");
  assert.equal(approved.state, "approved");
  assert.deepEqual(
    versions[0].verdicts.map(({ by }: { by: string }) => by),
    ["Lena Example", "Omar Example"],
  );
});

test("a wording that drops a claim is told in the preview and cannot be submitted", async () => {
  const wordings = [
    {
      reader: "preclerkship",
      words: "## Why\n\nSeven programs do it [^a-claim], in three roles [^three-definitions].",
    },
    { reader: "educator", words: "## Why\n\nIt is done in seven [^a-claim] of ten." },
  ];
  const body = anArticle({ wordings });
  const preview = ok(await ask("lena", "POST", "/library/articles/dropped/preview", body));
  assert.deepEqual(
    preview.wordings.map(({ lacks }: { lacks: string[] }) => lacks),
    [[], ["three-definitions"]],
  );
  assert.equal(typeof preview.wordings[0].wordsPerSentence, "number");
  refused(await ask("lena", "GET", "/library/articles/dropped"), 404, "article.absent");
  ok(await ask("lena", "POST", "/library/articles/dropped/versions", body));
  refused(await submit(world, "lena", "article", "dropped"), 409, "article.wordings");
  const unknown = anArticle({ wordings: [{ reader: "public", words: "A thing [^nobody-claimed]." }] });
  refused(await ask("lena", "POST", "/library/articles/other/versions", unknown), 409, "article.unknown");
});

test("an article is approved with all its claims, and falls back with any of them", async () => {
  await approvedClaim(world, "its-claim");
  const wordings = [{ reader: "public", words: "Seven do it [^its-claim]." }];
  ok(await ask("lena", "POST", "/library/articles/one/versions", anArticle({ wordings })));
  ok(await submit(world, "lena", "article", "one"));
  for (const who of ["rosa", "omar"]) ok(await judge(world, who, "article", "one"));
  assert.equal((await article("amara", "one")).state, "approved");
  // The claim says something else by now, with the same board's approval: the article was approved for other words.
  ok(
    await ask(
      "rosa",
      "POST",
      "/library/claims/its-claim/versions",
      aClaim({ version: 1, statement: "Of ten, seven tried it." }),
    ),
  );
  ok(await submit(world, "rosa", "claim", "its-claim", 2));
  assert.equal(
    (await article("amara", "one")).state,
    "approved",
    "version 1 is what everybody reads until 2 is approved",
  );
  for (const who of moreReviewers) ok(await judge(world, who, "claim", "its-claim", 2));
  const fallen = await article("amara", "one");
  assert.deepEqual([fallen.state, fallen.lapsed, fallen.openClaims], ["under review", "claims", 1]);
});

test("when its day comes a claim falls back by itself, and so does the article that rests on it", async () => {
  await approvedClaim(world, "ages");
  const wordings = [{ reader: "public", words: "Seven do it [^ages]." }];
  ok(await ask("lena", "POST", "/library/articles/aging/versions", anArticle({ wordings })));
  ok(await submit(world, "lena", "article", "aging"));
  for (const who of ["rosa", "omar"]) ok(await judge(world, who, "article", "aging"));
  assert.equal((await article("amara", "aging")).state, "approved");
  await byHand(
    world,
    (admin) => admin`update claims set checked_on = ${day(-40)}, review_by = ${day(0)} where key = 'ages'`,
  );
  const { claim: aged } = await claim("amara", "ages");
  assert.deepEqual([aged.state, aged.lapsed], ["under review", "day"]);
  assert.equal((await article("amara", "aging")).state, "under review");
});

test("a retraction undoes approvals at once, and what was approved before it does not come back by itself", async () => {
  ok(await ask("omar", "POST", "/library/sources", { ...aSource, key: "shaky" }));
  await approvedClaim(world, "shaken", { sources: ["shaky"] });
  const check = (turn: number, isRetracted: boolean) =>
    ask("omar", "POST", "/library/sources/shaky/checks", { turn, checkedOn: day(0), isRetracted });
  assert.equal(ok(await check(0, false)).isRetracted, false);
  assert.equal((await claim("amara", "shaken")).claim.state, "approved");
  ok(await check(1, true));
  refused(await check(1, true), 409, "source.turn");
  const { claim: fallen, sources } = await claim("amara", "shaken");
  assert.deepEqual([fallen.state, fallen.lapsed, sources[0].isRetracted], ["under review", "retracted", true]);
  ok(await check(2, false));
  assert.equal((await claim("amara", "shaken")).claim.state, "submitted");
});

test("what is returned is the board's again, with its reason; readers keep the version before", async () => {
  ok(
    await ask(
      "lena",
      "POST",
      "/library/claims/a-claim/versions",
      aClaim({ version: 1, statement: "Seven of ten, it seems." }),
    ),
  );
  ok(await submit(world, "lena", "claim", "a-claim", 2));
  assert.equal((await claim("amara", "a-claim")).claim.version, 1);
  assert.equal((await claim("amara", "a-claim", "?version=2")).claim.state, "submitted");
  refused(await judge(world, "omar", "claim", "a-claim", 2, { verdict: "return" }), 409, "review.reason");
  // Rosa wrote version 1, which version 2 rests on: she does not judge it either.
  refused(
    await judge(world, "rosa", "claim", "a-claim", 2, { verdict: "return", reason: "It seems?" }),
    409,
    "review.own",
  );
  ok(await judge(world, "omar", "claim", "a-claim", 2, { verdict: "return", reason: "Say what was measured." }));
  refused(await ask("amara", "GET", "/library/claims/a-claim?version=2"), 404, "claim.absent");
  assert.equal((await claim("amara", "a-claim")).versions.length, 1);
  const { versions } = await claim("lena", "a-claim");
  assert.deepEqual([versions[0].state, versions[0].verdicts[0].reason], ["returned", "Say what was measured."]);
  refused(await judge(world, "omar", "claim", "a-claim", 2), 409, "review.returned");
});

test("the desk shows the board what waits, and to each what they may still say", async () => {
  const { items } = ok(await ask("omar", "GET", "/library/desk"));
  const of = (key: string) => items.find((item: { key: string }) => item.key === key);
  assert.deepEqual([of("dropped").state, of("dropped").isOwn], ["draft", false]);
  assert.deepEqual([of("one").isAnswered, of("one").lapsed], [true, "claims"]);
  assert.equal(of("a-claim"), undefined, "what is approved does not wait, nor what was returned");
  refused(await ask("dana", "GET", "/library/desk"), 403, "office.may");
});

test("the board notes things on passages, and nobody else reads them", async () => {
  const at = { reader: "educator", place: 1, words: "Which ten?" };
  ok(await ask("rosa", "POST", "/library/articles/three-roles/versions/1/comments", at));
  const { items } = ok(await ask("omar", "GET", "/library/articles/three-roles/versions/1/comments"));
  assert.deepEqual([items[0].by, items[0].words], ["Rosa Example", "Which ten?"]);
  refused(await ask("amara", "GET", "/library/articles/three-roles/versions/1/comments"), 403, "office.may");
});

test("two who write the next version at the same moment: one is told", async () => {
  const write = (statement: string) =>
    ask("lena", "POST", "/library/claims/three-definitions/versions", aClaim({ version: 1, statement }));
  const both = await Promise.all([write("One"), write("Other")]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
});

test("no version changes, and nobody slips a passage into one that is written", async () => {
  const asRosa = (statement: ReturnType<typeof sql>) =>
    world.door.asSession(world.people.rosa!.secret, (tx) => tx.run(statement));
  for (const statement of [
    sql`update claims set statement = 'Other' where key = 'three-definitions'`,
    sql`update claims set is_shown = true`,
    sql`delete from reviews`,
    sql`insert into passages (school_id, article_key, version, reader, place, heading, words) values (${world.schoolId}, 'three-roles', 1, 'public', 99, 'More', 'More')`,
  ])
    await assert.rejects(asRosa(statement), /nothing here that you may change/);
});
