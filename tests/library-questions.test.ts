// The library's own questions: what it answers of those that it can, and how often it answers what it cannot. Prints the
// figures. Threshold, synonyms and empty words were set with the first files and the later ones; the last were written after
// that, and nothing was set with them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readers } from "../src/library/reader.ts";
import { libraryIn, wholeLibraryApproved } from "./help/library.ts";
import { ok } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

// What is aimed at is 0.9 and 0.02, which the harder sets do not reach: docs/library.md says by how much. Below these it got worse.
const recallLeast = 0.82;
const wrongMost = 0.025;

const world: World = await openWorld();
await libraryIn(world);
await wholeLibraryApproved(world);

interface Asked {
  kind: string;
  question: string;
  wanted: string[];
  isLast: boolean;
}

const last = (name: string) => `${name}-last`;

function questionsIn(name: string): Asked[] {
  return [name, `${name}-later`, last(name)].flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, "library", `${file}.tsv`), "utf8");
    return text.split("\n").flatMap((line) => {
      const [kind = "", question = "", wanted = ""] = line.split("\t");
      const isLast = file === last(name);
      return question === "" ? [] : [{ kind, question, wanted: wanted.split(",").filter(Boolean), isLast }];
    });
  });
}

interface Quote {
  articleKey: string;
  isApproved: boolean;
  claims: { key: string; state: string }[];
}

async function quotesFor(question: string, reader: string): Promise<Quote[]> {
  return ok(await world.ask("amara", "POST", "/library/answer", { question, reader })).quotes;
}

/** Prints how many are right, by kind and of those that nothing was set with; returns the share of all. */
function told(title: string, asked: Asked[], isRight: (one: Asked) => boolean): number {
  const parts: [string, Asked[]][] = [
    ...[...new Set(asked.map(({ kind }) => kind))].map((kind): [string, Asked[]] => [
      kind,
      asked.filter((one) => one.kind === kind),
    ]),
    ["known when it was set", asked.filter(({ isLast }) => !isLast)],
    ["written afterwards", asked.filter(({ isLast }) => isLast)],
    ["all", asked],
  ];
  console.log(
    [title, ...parts.map(([name, some]) => `  ${name}: ${some.filter(isRight).length} of ${some.length}`)].join("\n"),
  );
  return asked.filter(isRight).length / asked.length;
}

const answerable = questionsIn("answerable");
const unanswerable = questionsIn("unanswerable");

test("the set is large enough to say something", () => {
  assert.ok(answerable.length + unanswerable.length >= 150, `${answerable.length} and ${unanswerable.length}`);
});

for (const reader of ["preclerkship", "educator", "leader"])
  test(`of what the library knows, ${reader} is quoted the passage that says it among the first three`, async () => {
    const right = new Set<Asked>();
    const missed: string[] = [];
    for (const one of answerable) {
      const quotes = await quotesFor(one.question, reader);
      assert.ok(
        quotes.every(({ isApproved }) => isApproved),
        one.question,
      );
      if (quotes.some(({ claims }) => claims.some(({ key }) => one.wanted.includes(key)))) right.add(one);
      else
        missed.push(
          `${one.question} (${quotes.length === 0 ? "no answer" : quotes.map(({ articleKey }) => articleKey).join(", ")})`,
        );
    }
    const recall = told(`Answered in the first three, for ${reader}`, answerable, (one) => right.has(one));
    if (missed.length > 0) console.log(missed.map((one) => `  missed: ${one}`).join("\n"));
    assert.ok(recall >= recallLeast, `recall ${recall.toFixed(3)}`);
  });

test("what it does not know is answered to no reader, but for one in fifty", async () => {
  for (const reader of readers) {
    const refused = new Set<Asked>();
    const wrong: string[] = [];
    for (const one of unanswerable) {
      const quotes = await quotesFor(one.question, reader);
      if (quotes.length === 0) refused.add(one);
      else wrong.push(`${one.question} (${quotes.map(({ articleKey }) => articleKey).join(", ")})`);
    }
    const right = told(`Refused, for ${reader}`, unanswerable, (one) => refused.has(one));
    if (wrong.length > 0) console.log(wrong.map((one) => `  answered all the same: ${one}`).join("\n"));
    assert.ok(1 - right <= wrongMost, wrong.join("\n"));
  }
});
