import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ByName, cursorOf, keysOf } from "./cursor.ts";
import { Refusal } from "./refusal.ts";

test("a list gets back the keys it gave, in any script", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (name, id) =>
      assert.deepEqual(keysOf(cursorOf([name, id]), ByName), [name, id]),
    ),
  );
  assert.equal(keysOf(undefined, ByName), null);
});

test("any other text is refused, before it reaches the database", () => {
  const foreign = [
    "",
    "?",
    cursorOf([]),
    cursorOf(["a"]),
    cursorOf(["a", "b"]),
    cursorOf([1, crypto.randomUUID()]),
    "{}",
    cursorOf(["a\0", crypto.randomUUID()]),
    cursorOf(["\ud800", crypto.randomUUID()]),
  ];
  for (const cursor of foreign)
    assert.throws(
      () => keysOf(cursor, ByName),
      (error) => error instanceof Refusal && error.rule === "page.cursor",
      cursor,
    );
});
