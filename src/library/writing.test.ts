// What whoever writes is told while they write.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lookAt, sayReading } from "./readability.ts";
import { Key, keyFrom } from "./source.ts";
import { claimsCitedIn, hindrancesOf } from "./wording-check.ts";

test("what the measure of reading means is said for the reader who is to read it", () => {
  const text = "We meet once a week and talk about what you want to learn. ".repeat(4);
  const [easy] = lookAt([{ reader: "public", words: text }]);
  assert.match(sayReading("public", easy!), /grade \d+, with 13 words to a sentence\. That is easy/);
  const hard =
    "Longitudinal developmental relationships necessitate institutionally protected availability, accompanied by multidisciplinary faculty preparation. ";
  const [long] = lookAt([{ reader: "leader", words: hard.repeat(4) }]);
  assert.match(sayReading("leader", long!), /could be easier, up to about grade 13\. Shorter words help most\.$/);
  assert.match(sayReading("public", lookAt([{ reader: "public", words: "Too short." }])[0]!), /fewer than 30 words/);
});

test("what stands in the way of submitting is said of each claim and of the wordings together", () => {
  const claim = (key: string, state: "draft" | "approved") => ({
    key,
    state,
    version: 1,
    statement: key,
    share: null,
    shareOf: null,
    sources: ["a"],
  });
  const wordings = [
    { reader: "public" as const, words: "One [^a] and two [^b]." },
    { reader: "leader" as const, words: "One [^a]." },
  ];
  const cited = claimsCitedIn(wordings, [claim("a", "approved"), claim("b", "draft")]);
  assert.deepEqual(
    cited.map(({ key, citedFor, missingFor }) => [key, citedFor, missingFor]),
    [
      ["a", ["public", "leader"], []],
      ["b", ["public"], ["leader"]],
    ],
  );
  assert.equal(hindrancesOf(cited).length, 2);
  assert.match(hindrancesOf(claimsCitedIn(wordings, [])).join(), /no claim with the key a/);
  const even = wordings.slice(1);
  assert.deepEqual(hindrancesOf(claimsCitedIn(even, [claim("a", "approved")])), []);
});

test("a key is made of somebody's words, and only of what a key may hold", () => {
  assert.equal(keyFrom("Who’s who: “Núñez” & sons, 2nd ed."), "whos-who-nunez-sons-2nd-ed");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (words) => {
      const key = keyFrom(words);
      assert.ok(key === "" || Key.safeParse(key).success, key);
    }),
  );
});
