// What the chiron command tells about itself: its commands, one command's options, its version.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./command.ts";
import { tellUnknown } from "./mistakes.ts";

/** "help export" tells of one command, as "export --help" does. */
export function help(asked: string, given: string[], commands: Command[], say: (line: string) => void): number {
  const isHelp = asked === "help" || asked === "--help" || asked === "-h";
  const about = isHelp ? given.find((word) => !word.startsWith("-")) : asked;
  const command = commands.find((candidate) => candidate.name === about);
  if (command !== undefined) return usage(command, process.stdout);
  const known = isHelp && about === undefined;
  const out = known ? process.stdout : process.stderr;
  if (!known) tellUnknown(about ?? asked, commands, given.includes("--json"), say);
  out.write("chiron: three guidance programs, kept apart\n\n");
  for (const { name: word, summary } of commands) out.write(`  ${word.padEnd(10)}${summary}\n`);
  out.write("\nchiron COMMAND --help tells a command's options.\n");
  return known ? 0 : 2;
}

export function tellVersion(): number {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8")) as {
    version: string;
  };
  process.stdout.write(`chiron ${version}\n`);
  return 0;
}

export function usage({ summary, usage: text }: Command, out: NodeJS.WriteStream): number {
  out.write(`${summary}\n\n${text}\n`);
  return 0;
}
