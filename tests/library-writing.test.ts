// Writing for the library over the whole server: what whoever writes begins with, what a refusal names, and what a revised
// source undoes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aClaim, anArticle, approvedClaim, aSource, judge, libraryIn, submit } from "./help/library.ts";
import { ok, refused } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
await libraryIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);
ok(await ask("rosa", "POST", "/library/sources", aSource));

const stateOf = async (key: string) => {
  const { claim } = ok(await ask("rosa", "GET", `/library/claims/${key}`));
  return [claim.state, claim.approvals];
};

test("whoever writes is given every claim, drafts as well; nobody else is", async () => {
  ok(await ask("rosa", "POST", "/library/claims/to-cite/versions", aClaim()));
  const { items } = ok(await ask("lena", "GET", "/library/claims"));
  const line = items.find(({ key }: { key: string }) => key === "to-cite");
  assert.deepEqual(line, {
    key: "to-cite",
    version: 1,
    statement: "Of ten invented programs, seven do it.",
    share: 7,
    shareOf: 10,
    sources: [aSource.key],
    state: "draft",
  });
  assert.ok(items.length > 40, String(items.length));
  refused(await ask("amara", "GET", "/library/claims"), 403, "office.may");
  refused(await ask("amara", "GET", "/library/articles/three-roles/wordings"), 403, "office.may");
});

test("the next version begins with every wording of the newest one, and as it was typed", async () => {
  const before = ok(await ask("rosa", "GET", "/library/articles/what-programs-do/wordings"));
  assert.deepEqual([before.version, before.state], [1, "submitted"]);
  assert.deepEqual(
    before.wordings.map(({ reader }: { reader: string }) => reader),
    ["preclerkship", "educator", "leader"],
  );
  const words = "Before any heading [^to-cite].\n\n## Then\n\nMore.";
  const wordings = [{ reader: "public", words }];
  ok(await ask("lena", "POST", "/library/articles/typed/versions", anArticle({ wordings })));
  const after = ok(await ask("omar", "GET", "/library/articles/typed/wordings"));
  assert.deepEqual([after.state, after.wordings], ["draft", wordings]);
  refused(await ask("omar", "GET", "/library/articles/nothing/wordings"), 404, "article.absent");
});

test("what a source says, and where, is kept for each of them; too much of it is refused by its field", async () => {
  const supports = ["Page 4, table 2: the seven"];
  ok(await ask("lena", "POST", "/library/claims/with-pages/versions", aClaim({ supports })));
  assert.deepEqual(ok(await ask("lena", "GET", "/library/claims/with-pages")).claim.supports, supports);
  const tooMany = aClaim({ supports: ["One", "Two"] });
  const { faults } = refused(await ask("lena", "POST", "/library/claims/pages/versions", tooMany), 422, "claim.fields");
  assert.deepEqual(
    faults.map(({ field }: { field: string }) => field),
    ["supports"],
  );
});

test("a refusal names the field also where the database gave it", async () => {
  const unknown = aClaim({ sources: ["nobody-found"] });
  const { faults } = refused(await ask("lena", "POST", "/library/claims/new/versions", unknown), 409, "claim.source");
  assert.equal(faults[0].field, "sources");
  const address = refused(
    await ask("lena", "POST", "/library/articles/sources/versions", anArticle()),
    422,
    "article.address",
  );
  assert.equal(address.faults[0].field, "key");
  const taken = refused(await ask("lena", "POST", "/library/sources", aSource), 409, "source.taken");
  assert.equal(taken.faults[0].field, "key");
});

test("a draft that a newer version took the place of does not wait any more", async () => {
  const body = { because: "Better", statement: "Of ten invented programs, seven do it well." };
  ok(await ask("rosa", "POST", "/library/claims/twice/versions", aClaim()));
  ok(await ask("rosa", "POST", "/library/claims/twice/versions", aClaim({ ...body, version: 1 })));
  const { items } = ok(await ask("lena", "GET", "/library/desk"));
  const drafts = items.filter(({ key }: { key: string }) => key === "twice");
  assert.deepEqual(
    drafts.map(({ version }: { version: number }) => version),
    [2],
  );
});

test("a revised source is another one: what was approved on it before is asked anew", async () => {
  await approvedClaim(world, "on-revised");
  assert.deepEqual(await stateOf("on-revised"), ["approved", 2]);
  const { key, ...fields } = aSource;
  const revised = { ...fields, title: "A source of this test, as it is called", version: 1 };
  refused(await ask("amara", "POST", `/library/sources/${key}/versions`, revised), 403, "office.may");
  const source = ok(await ask("lena", "POST", `/library/sources/${key}/versions`, revised));
  assert.deepEqual([source.version, source.title], [2, revised.title]);
  assert.deepEqual(await stateOf("on-revised"), ["submitted", 0]);
  refused(await ask("omar", "POST", `/library/sources/${key}/versions`, revised), 409, "source.version");
  refused(await ask("omar", "POST", "/library/sources/no-such/versions", revised), 404, "source.absent");
});

test("a source that was found at last lets its claims be approved", async () => {
  const sought = { key: "sought", title: "Sought", isVerified: false };
  ok(await ask("rosa", "POST", "/library/sources", sought));
  ok(await ask("rosa", "POST", "/library/claims/on-sought/versions", aClaim({ sources: ["sought"] })));
  ok(await submit(world, "rosa", "claim", "on-sought"));
  refused(await judge(world, "lena", "claim", "on-sought"), 409, "review.source");
  ok(await ask("omar", "POST", "/library/sources/sought/versions", { title: "Found", isVerified: true, version: 1 }));
  for (const who of ["lena", "omar"]) ok(await judge(world, who, "claim", "on-sought"));
  assert.deepEqual(await stateOf("on-sought"), ["approved", 2]);
});
