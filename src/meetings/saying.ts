// A meeting's state and a pair's cadence in words, for one of the two.
import type { Day } from "../core/shapes.ts";
import type { Cadence } from "./cadence.ts";
import { isUnlogged, type Meeting } from "./meeting.ts";

export interface Said {
  kind: "plain" | "done" | "wait" | "caution";
  words: string;
}

export function sayMeeting(meeting: Meeting, personId: string, now: string): Said {
  const { state, proposedBy, learner, educator, minutes, startsAt } = meeting;
  const other = educator.personId === personId ? learner : educator;
  if (state === "cancelled") return { kind: "plain", words: "Cancelled" };
  if (state === "held") return { kind: "done", words: `Held, ${minutes} minutes` };
  if (state === "not held") return { kind: "plain", words: "Did not take place" };
  if (isUnlogged(meeting, now)) return { kind: "caution", words: "Did it take place?" };
  if (state === "confirmed") return { kind: "done", words: "Confirmed" };
  if (startsAt <= now) return { kind: "plain", words: "Was not confirmed" };
  return proposedBy === personId
    ? { kind: "wait", words: `Waits for ${other.name}` }
    : { kind: "caution", words: "Waits for your answer" };
}

/** `say` turns a day into words. */
export function sayCadence({ state, dueBy, everyDays }: Cadence, say: (day: Day) => string): Said {
  const every = `at least once in ${everyDays} days`;
  if (state === "planned")
    return { kind: "done", words: `A meeting is planned. The charter asks for one by ${say(dueBy)}.` };
  if (state === "in time") return { kind: "plain", words: `Meet next by ${say(dueBy)}: ${every}.` };
  if (state === "due") return { kind: "caution", words: `Meet by ${say(dueBy)}, and nothing is planned yet.` };
  return {
    kind: "caution",
    words: `You were to meet by ${say(dueBy)}. Propose a time, or pause if now is not the time.`,
  };
}
