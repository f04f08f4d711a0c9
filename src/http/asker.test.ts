import assert from "node:assert/strict";
import { test } from "node:test";
import { getAccount } from "../people/contract.ts";
import { OutOfDate, rememberingAskers } from "./asker.ts";

const tx = {} as never;

test("work that was begun for somebody as they were is taken back, and done anew whatever others remember meanwhile", async () => {
  const days = ["2026-11-28", "2026-11-28", "2026-11-29", "2026-11-28", "2026-11-28"];
  const askers = rememberingAskers(async () => ({ may: [], readsOnly: false, today: days.shift() }));
  const done: unknown[] = [];
  const ask = (anew: boolean) =>
    askers.asAsker(tx, "a secret", getAccount, async ({ today }) => done.push(today), anew);
  await ask(false);
  await ask(false);
  await assert.rejects(ask(false), OutOfDate);
  // The day that a request of a moment earlier found, and remembered.
  await ask(true);
  await ask(false);
  assert.deepEqual(done, ["2026-11-28", "2026-11-28", "2026-11-28", "2026-11-28", "2026-11-28"]);
});
