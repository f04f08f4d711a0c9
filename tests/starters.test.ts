// A managed PostgreSQL with the two roles that docs/operate/install.md asks for: three servers that start at once on an
// empty database prepare it once, and nothing is served with too much power, by an older program or on edited tables.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { schemaFiles } from "../src/db/schema-files.ts";
import { runCommand, startCommand } from "./help/command.ts";
import { startTestServer } from "./help/test-server.ts";

const server = await startTestServer();
const folder = mkdtempSync(join(tmpdir(), "chiron-starters-"));
const root = postgres({ ...server.coordinates.admin, max: 1, onnotice: () => undefined });
const owner = postgres({ ...server.coordinates.admin, database: "chiron", max: 1, onnotice: () => undefined });
const secret = "a secret of the test";
after(async () => {
  await Promise.all([root.end(), owner.end()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

before(async () => {
  // To the letter what the operator is told to do.
  await root.unsafe(`create role chiron_admin login createrole password '${secret}'`);
  await root.unsafe(`create role chiron_login login noinherit password '${secret}'`);
  await root.unsafe("create database chiron owner chiron_admin");
});

function urlOf(role: string, password = secret): string {
  const { host, port } = server.coordinates.admin;
  const place = String(host).startsWith("/")
    ? `localhost/chiron?host=${encodeURIComponent(String(host))}&port=${String(port)}`
    : `${String(host)}:${String(port)}/chiron`;
  return `postgres://${role}:${encodeURIComponent(password)}@${place}`;
}

const key = { CHIRON_STEWARD_KEY: "11".repeat(32) };
const both = { DATABASE_URL: urlOf("chiron_login"), DATABASE_ADMIN_URL: urlOf("chiron_admin"), ...key };
const servingOnly = { DATABASE_URL: urlOf("chiron_login"), ...key };
const serve = ["serve", "--port", "0", "--data", folder];

test("a PostgreSQL that is too old is told so, and is left as it is", async () => {
  // It answers as version 14 would, since what the role finds first is ours.
  await owner.unsafe(`
    create schema pretended;
    grant usage on schema pretended to public;
    create function pretended.current_setting(text) returns text language sql as
      $$ select case $1 when 'server_version_num' then '140022' else '14.22' end $$;
    alter role chiron_admin set search_path = pretended, pg_catalog, public`);
  const { code, err } = await runCommand(serve, both);
  assert.equal(code, 1);
  assert.match(err, /^Chiron needs PostgreSQL 15 or newer; this server is 14\.22\.$/m);
  assert.deepEqual([...(await owner`select from pg_class where relnamespace = 'public'::regnamespace`)], []);
  assert.deepEqual([...(await owner`select from pg_roles where rolname = 'chiron_app'`)], []);
  await owner.unsafe("alter role chiron_admin reset search_path; drop schema pretended cascade");
});

test("nothing is served on a database that is not prepared", async () => {
  const { code, err } = await runCommand(serve, servingOnly);
  assert.equal(code, 1);
  assert.match(err, /not prepared for this Chiron. Start it once with DATABASE_ADMIN_URL/);
});

test("three starters at once apply each file once, and then all serve", async () => {
  const starters = [1, 2, 3].map(() => startCommand(serve, both));
  for (const starter of starters) await starter.heard(/Chiron serves at/);
  const names = (await schemaFiles()).map(({ name }) => name);
  for (const name of names)
    assert.equal(
      starters.filter((starter) => starter.said().includes(`Updating the database: ${name}`)).length,
      1,
      name,
    );
  assert.deepEqual(
    (await owner`select name from migrations order by name`).map(({ name }) => name as string),
    names,
  );
  for (const { child } of starters) child.kill("SIGTERM");
  for (const { ended } of starters) assert.equal((await ended).code, 0);
});

test("once it is prepared, the role that serves is enough, and it is a plain one", async () => {
  const started = startCommand(serve, servingOnly);
  const [, url] = await started.heard(/Chiron serves at (http:\S+)/);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  started.child.kill("SIGTERM");
  assert.equal((await started.ended).code, 0);
  const doctor = await runCommand(["doctor", "--json"], { DATABASE_ADMIN_URL: urlOf("chiron_admin") });
  const { findings } = JSON.parse(doctor.out) as { findings: { what: string; ok: boolean }[] };
  const bad = findings.filter(({ ok }) => !ok).map(({ what }) => what);
  assert.deepEqual(bad, ["Writes survive a power cut"], "throwaway servers of tests do not force writes to the disk");
});

test("a role with too much power, or the owner of the tables, does not serve", async () => {
  await root.unsafe(`create role too_much login bypassrls password '${secret}'`);
  await root.unsafe(`create role maker login noinherit createrole password '${secret}'`);
  await root.unsafe("grant chiron_app, chiron_steward to too_much, maker");
  for (const [role, power] of [
    ["lent_owner", "chiron_admin"],
    ["lent_keeper", "chiron_keeper"],
  ])
    await root.unsafe(
      `create role ${role} login noinherit password '${secret}'; grant chiron_app, chiron_steward, ${power} to ${role}`,
    );
  const { username, password } = server.coordinates.admin;
  const powerful = [
    urlOf(String(username), String(password)),
    urlOf("too_much"),
    urlOf("maker"),
    urlOf("chiron_admin"),
    urlOf("lent_owner"),
    urlOf("lent_keeper"),
  ];
  for (const DATABASE_URL of powerful) {
    const { code, err } = await runCommand(serve, { DATABASE_URL, ...key });
    assert.equal(code, 1);
    assert.match(err, /could pass by the rules on who sees what[^]*plain login role/);
  }
});

test("addresses that lead nowhere are told by their variable", async () => {
  const wrong: [string, RegExp][] = [
    ["mysql://a@b/c", /DATABASE_URL must look like postgres:/],
    [
      "postgres://chiron_login:x@127.0.0.1:1/chiron",
      /DATABASE_URL cannot be used\. Nothing answers at 127\.0\.0\.1, port 1\./,
    ],
    [urlOf("chiron_login").replace("/chiron?", "/elsewhere?"), /There is no database "elsewhere"/],
    [urlOf("chiron_login", "wrong"), /The password of the role chiron_login is wrong/],
  ];
  for (const [DATABASE_URL, sentence] of wrong) {
    const { code, err } = await runCommand(serve, { DATABASE_URL, ...key });
    assert.equal(code, 1);
    assert.match(err, sentence);
    assert.doesNotMatch(err, /\n\s+at /, "no stack");
  }
});

test("a newer database, an older one and an edited file are refused by every kind of start", async () => {
  const last = (await schemaFiles()).at(-1);
  assert.ok(last);
  const refusedBoth = async (sentence: RegExp) => {
    for (const env of [both, servingOnly]) {
      const { code, err } = await runCommand(serve, env);
      assert.equal(code, 1);
      assert.match(err, sentence);
    }
  };
  await owner`insert into migrations (name, hash) values ('9999_later.sql', 'x')`;
  await refusedBoth(/A newer Chiron has updated this database \(9999_later\.sql\)/);
  await owner`delete from migrations where name = '9999_later.sql'`;
  await owner`update migrations set hash = 'x' where name = ${last.name}`;
  await refusedBoth(new RegExp(`${last.name} differs from the file`));
  await owner`delete from migrations where name = ${last.name}`;
  const { err } = await runCommand(serve, servingOnly);
  assert.match(err, new RegExp(`made by an earlier Chiron \\(it lacks ${last.name}\\)`));
});
