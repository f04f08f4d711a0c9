// chiron backup: everything in one file, while the server goes on.
import { resolve } from "node:path";
import { backUp } from "../db/dump.ts";
import { reachAdmin } from "../db/reach.ts";
import { type Command, Misuse } from "./command.ts";
import { withOpened } from "./ending.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: "Write everything into one file",
  usage: `chiron backup FILE [--data DIR] [--json]

Reads all tables at one moment; the server may go on. The file holds everything in the clear: keep it where only
those may read who administer the machine. It is all that "chiron restore" needs.

  --data DIR   the folder that Chiron serves from (default: .data/chiron); DATABASE_ADMIN_URL goes before it
  --json       print one line of JSON with the rows of each table`,
  options: { data: { type: "string" }, json: { type: "boolean" } },
  takes: 1,
  async run({ values, positionals, say }) {
    const [file] = positionals;
    if (file === undefined) throw new Misuse("Name the file to write.");
    const reaching = reachAdmin(resolve(String(values.data ?? ".data/chiron")), say);
    return withOpened(reaching, async ({ admin }) => {
      const tables = await backUp(admin, resolve(file));
      const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
      if (values.json === true) process.stdout.write(`${JSON.stringify({ file, rows, tables })}\n`);
      else process.stdout.write(`${rows} rows of ${Object.keys(tables).length} tables are in ${file}\n`);
      return 0;
    });
  },
};
