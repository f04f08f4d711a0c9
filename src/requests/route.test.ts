import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { firstCharters } from "../programs/first.ts";
import { dangerExamples } from "./examples-of-danger.ts";
import { examples } from "./examples.ts";
import { destinations } from "./destination.ts";
import { chosenInstead, route } from "./route.ts";
import { whyNot, whyOf } from "./saying.ts";

interface Need {
  is: string;
  phase: string | null;
  says: string;
}

const folder = new URL("../../tests/requests/", import.meta.url);
const needsIn = (file: string): Need[] =>
  readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([is = "", phase = "-", says = ""]) => ({ is, phase: phase === "-" ? null : phase, says }));

/** Never read by whoever works on the lists and the examples: only what is printed here is. */
const heldOut = needsIn("held-out.tsv");
const seen: Need[] = [
  ...destinations.flatMap((is) => examples[is].map((says) => ({ is, phase: null, says }))),
  ...dangerExamples
    .trim()
    .split("\n")
    .map((says) => ({ is: "urgent", phase: null, says })),
  ...needsIn("unclear.tsv"),
];
const ask = ({ says, phase }: Need) => route(says, { charters: firstCharters, phase });

for (const [name, needs] of Object.entries({ "the examples": seen, "what nobody looked at": heldOut })) {
  test(`of ${name}, at least nine in ten of each kind go where they belong`, (t) => {
    for (const is of destinations) {
      const mine = needs.filter((need) => need.is === is);
      const right = mine.filter((need) => ask(need).to === is).length;
      t.diagnostic(`${is}: ${right} of ${mine.length} (${((100 * right) / mine.length).toFixed(0)} %)`);
      assert.ok(mine.length >= 15 && right / mine.length >= 0.9, `${is}: ${right} of ${mine.length}`);
    }
  });

  test(`of ${name}, no wrong answer is stated as certain`, (t) => {
    const certain = needs.filter((need) => ask(need).confidence === "certain");
    t.diagnostic(`certain: ${certain.length} of ${needs.length}`);
    assert.ok(certain.length > 40, "nothing would be certain, so nothing could be wrong");
    assert.deepEqual(
      certain.filter((need) => ask(need).to !== need.is).map(({ is }) => is),
      [],
    );
  });

  test(`of ${name}, at least nine in ten that tell of danger show the resources, and few others do`, (t) => {
    const [urgent, calm] = [needs.filter(({ is }) => is === "urgent"), needs.filter(({ is }) => is !== "urgent")];
    const shown = (some: Need[]) => some.filter((need) => ask(need).showResources).length;
    t.diagnostic(
      `danger found: ${shown(urgent)} of ${urgent.length}; shown though calm: ${shown(calm)} of ${calm.length}`,
    );
    assert.ok(shown(urgent) / urgent.length >= 0.9);
    assert.ok(shown(calm) / calm.length <= 0.1);
  });
}

test("there are enough labelled needs to speak of a share", () => {
  assert.ok(seen.length + heldOut.length >= 200);
  const known = new Set(seen.map(({ says }) => says));
  assert.deepEqual(
    heldOut.filter(({ says }) => known.has(says)),
    [],
  );
});

test("an answer says which words decided, and what was found for the others", () => {
  const answer = route("When is the deadline to register for Step 1? My study plan depends on it.");
  assert.equal(answer.to, "advising");
  assert.ok(answer.because.some((passage) => passage.includes("deadline")));
  assert.deepEqual(
    answer.others.map(({ program }) => program),
    ["coaching", "mentoring"],
  );
  assert.ok(answer.others[0]?.found.some((passage) => passage.includes("study")));
  assert.match(whyOf(answer), /Your advisor is for what you must do.*“[^”]*deadline/);
  assert.match(whyNot(answer.others[0]!), /^Not your coach.*“[^”]*study/);
  assert.match(whyNot(answer.others[1]!), /nothing you wrote/);
});

test("the words that decided are said back as they were typed", () => {
  const answer = route("I failed the USMLE Step 1 exam and I\u2019m going to repeat it");
  assert.match(whyOf(answer), /“I failed[^”]*”/);
  assert.doesNotMatch(whyOf(answer), /\bi\b|usmle/);
});

test("an answer shows the words that it rests on, or asks", () => {
  const bare = route("I want a different coach", { charters: firstCharters });
  assert.deepEqual([bare.because, bare.confidence], [[], "unsure"]);
  for (const need of [...seen, ...heldOut]) {
    const { because, confidence, showResources } = ask(need);
    if (confidence !== "unsure" && !showResources) assert.ok(because.length > 0, "an answer without a reason");
  }
});

test("an empty need and one of a single vague word are asked about", () => {
  for (const vague of ["", "hi", "surgery", "مساعدة", "!!!"]) {
    const answer = route(vague);
    assert.equal(answer.confidence, "unsure", vague);
    assert.ok(answer.between.length >= 2, vague);
  }
});

test("where it is unsure there are two to choose from, and the learner's choice stands", () => {
  const answer = route("identity and deadline");
  assert.equal(answer.confidence, "unsure");
  assert.equal(answer.between.length, 2);
  assert.equal(whyOf(answer), "It may be for your advisor or for your mentor.");
  const chosen = chosenInstead(answer, "coaching");
  assert.equal(chosen.to, "coaching");
  assert.deepEqual(chosen.between, []);
  assert.deepEqual(
    chosen.others.map(({ program }) => program),
    ["advising", "mentoring"],
  );
});

test("a charter's own topics speak, and what it leaves out says where to go", () => {
  const need = "I have a query about my quadrivium";
  const topics = { topicsIn: ["Quadrivium"], topicsOut: [], referTo: [] };
  assert.equal(route(need, { charters: { coaching: topics } }).to, "coaching");
  const referred = { topicsIn: [], topicsOut: [], referTo: [{ topic: "Quadrivium", to: "Your mentor" }] };
  assert.equal(route(need, { charters: { coaching: referred } }).to, "mentoring");
  const answer = route("I want to get better at presenting, and ask about parking", {
    charters: { coaching: { topicsIn: [], topicsOut: [], referTo: [{ topic: "Parking", to: "The campus office" }] } },
  });
  assert.equal(answer.to, "coaching");
  assert.deepEqual(answer.leftOut, [{ topic: "Parking", goTo: "The campus office" }]);
});

test("what the learner chooses instead says what that program leaves out, too", () => {
  const need = "I want to get better at presenting, and ask about parking";
  const charters = {
    mentoring: { topicsIn: [], topicsOut: [], referTo: [{ topic: "Parking", to: "The campus office" }] },
  };
  const found = route(need, { charters });
  assert.deepEqual([found.to, found.leftOut], ["coaching", []]);
  assert.deepEqual(chosenInstead(found, "mentoring", need, { charters }).leftOut, [
    { topic: "Parking", goTo: "The campus office" },
  ]);
});

test("one word of a topic that stands in many needs does not leave a need out", () => {
  const topics = { topicsIn: [], topicsOut: ["Observing you at work"], referTo: [] };
  const leftOut = (need: string) => route(need, { charters: { mentoring: topics } }).leftOut;
  assert.deepEqual(leftOut("How do I find meaning in this work?"), []);
  assert.equal(leftOut("I wonder who I am becoming; could my mentor be observing me at work?").length, 1);
});

test("the phase tips what is level, and makes nothing surer", () => {
  const level = "exam plan";
  const answers = ["pre-clerkship", "advanced", null].map((phase) => route(level, { phase }));
  for (const { confidence } of answers) assert.notEqual(confidence, "certain");
  const clear = "I failed the renal block";
  for (const phase of ["pre-clerkship", "resident"]) assert.equal(route(clear, { phase }).to, "counseling");
});

test("what the learner says it is not about does not speak", () => {
  assert.equal(route("I don't need help with deadlines, I want to get better at suturing").to, "coaching");
  assert.equal(route("no need for study tips: which form do I hand in?").to, "advising");
});

test("danger is seen in third persons too, changes nothing else, and is not seen in a course's name", () => {
  for (const danger of ["My roommate is going to hurt himself", "she said she wants to kill herself", "He hits me"])
    assert.ok(route(danger).showResources, danger);
  for (const calm of ["Is there a suicide prevention training?", "I'm dying to know when the rank list closes"])
    assert.ok(!route(calm).showResources, calm);
  const answer = route("When is the deadline to register for Step 1? I want to die");
  assert.equal(answer.to, "advising");
  assert.notEqual(answer.confidence, "certain");
});

test("words of danger are never quoted back, also where they decided", () => {
  const needs = [
    "When is the deadline to register for Step 1? I want to die",
    "I failed the exam and want to kill myself",
    "My attending hits me, how do I get better at presenting?",
    ...seen.filter(({ is }) => is === "urgent").map(({ says }) => says),
  ];
  const shown = needs.map((need) => route(need, { charters: firstCharters })).filter((one) => one.showResources);
  const said = shown.flatMap((one) => [...one.because, ...one.others.flatMap(({ found }) => found)]);
  assert.ok(
    said.some((passage) => passage.includes("deadline")),
    "the rest is quoted",
  );
  for (const passage of said)
    assert.doesNotMatch(passage, /\b(die|dying|kill|suicid|hurt|hit|hits|rape|abus|harass|beat)/);
});

test("5,000 characters of anything are read at once, and twice the same", () => {
  const long = [
    "a'".repeat(2500),
    "not want ".repeat(555),
    "-".repeat(5000),
    "failed exam, ".repeat(384),
    "é".repeat(5000),
  ];
  for (const text of long) {
    const before = performance.now();
    assert.deepEqual(route(text, { charters: firstCharters }), route(text, { charters: firstCharters }));
    assert.ok(performance.now() - before < 2000, text.slice(0, 10));
  }
});
