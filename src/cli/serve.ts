// chiron serve: the real thing, for a school.
import { resolve } from "node:path";
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { sql } from "../db/sql.ts";
import { newFoundingLink } from "../programs/founding-store.ts";
import { type Command, portOf } from "./command.ts";
import { withOpened } from "./ending.ts";
import { mailIn } from "./serve-mail.ts";
import { modelIn } from "./serve-model.ts";
import { mailFinding } from "./serve-mail-try.ts";
import { type Running, startChiron } from "./server.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve a school",
  usage: `chiron serve [--port 4400] [--host 127.0.0.1] [--data DIR] [--json]

  --data DIR   the folder of the embedded database and of the secrets (default: .data/chiron)
  --port N     0 takes any free port
  --json       print one line of JSON with the address, and the founding link when there is no school yet
  --host H     0.0.0.0 to be reached from other machines; put a proxy with https in front

  DATABASE_URL          a PostgreSQL 15 or newer instead of the embedded one: the role that serves
  DATABASE_ADMIN_URL    the role that creates and updates the tables there
  CHIRON_STEWARD_KEY    with DATABASE_URL: the servers' shared secret (otherwise made and kept in --data)
  CHIRON_ORIGIN         the address people use, such as https://guidance.example.edu
  CHIRON_PROXIES        how many proxies of yours stand in front (default: 0), so that tries to sign in are
                        counted by who makes them
  SMTP_URL              the mail server, such as smtps://name:password@mail.example.edu; without it mail rests
  MAIL_FROM             with SMTP_URL: from whom, such as "Guidance <guidance@example.edu>"
  CHIRON_MODEL_URL      a language model that may phrase answers out of the library, at an address that speaks as
                        OpenAI's does, such as https://llm.example.edu/v1; without it passages are quoted alone
  CHIRON_MODEL          with CHIRON_MODEL_URL: the model's name there
  CHIRON_MODEL_KEY      with CHIRON_MODEL_URL: the key, if it asks for one
  LOG_LEVEL             info, warn, ...`,
  options: { port: { type: "string" }, host: { type: "string" }, data: { type: "string" }, json: { type: "boolean" } },
  isEndless: true,
  async run(given) {
    const starting = startChiron({
      dataDir: resolve(String(given.values.data ?? ".data/chiron")),
      port: portOf(given, 4400),
      host: String(given.values.host ?? "127.0.0.1"),
      databaseUrl: process.env.DATABASE_URL,
      publicOrigin: process.env.CHIRON_ORIGIN,
      proxies: proxiesIn(process.env.CHIRON_PROXIES ?? "0"),
      mail: mailIn(process.env),
      model: modelIn(process.env),
      say: given.say,
    });
    return withOpened(starting, async (running) => {
      given.say(`Chiron serves at ${running.url}`);
      void mailFinding(process.env).then(
        ({ ok, saw }) => ok || given.say(`Mail rests: ${saw}. It is tried again by itself.`),
      );
      const founding = await foundingLink(running);
      if (founding !== null)
        given.say(
          `\nNo school yet. Found one, and become its first administrator, with this link. It works once:\n\n  ${founding}\n`,
        );
      if (given.values.json === true) process.stdout.write(`${JSON.stringify({ url: running.url, founding })}\n`);
      return running.untilEnd();
    });
  },
};

function proxiesIn(text: string): number {
  if (/^[0-9]$/.test(text)) return Number(text);
  throw new Refusal("invalid", "command.misused", "CHIRON_PROXIES is not a number from 0 to 9.", [
    { field: "CHIRON_PROXIES", because: "Write how many proxies stand in front, or leave it out." },
  ]);
}

async function foundingLink({ door, url }: Running): Promise<string | null> {
  const { schools } = await door.asSteward((tx) =>
    tx.one(z.object({ schools: z.number() }), sql`select count(*)::int as schools from schools`),
  );
  return schools > 0 ? null : `${url}/found/${await door.asSteward((tx) => newFoundingLink(tx))}`;
}
