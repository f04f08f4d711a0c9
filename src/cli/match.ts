// chiron match: runs the match for one program or for all three, as drafts.
import type { ReplyOf } from "../core/endpoint.ts";
import { addRun, type addRunSeries as Series, addRunSeries } from "../matching/contract.ts";
import { Program, programs } from "../programs/program.ts";
import { type Command, Misuse } from "./command.ts";
import { clientOf, remoteOptions, remoteUsage } from "./remote.ts";

type Runs = ReplyOf<typeof Series>["runs"];

export const matchCommand: Command = {
  name: "match",
  summary: "Run the match, as a draft that nobody is told of",
  usage: `chiron match [PROGRAM] [--name NAME] [--json]

PROGRAM is ${programs.join(", ")}; without one the three run one after another, each counting the pairs and hours of
those before it. A director approves on the match desk.

  --name NAME  what the desk calls the run
${remoteUsage}`,
  options: { ...remoteOptions, name: { type: "string" } },
  takes: 1,
  async run(given) {
    const client = clientOf(given);
    const named = typeof given.values.name === "string" ? { name: given.values.name } : {};
    const [word] = given.positionals;
    const program = word === undefined ? undefined : Program.safeParse(word);
    if (program?.success === false) throw new Misuse(`There is no program "${word}": ${programs.join(", ")}.`);
    const runs =
      program === undefined
        ? (await client.ask(addRunSeries, { body: named })).runs
        : [await client.ask(addRun, { body: { ...named, program: program.data } })];
    process.stdout.write(given.values.json === true ? `${JSON.stringify({ runs })}\n` : toldOf(runs));
    return 0;
  },
};

function toldOf(runs: Runs): string {
  return `${runs.map(({ program, name, outcome, runId }) => `${program}: ${name}, ${outcome.matched} matched, ${outcome.learners - outcome.matched} not (${runId})`).join("\n")}\n`;
}
