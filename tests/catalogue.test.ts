// The database's own catalogue, held to what ARCHITECTURE.md and docs/confidentiality.md promise of every table, policy and
// function; and three leaks that are made on purpose, each of which is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import type postgres from "postgres";
import { byHand } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";
import { faultsIn } from "./proof/catalogue.ts";
import { readSpecification } from "./proof/specification.ts";

const world = await openWorld();
const { reading, functions } = readSpecification();

test("every table, policy and function keeps its promises", async () => {
  assert.deepEqual(await byHand(world, faultsIn), []);
});

test("every table stands on the page, and so does every function that a request may call", async () => {
  await byHand(world, async (admin) => {
    const tables =
      await admin`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    const callable = await admin`select proname from pg_proc where pronamespace = 'app'::regnamespace
      and has_function_privilege('chiron_app', oid, 'execute')`;
    assert.deepEqual(
      [...new Set(reading.map(({ table }) => table))].toSorted(),
      tables.map(({ relname }) => String(relname)).toSorted(),
    );
    assert.deepEqual(functions.toSorted(), callable.map(({ proname }) => String(proname)).toSorted());
  });
});

test("a leak that is made on purpose is found", async () => {
  const leaks: [string, string, RegExp][] = [
    ["a view past the policies", "create view all_people as select * from people", /all_people: .*security_invoker/],
    [
      "a table without policies",
      "create table notes (school_id uuid, note_id uuid primary key)",
      /notes: .*row-level security/,
    ],
    [
      "a right to write any column",
      "grant insert on requests to chiron_app",
      /requests \(sent_at\): lets a request say when/,
    ],
    ["a right to delete", "grant delete on relationships to chiron_app", /relationships to chiron_app \(delete\)/],
    [
      "a function of everybody's",
      "create function app.peek() returns int language sql security definer as 'select 1'",
      /peek.*search_path/,
    ],
    [
      "a policy that asks per row",
      "create policy slow on people for select to chiron_app using (app.may('see people'))",
      /people.*slow/,
    ],
    ["the wall taken down", 'alter table stands drop constraint "wall.one-side"', /wall\.one-side/],
  ];
  for (const [name, leak, told] of leaks) {
    const faults = await byHand(world, (admin) => withLeak(admin, leak));
    assert.equal(faults.length > 0, true, `${name} was not found`);
    assert.match(faults.join("\n"), told, name);
  }
});

/** The faults while the leak stands; it is taken back. */
async function withLeak(admin: postgres.Sql, leak: string): Promise<string[]> {
  let faults: string[] = [];
  await admin
    .begin(async (tx) => {
      await tx.unsafe(leak);
      faults = await faultsIn(tx);
      throw new Error("taken back");
    })
    .catch((error: Error) => assert.equal(error.message, "taken back"));
  return faults;
}
