// One Chiron per data folder. The lock is a file that names its holder, and a holder that died,
// even by kill -9, holds nothing: the process number must be alive and still the same process.
import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../core/refusal.ts";

interface Holder {
  pid: number;
  /** When that process started; tells it from a later one with the same number. */
  started: string | null;
  /** A folder that the holder would have removed at its end. */
  socketDir: string | null;
}

/**
 * Takes the folder or refuses with `folder.running`, naming the process that has it.
 *
 * @returns what the last holder left behind when it died, and the way to let go.
 */
export function lockFolder(dataDir: string, socketDir: string | null): { left: Holder | null; release(): void } {
  const file = join(dataDir, "chiron.lock");
  const own = `${file}.${process.pid}`;
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), socketDir };
  writeFileSync(own, JSON.stringify(mine), { mode: 0o600 });
  try {
    const left = take(file, own);
    return { left, release: () => holderOf(file)?.pid === process.pid && rmSync(file, { force: true }) };
  } finally {
    rmSync(own, { force: true });
  }
}

/** Refuses as `lockFolder` does, without taking the folder: for what must be known before anything is prepared. */
export function refuseRunning(dataDir: string): void {
  const holder = holderOf(join(dataDir, "chiron.lock"));
  if (holder && isAlive(holder)) throw running(holder.pid);
}

/** A link appears whole or not at all, so a reader never sees a lock without its holder. */
function take(file: string, own: string): Holder | null {
  let left: Holder | null = null;
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      linkSync(own, file);
      return left;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder && isAlive(holder)) throw running(holder.pid);
    left = holder ?? left;
    removeStale(file, `${own}.stale`);
  }
  throw running(0);
}

/** Another starter may have taken the lock since we looked: then it gets its file back. */
function removeStale(file: string, aside: string): void {
  try {
    renameSync(file, aside);
    const removed = holderOf(aside);
    if (removed && isAlive(removed)) linkSync(aside, file);
  } catch {
    // Somebody else was quicker; the next attempt sees what stands.
  } finally {
    rmSync(aside, { force: true });
  }
}

function running(pid: number): Refusal {
  return new Refusal(
    "conflict",
    "folder.running",
    `Chiron is already running on this folder (process ${pid}). Stop it first, or give another folder with --data.`,
  );
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = startOf(pid);
  return now !== "ended" && (started === null || now === null || now === started);
}

/** When a process started, in the system's own words; "ended" for one that only waits to be cleared away. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === "win32") return null;
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? "ended" : (rest[18] ?? null);
  } catch {
    return null;
  }
}
