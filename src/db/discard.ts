// Throws an embedded database away, with everything in its folder; for the demo only.
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { findBinaries } from "./binaries.ts";
import { lockFolder } from "./folder-lock.ts";
import { stopOrphan } from "./postmaster.ts";

/** Refuses a folder whose server runs (`folder.running`). Whether the folder is a demo's is the caller's to know. */
export async function discardFolder(dataDir: string): Promise<void> {
  const home = resolve(dataDir);
  if (!existsSync(home)) return;
  const lock = lockFolder(home, null);
  const data = join(home, "postgres");
  if (existsSync(data)) await stopOrphan(findBinaries(), data);
  if (lock.left?.socketDir) rmSync(lock.left.socketDir, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  lock.release();
}
