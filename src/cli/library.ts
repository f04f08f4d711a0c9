// chiron library: adds what ships with Chiron to the library of a school that does not have it.
import { plural } from "../core/plural.ts";
import { addShipped } from "../library/shipped-contract.ts";
import type { Command } from "./command.ts";
import { clientOf, remoteOptions, remoteUsage } from "./remote.ts";

export const libraryCommand: Command = {
  name: "library",
  summary: "Add what ships to a library that does not have it",
  usage: `chiron library [--json]

Adds the articles, claims and sources that ship with Chiron and are not in your school's library, as after an upgrade:
submitted, and approved by nobody. What is there stays as it is, and a second time adds nothing. The key is a reviewer's.

${remoteUsage}`,
  options: { ...remoteOptions },
  async run(given) {
    const { added } = await clientOf(given).ask(addShipped, {});
    const { sources, claims, articles } = added;
    process.stdout.write(
      given.values.json === true
        ? `${JSON.stringify({ added })}\n`
        : `Added ${plural(articles, "article")}, ${plural(claims, "claim")} and ${plural(sources, "source")}.\n`,
    );
    return 0;
  },
};
