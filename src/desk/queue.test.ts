import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesOf, type Line, pageOf, rematchesOf, soonestFirst, summaryOf } from "./queue.ts";

function line(key: string, queue: Line["queue"], by: string | null): Line {
  return {
    key,
    queue,
    personId: crypto.randomUUID(),
    who: key,
    withWhom: null,
    program: null,
    found: "",
    by,
    next: "",
    action: "open person",
    target: "",
    addresses: [],
    awaited: 0,
    phase: null,
    campus: null,
  };
}

test("soonest first, and what has no day comes last", () => {
  const sorted = soonestFirst([
    line("c", "capacity", null),
    line("b", "unsigned", "2026-12-02"),
    line("a", "wall", "2026-12-01"),
  ]);
  assert.deepEqual(
    sorted.map(({ key }) => key),
    ["a", "b", "c"],
  );
});

test("on one day the wall comes before signatures", () => {
  const sorted = soonestFirst([line("a", "unsigned", "2026-12-01"), line("b", "wall", "2026-12-01")]);
  assert.deepEqual(
    sorted.map(({ queue }) => queue),
    ["wall", "unsigned"],
  );
});

test("a queue's summary counts what is due soon and names the first day", () => {
  const summary = summaryOf(
    [line("a", "wall", "2026-12-01"), line("b", "wall", "2027-02-01"), line("c", "wall", null)],
    { due: "30" },
    "2026-11-23",
    "2026-12-07",
  );
  assert.deepEqual(
    summary.find(({ queue }) => queue === "wall"),
    { queue: "wall", open: 3, dueSoon: 1, first: "2026-12-01", fitting: 1 },
  );
});

test("one run a program is made for all lines that it helps, and for no others", () => {
  const waits = (key: string, program: Line["program"]) => ({ ...line(key, "unmatched", null), program });
  const declined = {
    ...line("c", "proposals", null),
    program: "coaching",
    action: "match rest",
    target: "run",
  } as const;
  const rematches = rematchesOf([
    waits("a", "mentoring"),
    waits("b", "mentoring"),
    waits("f", "coaching"),
    declined,
    { ...declined, key: "d", action: "open run" },
    { ...line("e", "unsigned", null), program: "advising" },
  ]);
  assert.deepEqual(
    rematches.map(({ program, restOf, lines }) => [program, restOf, lines.map(({ key }) => key)]),
    [
      ["coaching", "run", ["f", "c"]],
      ["mentoring", null, ["a", "b"]],
    ],
  );
});

test("whoever is written to is led to what waits for them, and to the front page where it is several things", () => {
  const of = (queue: Line["queue"], action: Line["action"], target: string, ...addresses: string[]) => ({
    ...line("a", queue, null),
    action,
    target,
    addresses,
  });
  const rules = of("unsigned", "open relationship", "r1", "ana@x.edu", "tom@x.edu");
  const answer = of("proposals", "open run", "run", "ana@x.edu");
  assert.deepEqual(addressesOf([rules, answer]), ["ana@x.edu", "tom@x.edu"]);
  assert.equal(pageOf([rules, of("capacity", "open person", "p")]), "/agreements/r1");
  assert.equal(pageOf([answer, of("proposals", "open run", "another", "tom@x.edu")]), "/proposals");
  assert.equal(pageOf([rules, answer]), "/");
});
