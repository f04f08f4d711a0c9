// The chiron command: finds the command that was asked for, runs it, and says plainly what went wrong.
import { parseArgs } from "node:util";
import { Refusal } from "../core/refusal.ts";
import { type Command, type Given, Misuse } from "./command.ts";
import { backupCommand } from "./backup.ts";
import { demo } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { endOnSignals } from "./ending.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { matchCommand } from "./match.ts";
import { restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";

const commands: Command[] = [
  serveCommand,
  demo,
  importCommand,
  matchCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
];

const [name = "help", ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);

async function main(asked: string, given: string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === asked);
  if (command === undefined) return help(asked);
  try {
    const { values, positionals } = parseArgs({
      args: given,
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help === true) return usage(command, process.stdout);
    endOnSignals(say, command.isEndless ?? false);
    return await command.run({ values: values as Given["values"], positionals, say });
  } catch (error) {
    return told(error, command);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function help(asked: string): number {
  const known = asked === "help" || asked === "--help" || asked === "-h";
  const out = known ? process.stdout : process.stderr;
  if (!known) out.write(`There is no command "${asked}".\n\n`);
  out.write("chiron: three guidance programs, kept apart\n\n");
  for (const { name: word, summary } of commands) out.write(`  ${word.padEnd(10)}${summary}\n`);
  out.write("\nchiron COMMAND --help tells a command's options.\n");
  return known ? 0 : 2;
}

function usage({ summary, usage: text }: Command, out: NodeJS.WriteStream): number {
  out.write(`${summary}\n\n${text}\n`);
  return 0;
}

function told(error: unknown, command: Command): number {
  if (error instanceof Misuse || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) {
    say(`${(error as Error).message}\n\n${command.usage}`);
    return 2;
  }
  if (error instanceof Refusal) {
    say(error.because);
    for (const { field, because } of error.faults) say(`  ${field}: ${because}`);
    return 1;
  }
  say(`Something broke: ${error instanceof Error ? error.stack : String(error)}`);
  return 1;
}
