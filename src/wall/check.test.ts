// What the wall comes to for one person, over all that may stand against it: today, ahead, by exception, and past.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "../core/listed.ts";
import { checkWall, exceptionWords, wallHeadline, type WallFacts, wallSentences } from "./check.ts";

const today = "2026-11-23";
const ana = { personId: crypto.randomUUID(), name: "Ana", duty: "advises" as const };
const ben = { personId: crypto.randomUUID(), name: "Ben", duty: "mentors" as const };
const quiet: WallFacts = {
  as: "learner",
  today,
  checkedAt: "2026-11-23T09:00:00Z",
  guiding: [ana, ben],
  judging: [],
  incidents: [],
  exceptions: [],
  assessed: [],
  knownUntil: "2027-06-30",
};
const told = (facts: Partial<WallFacts>) => {
  const check = checkWall({ ...quiet, ...facts });
  const sentences = wallSentences(check, (day) => day);
  return { holds: check.holds, head: wallHeadline(check), words: sentences.map(({ words }) => words), sentences };
};
test("an exception reads to each of the two as what it means, without the name of a wall", () => {
  const one = { wall: "assessment" as const, learnerId: "a", learner: "Ana", educator: "Ben" };
  assert.equal(exceptionWords(one, "a"), "Ben may both guide and assess you");
  assert.equal(exceptionWords({ ...one, wall: "observation" }, "b"), "You may both guide and supervise Ana");
  assert.equal(exceptionWords({ ...one, wall: "role" }, "a"), "Ben may have two roles toward you");
});

const incident = { wall: "assessment" as const, from: today, to: "2027-01-01", incidents: 1 };
const ahead = { ...incident, from: "2027-01-04", to: "2027-02-01" };
const exception = {
  wall: "assessment" as const,
  personId: ben.personId,
  name: "Ben",
  from: today as string | null,
  until: "2026-12-20",
  because: "The only surgeon on site.",
  approvedBy: "Imani",
};

test("where nothing stands against it, the promise names everyone it is about, and says how far ahead is known", () => {
  const { head, words, holds } = told({});
  assert.deepEqual([holds, head], [true, "The wall holds."]);
  assert.deepEqual(words, [
    "Ana and Ben, who guide you, do not assess, grade or supervise you.",
    "Your rotations and courses are known until 2027-06-30 and checked up to that day; what comes later is checked when it is entered.",
  ]);
  assert.match(
    told({ knownUntil: null }).words.at(-1) ?? "",
    /^Your rotations and courses are not known for any day ahead;/,
  );
  assert.equal(listed(["Ana", "Ben", "Cy"]), "Ana, Ben and Cy");
});

test("what collides ahead is told with its first day: the wall holds today, and the promise is made for today", () => {
  const { head, words, holds } = told({ incidents: [ahead] });
  assert.deepEqual([holds, head], [true, "The wall holds today."]);
  assert.equal(words[0], "Ana and Ben, who guide you, do not assess, grade or supervise you today.");
  assert.match(
    words[1] ?? "",
    /^From 2027-01-04 to 2027-01-31, somebody who guides you, or did lately, would also assess/,
  );
  assert.match(told({ incidents: [{ ...ahead, to: null }] }).words[1] ?? "", /^From 2027-01-04 on, somebody/);
});

test("while an incident is open nothing is promised about anyone; one that happened has no days and is open, too", () => {
  const { head, words, holds } = told({ incidents: [incident, { ...incident, from: null, to: null }] });
  assert.deepEqual([holds, head], [false, "Something stands against the wall."]);
  assert.match(words[0] ?? "", /^2 matters on the wall concern you and are not settled\./);
  assert.doesNotMatch(words.join(" "), /Ana|Ben|From/);
});

test("an exception in force: until when, by whom and why; who has it is taken out of the promise", () => {
  const { head, words, holds } = told({ exceptions: [exception], judging: [] });
  assert.deepEqual([holds, head], [false, "An exception to the wall is in force."]);
  assert.deepEqual(words.slice(0, 2), [
    "Ana, who guides you, does not assess, grade or supervise you today.",
    "Until 2026-12-19, Ben may both guide and assess you: an exception, approved by Imani. The reason: The only surgeon on site.",
  ]);
});

test("an exception of days ahead, or one that waits for signatures, leaves today's promise whole and is told", () => {
  const later = told({ exceptions: [{ ...exception, from: "2026-12-01" }] });
  assert.deepEqual([later.holds, later.head], [true, "The wall holds today."]);
  assert.match(later.words[0] ?? "", /^Ana and Ben, who guide you, .* today\.$/);
  assert.match(later.words[1] ?? "", /^From 2026-12-01 to 2026-12-19, Ben may both guide and assess you/);
  const waiting = told({ guiding: [ana], exceptions: [{ ...exception, from: null }] });
  assert.equal(waiting.holds, true);
  assert.match(waiting.words[1] ?? "", /^Once you both have signed, and until 2026-12-19, Ben may/);
});

test("an open incident outweighs an exception in the headline, and both are told", () => {
  const { head, words } = told({ incidents: [incident], exceptions: [exception] });
  assert.equal(head, "Something stands against the wall.");
  assert.equal(words.filter((line) => /One matter|Until 2026-12-19/.test(line)).length, 2);
});

test("who also judges, as the rules allow, is told and taken out of the promise; from a later day, told only", () => {
  const now = told({ judging: [{ personId: ana.personId, from: today }] });
  assert.equal(now.words[0], "Ben, who guides you, does not assess, grade or supervise you.");
  assert.match(now.words[1] ?? "", /^Ana, your \w+, also assesses or supervises you\./);
  const later = told({ judging: [{ personId: ana.personId, from: "2026-12-01" }] });
  assert.deepEqual([later.holds, later.head], [true, "The wall holds today."]);
  assert.match(later.words[0] ?? "", /^Ana and Ben, .* today\.$/);
  assert.match(later.words[1] ?? "", /will also assess or supervise you from 2026-12-01 on/);
});

test("who did assess under an exception that has ended is named, and not promised about", () => {
  const { holds, words } = told({ assessed: [{ personId: ben.personId, name: "Ben", on: "2026-11-02" }] });
  assert.equal(holds, true);
  assert.equal(words[0], "Ana, who guides you, does not assess, grade or supervise you.");
  assert.ok(words.includes("Ben assessed you on 2026-11-02, under an exception."));
});

test("nobody yet: the promise is made, and not while something stands against it or will", () => {
  const alone = (facts: Partial<WallFacts>) => told({ guiding: [], ...facts }).words.join(" ");
  assert.match(alone({}), /^Nobody guides you yet\. Who coaches or mentors you will not be/);
  for (const open of [incident, ahead])
    assert.doesNotMatch(alone({ incidents: [open] }), /will not be who assesses you/);
  assert.match(alone({ incidents: [ahead] }), /somebody who is to guide you, or did lately, would also assess you/);
});

test("an educator reads the same check from the other side", () => {
  const as = "educator" as const;
  assert.equal(told({ as }).words[0], "You assess, grade or supervise none of those whom you guide.");
  const mixed = told({ as, judging: [{ personId: ana.personId, from: today }], incidents: [ahead] });
  assert.deepEqual(mixed.words.slice(0, 2), [
    "You assess, grade or supervise none of the others whom you guide today.",
    "You also assess or supervise Ana. The rules of that program allow it.",
  ]);
  assert.match(mixed.words[2] ?? "", /^From 2027-01-04 to 2027-01-31, you would also assess somebody/);
  assert.match(
    told({ as, exceptions: [exception] }).words[1] ?? "",
    /^Until 2026-12-19, you may both guide and assess Ben/,
  );
});
