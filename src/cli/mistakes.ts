// What went wrong with a command, told plainly: a wrong word names the nearest right one, and --json gets its line too.
import { Refusal } from "../core/refusal.ts";
import { type Command, Misuse } from "./command.ts";

/** 2 for a mistake in the call, 1 for everything else, as shells expect. */
export function tellMistake(error: unknown, command: Command, isJson: boolean, say: (line: string) => void): number {
  const refusal = refusalIn(error, command);
  if (isJson) tellRefusal(refusal ?? broken);
  if (refusal === null) {
    say(`${broken.because}\n${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  }
  say(refusal.because);
  for (const { field, because } of refusal.faults) say(`  ${field}: ${because}`);
  if (refusal.rule !== misused) return 1;
  say(`\n${command.usage}`);
  return 2;
}

export function tellUnknown(
  asked: string,
  commands: Pick<Command, "name">[],
  isJson: boolean,
  say: (line: string) => void,
): void {
  const near = nearest(
    asked,
    commands.map(({ name }) => name),
  );
  const because = `There is no command "${asked}".${near === null ? "" : ` Did you mean "${near}"?`}`;
  if (isJson) tellRefusal({ rule: misused, because, faults: [] });
  say(`${because}\n`);
}

/** The line of --json. */
function tellRefusal({ rule, because, faults }: Pick<Refusal, "rule" | "because" | "faults">): void {
  process.stdout.write(`${JSON.stringify({ refused: { rule, because, faults } })}\n`);
}

const misused = "command.misused";
const broken = { rule: "bug", because: "Something broke on our side.", faults: [] };

function refusalIn(error: unknown, command: Command): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof Misuse) return new Refusal("invalid", misused, error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith("ERR_PARSE_ARGS")) return new Refusal("invalid", misused, wrongOption(message, command));
  return fileTrouble(error as NodeJS.ErrnoException);
}

function wrongOption(message: string, command: Command): string {
  const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  const dashed = /^Option '(-[^' ]*)[^']*' argument is ambiguous/.exec(message)?.[1];
  if (dashed !== undefined) return `Give ${dashed} its value, which does not begin with a dash.`;
  if (unknown === undefined) return `${message.split(". ")[0] ?? message}.`;
  const known = [...Object.keys(command.options), "help"].map((name) => `--${name}`);
  const near = nearest(unknown, known);
  return `"chiron ${command.name}" has no option ${unknown}.${near === null ? "" : ` Did you mean ${near}?`}`;
}

/** A file or folder that cannot be read or written is the caller's to mend, and needs no stack. */
function fileTrouble({ code, path }: NodeJS.ErrnoException): Refusal | null {
  if (path === undefined && code !== "ENOSPC") return null;
  const sentences: Record<string, string> = {
    EACCES: `This account may not use ${path}. Give it the right to, or name another place.`,
    EPERM: `This account may not use ${path}. Give it the right to, or name another place.`,
    EROFS: `${path} can only be read. Name another place.`,
    ENOENT: `There is no ${path}. Look at its spelling.`,
    ENOTDIR: `${path} lies in something that is no folder. Name another place.`,
    EEXIST: `${path} is there already. Name another place.`,
    EISDIR: `${path} is a folder. Name a file in it.`,
    ENOSPC: "The disk is full. Make room, then run the same command again.",
  };
  const because = sentences[code ?? ""];
  return because === undefined ? null : new Refusal("invalid", "file.unusable", because);
}

/** The candidate with the fewest letters to change, when they are few. */
function nearest(word: string, candidates: string[]): string | null {
  const [best] = candidates
    .map((candidate) => ({ candidate, letters: distance(word, candidate) }))
    .sort((a, b) => a.letters - b.letters);
  return best !== undefined && best.letters <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : null;
}

/** Letters to add, take away, replace or swap with their neighbour. */
function distance(a: string, b: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [(row?.[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row?.[j - 1] ?? 0) + other];
      next.push(Math.min(...ways, swapped ? (before?.[j - 2] ?? 0) + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row?.[b.length] ?? 0;
}
