// What docs/operate tells an operator to type into the database does what it says there, as the owner of the tables.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import postgres from "postgres";
import { openDoor } from "../src/db/door.ts";
import { migrate } from "../src/db/migrate.ts";
import { openSession } from "../src/people/steward-store.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { owner, login, admin, stewardKey } = world.database;
const sql = postgres({ ...owner, max: 1, onnotice: () => undefined });
after(() => sql.end());

const page = readFileSync(join(import.meta.dirname, "..", "docs", "operate", "keys.md"), "utf8");
/** The block to type in which `word` stands. */
function typed(word: string): string {
  const block = page.match(/```\n[^`]*```/g)?.find((one) => one.includes(word));
  assert.ok(block, `docs/operate/keys.md has a block with ${word}`);
  return block.replaceAll("```", "");
}

test("all sessions and keys end at once", async () => {
  const made = await world.ask("amara", "POST", "/account/keys", { label: "a script", capabilities: [], days: 1 });
  const byKey = async () => {
    const { status } = await world.ask(null, "GET", "/me", undefined, { authorization: `Bearer ${made.body.secret}` });
    return status;
  };
  assert.equal(await byKey(), 200);
  assert.equal((await world.ask("ada", "GET", "/me")).status, 200);
  await sql.unsafe(typed("update sessions")).simple();
  for (const who of ["amara", "ada"]) assert.equal((await world.ask(who, "GET", "/me")).status, 401, who);
  assert.equal(await byKey(), 401);
});

test("the old steward's key opens nothing once it is forgotten, and the new one does", async () => {
  await sql.unsafe(typed("delete from steward_keys")).simple();
  const key = "ab".repeat(32);
  // As an operator's is; the copy that a test gets belongs to the superuser who made it.
  const root = postgres({ ...admin, max: 1 });
  await root.unsafe(`alter database ${String(owner.database)} owner to ${String(owner.username)}`);
  await root.end();
  await migrate({ admin: owner, loginRole: "chiron_login", stewardKey: key });
  const open = async (by: string) => {
    const door = await openDoor({ ...login, max: 1 }, by);
    after(() => door.close());
    return door.asSteward((tx) => openSession(tx, world.people.amara!, "test"));
  };
  await assert.rejects(open(stewardKey));
  assert.ok(await open(key));
  const guarded = await sql`select relforcerowsecurity as is_forced from pg_class
    where relname in ('sessions', 'steward_keys')`;
  assert.deepEqual(
    guarded.map(({ is_forced }) => Boolean(is_forced)),
    [true, true],
  );
  assert.notEqual(owner.username, admin.username, "no superuser was needed");
});
