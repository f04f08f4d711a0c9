// What the list of pages says of each page.
import type { ReactNode } from "react";
import type { Account } from "../people/account.ts";
import type { Capability } from "../people/roles.ts";
import type { Program } from "../programs/program.ts";
import type { IconName } from "./ui/icons.ts";

/** A screen gets the parameters of its path as props: `/people/:personId` gives `{ personId }`. */
export type Screen = (props: never) => ReactNode;

export interface PageEntry {
  /** With `:name` for parameters. */
  path: string;
  load: () => Promise<Screen>;
  /** Props besides the path's parameters, where several pages share a screen. */
  given?: Record<string, string>;
  /** Said in the window's title while the screen loads, in the sidebar and in the command palette. */
  title: string;
  /** Who finds it: holders of a capability, learners, or educators. Everyone signed in when absent. */
  may?: Capability | "learner" | "educator";
  /** Where it stands in the sidebar, in the order of the list. Absent: reached through links only. */
  nav?: {
    group: NavGroup;
    icon: IconName;
    lane?: Program;
    /** Listed for whoever guides or is guided; an office finds nothing of its own there. */
    isOfPair?: true;
    /** Listed in the demo alone. */
    isOfDemo?: true;
  };
  /** "bare": before sign-in, under the brand alone. "none": brings its own frame. */
  frame?: "bare" | "none";
}

/** In the order in which they stand. */
export const navGroups = ["main", "programs", "know", "school"] as const;
export type NavGroup = (typeof navGroups)[number];
export const navWords: Record<NavGroup, string> = { main: "", programs: "Programs", know: "Know", school: "School" };

/** Whether a list of pages names it: what they may open and have something to do with. */
export function isListed(page: PageEntry, me: Account): boolean {
  if (page.nav === undefined || !mayOpen(page, me)) return false;
  if (page.nav.isOfDemo && !me.school.demo) return false;
  const isOfPair = me.isLearner || me.isEducator;
  // An office's front page is where it works, which has a line of its own.
  if (page.path === "/" && workplaceOf(me) !== null) return isOfPair;
  return isOfPair || page.nav.isOfPair !== true;
}

/** Where an office's own work is; null for who has none, or no page for it yet. */
export function workplaceOf({ may }: Account): string | null {
  if (may.includes("see relationships")) return "/desk";
  if (may.includes("import people")) return "/people";
  if (may.includes("manage access")) return "/access";
  if (may.includes("review library")) return "/library/review";
  return null;
}

/** Hides only what the server would refuse anyway. */
export function mayOpen({ may }: Pick<PageEntry, "may">, me: Account): boolean {
  if (may === undefined) return true;
  if (may === "learner") return me.isLearner;
  if (may === "educator") return me.isEducator;
  return me.may.includes(may);
}
