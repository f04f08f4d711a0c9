// Crashes: the server, and in every second round its PostgreSQL too, is killed by kill -9 in the middle of writing.
// A write that was acknowledged must be there after the next start.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

export interface CrashReport {
  kills: number;
  acknowledged: number;
  /** Acknowledged rows that a later start did not find. */
  lost: number;
  /** The longest start after a kill, until the first answer. */
  slowestStartMs: number;
}

export async function crash(kills: number): Promise<CrashReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "chiron-crash-"));
  const acknowledged = new Set<string>();
  const report: CrashReport = { kills, acknowledged: 0, lost: 0, slowestStartMs: 0 };
  try {
    for (let round = 0; round <= kills; round++) {
      const writer = startWriter(dataDir);
      const { readyMs, rows } = await writer.ready;
      if (round > 0) report.slowestStartMs = Math.max(report.slowestStartMs, readyMs);
      const there = new Set(rows);
      for (const row of acknowledged) if (!there.has(row)) report.lost++;
      await wait(60 + ((round * 37) % 200));
      await killHard(writer.child, dataDir, round % 2 === 1 || round === kills);
      for (const row of writer.written) acknowledged.add(row);
    }
    report.acknowledged = acknowledged.size;
    return report;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Ready {
  readyMs: number;
  rows: string[];
}

function startWriter(dataDir: string): { child: ChildProcess; ready: Promise<Ready>; written: string[] } {
  const script = join(import.meta.dirname, "crash-writer.ts");
  const child = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const written: string[] = [];
  const ready = new Promise<Ready>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the writer ended before it was ready")));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      const said = parsed(line);
      if (said === null) return;
      if ("written" in said) written.push(said.written);
      else resolve(said);
    });
  });
  return { child, ready, written };
}

/** The kill may cut a line in two; half a line acknowledges nothing. */
function parsed(line: string): Ready | { written: string } | null {
  try {
    return JSON.parse(line) as Ready | { written: string };
  } catch {
    return null;
  }
}

async function killHard(child: ChildProcess, dataDir: string, databaseToo: boolean): Promise<void> {
  const closed = new Promise((resolve) => child.once("close", resolve));
  const postmaster = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  child.kill("SIGKILL");
  if (databaseToo) killAll(postmaster);
  await closed;
}

/** The postmaster and its children: the group is the postmaster's own. */
function killAll(postmaster: number): void {
  try {
    process.kill(-postmaster, "SIGKILL");
  } catch {
    process.kill(postmaster, "SIGKILL");
  }
}
