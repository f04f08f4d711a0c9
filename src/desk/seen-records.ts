// The kinds of records there are about a person, each with the rule on who sees it, in words.
import { z } from "zod";
import type { Capability } from "../people/roles.ts";

/** One kind of record about the asker, and what the other sees of it. */
export const SeenRecord = z.object({
  record: z.string(),
  /** What the record is, in plain words. */
  title: z.string(),
  /** Whether the other sees any of it today; null where they would see such a record, and none is there that the asker knows of. */
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
  /** Each of these capabilities opens the record to an office; docs/confidentiality.md names the offices. */
  opens: readonly Capability[];
  /** The other of a pair sees it, too. */
  isOfPair?: true;
  /** The person themself may not read it, nor know whether there is any. */
  isUnknown?: true;
}

/** In the order in which a screen lists them: from what most see to what nobody else does. */
export const kinds: Kind[] = [
  {
    record: "person",
    title: "Your name and email address",
    rule: "You, the people you share a program with, and the offices that keep names. Educators' names are open to the school.",
    opens: ["see people", "manage access"],
  },
  {
    record: "learner",
    title: "Your class and campus",
    rule: "You, your own educators, and the offices that see people.",
    opens: ["see people"],
  },
  {
    record: "standing",
    title: "Your phase, and whether you are on leave",
    rule: "You, your own educators, and the offices that see people.",
    opens: ["see people"],
  },
  {
    record: "profile",
    title: "Your interests, needs and languages",
    rule: "You, and the offices that run the match or keep the roster. Never an educator.",
    opens: ["run matches", "edit people"],
  },
  {
    record: "preference",
    title: "Whom you wish for, or not",
    rule: "You, and the offices that run the match or keep the roster. Never the educator it is about.",
    opens: ["run matches", "edit people"],
  },
  {
    record: "relationship",
    title: "That you have an advisor, a coach or a mentor",
    rule: "The two of you, and the offices of the school's programs and roster. They see that it exists, never what you say in it.",
    opens: ["see relationships", "import people"],
    isOfPair: true,
  },
  {
    record: "agreement",
    title: "The ground rules you two wrote",
    rule: "The two of you. Offices see only whether they are signed.",
    opens: [],
    isOfPair: true,
  },
  {
    record: "signature",
    title: "Who has signed, and when",
    rule: "The two of you, and the offices that wait for it.",
    opens: ["see relationships"],
    isOfPair: true,
  },
  {
    record: "pause",
    title: "A pause of a relationship",
    rule: "The two of you, and the program's offices.",
    opens: ["see relationships"],
    isOfPair: true,
  },
  {
    record: "ending",
    title: "Why a relationship ended",
    rule: "Only who ended it. Offices see counts, and none under 5.",
    opens: [],
  },
  {
    record: "request",
    title: "What you asked for in a request",
    rule: "You, and whoever has it: your educator in that program, or the program's coordinators while you have none.",
    opens: ["answer requests"],
    isOfPair: true,
  },
  {
    record: "reply",
    title: "What your educator wrote back to a request",
    rule: "You, and the educator who wrote it.",
    opens: [],
    isOfPair: true,
  },
  {
    record: "plan",
    title: "How you stand with what is required of you",
    rule: "You, your advisor and the advising office. Your coach and your mentor only while you show it to them.",
    opens: ["keep plans"],
  },
  {
    record: "plan note",
    title: "What your advisor wrote down about your plan",
    rule: "You, who advises you today, and the advising office. Never your coach or your mentor.",
    opens: ["keep plans"],
  },
  {
    record: "goal",
    title: "Your goals, with steps, evidence, ratings and check-ins",
    rule: "You, and who coaches you today. No office, no advisor, no mentor, nobody who assesses.",
    opens: [],
  },
  {
    record: "goal comment",
    title: "What your coach asked or said about a goal",
    rule: "You, and the coach who wrote it, while they coach you.",
    opens: [],
  },
  {
    record: "learning plan",
    title: "The versions of your learning plan",
    rule: "You, and who coaches you today. Anybody else only by a link that you make, until it ends or you take it back.",
    opens: [],
  },
  {
    record: "learning plan link",
    title: "To whom you gave a link to your learning plan",
    rule: "Only you.",
    opens: [],
  },
  {
    record: "meeting",
    title: "When and where you two meet, and your next step",
    rule: "The two of you. Offices see that you met, how often and how long; of mentoring, or any sealed program, not even that.",
    opens: [],
    isOfPair: true,
  },
  {
    record: "agenda",
    title: "What you put on the agenda of a meeting",
    rule: "The two of you.",
    opens: [],
    isOfPair: true,
  },
  {
    record: "availability",
    title: "When you have time, as an educator",
    rule: "You, and your own learners.",
    opens: [],
    isOfPair: true,
  },
  {
    record: "talk mark",
    title: "What a talk turned into, as you marked it as an educator",
    rule: "Only you.",
    opens: [],
  },
  {
    record: "proposal",
    title: "A proposed pair",
    rule: "You and the educator, once a director approved it; before that, the office that runs the match. Both of you learn when it is withdrawn; only that office reads why.",
    opens: ["run matches"],
  },
  {
    record: "answer",
    title: "Your answer to a proposal, with its reason",
    rule: "You, and the office that runs the match. The educator learns only what comes of it.",
    opens: ["run matches"],
  },
  {
    record: "duty",
    title: "Who supervises or assesses you",
    rule: "You, that person, and the offices that see the wall or keep the roster.",
    opens: ["see wall", "import people"],
  },
  {
    record: "stand",
    title: "Where each of your people stands on the wall",
    rule: "You, that person, and the offices that see the wall.",
    opens: ["see wall"],
    isOfPair: true,
  },
  {
    record: "assessment",
    title: "That somebody assessed you, and when; never how",
    rule: "You, that person, and the offices that see the wall or bring in the record.",
    opens: ["see wall", "import people"],
  },
  {
    record: "exception",
    title: "An exception from the wall about you",
    rule: "The two it concerns, and the offices that see the wall.",
    opens: ["see wall"],
    isOfPair: true,
  },
  {
    record: "event",
    title: "The log of who read or changed your record",
    rule: "You, who did it, and who manages access. It holds no content.",
    opens: [],
  },
  { record: "session", title: "Where you are signed in", rule: "Only you.", opens: [] },
  {
    record: "run",
    title: "Drafts of a match that may name you",
    rule: "The office that runs the match. Nobody is told before a director approves.",
    opens: ["run matches"],
    isUnknown: true,
  },
  {
    record: "incident",
    title: "A collision with the wall that a roster brought",
    rule: "The offices that see the wall or keep the roster, so that they can mend it.",
    opens: ["see wall", "import people"],
    isUnknown: true,
  },
];

/** What one side was shown, kind by kind: the values of its rows. */
export type Shown = Map<string, string[]>;

/**
 * Puts the other's view beside the asker's own. Values appear only where, and as often as, the asker sees them too.
 * Where there are none, it is said whether the other would see such a record; of kinds that the asker may not read, no
 * more than that.
 */
export function compare(own: Shown, others: Shown, may: string[]): SeenRecord[] {
  // Whoever shares a relationship with the asker is one of their people.
  const isOfPair = sharedOf("relationship", own, others).length > 0;
  return kinds.map(({ record, title, rule, ...kind }) => {
    const values = kind.isUnknown ? [] : sharedOf(record, own, others);
    const isThere = !kind.isUnknown && (own.get(record) ?? []).length > 0;
    const wouldSee = kind.opens.some((one) => may.includes(one)) || (kind.isOfPair === true && isOfPair);
    const sees = values.length > 0 || (!isThere && wouldSee ? null : false);
    return { record, title, rule, sees, values };
  });
}

/** No value more often than the asker has it: an office's drafts may propose again what one of them proposed. */
function sharedOf(record: string, own: Shown, others: Shown): string[] {
  const mine = [...(own.get(record) ?? [])];
  return (others.get(record) ?? []).filter((value) => {
    const at = mine.indexOf(value);
    if (at >= 0) mine.splice(at, 1);
    return at >= 0;
  });
}
