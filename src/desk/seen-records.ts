// The kinds of records there are about a person, each with the rule on who sees it, in words.
import { z } from "zod";

/** One kind of record about the asker, and what the other sees of it. */
export const SeenRecord = z.object({
  record: z.string(),
  /** What the record is, in plain words. */
  title: z.string(),
  /** Whether the other sees any of it today; null where the asker may not know whether there is any. */
  sees: z.boolean().nullable(),
  /** The rule in one sentence. */
  rule: z.string(),
  /** The values that the other sees, as far as the asker sees them too. */
  values: z.array(z.string()),
});
export type SeenRecord = z.infer<typeof SeenRecord>;

export interface Kind {
  record: string;
  title: string;
  rule: string;
  /** For kinds that the person themself may not read: the capability that opens them. */
  opens?: string;
}

/** In the order in which a screen lists them: from what most see to what nobody else does. */
export const kinds: Kind[] = [
  {
    record: "person",
    title: "Your name and email address",
    rule: "You, the people you share a program with, and the offices that keep names. Educators' names are open to the school.",
  },
  {
    record: "learner",
    title: "Your class and campus",
    rule: "You, your own educators, and the offices that see people.",
  },
  {
    record: "standing",
    title: "Your phase, and whether you are on leave",
    rule: "You, your own educators, and the offices that see people.",
  },
  {
    record: "profile",
    title: "Your interests, needs and languages",
    rule: "You, and the office that runs the match. Never an educator.",
  },
  {
    record: "preference",
    title: "Whom you wish for, or not",
    rule: "You, and the office that runs the match. Never the educator it is about.",
  },
  {
    record: "relationship",
    title: "That you have an advisor, a coach or a mentor",
    rule: "The two of you, and the program's offices. They see that it exists, never what you say in it.",
  },
  {
    record: "agreement",
    title: "The ground rules you two wrote",
    rule: "The two of you. Offices see only whether they are signed.",
  },
  { record: "signature", title: "Who has signed, and when", rule: "The two of you, and the offices that wait for it." },
  { record: "pause", title: "A pause of a relationship", rule: "The two of you, and the program's offices." },
  {
    record: "ending",
    title: "Why a relationship ended",
    rule: "Only who ended it. Offices see counts, and none under 5.",
  },
  {
    record: "proposal",
    title: "A proposed pair",
    rule: "You and the educator, once a director approved it; before that, the office that runs the match.",
  },
  {
    record: "answer",
    title: "Your answer to a proposal, with its reason",
    rule: "You, and the office that runs the match. The educator learns only what comes of it.",
  },
  {
    record: "duty",
    title: "Who supervises or assesses you",
    rule: "You, that person, and the offices that see the wall.",
  },
  {
    record: "stand",
    title: "Where each of your people stands on the wall",
    rule: "You, that person, and the offices that see the wall.",
  },
  {
    record: "assessment",
    title: "That somebody assessed you, and when; never how",
    rule: "You, that person, and the offices that see the wall or bring in the record.",
  },
  {
    record: "exception",
    title: "An exception from the wall about you",
    rule: "The two it concerns, and the offices that see the wall.",
  },
  {
    record: "event",
    title: "The log of who read or changed your record",
    rule: "You, who did it, and who manages access. It holds no content.",
  },
  { record: "session", title: "Where you are signed in", rule: "Only you." },
  {
    record: "run",
    title: "Drafts of a match that may name you",
    rule: "The office that runs the match. Nobody is told before a director approves.",
    opens: "run matches",
  },
  {
    record: "incident",
    title: "A collision with the wall that a roster brought",
    rule: "The offices that see the wall, so that they can mend it.",
    opens: "see wall",
  },
];

/** What one side was shown, kind by kind: the values of its rows. */
export type Shown = Map<string, string[]>;

/**
 * Puts the other's view beside the asker's own. Values appear only where the asker sees them too; of kinds that
 * the asker may not read it is said who may, and not whether there are any.
 */
export function compare(own: Shown, others: Shown, may: string[]): SeenRecord[] {
  return kinds.map(({ record, title, rule, opens }) => {
    if (opens !== undefined) return { record, title, rule, sees: may.includes(opens) ? null : false, values: [] };
    const mine = new Set(own.get(record) ?? []);
    const values = (others.get(record) ?? []).filter((value) => mine.has(value));
    return { record, title, rule, sees: values.length > 0, values };
  });
}
