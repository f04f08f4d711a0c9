// Who takes a connection has it alone; who waits for one gets the next, or learns that there will be none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isBrokenLine } from "./broken-line.ts";
import { Lines } from "./lines.ts";

const nowhere = { host: "127.0.0.1", port: 1, max: 2 };

test("two may have one each, the third waits for the first that is given back", async () => {
  const lines = new Lines(nowhere);
  const [one, two] = [await lines.take(), await lines.take()];
  assert.notEqual(one, two);
  let third: unknown;
  const waiting = lines.take().then((line) => (third = line));
  await Promise.resolve();
  assert.equal(third, undefined);
  lines.give(two);
  await waiting;
  assert.equal(third, two);
  await lines.end(0);
});

test("in the place of one that broke comes another", async () => {
  const lines = new Lines(nowhere);
  const [one] = [await lines.take(), await lines.take()];
  const waiting = lines.take();
  lines.drop(one);
  assert.notEqual(await waiting, one);
  await lines.end(0);
});

test("when all of them end, who waits is told, and so is who asks afterwards", async () => {
  const lines = new Lines(nowhere);
  await Promise.all([lines.take(), lines.take()]);
  const waiting = lines.take();
  await Promise.all([lines.end(0), assert.rejects(waiting, isBrokenLine)]);
  await assert.rejects(lines.take(), isBrokenLine);
});
