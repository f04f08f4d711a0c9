// chiron demo: an invented school on a server of its own, with one sign-in link per persona.
import { resolve } from "node:path";
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { refuseRunning } from "../db/folder-lock.ts";
import { type Command, portOf } from "./command.ts";
import { markWhole, prepareFolder } from "./demo-folder.ts";
import { loadDemoSchool } from "./demo-school.ts";
import { demoPersonas } from "./demo-store.ts";
import { withOpened } from "./ending.ts";
import { tryPort } from "./listen.ts";
import { startChiron } from "./server.ts";

const host = "127.0.0.1";

export const demo: Command = {
  name: "demo",
  summary: "Try Chiron with an invented school",
  usage: `chiron demo [--port 4400] [--data DIR] [--reset] [--json]

  --data DIR   the demo's folder (default: .data/demo)
  --reset      throw the demo's folder away and start anew
  --port N     0 takes any free port
  --json       print one line of JSON with the address and the sign-in links

The demo always brings its own PostgreSQL, whatever DATABASE_URL says.`,
  options: {
    port: { type: "string" },
    data: { type: "string" },
    reset: { type: "boolean" },
    json: { type: "boolean" },
  },
  isEndless: true,
  async run(given) {
    const dataDir = resolve(String(given.values.data ?? ".data/demo"));
    const port = portOf(given, 4400);
    refuseRunning(dataDir);
    await tryPort(host, port);
    await prepareFolder(dataDir, given.values.reset === true, given.say);
    const starting = startChiron({
      dataDir,
      port,
      host,
      databaseUrl: undefined,
      mail: "kept",
      quiet: true,
      say: given.say,
    }).catch(orAnew);
    return withOpened(starting, async (running) => {
      const people = await personasOf(running.door, running.url, given.say);
      markWhole(dataDir);
      if (given.values.json === true) process.stdout.write(`${JSON.stringify({ url: running.url, people })}\n`);
      else process.stdout.write(pageOfLinks(running.url, people));
      return running.untilEnd();
    });
  },
};

/** A demo of an older Chiron is not worth bringing forward. */
function orAnew(error: unknown): never {
  if (!(error instanceof Refusal) || !error.rule.startsWith("migration.")) throw error;
  throw new Refusal("conflict", error.rule, "This demo was made by another Chiron. Start it anew with --reset.");
}

interface Persona {
  name: string;
  office: string;
  link: string;
}

async function personasOf(door: Door, url: string, say: (line: string) => void): Promise<Persona[]> {
  await loadDemoSchool(door, url, say);
  const personas = await demoPersonas(door);
  return personas.map(({ name, office, secret }) => ({ name, office, link: `${url}/enter/${secret}` }));
}

function pageOfLinks(url: string, people: Persona[]): string {
  const lines = people.map(({ office, name, link }) => `  ${office.padEnd(14)}${name.padEnd(24)}${link}`);
  return `\nChiron's demo runs at ${url}\nEverybody in it is invented. Open a link to sign in as that person:\n\n${lines.join("\n")}\n\nCtrl-C stops it; the demo is kept until --reset.\n\n`;
}
