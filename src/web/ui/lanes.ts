// How each program looks: hue, icon and word, always the three together.
import { type Program, programs } from "../../programs/program.ts";
import type { IconName } from "./icons.ts";

/** The four sides a screen may name: the three programs, and assessment beyond the wall. */
export type Side = Program | "assessment";

export interface Lane {
  className: string;
  icon: IconName;
  word: string;
}

const lanes: Record<Side, Lane> = {
  advising: { className: "lane-advising", icon: "signpost", word: "Advising" },
  coaching: { className: "lane-coaching", icon: "target", word: "Coaching" },
  mentoring: { className: "lane-mentoring", icon: "sapling", word: "Mentoring" },
  assessment: { className: "lane-assessment", icon: "clipboard", word: "Assessment" },
};

/** For a choice among the programs. */
export const laneOptions = programs.map((value) => ({ value: value as string, word: lanes[value].word }));

export function laneOf(side: Side): Lane {
  return lanes[side];
}
