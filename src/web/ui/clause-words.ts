// What each ground rule is about, in words and as an icon; lines that the two added have a name of their own.
import type { IconName } from "./icons.ts";

const known: Record<string, { title: string; icon: IconName }> = {
  scheduling: { title: "Who schedules", icon: "calendar" },
  cadence: { title: "How often", icon: "rotate" },
  notice: { title: "Notice", icon: "clock" },
  preparation: { title: "Preparation", icon: "list" },
  scope: { title: "What it is for", icon: "signpost" },
  "no-judging": { title: "No assessment", icon: "wall" },
  confidentiality: { title: "Confidentiality", icon: "lock" },
  limits: { title: "Its limits", icon: "alert" },
  ending: { title: "Ending", icon: "door" },
};

export function clauseWords(key: string): { title: string; icon: IconName } {
  return known[key] ?? { title: "Your own line", icon: "pen" };
}

/** A key for a line that the two add: "own-a", "own-b", ... */
export function freeKey(taken: string[]): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of ["", ...letters])
    for (const letter of letters) if (!taken.includes(`own-${first}${letter}`)) return `own-${first}${letter}`;
  return "own";
}
