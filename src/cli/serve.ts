// chiron serve: the real thing, for a school.
import { resolve } from "node:path";
import { z } from "zod";
import { sql } from "../db/sql.ts";
import { newFoundingLink } from "../programs/founding-store.ts";
import { type Command, portOf } from "./command.ts";
import { withOpened } from "./ending.ts";
import { type Running, startChiron } from "./server.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve a school",
  usage: `chiron serve [--port 4400] [--host 127.0.0.1] [--data DIR]

  --data DIR   the folder of the embedded database and of the secrets (default: .data/chiron)
  --port N     0 takes any free port
  --host H     0.0.0.0 to be reached from other machines; put a proxy with https in front

  DATABASE_URL          a PostgreSQL 15 or newer instead of the embedded one: the role that serves
  DATABASE_ADMIN_URL    the role that creates and updates the tables there
  CHIRON_STEWARD_KEY    with DATABASE_URL: the servers' shared secret (otherwise made and kept in --data)
  CHIRON_ORIGIN         the address people use, such as https://guidance.example.edu
  LOG_LEVEL             info, warn, ...`,
  options: { port: { type: "string" }, host: { type: "string" }, data: { type: "string" } },
  isEndless: true,
  async run(given) {
    const starting = startChiron({
      dataDir: resolve(String(given.values.data ?? ".data/chiron")),
      port: portOf(given, 4400),
      host: String(given.values.host ?? "127.0.0.1"),
      databaseUrl: process.env.DATABASE_URL,
      publicOrigin: process.env.CHIRON_ORIGIN,
      say: given.say,
    });
    return withOpened(starting, async (running) => {
      given.say(`Chiron serves at ${running.url}`);
      await offerFounding(running, given.say);
      return running.untilEnd();
    });
  },
};

async function offerFounding({ door, url }: Running, say: (line: string) => void): Promise<void> {
  const { schools } = await door.asSteward((tx) =>
    tx.one(z.object({ schools: z.number() }), sql`select count(*)::int as schools from schools`),
  );
  if (schools > 0) return;
  const secret = await door.asSteward((tx) => newFoundingLink(tx));
  say(
    `\nNo school yet. Found one, and become its first administrator, with this link. It works once:\n\n  ${url}/found/${secret}\n`,
  );
}
