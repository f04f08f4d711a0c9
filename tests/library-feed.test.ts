// The feed of what changes in the library: what it tells, when, to whom, and that it tells nothing of drafts or of people.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bringLibrary } from "../src/library/first-store.ts";
import { atomText } from "../src/library/changes.ts";
import {
  aClaim,
  anArticle,
  approvedClaim,
  aSource,
  judge,
  moreReviewers,
  reviewersIn,
  submit,
} from "./help/library.ts";
import { listening } from "./help/listening.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const origin = await listening(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);
const pathOf = async (who: string): Promise<string> => ok(await ask(who, "POST", "/me/library-feed")).path;
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const titlesIn = (text: string) =>
  [...text.matchAll(/<entry>[\s\S]*?<title>(.*?)<\/title>/g)].map(([, title = ""]) => title);
await reviewersIn(world);
const path = await pathOf("amara");
const titles = async () => titlesIn((await read(path)).text);
ok(await ask("rosa", "POST", "/library/sources", aSource));

test("a library without anything is an empty feed, with its own address and who it is of", async () => {
  const { status, text, headers } = await read(path);
  assert.equal(status, 200, text);
  assert.equal(headers.get("content-type"), "application/atom+xml; charset=utf-8");
  assert.ok(text.includes(`<link rel="self" type="application/atom+xml" href="${origin}${path}"/>`), text);
  assert.match(text, /<author><name>Library of Wexcombe School of Medicine<\/name><\/author>/);
  assert.match(text, /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/);
  assert.match(text, /<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
  assert.deepEqual(titlesIn(text), []);
});

test("it tells what is submitted and what is approved, newest first, with what has to be said of it and nobody's name", async () => {
  await approvedClaim(world, "a-claim");
  const claim = "Of ten invented programs, seven do it.";
  assert.deepEqual(await titles(), [`Approved: ${claim}`, `Submitted: ${claim}`]);
  ok(await ask("rosa", "POST", "/library/articles/shown/versions", anArticle()));
  assert.equal((await titles()).length, 2);
  ok(await submit(world, "rosa", "article", "shown"));
  for (const who of moreReviewers) ok(await judge(world, who, "article", "shown"));
  const { text } = await read(path);
  assert.deepEqual(titlesIn(text).slice(0, 2), [
    "Approved: An article of this test",
    "Submitted: An article of this test",
  ]);
  assert.ok(text.includes(`href="${origin}/library/shown?version=1"`));
  assert.ok(text.includes(`href="${origin}/library/claims/a-claim?version=1"`));
  assert.match(text, /<summary>Article, version 1: The first\. Exercise caution: pending human review\.<\/summary>/);
  assert.doesNotMatch(text, /rosa|lena|omar|amara|@/i);
});

test("drafts, and what is returned, change not a byte of it; who knows these bytes is answered so", async () => {
  const before = await read(path);
  const tag = before.headers.get("etag")!;
  ok(await ask("rosa", "POST", "/library/claims/other/versions", aClaim({ statement: "Of ten, eight do it." })));
  ok(await ask("rosa", "POST", "/library/articles/shown/versions", anArticle({ version: 1, title: "Another title" })));
  ok(await ask("amara", "POST", "/library/questions", { question: "Which ten programs?" }));
  assert.equal((await read(path)).text, before.text);
  const again = await read(path, { "if-none-match": tag });
  assert.deepEqual([again.status, again.text], [304, ""]);
  ok(await submit(world, "rosa", "claim", "other"));
  assert.equal((await titles())[0], "Submitted: Of ten, eight do it.");
  ok(await judge(world, "lena", "claim", "other", 1, { verdict: "return", reason: "Which eight?" }));
  assert.equal((await read(path)).text, before.text);
});

test("what falls back is told, with why: by its day, by a retraction, and an article by its claim", async () => {
  const was = await read(path);
  const look = { turn: 0, checkedOn: day(-1), isRetracted: true };
  ok(await ask("lena", "POST", `/library/sources/${aSource.key}/checks`, look));
  const { text } = await read(path);
  assert.deepEqual(titlesIn(text).slice(0, 2).toSorted(), [
    "Under review: An article of this test",
    "Under review: Of ten invented programs, seven do it.",
  ]);
  assert.match(text, /A source of it is retracted\. Exercise caution/);
  assert.match(text, /A claim that it rests on is not approved, or says something else by now\. Exercise caution/);
  // What was submitted keeps its entry, whatever came after.
  const entryOf = (all: string, title: string) =>
    all.match(/<entry>[\s\S]*?<\/entry>/g)!.find((entry) => entry.includes(`<title>${title}</title>`));
  const submitted = "Submitted: An article of this test";
  assert.equal(entryOf(text, submitted), entryOf(was.text, submitted));
  ok(await ask("lena", "POST", `/library/sources/${aSource.key}/checks`, { ...look, turn: 1, isRetracted: false }));
  await byHand(
    world,
    (admin) =>
      admin`update claims set review_by = current_date - 2, checked_on = current_date - 9 where key = 'a-claim'`,
  );
  const late = (await read(path)).text;
  assert.match(entryOf(late, "Under review: Of ten invented programs, seven do it.")!, /Its day of review has come\./);
});

test("as many as a school begins with fit, and it holds no more than a hundred", async () => {
  await world.door.asSteward((tx) => bringLibrary(tx, world.schoolId));
  const all = await titles();
  assert.ok(all.length > 50 && all.length <= 100, String(all.length));
  const { text } = await read(path);
  const moments = [...text.matchAll(/<entry>[\s\S]*?<updated>(.*?)<\/updated>/g)].map(([, at]) => at!);
  assert.deepEqual(moments, moments.toSorted().toReversed());
  assert.equal(/<updated>(.*?)<\/updated>/.exec(text)?.[1], moments[0]);
  const ids = [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test("signs that XML has a meaning for, or none at all, stay words", () => {
  const change = {
    kind: "claim",
    key: "k",
    version: 1,
    because: "<script>&amp;",
    change: "submitted",
    lapsed: null,
  } as const;
  const changes = [{ ...change, title: `A < B & "C" ]]> \u0007\uFFFE\uD800 😀`, at: "2026-11-29T00:00:00.000Z" }];
  const feed = { schoolId: "s", school: "A & B", madeAt: "2026-11-29T00:00:00.000Z", changes };
  const text = atomText(feed, "https://a.example", "/x");
  assert.match(text, /<title>Submitted: A &lt; B &amp; &quot;C&quot; \]\]&gt; \uFFFD 😀<\/title>/);
  assert.match(text, /<summary>Claim, version 1: &lt;script&gt;&amp;amp;\. /);
  assert.equal(text, atomText(feed, "https://a.example", "/x"));
  assert.equal(/<id>.*<\/id>/.exec(text)?.[0], /<id>.*<\/id>/.exec(atomText(feed, "https://b.example", "/y"))?.[0]);
});

test("wrong, replaced, turned off, another feed's and never given are refused alike; a key makes none; who has left has none", async () => {
  const first = await pathOf("noah");
  const second = await pathOf("noah");
  const calendar = ok(await ask("noah", "POST", "/me/calendar")).path as string;
  assert.equal((await read(second)).status, 200);
  assert.notEqual(ok(await ask("noah", "GET", "/me/library-feed")).madeAt, null);
  assert.deepEqual(ok(await ask("noah", "DELETE", "/me/library-feed")), { madeAt: null });
  // The one is turned off, and the other stays.
  assert.equal((await read(calendar)).status, 200);
  const others = [
    first,
    second,
    calendar.replace("calendar", "library-feed").replace(".ics", ".atom"),
    "/library-feed/x",
  ];
  const bodies = await Promise.all(
    others.map(async (one) => {
      const { status, text } = await read(one);
      return `${status} ${text}`;
    }),
  );
  assert.equal(new Set(bodies).size, 1, bodies.join("\n"));
  assert.match(bodies[0]!, /^404 .*library-feed\.absent/);
  const { secret } = ok(await ask("amara", "POST", "/account/keys", { label: "mine", capabilities: [], days: 3 }));
  refused(
    await ask(null, "POST", "/me/library-feed", undefined, { authorization: `Bearer ${secret}` }),
    409,
    "key.in-person",
  );
  const grace = await pathOf("grace");
  await byHand(
    world,
    (admin) => admin`update people set left_on = current_date where person_id = ${world.people.grace!.personId}`,
  );
  assert.equal((await read(grace)).status, 404);
});
