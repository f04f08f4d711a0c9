import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOutOf, linesOf, renewalRefusal, renewed, wordingRefusal } from "./agreement.ts";

const charter = [
  { key: "notice", text: "A day before." },
  { key: "scope", text: "Keep to the program." },
  { key: "limits", text: "Danger is told." },
];
const own = [
  { key: "notice", text: "Two days before." },
  { key: "walks", text: "We walk." },
  { key: "limits", text: "Danger is told." },
];

test("each line stands beside the charter's wording and the version before", () => {
  assert.deepEqual(linesOf(own, charter, charter), [
    { ...own[0], charterText: "A day before.", beforeText: "A day before.", change: "changed", isFixed: false },
    { ...own[1], charterText: null, beforeText: null, change: "added", isFixed: false },
    { ...own[2], charterText: "Danger is told.", beforeText: null, change: "as charter", isFixed: true },
  ]);
  assert.deepEqual(leftOutOf(own, charter), [charter[1]]);
});

test("a wording changes something, names each line once, and leaves the fixed ones", () => {
  assert.equal(wordingRefusal(charter, own, true), null);
  assert.equal(wordingRefusal(charter, charter, true)?.rule, "agreement.same");
  assert.equal(wordingRefusal(charter, charter, false), null, "another day to renew on is a change");
  assert.equal(wordingRefusal(charter, charter.toReversed(), true), null, "so is another order");
  assert.equal(wordingRefusal(charter, [...charter, { key: "notice", text: "Twice." }], true)?.rule, "agreement.lines");
  assert.equal(wordingRefusal(charter, charter.slice(0, 2), true)?.rule, "agreement.fixed");
  const loosened = [{ key: "limits", text: "Nothing is told." }, ...charter.slice(0, 2)];
  assert.equal(wordingRefusal(charter, loosened, true)?.rule, "agreement.fixed");
});

test("a renewal keeps the two's words and takes the fixed lines from the charter in force", () => {
  const next = [
    { key: "notice", text: "Three days before." },
    { key: "limits", text: "Danger is told, and the law." },
    { key: "ending", text: "Either may end it." },
  ];
  assert.deepEqual(renewed(own, next), [own[0], own[1], next[1], next[2]]);
});

test("the renewal date lies ahead, within three years", () => {
  assert.equal(renewalRefusal("2026-11-24", "2026-11-23"), null);
  assert.equal(renewalRefusal("2026-11-23", "2026-11-23")?.rule, "agreement.renewal");
  assert.equal(renewalRefusal("2030-01-01", "2026-11-23")?.rule, "agreement.renewal");
});
