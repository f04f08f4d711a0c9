// Cursors: they tell nothing, fit one list of one person, and mean the same on every server of a database.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import pino from "pino";
import { openDoor } from "../src/db/door.ts";
import { appOf } from "../src/http/app.ts";
import { sealOf } from "../src/http/cursor-seal.ts";
import { routes } from "../src/http/routes.ts";
import { ok, refused } from "./help/matches.ts";
import { foundWorld, openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask } = world;

const first = "/people?limit=1";
const following = (cursor: string, list = first) => `${list}&after=${encodeURIComponent(cursor)}`;
const cursorOf = async (who: string, list = first): Promise<string> => ok(await ask(who, "GET", list)).next;

test("a page goes on where the one before ended, and the same page keeps its cursor and its tag", async () => {
  const whole = ok(await ask("marisol", "GET", "/people?limit=200")).items;
  const seen: unknown[] = [];
  for (let list: string | null = "/people?limit=3"; list !== null;) {
    const page: { items: unknown[]; next: string | null } = ok(await ask("marisol", "GET", list));
    seen.push(...page.items);
    list = page.next === null ? null : following(page.next, "/people?limit=3");
  }
  assert.deepEqual(seen, whole);
  const [one, other] = [await ask("marisol", "GET", first), await ask("marisol", "GET", first)];
  assert.equal(one.body.next, other.body.next);
  assert.equal(one.headers.get("etag"), other.headers.get("etag"));
});

test("a cursor holds no name and no id, in whatever way it is read", async () => {
  for (const cursor of [await cursorOf("marisol"), await cursorOf("marisol", "/export/people?limit=1")])
    for (const text of [cursor, ...(["base64url", "hex"] as const).map((form) => Buffer.from(cursor, form).toString())])
      assert.doesNotMatch(text, /example|[0-9a-f]{8}-[0-9a-f]{4}/i);
});

test("a cursor's length does not tell how long a name is, and each says something else", () => {
  const seal = sealOf(world.door);
  const sealed = ["Li", "Bartholomew", "Æthelred", "李"].map((name) => seal.seal("people", JSON.stringify([name])));
  assert.equal(new Set(sealed.map(({ length }) => length)).size, 1);
  assert.equal(new Set(sealed.map((cursor) => cursor.slice(0, 16))).size, sealed.length, "no nonce comes twice");
});

test("a cursor that was altered, by any one letter, is refused at its field", async () => {
  const cursor = await cursorOf("marisol");
  const altered = [...cursor].map(
    (letter, at) => cursor.slice(0, at) + (letter === "A" ? "B" : "A") + cursor.slice(at + 1),
  );
  for (const foreign of [
    ...altered,
    `${cursor}A`,
    `${cursor}!`,
    `${cursor}=`,
    cursor.slice(1),
    cursor.slice(0, -4),
    "?",
  ]) {
    const { faults } = refused(await ask("marisol", "GET", following(foreign)), 422, "page.cursor");
    assert.deepEqual(
      faults.map(({ field }: { field: string }) => field),
      ["after"],
    );
  }
});

test("a cursor of another list, another filter, another person or another school is refused in the same words", async () => {
  const other = await foundWorld(world.database, world.door, "otherham");
  const told = await Promise.all([
    ask("marisol", "GET", following("nonsense")),
    ask("marisol", "GET", following(await cursorOf("marisol"), "/certifications?program=coaching&limit=1")),
    ask("marisol", "GET", following(await cursorOf("marisol"), "/people?limit=1&as=learner")),
    ask("marisol", "GET", following(await cursorOf("marisol", "/export/people?limit=1"), "/export/learners?limit=1")),
    ask("dana", "GET", following(await cursorOf("marisol"))),
    other.ask("marisol", "GET", following(await cursorOf("marisol"))),
  ]);
  for (const answer of told) assert.deepEqual(refused(answer, 422, "page.cursor"), told[0]!.body);
});

test("another server of the same database, and this one after a restart, go on with a cursor; one with another key does not", async () => {
  const { login, stewardKey } = world.database;
  const served = async (key: string) => {
    const door = await openDoor({ ...login, max: 1 }, key);
    after(() => door.close());
    const app = appOf({ door, log: pino({ level: "silent" }), routes, webFolder: "dist/web" });
    const headers = { authorization: `Bearer ${world.people.marisol!.secret}` };
    return async (list: string) => (await app.request(`/api${list}`, { headers })).json() as Promise<{ rule?: string }>;
  };
  const cursor = await cursorOf("marisol");
  assert.deepEqual(
    await (
      await served(stewardKey)
    )(following(cursor)),
    ok(await ask("marisol", "GET", following(cursor))),
  );
  assert.equal((await (await served("f".repeat(64)))(following(cursor))).rule, "page.cursor");
});
