import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { firstWeights, parts, type Weights } from "../programs/weights.ts";
import type { EducatorFacts, LearnerFacts, Taken, Wish } from "./facts.ts";
import { scorerOf } from "./score.ts";

const fields = ["Pediatrics", "Surgery", "Psychiatry", "Neurology", ""];
const words = fc.subarray(["communication", "leadership", "Study planning"]);
const tongues = fc.subarray(["English", "Polish"]);
const campus = fc.constantFrom("Main", "North", "");

function learner(id: number): fc.Arbitrary<LearnerFacts> {
  return fc.record({
    learnerId: fc.constant(`l${id}`),
    givenName: fc.constant("L"),
    familyName: fc.constant(String(id)),
    classYear: fc.constant(2028),
    campus,
    phase: fc.constantFrom("clerkship", "pre-clerkship", null),
    status: fc.constant("active"),
    interests: fc.subarray(fields.slice(0, 4)),
    needs: words,
    languages: tongues,
  });
}

function educator(id: number): fc.Arbitrary<EducatorFacts> {
  return fc.record({
    educatorId: fc.constant(`e${id}`),
    givenName: fc.constant("E"),
    familyName: fc.constant(String(id)),
    department: fc.constantFrom(...fields),
    campus,
    skills: words,
    languages: tongues,
    effortPercent: fc.constant(10),
    pausedUntil: fc.constant(null),
    places: fc.constantFrom<Record<string, number>>({ coaching: 2 }, {}),
    trainings: fc.constant([]),
  });
}

const weights = fc.record(
  Object.fromEntries(parts.map((part) => [part, fc.integer({ min: 0, max: 100 })])) as Record<
    keyof Weights,
    fc.Arbitrary<number>
  >,
);
const school = fc.record({
  program: fc.constant("coaching" as const),
  weights,
  learners: fc.tuple(...[0, 1, 2].map(learner)),
  educators: fc.tuple(...[0, 1, 2].map(educator)),
  wishes: fc.uniqueArray(
    fc.record({
      learnerId: fc.constantFrom("l0", "l1", "l2"),
      educatorId: fc.constantFrom("e0", "e1", "e2"),
      rank: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    {
      selector: (wish: Wish) => wish.learnerId + wish.educatorId,
    },
  ),
  taken: fc.array(
    fc.record({
      learnerId: fc.constantFrom("l0", "l1", "l2"),
      educatorId: fc.constantFrom("e0", "e1", "e2"),
      program: fc.constantFrom("coaching" as const, "mentoring" as const),
      kind: fc.constantFrom("relationship" as const, "proposal" as const),
    }),
  ),
});

test("every score is a whole number from 0 to 10000 and the sum of its parts", () => {
  fc.assert(
    fc.property(school, (input) => {
      const scorer = scorerOf(input);
      for (const l of input.learners)
        for (const e of input.educators) {
          const score = scorer.score(l, e);
          assert.ok(Number.isInteger(score) && score >= 0 && score <= 10_000, String(score));
          assert.equal(
            scorer.parts(l, e).reduce((sum, { points }) => sum + points, 0),
            score,
          );
        }
    }),
    { numRuns: 500 },
  );
});

test("the order of people, wishes and relationships changes no score", () => {
  fc.assert(
    fc.property(school, (input) => {
      const forward = scorerOf(input);
      const backward = scorerOf({
        ...input,
        learners: input.learners.toReversed(),
        educators: input.educators.toReversed(),
        wishes: input.wishes.toReversed(),
        taken: input.taken.toReversed() as Taken[],
      });
      for (const l of input.learners)
        for (const e of input.educators) assert.equal(backward.score(l, e), forward.score(l, e));
    }),
  );
});

const ann: LearnerFacts = {
  learnerId: "ann",
  givenName: "Ann",
  familyName: "A",
  classYear: 2028,
  campus: "Main",
  phase: "clerkship",
  status: "active",
  interests: ["Pediatrics", "Surgery"],
  needs: ["communication", "leadership"],
  languages: ["English"],
};
const ben: EducatorFacts = {
  educatorId: "ben",
  givenName: "Ben",
  familyName: "B",
  department: "Pediatrics",
  campus: "Main",
  skills: ["Communication"],
  languages: ["english", "Polish"],
  effortPercent: 10,
  pausedUntil: null,
  places: { coaching: 2 },
  trainings: [],
};
const only = (part: keyof Weights): Weights =>
  Object.fromEntries(parts.map((one) => [one, one === part ? 10 : 0])) as Weights;

test("each part counts what it says", () => {
  const input = {
    program: "coaching" as const,
    learners: [ann],
    educators: [ben, { ...ben, educatorId: "cat", department: "Neurology" }],
    taken: [] as Taken[],
  };
  const wishes: Wish[] = [
    { learnerId: "ann", educatorId: "cat", rank: 2 },
    { learnerId: "ann", educatorId: "ben", rank: 7 },
  ];
  const scoreOf = (part: keyof Weights, l = ann, e = ben) =>
    scorerOf({ ...input, wishes, weights: only(part), learners: [l], educators: [e] }).score(l, e);
  assert.equal(scoreOf("wish"), 8000);
  assert.equal(scoreOf("skills"), 5000);
  assert.equal(scoreOf("specialty"), 10_000);
  assert.equal(scoreOf("specialty", { ...ann, interests: ["Surgery", "Pediatrics"] }), 7000);
  assert.equal(scoreOf("specialty", { ...ann, interests: ["Surgery", "Neurology", "Pediatrics"] }), 5000);
  assert.equal(scoreOf("specialty", { ...ann, interests: ["Internal Medicine"] }), 3000);
  assert.equal(scoreOf("language"), 10_000);
  assert.equal(scoreOf("campus", ann, { ...ben, campus: "North" }), 0);
});

test("a part without data weighs nothing and is named", () => {
  const scorer = scorerOf({
    program: "coaching",
    weights: firstWeights.coaching,
    learners: [ann],
    educators: [ben],
    wishes: [],
    taken: [],
  });
  assert.deepEqual(scorer.idle, ["wish", "stage"]);
  assert.ok(scorer.parts(ann, ben).every(({ part }) => part !== "wish" && part !== "stage"));
});

test("who has said nothing stands at the mean, neither first nor last", () => {
  const silent = { ...ann, learnerId: "silent", campus: "", interests: [], needs: [], languages: [] };
  const bad = {
    ...ben,
    educatorId: "bad",
    campus: "North",
    department: "Pathology",
    skills: ["procedures"],
    languages: ["Arabic"],
  };
  const scorer = scorerOf({
    program: "coaching",
    weights: firstWeights.coaching,
    learners: [ann, silent],
    educators: [ben, bad],
    wishes: [],
    taken: [],
  });
  assert.equal(scorer.score(silent, ben), scorer.mean);
  assert.ok(scorer.score(ann, bad) < scorer.mean && scorer.mean < scorer.score(ann, ben));
});
