// A database of its own for each test file, cloned from a template that is migrated once per run.
import { randomBytes } from "node:crypto";
import { after } from "node:test";
import postgres from "postgres";
import type { Connection } from "../../src/db/door.ts";
import { type Coordinates, startTestServer } from "./test-server.ts";

export interface FreshDatabase {
  /** The superuser, past all policies: to look behind, never to stand in for a person. */
  admin: Connection;
  /** The owner of the tables, whom policies hold like everybody else: for backups and checks. */
  owner: Connection;
  /** The role that serves: hand this to `openDoor`. */
  login: Connection;
  stewardKey: string;
  /** Also done for all of them when the test file ends. */
  drop(): Promise<void>;
}

const template = "chiron_template";
/** Owns the tables as on a managed server, without being a superuser: what works so works everywhere. */
const owner = "chiron_owner";
const lockKey = 4_410_552;
const made = new Set<() => Promise<void>>();
let using: Promise<{ coordinates: Coordinates; stop(): Promise<void> }> | undefined;

after(async () => {
  for (const drop of made) await drop();
  await (await using)?.stop();
});

/** A migrated, empty database; takes about 0.1 s once the template stands. */
export async function freshDatabase(): Promise<FreshDatabase> {
  using ??= serverOfTheRun();
  const { coordinates } = await using;
  const { admin, login, stewardKey } = coordinates;
  const database = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(admin, async (sql) => {
    await sql`select pg_advisory_lock(${lockKey})`;
    await makeTemplate(sql, coordinates);
    await sql.unsafe(`create database ${database} template ${template}`);
    await sql`select pg_advisory_unlock(${lockKey})`;
  });
  const drop = async () => {
    if (!made.delete(drop)) return;
    await asAdmin(admin, (sql) => sql.unsafe(`drop database if exists ${database} with (force)`));
  };
  made.add(drop);
  const ownerOf = { ...admin, database, username: owner, password: coordinates.loginPassword };
  return { admin: { ...admin, database }, owner: ownerOf, login: { ...login, database }, stewardKey, drop };
}

/** The run's own server when `npm test` started one; a server for this file alone otherwise. */
async function serverOfTheRun(): Promise<{ coordinates: Coordinates; stop(): Promise<void> }> {
  const told = process.env.CHIRON_TEST_SERVER;
  if (told) return { coordinates: JSON.parse(told) as Coordinates, stop: async () => undefined };
  const server = await startTestServer();
  // A test file that is told to end, perhaps twice, takes its server along.
  let stopping: Promise<void> | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => (stopping ??= server.stop().finally(() => process.exit(1))));
  return server;
}

/** Under another name until it is whole: a migration that failed leaves no half template behind. */
async function makeTemplate(sql: postgres.Sql, { admin, loginPassword, stewardKey }: Coordinates): Promise<void> {
  const [found] = await sql`select from pg_database where datname = ${template}`;
  if (found) return;
  const { migrate } = await import("../../src/db/migrate.ts");
  const unfinished = `${template}_unfinished`;
  await sql.unsafe(`drop database if exists ${unfinished} with (force)`);
  await sql.unsafe(`create role ${owner} login createrole password '${loginPassword}'`);
  await sql.unsafe(`create database ${unfinished} owner ${owner}`);
  const plain = { ...admin, database: unfinished, username: owner, password: loginPassword };
  await migrate({ admin: plain, loginRole: "chiron_login", loginPassword, stewardKey });
  await sql.unsafe(`alter database ${unfinished} rename to ${template}`);
}

async function asAdmin<T>(admin: Connection, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...admin, max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
