// The rules of review over random histories: whatever the board does in whatever order, the database says of a claim and of
// the article that rests on it what the rule in library/standing.ts says.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Happening, standingOf, type Version } from "../src/library/standing.ts";
import { aClaim, anArticle, aSource, judge, reviewersIn, submit } from "./help/library.ts";
import { byHand, day, ok } from "./help/matches.ts";
import { openWorld, today, type World } from "./help/world.ts";

const world: World = await openWorld();
await reviewersIn(world);
const board = ["rosa", "lena", "omar"] as const;
type Member = (typeof board)[number];

type Step =
  | { act: "submit"; of: "claim" | "article" }
  | { act: "approve"; of: "claim" | "article"; by: Member }
  | { act: "return"; of: "claim" | "article"; by: Member }
  | { act: "retract" }
  | { act: "unretract" }
  | { act: "revise" }
  | { act: "age"; of: "claim" | "article" };

const member = fc.constantFrom(...board);
const of = fc.constantFrom("claim" as const, "article" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant("submit" as const), of }) },
  { weight: 30, arbitrary: fc.record({ act: fc.constant("approve" as const), of, by: member }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("return" as const), of, by: member }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom("retract" as const, "unretract" as const, "revise" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("age" as const), of }) },
);
const bothSubmitted: Step[] = [
  { act: "submit", of: "claim" },
  { act: "submit", of: "article" },
];
const history = fc.record({
  claimBy: member,
  articleBy: member,
  isVerified: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  steps: fc
    .tuple(fc.boolean(), fc.array(step, { minLength: 6, maxLength: 24, size: "max" }))
    .map(([isQuick, rest]) => (isQuick ? [...bothSubmitted, ...rest] : rest)),
});

interface Model {
  claim: Version;
  article: Version;
  checks: number;
  revisions: number;
}

function blank(by: Member, hasUnverifiedSource: boolean): Version {
  return { writtenBy: [by], reviewBy: day(200), hasUnverifiedSource, hasOpenClaims: false, happened: [] };
}

const happened = (version: Version, what: Happening): Version => ({
  ...version,
  happened: [...version.happened, what],
});

const isSubmitted = (version: Version): boolean => version.happened.some(({ what }) => what === "submitted");

/** What the step does in the rule. An article whose claim is a draft is not submitted. */
function stepped(model: Model, one: Step): Model {
  if (one.act === "retract" || one.act === "unretract") {
    const what = one.act === "retract" ? "retracted" : "unretracted";
    return { ...model, claim: happened(model.claim, { what }), checks: model.checks + 1 };
  }
  if (one.act === "revise")
    return { ...model, claim: happened(model.claim, { what: "revised" }), revisions: model.revisions + 1 };
  const version = model[one.of];
  if (one.act === "age") return { ...model, [one.of]: { ...version, reviewBy: today() } };
  if (one.act !== "submit")
    return {
      ...model,
      [one.of]: happened(version, { what: one.act === "approve" ? "approved" : "returned", by: one.by }),
    };
  const isHidden = ["draft", "returned"].includes(standingOf(model.claim, today()).state);
  if (isSubmitted(version) || (one.of === "article" && isHidden)) return model;
  return { ...model, [one.of]: happened(version, { what: "submitted" }) };
}

async function done(one: Step, key: string, { checks, revisions, claim }: Model): Promise<void> {
  if (one.act === "submit") await submit(world, "rosa", one.of, key);
  else if (one.act === "age")
    await byHand(world, async (admin) => {
      if (one.of === "claim")
        await admin`update claims set checked_on = ${day(-40)}, review_by = ${day(0)} where key = ${key}`;
      else await admin`update articles set review_by = ${day(0)} where key = ${key}`;
    });
  else if (one.act === "approve" || one.act === "return")
    await judge(world, one.by, one.of, key, 1, { verdict: one.act, reason: "A reason" });
  else if (one.act === "revise") {
    const isVerified = !claim.hasUnverifiedSource;
    const body = { title: "A source of this test", isVerified, version: revisions + 1 };
    ok(await world.ask("rosa", "POST", `/library/sources/${key}/versions`, body));
  } else {
    const body = { turn: checks, checkedOn: day(0), isRetracted: one.act === "retract" };
    ok(await world.ask("rosa", "POST", `/library/sources/${key}/checks`, body));
  }
}

async function standsIn(path: string, inside?: "claim"): Promise<{ state: string; lapsed: string | null }> {
  const body = ok(await world.ask("rosa", "GET", path));
  const { state, lapsed } = inside === undefined ? body : body[inside];
  return { state, lapsed };
}

let told = 0;
let approvedOnce = 0;

test("after every step both stand as the rule says", async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ claimBy, articleBy, isVerified, steps }) => {
      const key = `history-${told++}`;
      ok(await world.ask("rosa", "POST", "/library/sources", { ...aSource, key, isVerified }));
      ok(await world.ask(claimBy, "POST", `/library/claims/${key}/versions`, aClaim({ sources: [key] })));
      const wordings = [{ reader: "public", words: `So it is [^${key}].` }];
      ok(await world.ask(articleBy, "POST", `/library/articles/${key}/versions`, anArticle({ wordings })));
      let model: Model = {
        claim: blank(claimBy, !isVerified),
        article: blank(articleBy, false),
        checks: 0,
        revisions: 0,
      };
      for (const one of steps) {
        await done(one, key, model);
        model = stepped(model, one);
        const claim = standingOf(model.claim, today());
        const article = standingOf({ ...model.article, hasOpenClaims: claim.state !== "approved" }, today());
        assert.deepEqual(await standsIn(`/library/claims/${key}`, "claim"), claim, JSON.stringify(one));
        assert.deepEqual(await standsIn(`/library/articles/${key}`), article, JSON.stringify(one));
        if (article.state === "approved") approvedOnce++;
      }
    }),
    { numRuns: 60 },
  );
});

test("the histories were worth it: some led to an approved article", () => {
  assert.ok(approvedOnce > 0, `${told} histories, none of which approved an article`);
});
