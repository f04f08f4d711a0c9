// What a goal could still say, quality by quality: hints, never a gate. They look at words alone, so they can be wrong; the
// learner decides.
import { addDays, type Day, daysBetween } from "../core/shapes.ts";
import type { Written } from "./goal.ts";

export const qualities = ["important", "specific", "measurable", "attainable", "relevant", "timely"] as const;
export type Quality = (typeof qualities)[number];

export interface Hint {
  quality: Quality;
  /** Null: nothing to add. */
  add: string | null;
}

/** What the hints look at. */
export type Hinted = Pick<Written, "words" | "matters" | "measure" | "serves" | "dueOn"> & {
  /** How many steps it has. */
  steps: number;
  today: Day;
};

/** One for each quality, always in this order. */
export function hintsOf(goal: Hinted): Hint[] {
  return qualities.map((quality) => ({ quality, add: hint[quality](goal) }));
}

const farDays = 366;
const stepsMany = 10;
/** Words that name a wish to be better at something, and not what one will do. */
const vague = /^(be|become|get|improve|work on|learn more|do)\b.*\b(better|more|good|great|skills?|confident|at)\b/i;

const hint: Record<Quality, (goal: Hinted) => string | null> = {
  important: ({ matters }) =>
    wordsIn(matters) >= 3 ? null : "Say why this matters to you now: what would be different if you got there?",
  specific: ({ words }) => {
    if (wordsIn(words) < 5) return "Say a little more: what will you do, where, and with whom?";
    return vague.test(words.trim()) && wordsIn(words) < 9
      ? "Name one thing that you will do differently, and in which situation."
      : null;
  },
  measurable: ({ measure }) =>
    wordsIn(measure) >= 3
      ? null
      : "Say how you will see that you are there: a number, or something that others notice.",
  attainable: ({ steps }) => {
    if (steps === 0) return "Add a first step, small enough for the next two weeks.";
    return steps > stepsMany ? "There are many steps. Could part of this be a goal of its own?" : null;
  },
  relevant: ({ serves }) =>
    wordsIn(serves) >= 2
      ? null
      : "Say what it serves: a rotation, feedback that you were given, the work you want to do.",
  timely: ({ dueOn, today }) => {
    if (dueOn === null) return "Choose a day on which you want to look back at it.";
    if (dueOn < today) return "The day is over. Choose another one, or say that you reached it or let it go.";
    return daysBetween(today, dueOn) > farDays
      ? `That is more than a year away. Choose a day before ${addDays(today, farDays).slice(0, 4)} is over, for a first part of it.`
      : null;
  },
};

function wordsIn(text: string): number {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
}
