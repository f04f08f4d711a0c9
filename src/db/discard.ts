// Throws an embedded database away, with everything in its folder; for the demo only.
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal } from "../core/refusal.ts";
import { findBinaries } from "./binaries.ts";
import { lockFolder } from "./folder-lock.ts";
import { stopOrphan } from "./postmaster.ts";

/** Refuses a folder that is none of ours (`folder.foreign`) and one whose server runs (`folder.running`). */
export async function discardFolder(dataDir: string): Promise<void> {
  const home = resolve(dataDir);
  if (!existsSync(home)) return;
  if (!existsSync(join(home, "secrets.json")))
    throw new Refusal(
      "invalid",
      "folder.foreign",
      `${home} was not made by Chiron, so it is not thrown away. Give another folder with --data.`,
    );
  const lock = lockFolder(home, null);
  const data = join(home, "postgres");
  if (existsSync(data)) await stopOrphan(findBinaries(), data);
  rmSync(home, { recursive: true, force: true });
  lock.release();
}
