// A backup brings every row back, the wall still holds afterwards, and damaged or foreign files change nothing.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { checkUp } from "../src/db/checkup.ts";
import { backUp, restore } from "../src/db/dump.ts";
import { type FreshDatabase, freshDatabase } from "./help/database.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const folder = mkdtempSync(join(tmpdir(), "chiron-backup-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "school.backup");
const separators = "line\u2028separator \\ tab\t newline\n carriage\r";

test("every row comes back, whatever is in it", { timeout: 60_000 }, async () => {
  const { ask, people } = world;
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`update people set given_name = ${separators} where person_id = ${people.noah!.personId}`;
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${world.schoolId}, 'coaches', ${people.tomas!.personId}, ${people.amara!.personId}, daterange('2026-08-01', null), 'relationship')`;
  // More than a stream holds at once, and over before it was read: the driver then forgets to go on.
  await admin`insert into idempotency_keys (school_id, person_id, key, request_hash, status, body)
    select ${world.schoolId}, ${people.noah!.personId}, 'key-number-' || n, '\\x00', 200, repeat(gen_random_uuid()::text, 5000) from generate_series(1, 7) n`;
  await admin.end();
  const written = await backUp(world.database.owner, file);
  assert.deepEqual(written, await backUp(world.database.admin, join(folder, "by-superuser.backup")));
  const other = await freshDatabase();
  assert.deepEqual(await restore(other.owner, file), written);
  const again = postgres({ ...other.admin, max: 1 });
  const [row] = await again`select given_name from people where person_id = ${people.noah!.personId}`;
  assert.equal(row!.given_name, separators);
  await assert.rejects(
    again`insert into duties (school_id, duty, educator_id, learner_id, during, source)
      values (${world.schoolId}, 'assesses', ${people.tomas!.personId}, ${people.amara!.personId}, daterange('2027-01-01', null), 'rotation')`,
    { code: "23P01" },
  );
  await again.end();
  assert.equal((await ask("amara", "GET", "/me")).status, 200);
});

test("it is not restored over a school, nor from a file that is damaged or foreign", async () => {
  await assert.rejects(restore(world.database.owner, file), { rule: "backup.full" });
  const empty = await freshDatabase();
  const text = gunzipSync(readFileSync(file)).toString();
  const cases: [string, string][] = [
    ["backup.short", text.slice(0, text.lastIndexOf("\\.") - 40)],
    ["backup.format", "hello\n"],
    ["backup.rows", text.replace("\tMain\t", "\tMain\ttoo\tmany\t")],
    ["backup.version", text.replace(/"hash":"[0-9a-f]{8}/, '"hash":"00000000')],
  ];
  for (const [rule, content] of cases) {
    const damaged = join(folder, rule);
    writeFileSync(damaged, gzipSync(content));
    await assert.rejects(restore(empty.owner, damaged), { rule });
  }
  const packed = readFileSync(file);
  for (const [rule, bytes] of [
    ["backup.short", packed.subarray(0, packed.length - 200)],
    ["backup.short", Buffer.alloc(0)],
    ["backup.format", Buffer.from("no backup at all")],
  ] as const) {
    const damaged = join(folder, "not-whole");
    writeFileSync(damaged, bytes);
    await assert.rejects(restore(empty.owner, damaged), { rule });
  }
  const sql = postgres({ ...empty.admin, max: 1 });
  assert.deepEqual([...(await sql`select from schools`)], []);
  await sql.end();
});

test("after a restore everything is guarded as before, and keys between tables were checked", async () => {
  const guards = async (connection: FreshDatabase["admin"]) => {
    const sql = postgres({ ...connection, max: 1 });
    const tables =
      await sql`select relname, relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const triggers =
      await sql`select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`;
    const keys =
      await sql`select conrelid::regclass::text, conname, condeferrable, convalidated from pg_constraint where contype = 'f' order by 1, 2`;
    await sql.end();
    return [[...tables], [...triggers], [...keys]];
  };
  const filled = await freshDatabase();
  await restore(filled.owner, file);
  assert.deepEqual(await guards(filled.admin), await guards((await freshDatabase()).admin));
  const torn = join(folder, "torn");
  const lines = gunzipSync(readFileSync(file)).toString().split("\n");
  const people = lines.indexOf("-- people");
  writeFileSync(
    torn,
    gzipSync([...lines.slice(0, people + 1), ...lines.slice(lines.indexOf("\\.", people))].join("\n")),
  );
  await assert.rejects(restore((await freshDatabase()).owner, torn), { code: "23503" });
});

test("a role that does not see every row takes no backup", async () => {
  const { admin, owner } = await freshDatabase();
  const sql = postgres({ ...admin, max: 1 });
  await sql`drop policy owner_reads on people`;
  await sql.end();
  await assert.rejects(backUp(owner, join(folder, "blind")), { rule: "backup.blind" });
  assert.equal(existsSync(join(folder, "blind")), false);
});

test("the doctor finds a sound database sound, and a weakened wall weak", async () => {
  const bad = async () => (await checkUp(world.database.admin)).filter(({ ok }) => !ok).map(({ what }) => what);
  // Throwaway servers of tests do not force writes to the disk; everything else must be in order.
  assert.deepEqual(
    (await bad()).filter((what) => what !== "Writes survive a power cut"),
    [],
  );
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`alter table stands drop constraint "wall.one-side"`;
  await admin`alter table learners no force row level security`;
  await admin`alter table duties disable trigger user`;
  await admin`grant delete on stands to chiron_app`;
  await admin`update migrations set hash = 'x' where name like '0003%'`;
  await admin.end();
  const found = await bad();
  for (const what of [
    "The wall's constraint stands",
    "Every table is under forced row-level security",
    "Triggers that derive stands and note events are on",
    "History cannot be deleted",
    "The tables are those of this version",
  ])
    assert.ok(found.includes(what), what);
});
