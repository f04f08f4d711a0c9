// Packed texts against Map: the same answers to any sequence of questions.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Packed } from "./packed.ts";

const text = fc.oneof(
  fc.constantFrom("", "a", "A", "\u0000", "é", "e\u0301", "𝔘", "new L1", "\ud800"),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

test("packed texts answer as Map does", () => {
  const acts = fc.array(fc.record({ key: text, value: fc.option(text, { nil: undefined }) }), { maxLength: 3000 });
  fc.assert(
    fc.property(acts, (done) => {
      const packed = new Packed();
      const map = new Map<string, string>();
      for (const { key, value } of done) {
        if (value !== undefined) {
          packed.set(key, value.toWellFormed());
          map.set(key.toWellFormed(), value.toWellFormed());
        }
        assert.equal(packed.get(key), map.get(key.toWellFormed()));
        assert.equal(packed.has(key), map.has(key.toWellFormed()));
      }
      for (const [key, value] of map) assert.equal(packed.get(key), value);
    }),
    { numRuns: 50 },
  );
});

test("packed texts grow beyond their first places and chunks, and keep what is long", () => {
  const packed = new Packed();
  const keys = Array.from({ length: 20_000 }, (_, at) => `L${at}`);
  for (const key of keys) packed.set(key, `${key}@students.example.edu`);
  packed.set("long", "x".repeat(30_000));
  assert.ok(keys.every((key) => packed.get(key) === `${key}@students.example.edu`));
  assert.equal(packed.get("long")?.length, 30_000);
  assert.equal(packed.get("L20000"), undefined);
  assert.throws(() => packed.set("x".repeat(100_000), ""), RangeError);
});
