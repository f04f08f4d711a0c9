// chiron restore: a backup into a new folder, or into an empty managed database.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { restore } from "../db/dump.ts";
import { openDatabase } from "../db/open.ts";
import { type Command, Misuse } from "./command.ts";
import { withOpened } from "./ending.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: "Fill an empty database from a backup",
  usage: `chiron restore FILE [--data DIR] [--json]

The folder must be new, or its database without a school. Everybody stays signed in as they were at the backup.
With DATABASE_URL and DATABASE_ADMIN_URL it fills that database instead.

  --data DIR   the new folder (default: .data/chiron)
  --json       print one line of JSON with the rows of each table`,
  options: { data: { type: "string" }, json: { type: "boolean" } },
  takes: 1,
  async run({ values, positionals, say }) {
    const [file] = positionals;
    if (file === undefined || !existsSync(file)) throw new Misuse("Name a backup file that is there.");
    const opening = openDatabase({
      dataDir: resolve(String(values.data ?? ".data/chiron")),
      databaseUrl: process.env.DATABASE_URL,
      databaseAdminUrl: process.env.DATABASE_ADMIN_URL,
      onProgress: say,
    });
    return withOpened(opening, async (opened) => {
      if (opened.admin === null)
        throw new Misuse("Give DATABASE_ADMIN_URL too: restoring needs the role that owns the tables.");
      const tables = await restore(opened.admin, resolve(file));
      const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
      if (values.json === true) process.stdout.write(`${JSON.stringify({ file, rows, tables })}\n`);
      else process.stdout.write(`${rows} rows of ${Object.keys(tables).length} tables are back\n`);
      return 0;
    });
  },
};
