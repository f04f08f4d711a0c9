// The chiron command: finds the command that was asked for, runs it, and says plainly what went wrong.
import { parseArgs } from "node:util";
import { type Command, type Given, Misuse } from "./command.ts";
import { backupCommand } from "./backup.ts";
import { demo } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { endOnSignals, hasBegunToEnd } from "./ending.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { matchCommand } from "./match.ts";
import { tellMistake, tellUnknown } from "./mistakes.ts";
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
  if (command === undefined) return help(asked, given.includes("--json"));
  try {
    const { values, positionals } = parseArgs({
      args: given,
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help === true) return usage(command, process.stdout);
    refuseExtra(positionals, command.takes ?? 0);
    endOnSignals(say, command.isEndless ?? false);
    return await command.run({ values: values as Given["values"], positionals, say });
  } catch (error) {
    return tellMistake(error, command, given.includes("--json"), say);
  }
}

function refuseExtra(words: string[], most: number): void {
  const extra = words[most];
  if (extra !== undefined) throw new Misuse(`There is nothing to do with "${extra}".`);
}

/** Nothing more is told once the end has begun. */
function say(line: string): void {
  if (!hasBegunToEnd()) process.stderr.write(`${line}\n`);
}

function help(asked: string, isJson: boolean): number {
  const known = asked === "help" || asked === "--help" || asked === "-h";
  const out = known ? process.stdout : process.stderr;
  if (!known) tellUnknown(asked, commands, isJson, say);
  out.write("chiron: three guidance programs, kept apart\n\n");
  for (const { name: word, summary } of commands) out.write(`  ${word.padEnd(10)}${summary}\n`);
  out.write("\nchiron COMMAND --help tells a command's options.\n");
  return known ? 0 : 2;
}

function usage({ summary, usage: text }: Command, out: NodeJS.WriteStream): number {
  out.write(`${summary}\n\n${text}\n`);
  return 0;
}
