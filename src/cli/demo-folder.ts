// The demo's folder is known by a mark, so that neither the demo nor its --reset ever touches a school's folder,
// and a demo whose loading was broken off begins anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../core/refusal.ts";
import { discardFolder } from "../db/discard.ts";

const markName = "demo.json";

/** Leaves a folder with a whole demo, or an empty one with the mark. Refuses a folder with anything else in it. */
export async function prepareFolder(folder: string, reset: boolean, say: (line: string) => void): Promise<void> {
  const isThere = existsSync(folder) && readdirSync(folder).length > 0;
  if (isThere && !existsSync(join(folder, markName)))
    throw new Refusal(
      "invalid",
      "folder.foreign",
      `${folder} holds something other than a demo, and is left as it is. Give the demo another folder with --data.`,
    );
  const isWhole = isThere && readFileSync(join(folder, markName), "utf8").includes("true");
  if (isWhole && !reset) return;
  if (isThere) {
    say(reset ? "Throwing the old demo away." : "The demo's loading was broken off last time; it begins anew.");
    await discardFolder(folder);
  }
  mark(folder, false);
}

export function markWhole(folder: string): void {
  mark(folder, true);
}

function mark(folder: string, isWhole: boolean): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, markName), `${JSON.stringify({ isWhole })}\n`);
  } catch {
    const because = `Chiron cannot write in the folder ${folder}. Let this account own it, or give another folder with --data.`;
    throw new Refusal("invalid", "folder.unwritable", because);
  }
}
