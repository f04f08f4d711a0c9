// A problem's `type` leads to a page about its rule, for every rule by which the server can refuse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { problemTypes } from "../src/http/problem-types.ts";
import { listening } from "./help/listening.ts";
import { byHand } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";
import { migrations, sources } from "./tidy/sources.ts";

const world = await openWorld();
const url = await listening(world);

/** What is written like a rule and is none: fields, settings of a transaction, and files. */
const otherwise =
  /\.(csv|html)$|^(app|body|settings|metadata)\.|^oneroster\.version$|^database\.power$/; /* the last one only at the start */

function rulesInCode(): string[] {
  const served = sources.filter(
    ({ path, isTest }) =>
      /^src\/.*\.ts$/.test(path) &&
      !isTest &&
      !/\/screens\/|^src\/(web|cli)\/|^src\/(client|operations)\.ts|problem-types/.test(path) &&
      (!path.startsWith("src/db/") || path === "src/db/door.ts"),
  );
  const words = served.flatMap(({ lines }) =>
    lines.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line)).flatMap((line) => line.match(/"[a-z-]+\.[a-z-]+"/g) ?? []),
  );
  return words.map((word) => word.slice(1, -1)).filter((word) => !otherwise.test(word));
}

async function rulesInDatabase(): Promise<string[]> {
  const raised = migrations.flatMap(({ lines }) =>
    [...lines.join("\n").matchAll(/using constraint = '([^']+)'/g)].map(([, rule]) => rule!),
  );
  const kept = await byHand(
    world,
    (admin) => admin<{ rule: string }[]>`
      select conname as rule from pg_constraint where conname like '%.%' and obj_description(oid, 'pg_constraint') is not null
      union all
      select relname from pg_class where relkind = 'i' and relname like '%.%' and obj_description(oid, 'pg_class') is not null`,
  );
  return [...raised, ...kept.map(({ rule }) => rule)];
}

test("the list of rules holds every rule that the code and the database can answer, and no other", async () => {
  const answered = new Set(["bug", ...rulesInCode(), ...(await rulesInDatabase())]);
  assert.ok(answered.size > 150, String(answered.size));
  assert.deepEqual(Object.keys(problemTypes).toSorted(), [...answered].toSorted());
});

test("a refusal's type leads to its page, without a session and without a script", async () => {
  const refusal = (await (await fetch(`${url}/api/me`)).json()) as { type: string; rule: string };
  assert.equal(refusal.rule, "session.none");
  const page = await fetch(new URL(refusal.type, url));
  const text = await page.text();
  assert.equal(page.status, 200);
  assert.match(page.headers.get("content-type") ?? "", /^text\/html/);
  assert.ok(text.includes(problemTypes["session.none"]!), text);
  assert.doesNotMatch(text, /<script/);
});

test("every rule has its page, and one page lists them", async () => {
  const list = await (await fetch(`${url}/problems`)).text();
  for (const [rule, sentence] of Object.entries(problemTypes)) {
    const page = await fetch(`${url}/problems/${rule}`);
    assert.equal(page.status, 200, rule);
    assert.ok((await page.text()).includes(sentence), rule);
    assert.ok(list.includes(`href="/problems/${rule}"`), rule);
  }
});

test("a rule that is none has a page that says so, and repeats nothing of the address", async () => {
  for (const name of ["toString", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"]) {
    const page = await fetch(`${url}/problems/${name}`);
    assert.equal(page.status, 404);
    assert.doesNotMatch(await page.text(), /toString|alert/);
  }
});
