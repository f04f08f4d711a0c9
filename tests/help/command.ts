// The chiron command in a process of its own, as a person or a service manager runs it.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");

export interface Started {
  child: ChildProcess;
  /** What both streams have said so far. */
  said(): string;
  /** Resolves with the match once either stream has said it; rejects when the process ends first. */
  heard(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when the process has ended; `code` is null after a signal that it did not handle. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
}

export function startCommand(args: string[], env: Record<string, string> = {}): Started {
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...around } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...around, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { out: "", err: "" };
  const listeners = new Set<() => void>();
  const hear = (stream: "out" | "err") => (chunk: string) => {
    text[stream] += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding("utf8").on("data", hear("out"));
  child.stderr.setEncoding("utf8").on("data", hear("err"));
  const said = () => text.out + text.err;
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, ...text })),
  );
  const heard = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said());
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended before it said ${String(pattern)}:\n${said()}`)));
    });
  return { child, said, heard, ended };
}

/** Runs it to its end. */
export function runCommand(args: string[], env: Record<string, string> = {}): Started["ended"] {
  return startCommand(args, env).ended;
}
