// A relationship's state in words: for one of the two it says what they can do, for an office what it waits for.
import { lowered } from "../core/capitalised.ts";
import type { Day } from "../core/shapes.ts";
import { otherOf, type Relationship } from "./relationship.ts";

export interface Said {
  kind: "plain" | "done" | "wait" | "caution";
  words: string;
}

/** `personId` of the reader; of an office it is neither of the two. `say` turns a day into words. */
export function sayState(relationship: Relationship, personId: string, say: (day: Day) => string): Said {
  const { state, endedOn, startedOn, pause, awaits, isDue, renewOn } = relationship;
  if (state === "ended") return { kind: "plain", words: `Ended on ${say(endedOn ?? "")}` };
  if (state === "paused" && pause) return { kind: "wait", words: `Paused, back on ${say(pause.until)}` };
  const waiting = sayWaiting(relationship, personId);
  if (state === "awaiting") return waiting ?? { kind: "wait", words: "Waits for signatures" };
  if (waiting !== null) return { ...waiting, words: `In force. New wording: ${lowered(waiting.words)}` };
  if (isDue && renewOn !== null) return { kind: "caution", words: `In force. Renew by ${say(renewOn)}` };
  if (pause) return { kind: "done", words: `In force. Paused from ${say(pause.from)} to ${say(pause.until)}` };
  return { kind: "done", words: awaits.length === 0 ? `In force since ${say(startedOn ?? "")}` : "In force" };
}

/**
 * Since when the two work together, where that is longer than what the state says: a roster knew them before. Null
 * otherwise, and while nothing is in force.
 */
export function knownSince({ since, startedOn }: Pick<Relationship, "since" | "startedOn">): Day | null {
  return startedOn === null || since >= startedOn ? null : since;
}

function sayWaiting(relationship: Relationship, personId: string): Said | null {
  const { awaits } = relationship;
  if (awaits.length === 0) return null;
  if (awaits.some((party) => party.personId === personId))
    return { kind: "caution", words: "Waits for your signature" };
  const names = awaits.map(({ name }) => name).join(" and ");
  return { kind: "wait", words: `Waits for ${names} to sign` };
}

/** What both read after the end: neither who nor why. */
export function sayEnding(relationship: Relationship, personId: string, say: (day: Day) => string): string {
  const { name } = otherOf(relationship, personId);
  return `This relationship with ${name} ended on ${say(relationship.endedOn ?? "")}. Thank you for the time you both gave.`;
}
