// A backup brings every row back, the wall still holds afterwards, and damaged or foreign files change nothing.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { checkUp } from "../src/db/checkup.ts";
import { backUp, restore } from "../src/db/dump.ts";
import { freshDatabase } from "./help/database.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const folder = mkdtempSync(join(tmpdir(), "chiron-backup-"));
const file = join(folder, "school.backup");
const separators = "line\u2028separator \\ tab\t newline\n carriage\r";

test("every row comes back, whatever is in it", async () => {
  const { ask, people } = world;
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`update people set given_name = ${separators} where person_id = ${people.noah!.personId}`;
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${world.schoolId}, 'coaches', ${people.tomas!.personId}, ${people.amara!.personId}, daterange('2026-08-01', null), 'relationship')`;
  await admin.end();
  const written = await backUp(world.database.admin, file);
  const other = await freshDatabase();
  assert.deepEqual(await restore(other.admin, file), written);
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
  await assert.rejects(restore(world.database.admin, file), { rule: "backup.full" });
  const empty = await freshDatabase();
  const text = gunzipSync(readFileSync(file)).toString();
  const cases: [string, string][] = [
    ["backup.short", text.slice(0, text.lastIndexOf("\\.") - 40)],
    ["backup.format", "hello\n"],
    ["backup.version", text.replace(/"hash":"[0-9a-f]{8}/, '"hash":"00000000')],
  ];
  for (const [rule, content] of cases) {
    const damaged = join(folder, rule);
    writeFileSync(damaged, gzipSync(content));
    await assert.rejects(restore(empty.admin, damaged), { rule });
  }
  const sql = postgres({ ...empty.admin, max: 1 });
  assert.deepEqual([...(await sql`select from schools`)], []);
  await sql.end();
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
  await admin.end();
  assert.ok((await bad()).includes("The wall's constraint stands"));
  assert.ok((await bad()).includes("Every table is under forced row-level security"));
});
