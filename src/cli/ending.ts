// Signals that ask a command to end, heard from its first moment: what it opened is closed, last first,
// so that Ctrl-C leaves no process behind, also while things are still being started.
import { constants } from "node:os";

interface Opened {
  close(): Promise<void>;
}

const closers: (() => Promise<void>)[] = [];
/** Far more than an orderly end takes; after it the database is told to end without being waited for. */
const patienceMs = 40_000;
let isEnding = false;

/** Ctrl-C reaches us twice, from the terminal and from the program that started us: the first one counts. */
export function endOnSignals(say: (line: string) => void, isEndless: boolean): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (isEnding) return;
      if (closers.length > 0) say("Stopping.");
      isEnding = true;
      void end(isEndless ? 0 : 128 + constants.signals[signal]);
    });
}

/** Whoever read our output went away ("chiron help | head"): there is nobody left to tell, so the end is quiet. */
export function endWithReader(): void {
  const gone = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (isEnding) return;
    isEnding = true;
    void end(0);
  };
  process.stdout.on("error", gone);
  process.stderr.on("error", gone);
}

export function hasBegunToEnd(): boolean {
  return isEnding;
}

async function end(code: number): Promise<void> {
  setTimeout(() => process.exit(code), patienceMs);
  for (const close of closers.splice(0).reverse()) await close();
  process.exit(code);
}

/** Opens, works and closes once: at the work's end, at its failure, or when a signal comes meanwhile. */
export async function withOpened<O extends Opened, T>(
  opening: Promise<O>,
  work: (opened: O) => Promise<T>,
): Promise<T> {
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= opening.then(
      (opened) => opened.close(),
      () => undefined,
    ));
  closers.push(close);
  try {
    const opened = await opening;
    if (isEnding) return await new Promise<never>(() => undefined);
    const result = await work(opened);
    await close();
    return result;
  } catch (error) {
    // What fails because it is being closed is nobody's mistake; the signal's answer ends the process.
    if (isEnding) return await new Promise<never>(() => undefined);
    await close();
    throw error;
  }
}
