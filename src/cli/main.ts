// The chiron command: finds the command that was asked for, runs it, and says plainly what went wrong.
import { parseArgs } from "node:util";
import { type Given, Misuse } from "./command.ts";
import { commands } from "./commands.ts";
import { endOnSignals, endWithReader, hasBegunToEnd } from "./ending.ts";
import { help, tellVersion, usage } from "./help.ts";
import { tellMistake } from "./mistakes.ts";

endWithReader();
forgetEmptySettings();
const [name = "help", ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);

async function main(asked: string, given: string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === asked);
  if (asked === "--version" || asked === "version") return tellVersion();
  if (command === undefined) return help(asked, given, commands, say);
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

/** A compose file or a unit that leaves a setting empty means that it is not set. */
function forgetEmptySettings(): void {
  for (const [setting, value] of Object.entries(process.env))
    if (value === "" && /^(DATABASE_|CHIRON_|SMTP_|MAIL_FROM$)/.test(setting)) delete process.env[setting];
}

function refuseExtra(words: string[], most: number): void {
  const extra = words[most];
  if (extra !== undefined) throw new Misuse(`There is nothing to do with "${extra}".`);
}

/** Nothing more is told once the end has begun. */
function say(line: string): void {
  if (!hasBegunToEnd()) process.stderr.write(`${line}\n`);
}
