// Who waits for an answer learns of the loss of its connection, and what was answered is held by nobody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Watch } from "./line.ts";

function lose(watch: Watch, error: Error): void {
  const connection: { onclose: ((error: Error) => void) | null } = { onclose: null };
  watch.options.onexecute(connection);
  connection.onclose?.(error);
}

test("an answer comes, and the loss comes to all who still wait and to who asks after it", async () => {
  const watch = new Watch();
  assert.equal(await watch.orLost(Promise.resolve(1)), 1);
  await assert.rejects(watch.orLost(Promise.reject(new Error("refused"))), /refused/);
  const waiting = [1, 2].map(() => watch.orLost(new Promise(() => undefined)));
  lose(watch, new Error("gone"));
  for (const one of waiting) await assert.rejects(one, /gone/);
  await assert.rejects(watch.orLost(new Promise(() => undefined)), /gone/);
  assert.equal(await watch.orLost(Promise.resolve(2)), 2, "what was answered before is lost");
});

test("an answer is let go while the transaction goes on", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const watch = new Watch();
  const answered = async () => new WeakRef((await watch.orLost(Promise.resolve([{ row: 1 }]))) as object);
  const answer = await answered();
  // A weak reference holds what it names until this turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  assert.equal(answer.deref(), undefined);
  assert.equal(watch.loss, null);
});
