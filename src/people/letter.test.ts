import assert from "node:assert/strict";
import { test } from "node:test";
import { lettersTo } from "./letter.ts";

const link = "https://chiron.example.edu/agreements/4f5c";
const addressesIn = (href: string) => new URL(href).searchParams.get("bcc")?.split(",") ?? [];

test("one letter goes to each address once, in blind copy, and leads to what waits", () => {
  const [letter, ...more] = lettersTo(["ana@x.edu", "tom+1@x.edu", "ana@x.edu"], link);
  assert.deepEqual(more, []);
  assert.deepEqual([letter?.first, letter?.last], [1, 2]);
  assert.deepEqual(addressesIn(letter!.href), ["ana@x.edu", "tom+1@x.edu"]);
  assert.match(new URL(letter!.href).searchParams.get("body") ?? "", new RegExp(`sign in to see it:\r\n${link}\r\n`));
});

test("to nobody there is no letter", () => {
  assert.deepEqual(lettersTo([], link), []);
});

test("more addresses than a link holds are written to in groups that leave nobody out", () => {
  const everybody = Array.from({ length: 450 }, (_, at) => `learner.number.${at}@wexcombe.example.edu`);
  const letters = lettersTo(everybody, link);
  assert.ok(letters.length > 1);
  assert.deepEqual(
    letters.flatMap(({ href }) => addressesIn(href)),
    everybody,
  );
  assert.ok(letters.every(({ href }) => href.length <= 1900));
  assert.deepEqual([letters[0]!.first, letters.at(-1)!.last], [1, 450]);
  letters.slice(1).forEach(({ first }, at) => assert.equal(first, letters[at]!.last + 1));
});
