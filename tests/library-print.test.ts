// The library in print: the tags of an article and of a claim, what stands on them, and whose they are to print. The structure is
// read out of the file; nobody here has a validator of PDF/UA.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aClaim, anArticle, aSource, judge, libraryIn, moreReviewers, submit } from "./help/library.ts";
import { listening } from "./help/listening.ts";
import { ok, refused } from "./help/matches.ts";
import { type Pdf, pdfIn, shapeOf, tagsIn } from "./help/pdf.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
await libraryIn(world);
const origin = await listening(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);

const bytesOf = async (who: string, path: string): Promise<Buffer> => {
  const response = await fetch(`${origin}/api/library${path}`, {
    headers: { cookie: `chiron=${world.people[who]!.secret}` },
  });
  assert.equal(response.status, 200, path);
  assert.equal(response.headers.get("content-type"), "application/pdf");
  assert.match(response.headers.get("content-disposition") ?? "", /^attachment; filename\*=UTF-8''[a-z-]+-\d+\.pdf$/);
  return Buffer.from(await response.arrayBuffer());
};
const print = async (who: string, path: string): Promise<Pdf> => pdfIn(await bytesOf(who, path));

const words = `Before *any* **heading** with [a link](https://example.org/a) and [ours](/library/three-roles) [^a-claim].

## A list

- one [^a-claim]
  - inner

1. first

> Somebody said so, λόγος.

| Program | Does it |
|---|---|
| Advising | Yes [^a-claim] |

Table: Who does it.

\`\`\`shares
Does it [^a-claim]
\`\`\`

Figure: How many do it.`;

ok(await ask("rosa", "POST", "/library/sources", { ...aSource, doi: "10.1000/abc" }));
ok(await ask("rosa", "POST", "/library/claims/a-claim/versions", aClaim()));
ok(await submit(world, "rosa", "claim", "a-claim"));
ok(
  await ask("rosa", "POST", "/library/articles/rich/versions", anArticle({ wordings: [{ reader: "public", words }] })),
);
ok(await submit(world, "rosa", "article", "rich"));

test("an article is tagged through and through: headings, lists, a table with its head and caption, and links", async () => {
  const { catalog, info, root, links, bookmarks } = await print("amara", "/articles/rich/pdf");
  for (const mark of [/\/Lang \(en-US\)/, /\/StructTreeRoot/, /\/PageMode \/UseOutlines/]) assert.match(catalog, mark);
  assert.equal(info.Title, "An article of this test");
  assert.equal(
    shapeOf(root),
    "Document(P H1 P P P H2 P(Link Link) L(LI(Lbl LBody(P))) H2 L(LI(Lbl LBody(P L(LI(Lbl LBody(P)))))) L(LI(Lbl LBody(P))) " +
      "BlockQuote(P) Table(Caption TR(TH TH) TR(TH TD)) Table(Caption TR(TH TH) TR(TH TD)) H2 L(LI(Lbl LBody(P(Link) P))) H2 P P(Link))",
  );
  const tags = tagsIn(root);
  for (const { type, parts, isMarked } of tags) assert.ok(isMarked || parts.length > 0, `${type} is empty`);
  assert.ok(
    tags.filter(({ type }) => type === "TH").every(({ attributes }) => /\/Scope \/(Column|Row)/.test(attributes)),
  );
  const numberings = tags.flatMap(({ attributes }) => /\/ListNumbering \/(\w+)/.exec(attributes)?.[1] ?? []);
  assert.deepEqual(numberings, ["Disc", "Disc", "Disc", "Decimal", "Decimal"]);
  // Each place to press belongs to a link of the structure and says where it leads.
  const pressed = tags.filter(({ type }) => type === "Link").map((tag) => tag.links);
  assert.deepEqual([pressed.every((count) => count > 0), pressed.reduce((a, b) => a + b, 0)], [true, links.length]);
  const told = links.map((one) => /\/Contents \((.*)\)/.exec(one)?.[1] ?? "");
  for (const address of [
    "https://example.org/a",
    `${origin}/library/three-roles`,
    "https://doi.org/10.1000/abc",
    `${origin}/library/rich?version=1`,
  ])
    assert.ok(told.includes(address), `${address} in ${told.join(" ")}`);
  assert.deepEqual(bookmarks, [
    "An article of this test",
    "An article of this test",
    "A list",
    "Sources",
    "About this print",
  ]);
});

test("headings begin with one and skip no level, in every article that ships", async () => {
  const { items } = ok(await ask("amara", "GET", "/library"));
  for (const { key } of items as { key: string }[]) {
    const { root } = await print("amara", `/articles/${key}/pdf?reader=leader`);
    const levels = tagsIn(root).flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []);
    assert.equal(levels.filter((level) => level === "1").length, 1, key);
    for (const [at, level] of levels.entries()) assert.ok(Number(level) <= Number(levels[at - 1] ?? 0) + 1, key);
  }
});

test("a claim prints with what it says as its title; with a caution until it is approved, and the same on one day", async () => {
  const path = "/claims/coaches-do-not-assess/pdf";
  const before = await bytesOf("amara", path);
  assert.ok(before.equals(await bytesOf("amara", path)), "the same bytes");
  const statement =
    "Of 25 coaching programs, 21 said that coaches do not formally assess their students in any domain.";
  assert.equal(pdfIn(before).info.Title, statement);
  const parts = (bytes: Buffer) => pdfIn(bytes).root.parts.length;
  for (const who of moreReviewers) ok(await judge(world, who, "claim", "coaches-do-not-assess"));
  // The words of the caution are a paragraph of their own.
  assert.equal(parts(await bytesOf("amara", path)), parts(before) - 1);
});

test("who may not read a version may not print it, and what is not there is told alike", async () => {
  const next = anArticle({ version: 1, wordings: [{ reader: "public", words: "## Why\n\nA draft [^a-claim]." }] });
  ok(await ask("rosa", "POST", "/library/articles/rich/versions", next));
  const hidden = refused(await ask("amara", "GET", "/library/articles/rich/pdf?version=2"), 404, "article.absent");
  assert.deepEqual(
    refused(await ask("amara", "GET", "/library/articles/rich/pdf?version=9"), 404, "article.absent"),
    hidden,
  );
  await print("lena", "/articles/rich/pdf?version=2");
  refused(await ask("amara", "GET", "/library/claims/never/pdf"), 404, "claim.absent");
  assert.equal((await ask(null, "GET", "/library/claims/a-claim/pdf")).status, 401);
});
