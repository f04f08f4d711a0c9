// What the screen says of where a need goes: to whom, why, why not the others, and the one question where it is unsure.
import { lowered } from "../core/capitalised.ts";
import { listed } from "../core/listed.ts";
import { roleOf } from "../programs/program.ts";
import type { Destination } from "./destination.ts";
import type { Confidence, Route } from "./route.ts";

export const personOf: Record<Destination, string> = {
  advising: "Your advisor",
  coaching: "Your coach",
  mentoring: "Your mentor",
  counseling: "An academic counselor",
  outside: "Another office",
};

/** What each is there for, as the answer to "why". */
export const forWhat: Record<Destination, string> = {
  advising: "what you must do, by when, and how you get there",
  coaching: "getting better at something you choose",
  mentoring: "who you are becoming, with somebody who knows you over the years",
  counseling: "a requirement that you failed or may fail, with somebody who has no part in grading you",
  outside: "money, access, housing, health or a patient's treatment: not what the three programs do",
};

/** How a learner would put it: the choices of the one question, and of choosing another. */
export const putAs: Record<Destination, string> = {
  advising: "I need to know what to do, by when, or whom to hand it to",
  coaching: "I want to get better at something",
  mentoring: "I want to talk about who I am becoming",
  counseling: "I failed a requirement, or may fail one",
  outside: "It is about something else: money, access, housing, health",
};

export const sureness: Record<Confidence, string> = {
  certain: "Your words are clear about it.",
  likely: "This seems likely. You decide.",
  unsure: "Your words leave it open.",
};

export const question = "Which is nearer to what you need?";

export function whyOf({ to, between, because }: Route): string {
  if (to === null || between.length > 2) return "Your words do not say yet which of the three it is.";
  if (between.length > 0) return `It may be for ${between.map(nameIn).join(" or for ")}.`;
  const words = because.length > 0 ? ` You wrote ${quoted(because)}.` : "";
  return `${personOf[to]} is for ${forWhat[to]}.${words}`;
}

/** As it stands within a sentence: "your coach". */
export function nameIn(destination: Destination): string {
  return lowered(personOf[destination]);
}

export function whyNot({ program, found }: Route["others"][number]): string {
  const start = `Not your ${roleOf[program]}, who is for ${forWhat[program]}:`;
  return found.length === 0
    ? `${start} nothing you wrote asks for that.`
    : `${start} ${quoted(found)} could mean it, and speaks less clearly.`;
}

/** At most three, in quotes: enough to see what decided. */
function quoted(words: string[]): string {
  return listed(words.slice(0, 3).map((word) => `“${word}”`));
}
