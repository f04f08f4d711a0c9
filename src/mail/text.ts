// The words of a mail, made of its kinds alone: the same for everybody.
import { kindOf } from "./kinds.ts";

export interface Text {
  subject: string;
  text: string;
}

/** One thing to say: its kind, and the address where it is read. */
export interface Told {
  kind: string;
  link: string;
  /** What can be done at one press, without signing in. */
  acts?: readonly { words: string; link: string }[];
}

interface Frame {
  /** Where people reach this server, such as https://guidance.example.edu. */
  origin: string;
  /** Turns mails of the kind off at one press; null where that may not be. */
  stopLink: string | null;
}

/** What these say in one message: a digest, or the one that goes alone. */
export function textOf(told: readonly Told[], isDigest: boolean, frame: Frame): Text {
  const [first] = told;
  return isDigest || first === undefined ? digestOf(told, frame) : letterOf(first, frame);
}

function letterOf(told: Told, { origin, stopLink }: Frame): Text {
  return { subject: kindOf(told.kind).subject, text: framed(saidOf(told), origin, stopLink) };
}

function saidOf({ kind, link, acts = [] }: Told): string {
  return [`${kindOf(kind).line}\n${link}`, ...acts.map((act) => `${act.words}:\n${act.link}`)].join("\n\n");
}

/** What is the same is said once, however often it came. */
function digestOf(told: readonly Told[], { origin, stopLink }: Frame): Text {
  const lines = [...new Set(told.map(saidOf))];
  return { subject: "What waits for you in Chiron", text: framed(lines.join("\n\n"), origin, stopLink) };
}

function framed(body: string, origin: string, stopLink: string | null): string {
  const stop = stopLink === null ? "" : `No more mail like this: ${stopLink}\n`;
  return (
    `Hello,\n\n${body}\n\n` +
    `This mail says only that there is something to read. What it is stands where you sign in.\n\n` +
    `-- \n${stop}When you get mail: ${origin}/account/mail\n`
  );
}
