// What a command of the CLI is: its name, its options, and what it does.
import type { ParseArgsOptionsConfig } from "node:util";
import { isBlocked } from "./blocked-ports.ts";

export interface Command {
  name: string;
  summary: string;
  usage: string;
  options: ParseArgsOptionsConfig;
  /** How many words it takes besides options, at most; none unless said. */
  takes?: number;
  /** Runs until it is told to end, which is then no failure. */
  isEndless?: boolean;
  run(given: Given): Promise<number>;
}

export interface Given {
  values: Record<string, string | boolean | string[] | undefined>;
  positionals: string[];
  /** For people; goes to the error stream, so that --json leaves the output to machines. */
  say(line: string): void;
}

/** A mistake in how a command was called: told with the usage, without a stack. */
export class Misuse extends Error {}

export function portOf(given: Given, otherwise: number): number {
  const text = given.values.port;
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Misuse(`--port must be a number from 0 to 65535, not "${text}".`);
  if (isBlocked(port))
    throw new Misuse(
      `No browser opens port ${port}: it is on the list of ports that browsers block. Give --port another, such as ${otherwise}, or 0 for any free one.`,
    );
  return port;
}
