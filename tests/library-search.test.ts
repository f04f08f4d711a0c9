// What a search finds, and how: what everybody may read in the wording that stands, by an index that no policy keeps it from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readers, wordingFor } from "../src/library/reader.ts";
import { anArticle, approvedClaim, aSource, judge, reviewersIn, submit } from "./help/library.ts";
import { byHand, ok } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
await reviewersIn(world);
ok(await world.ask("rosa", "POST", "/library/sources", aSource));
await approvedClaim(world, "a-claim");

const search = async (words: string, who = "amara") =>
  ok(await world.ask(who, "GET", `/library/search?q=${encodeURIComponent(words)}`));

function saying(words: string, more: object = {}): object {
  return anArticle({ wordings: [{ reader: "educator", words: `## Why\n\n${words} [^a-claim].` }], ...more });
}

test("the database gives each reader the wording that the page gives them", async () => {
  for (let set = 1; set < 2 ** readers.length; set++) {
    const there = readers.filter((_, at) => (set >> at) % 2 === 1);
    const rows = await byHand(
      world,
      (admin) =>
        admin`select wanted, app.wording_for(wanted, ${there}) as given from unnest(${[...readers]}::text[]) as wanted`,
    );
    for (const { wanted, given } of rows)
      assert.equal(given, wordingFor(wanted, there), `${wanted} of ${there.join(", ")}`);
  }
});

test("a draft is found by nobody, changes no count and corrects no word; submitted, it is found at once", async () => {
  const before = await search("zebras programs");
  ok(await world.ask("rosa", "POST", "/library/articles/drafted/versions", saying("Zebras run seven programs")));
  assert.deepEqual(await search("zebras programs"), before);
  assert.deepEqual(await search("zebars programs"), { ...before, corrected: [] });
  assert.deepEqual((await search("zebras programs", "rosa")).items, before.items);
  ok(await submit(world, "rosa", "article", "drafted"));
  const { items, states } = await search("zebars programs");
  assert.equal(items[0].articleKey, "drafted");
  assert.deepEqual(states, [{ value: "submitted", count: 1 }]);
});

test("of two versions that everybody reads the one is found that stands, and what was returned is not", async () => {
  for (const who of ["lena", "omar"]) ok(await judge(world, who, "article", "drafted"));
  const next = saying("Giraffes run seven programs", { version: 1 });
  ok(await world.ask("rosa", "POST", "/library/articles/drafted/versions", next));
  ok(await submit(world, "rosa", "article", "drafted", 2));
  assert.deepEqual((await search("giraffes")).items, []);
  assert.equal((await search("zebras")).items[0].version, 1);
  for (const who of ["lena", "omar"]) ok(await judge(world, who, "article", "drafted", 2));
  assert.equal((await search("giraffes")).items[0].version, 2);
  assert.deepEqual((await search("zebras")).items, []);
  ok(await judge(world, "lena", "article", "drafted", 2, { verdict: "return", reason: "No giraffes." }));
  assert.deepEqual((await search("giraffes")).items, []);
  assert.equal((await search("zebras")).items[0].version, 1);
});

test("a search looks through the index, and not at every passage", async () => {
  await byHand(world, (admin) =>
    admin.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      await tx`set local role chiron_reader`;
      const plan = await tx`explain select from passages p
        where p.is_shown and p.found_for @> array['public@here'] and p.found_by @@ 'zebra'::tsquery`;
      assert.match(plan.map((row) => row["QUERY PLAN"]).join("\n"), /Index Cond: .*found_by @@/);
    }),
  );
});
