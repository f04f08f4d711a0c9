// How a message leaves, and what becomes of one that could not.

export interface Message {
  /** Always the same for the same message: who gets it twice can know it by this. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  /** An entry for the reader's calendar (RFC 5546); only in a mail that goes alone. */
  calendar?: Calendar;
}

export interface Calendar {
  method: "REQUEST" | "CANCEL";
  text: string;
}

export const faults = ["unreachable", "sign-in", "secure", "busy", "refused", "other"] as const;
/** Why a message did not leave, in a word that says nothing of its content or its reader. */
export type Fault = (typeof faults)[number];

/** Null when the other side has taken the message over. */
export type Deliver = (message: Message) => Promise<Fault | null>;

/** With the delays below, the last try is some 40 hours after the first. */
const triesMost = 12;
const delayMinutesMost = 360;

/**
 * When to try again after the try with this number (from 1) failed: later each time, null for never. Whom a mail server
 * refuses, it refuses tomorrow too.
 */
export function retryMinutes(tries: number, fault: Fault): number | null {
  if (fault === "refused" || tries >= triesMost) return null;
  return Math.min(4 ** (tries - 1), delayMinutesMost);
}

/** Faults that another message would meet as well. */
export function isOfServer(fault: Fault): boolean {
  return fault === "unreachable" || fault === "sign-in" || fault === "secure";
}
