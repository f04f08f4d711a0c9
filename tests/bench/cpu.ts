// Processor time of other processes, from Linux's own books, in nanoseconds. Elsewhere there is none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

/** Whether this computer keeps the books that the figures are read from. */
export const keepsBooks = existsSync("/proc/self/schedstat");

/** What a process with all its threads has used so far, in nanoseconds; 0 once it has ended. */
export function usedBy(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + usedByThread(pid, thread), 0);
  } catch {
    return 0;
  }
}

function usedByThread(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return 0;
  }
}

/** PostgreSQL as a whole: every process that the parent of this backend started. */
export function usedByCluster(backend: number): number {
  const parent = parentOf(backend);
  const others = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === parent);
  return others.reduce((sum, pid) => sum + usedBy(Number(pid)), usedBy(parent));
}

function parentOf(pid: number): number {
  try {
    // The name in parentheses may hold spaces; state and parent follow it.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return -1;
  }
}

/** Memory that a process holds, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

/** Cores and load of this minute, as figures have to be read with them. */
export function machine(): string {
  return `${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}`;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** `share` from 0 to 1; of an even number of values the upper middle one. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const mostTimes = 40;
const enoughSeconds = 2;

/** Processor seconds of all threads of this process. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
}

/** Again and again until 2 seconds are spent, at most 40 times. */
export function secondsOften<T>(work: () => T): { times: number[]; last: T } {
  const times: number[] = [];
  let last!: T;
  for (let spent = 0; times.length < mostTimes && spent < enoughSeconds; spent += times.at(-1)!)
    times.push(secondsOf(() => (last = work())));
  return { times, last };
}
