// The library's pure rules: shares with their intervals, passages cut out of Markdown and put together again, differences,
// citations, and what is hard to read.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bibtexOf, cslOf } from "./citation.ts";
import { differenceOf } from "./diff.ts";
import { blocksOf, plainOf } from "./markdown.ts";
import { passagesOf } from "./cutting.ts";
import { claimsIn, lackingIn, wordsOf } from "./passage.ts";
import { lookAt } from "./readability.ts";
import { readers, wordingFor } from "./reader.ts";
import { intervalOf } from "./share.ts";

test("the intervals of the survey are those that were worked out for it", () => {
  const seen = [20, 19, 21, 22, 16].map((share) => intervalOf(share, 25));
  assert.deepEqual(seen, [
    { percent: 80, from: 61, to: 91 },
    { percent: 76, from: 57, to: 89 },
    { percent: 84, from: 65, to: 94 },
    { percent: 88, from: 70, to: 96 },
    { percent: 64, from: 45, to: 80 },
  ]);
});

test("an interval holds its share and stays between 0 and 100", () => {
  const share = fc
    .integer({ min: 1, max: 500 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
  fc.assert(
    fc.property(share, ([some, of]) => {
      const { percent, from, to } = intervalOf(some, of);
      assert.ok(from >= 0 && from <= percent && percent <= to && to <= 100, `${some} of ${of}`);
    }),
  );
});

test("passages put together again are the text, and cite what it cites", () => {
  const piece = fc.constantFrom(
    "Words [^a-claim].",
    "- one\n- two [^b]",
    "> quoted",
    "| a | b |\n|---|---|\n| c [^c] | d |",
  );
  const section = fc.tuple(fc.constantFrom("Why", "How", "Then"), fc.array(piece, { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
      const text = sections
        .map(([heading, pieces], at) => [`## ${heading} ${at}`, ...pieces].join("\n\n"))
        .join("\n\n");
      const passages = passagesOf(text, "Title");
      assert.deepEqual(passagesOf(wordsOf(passages), "Title"), passages);
      assert.deepEqual(new Set(passages.flatMap(({ claims }) => claims)), new Set(claimsIn(text)));
    }),
  );
});

test("a caption belongs to its table, and what comes first stands under the title", () => {
  const passages = passagesOf("First.\n\n## Then\n\n| a |\n|---|\n| b |\n\nTable: What it is\n\nLast.", "Title");
  assert.deepEqual(
    passages.map(({ heading }) => heading),
    ["Title", "Then", "Then"],
  );
  const [table] = blocksOf(passages[1]!.words);
  assert.deepEqual(table?.kind === "table" && table.caption, [{ kind: "text", text: "What it is" }]);
});

test("an address is a link only where it leads to a page, a mail or another site over TLS", () => {
  const linked = (href: string) => JSON.stringify(blocksOf(`[a](${href})`)).includes('"link"');
  assert.deepEqual(
    ["https://a.example/b", "mailto:a@b.example", "/library", "#why"].filter((href) => !linked(href)),
    [],
  );
  const wrong = [
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//a.example",
    "/\\a.example",
    "http://a.example",
    "https:///x",
  ];
  assert.deepEqual(wrong.filter(linked), []);
});

test("the words alone are what is read, without marks of Markdown and of claims", () => {
  assert.equal(plainOf("**Bold** and [a link](/x) [^a-claim], `code`."), "Bold and a link, code.");
});

test("each wording is told what another one cites and it does not", () => {
  const wordings = [
    { reader: "public" as const, words: "One [^a] and two [^b]." },
    { reader: "leader" as const, words: "Two [^b], three [^c]." },
  ];
  assert.deepEqual(lackingIn(wordings), [
    { reader: "public", lacks: ["c"] },
    { reader: "leader", lacks: ["a"] },
  ]);
});

test("a reader gets their own wording, or the one that comes nearest, and never none where there is one", () => {
  assert.equal(wordingFor("clerkship", ["preclerkship", "leader"]), "preclerkship");
  assert.equal(wordingFor("leader", []), null);
  fc.assert(
    fc.property(fc.constantFrom(...readers), fc.subarray([...readers], { minLength: 1 }), (reader, there) => {
      const given = wordingFor(reader, there);
      assert.ok(given !== null && there.includes(given));
      assert.ok(!there.includes(reader) || given === reader);
    }),
  );
});

test("a difference, read without what was added, is the text before; without what was taken, the one after", () => {
  const text = fc
    .array(fc.constantFrom("one", "two", "three", "four\n"), { maxLength: 30 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differenceOf(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ words }) => words)
          .join("");
      assert.equal(without("added"), before);
      assert.equal(without("taken"), after);
    }),
  );
});

test("longer sentences of longer words are harder to read", () => {
  const grade = (words: string) => lookAt([{ reader: "public", words }])[0]!.grade ?? 0;
  const easy = grade("The dog ran. The cat sat. ".repeat(6));
  const hard = grade(
    "Institutional accreditation necessitates longitudinal documentation of individualized competencies. ".repeat(4),
  );
  assert.ok(hard > easy + 5, `${hard} and ${easy}`);
  assert.equal(lookAt([{ reader: "public", words: "Too short." }])[0]!.grade, null);
});

test("a source in the formats of reference managers keeps its identifiers and breaks nothing", () => {
  const source = {
    key: "a-2020",
    authors: "Ash B, Birch C & D",
    title: "50 % of {it}",
    journal: "J",
    year: 2020,
    locator: "43(10):1210-1213",
    doi: "10.1000/x_y",
    pmid: "1",
    pmcid: "PMC2",
    url: "",
    isVerified: true,
    note: "",
  };
  const [csl] = cslOf([source]);
  assert.deepEqual(
    [csl?.["volume"], csl?.["issue"], csl?.["page"], csl?.["DOI"]],
    ["43", "10", "1210-1213", "10.1000/x_y"],
  );
  const text = bibtexOf([source]);
  assert.match(text, /^@article\{a-2020,\n {2}author = \{\{Ash B\} and \{Birch C \\& D\}\},/);
  assert.match(text, /title = \{\{50 \\% of it\}\},/);
  assert.match(text, /doi = \{10\.1000\/x_y\},\n/);
});
