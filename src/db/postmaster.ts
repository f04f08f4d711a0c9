// The server's process: started, awaited until it answers, and told from any other process by its name.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../core/refusal.ts";
import { type Binaries, reach, temporary, unprivileged } from "./binaries.ts";

/** After kill -9 of a server its memory may be held for a moment longer, so "in use" is tried again for 5 s. */
export async function launch(binaries: Binaries, data: string, options: string[]): Promise<ChildProcess> {
  const until = Date.now() + 5000;
  for (;;) {
    const said = await tryLaunch(binaries, data, options);
    if (typeof said !== "string") return said;
    if (!/lock file|shared memory block/.test(said) || Date.now() > until)
      throw didNotStart("PostgreSQL did not start.", said);
    await pause(100);
  }
}

/** The server of a Chiron that was killed still runs: it is asked to finish before ours starts. */
export async function stopOrphan(binaries: Binaries, data: string): Promise<void> {
  const pid = postmaster(data)?.pid;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    if (isOurs(pid, data))
      execFileSync(binaries.pgCtl, ["stop", "-D", data, "-m", "fast", "-t", "10"], { stdio: "ignore" });
    return;
  }
  // Fast writes everything down first; immediate leaves that to the next start's recovery.
  const ways = [
    ["SIGINT", 1500],
    ["SIGQUIT", 1000],
    ["SIGKILL", 5000],
  ] as const;
  for (const [signal, patience] of ways) {
    if (isOurs(pid, data)) process.kill(pid, signal);
    for (const until = Date.now() + patience; isOurs(pid, data) && Date.now() < until;) await pause(20);
  }
  disown(join(data, "postmaster.pid"));
}

/** Shown in the process list; says which folder a server serves without printing the path. */
export function clusterName(data: string): string {
  return `chiron-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`;
}

/** The exit code, or null for a signal or a program that could not be run. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
}

export function didNotStart(what: string, said: string): Refusal {
  const lines = said.trim().split("\n").slice(-6).join("\n");
  return new Refusal("conflict", "database.start", `${what} It said:\n${lines}`);
}

/** The ready server, or the last words of one that ended first. */
async function tryLaunch(binaries: Binaries, data: string, options: string[]): Promise<ChildProcess | string> {
  const log = join(data, "..", "postgres.log");
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, "a", 0o600);
  const before = statSync(log).size;
  const folder = reach(data);
  // In a process group of its own: Ctrl-C reaches Chiron, which finishes its work before it stops the database.
  const child = spawn(binaries.postgres, ["-D", folder.path, ...options.flatMap((option) => ["-c", option])], {
    ...unprivileged,
    detached: process.platform !== "win32",
    windowsHide: true,
    cwd: temporary,
    env: { LC_ALL: "C", PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
    stdio: ["ignore", output, output, folder.file],
  });
  const ended = exitOf(child);
  closeSync(output);
  folder.close();
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const until = Date.now() + 60_000;
  while (!hasEnded && Date.now() < until) {
    const seen = postmaster(data);
    if (seen?.pid === child.pid && seen?.isReady) return child;
    await Promise.race([ended, pause(10)]);
  }
  if (!hasEnded) child.kill("SIGKILL");
  await ended;
  return readFileSync(log).subarray(before).toString();
}

/**
 * A server that ended without a word leaves its number in the lock file, and PostgreSQL waits as long as that number
 * is anybody's: a stranger's, or a dead process that the system has yet to clear away. With our own number instead,
 * which is that of its parent, it goes on to the test that counts: whether the memory of the old server is still used.
 */
function disown(file: string): void {
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [process.pid, ...rest].join("\n"));
}

/** What the server itself says of its state. */
function postmaster(data: string): { pid: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** The process number may have passed on to a stranger, whom we must not signal: its command line tells. */
function isOurs(pid: number, data: string): boolean {
  try {
    if (process.platform === "win32") return process.kill(pid, 0);
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes(clusterName(data));
  } catch {
    return false;
  }
}
