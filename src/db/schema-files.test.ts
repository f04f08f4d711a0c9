import assert from "node:assert/strict";
import { test } from "node:test";
import { lacking } from "./schema-files.ts";

const files = ["0001_a.sql", "0002_b.sql", "0003_c.sql"].map((name) => ({ name, text: name, hash: `hash of ${name}` }));
const seen = (...names: string[]) => new Map(names.map((name) => [name, `hash of ${name}`]));

test("a database lacks what comes after what it has seen", () => {
  assert.deepEqual(lacking(files, seen()), files);
  assert.deepEqual(lacking(files, seen("0001_a.sql", "0002_b.sql")), files.slice(2));
  assert.deepEqual(lacking(files, seen("0001_a.sql", "0002_b.sql", "0003_c.sql")), []);
});

test("a newer database, an edited file and a file that comes too early are refused", () => {
  assert.throws(() => lacking(files, seen("0001_a.sql", "0004_d.sql")), { rule: "migration.newer" });
  assert.throws(() => lacking(files, seen("0001_a.sql").set("0002_b.sql", "another")), { rule: "migration.changed" });
  assert.throws(() => lacking(files, seen("0001_a.sql", "0003_c.sql")), { rule: "migration.order" });
});
