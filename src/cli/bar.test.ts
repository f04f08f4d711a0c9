import assert from "node:assert/strict";
import { test } from "node:test";
import { barOf, barOn } from "./bar.ts";

test("a bar is as full as the work, never full before its end", () => {
  assert.equal(barOf({ done: 0, of: 12_000 }), `[${".".repeat(30)}] 0% 0 of 12,000`);
  assert.equal(barOf({ done: 11_999, of: 12_000 }), `[${"#".repeat(29)}.] 99% 11,999 of 12,000`);
  assert.equal(barOf({ done: 0, of: 0 }), `[${"#".repeat(30)}] 100% 0 of 0`);
});

test("only a terminal gets a bar", () => {
  for (const isTTY of [true, false]) {
    const written: string[] = [];
    const bar = barOn({ isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 } as never);
    bar.show({ done: 1, of: 2 });
    bar.clear();
    assert.equal(written.length, isTTY ? 2 : 0);
  }
});
