// chiron demo: an invented school on a server of its own, with one sign-in link per persona.
import { resolve } from "node:path";
import { discardFolder } from "../db/discard.ts";
import type { Door } from "../db/door.ts";
import { type Command, portOf } from "./command.ts";
import { loadDemoSchool } from "./demo-school.ts";
import { demoPersonas } from "./demo-store.ts";
import { withOpened } from "./ending.ts";
import { startChiron } from "./server.ts";

export const demo: Command = {
  name: "demo",
  summary: "Try Chiron with an invented school",
  usage: `chiron demo [--port 4400] [--data DIR] [--reset] [--json]

  --data DIR   the demo's folder (default: .data/demo)
  --reset      throw the demo's folder away and start anew
  --port N     0 takes any free port
  --json       print one line of JSON with the address and the sign-in links`,
  options: {
    port: { type: "string" },
    data: { type: "string" },
    reset: { type: "boolean" },
    json: { type: "boolean" },
  },
  isEndless: true,
  async run(given) {
    const dataDir = resolve(String(given.values.data ?? ".data/demo"));
    if (given.values.reset === true) {
      given.say("Throwing the old demo away.");
      await discardFolder(dataDir);
    }
    const port = portOf(given, 4400);
    const starting = startChiron({ dataDir, port, host: "127.0.0.1", quiet: true, say: given.say });
    return withOpened(starting, async (running) => {
      const people = await personasOf(running.door, running.url, given.say);
      if (given.values.json === true) process.stdout.write(`${JSON.stringify({ url: running.url, people })}\n`);
      else process.stdout.write(pageOfLinks(running.url, people));
      return running.untilEnd();
    });
  },
};

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
