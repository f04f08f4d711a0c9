// What the wall comes to for one person, today and on the days ahead that are known. The home and "See the check" say it
// from this one calculation and in these words, so that they cannot contradict each other.
import { z } from "zod";
import { listed } from "../core/listed.ts";
import { addDays, Day, Id, Instant } from "../core/shapes.ts";
import { Duty, Wall } from "../programs/charter.ts";
import type { Exception } from "./exception.ts";
import { programOf } from "./incident.ts";
import { roleOf } from "../programs/program.ts";

const Named = z.object({ personId: Id, name: z.string() });

/** Days in [from, to) on which something open collides; without `from` it has happened already. Whose it is stays unsaid. */
export const OpenIncidents = z.object({
  wall: Wall,
  from: Day.nullable(),
  to: Day.nullable(),
  incidents: z.number().int(),
});
export type OpenIncidents = z.infer<typeof OpenIncidents>;

/** An exception of today or ahead. Without `from` it waits for the signatures that would make use of it. */
export const Excepted = z.object({
  wall: Wall,
  /** The other of the two; null where their name is not the asker's to see. */
  personId: Id.nullable(),
  name: z.string().nullable(),
  from: Day.nullable(),
  until: Day,
  because: z.string(),
  approvedBy: z.string(),
});
export type Excepted = z.infer<typeof Excepted>;

/** Somebody of the asker's who also assesses or supervises, as the rules allow outside of the walls, from a day on. */
const Allowed = Named.extend({ duty: Duty, from: Day });

const Assessed = Named.extend({ on: Day });

export const WallCheck = z.object({
  as: z.enum(["learner", "educator"]),
  today: Day,
  checkedAt: Instant,
  /** Nothing is open against it today: no incident, no exception. */
  holds: z.boolean(),
  /** How many guide the asker today, or are guided by them. */
  guiding: z.number().int(),
  /** Those of them between whom and the asker nobody assesses or supervises today, nor may. */
  clean: z.array(z.string()),
  allowed: z.array(Allowed),
  incidents: z.array(OpenIncidents),
  exceptions: z.array(Excepted),
  /** Who of them did assess, under an exception. */
  assessed: z.array(Assessed),
  /** The last day of the rotations and courses that are known; null when none lies ahead. */
  knownUntil: Day.nullable(),
});
export type WallCheck = z.infer<typeof WallCheck>;

export interface WallFacts extends Pick<
  WallCheck,
  "as" | "today" | "checkedAt" | "incidents" | "exceptions" | "assessed" | "knownUntil"
> {
  /** Who guides the asker today, or whom the asker guides: one for each duty. */
  guiding: (z.infer<typeof Named> & { duty: Duty })[];
  /** Those of them with a judge's stand of today or ahead, without an exception, and its first day from today. */
  judging: { personId: string; from: Day }[];
}

export function checkWall({ guiding, judging, ...facts }: WallFacts): WallCheck {
  const { today, incidents, exceptions, assessed } = facts;
  const isNow = ({ from }: { from: Day | null }) => from !== null && from <= today;
  const people = new Map(guiding.map((one) => [one.personId, one]));
  const allowed = judging.flatMap(({ personId, from }) => {
    const one = people.get(personId);
    return one === undefined ? [] : [{ ...one, from }];
  });
  const taken = [...allowed.filter(isNow), ...exceptions.filter(isNow), ...assessed].map(({ personId }) => personId);
  return {
    ...facts,
    holds: !incidents.some(isOpenNow(today)) && !exceptions.some(isNow),
    guiding: people.size,
    clean: [...people.values()].filter(({ personId }) => !taken.includes(personId)).map(({ name }) => name),
    allowed,
  };
}

const isOpenNow =
  (today: Day) =>
  ({ from }: OpenIncidents) =>
    from === null || from <= today;

/** "The wall holds.", or how far it does. */
export function wallHeadline({ holds, incidents, exceptions, allowed, today }: WallCheck): string {
  if (holds) {
    const isAhead = incidents.length > 0 || exceptions.length > 0 || allowed.some(({ from }) => from > today);
    return isAhead ? "The wall holds today." : "The wall holds.";
  }
  return incidents.some(isOpenNow(today))
    ? "Something stands against the wall."
    : "An exception to the wall is in force.";
}

export interface Told {
  kind: "done" | "wait" | "caution" | "plain";
  words: string;
}

type Say = (day: Day) => string;

/** The check in sentences: what holds, then whatever stands against it now or ahead, then how far ahead is known. */
export function wallSentences(check: WallCheck, say: Say): Told[] {
  return [
    ...promised(check),
    ...check.allowed.map((allowed) => allowedTold(check, allowed, say)),
    ...openTold(check),
    ...check.incidents
      .filter(({ from }) => from !== null && from > check.today)
      .map((one) => aheadTold(check, one, say)),
    ...check.exceptions.map((exception) => exceptedTold(check, exception, say)),
    ...check.assessed.map((one) => assessedTold(check, one, say)),
    { kind: "plain", words: horizon(check, say) },
  ];
}

function promised(check: WallCheck): Told[] {
  const { as, today, holds, guiding, clean, incidents, exceptions, allowed } = check;
  const isAhead = incidents.length > 0 || allowed.some(({ from }) => from > today);
  const done = (words: string): Told => ({ kind: "done", words });
  if (guiding === 0)
    return [
      { kind: "plain", words: as === "learner" ? "Nobody guides you yet." : "You guide nobody yet." },
      ...(holds && incidents.length + exceptions.length === 0
        ? [
            done(
              as === "learner"
                ? "Who coaches or mentors you will not be who assesses you."
                : "Whom you coach or mentor you will not assess.",
            ),
          ]
        : []),
    ];
  // An open incident does not say with whom, so nothing is promised about anyone while there is one.
  if (clean.length === 0 || incidents.some(isOpenNow(today))) return [];
  const now = isAhead || exceptions.length > 0 ? " today" : "";
  if (as === "educator")
    return [
      done(
        `You assess, grade or supervise none of ${clean.length === guiding ? "those" : "the others"} whom you guide${now}.`,
      ),
    ];
  const isOne = clean.length === 1;
  return [
    done(
      `${listed(clean)}, who ${isOne ? "guides" : "guide"} you, ${isOne ? "does" : "do"} not assess, grade or supervise you${now}.`,
    ),
  ];
}

function allowedTold({ as, today }: WallCheck, { name, duty, from }: WallCheck["allowed"][number], say: Say): Told {
  const isNow = from <= today;
  const on = isNow ? "" : ` from ${say(from)} on`;
  const why = "The rules of that program allow it.";
  const program = programOf({ duty, against: null });
  const role = program === null ? "" : `, your ${roleOf[program]},`;
  return {
    kind: "plain",
    words:
      as === "learner"
        ? `${name}${role} ${isNow ? "also assesses or supervises" : "will also assess or supervise"} you${on}. ${why}`
        : `You ${isNow ? "" : "will "}also assess or supervise ${name}${on}. ${why}`,
  };
}

function openTold({ incidents, today }: WallCheck): Told[] {
  const open = incidents.filter(isOpenNow(today)).reduce((sum, one) => sum + one.incidents, 0);
  if (open === 0) return [];
  const [matter, them] = open === 1 ? ["One matter", "it"] : [`${open} matters`, "them"];
  const are = open === 1 ? ["concerns", "is"] : ["concern", "are"];
  return [
    {
      kind: "caution",
      words: `${matter} on the wall ${are[0]} you and ${are[1]} not settled. Your program office has to settle ${them}; you need do nothing.`,
    },
  ];
}

const wouldBe: Record<WallCheck["as"], Record<Wall, string>> = {
  learner: {
    role: "somebody would have two roles toward you",
    assessment: "somebody who guides you, or did lately, would also assess you",
    observation: "somebody who guides you, or did lately, would also supervise you or watch you at work",
  },
  educator: {
    role: "you would have two roles toward somebody",
    assessment: "you would also assess somebody whom you guide, or did lately",
    observation: "you would also supervise somebody whom you guide, or did lately",
  },
};

/** Of a relationship that waits for signatures, or is over: there is nobody yet to speak of as a guide. */
const wouldBeThen: Record<WallCheck["as"], Record<Wall, string>> = {
  learner: {
    role: wouldBe.learner.role,
    assessment: "somebody who is to guide you, or did lately, would also assess you",
    observation: "somebody who is to guide you, or did lately, would also supervise you or watch you at work",
  },
  educator: {
    role: wouldBe.educator.role,
    assessment: "you would also assess somebody whom you are to guide, or guided lately",
    observation: "you would also supervise somebody whom you are to guide, or guided lately",
  },
};

function aheadTold({ as, guiding }: WallCheck, { wall, from, to }: OpenIncidents, say: Say): Told {
  const days = to === null ? `From ${say(from ?? "")} on` : `From ${say(from ?? "")} to ${say(addDays(to, -1))}`;
  return {
    kind: "caution",
    words: `${days}, ${(guiding === 0 ? wouldBeThen : wouldBe)[as][wall]}. Your program office has to settle it before; you need do nothing.`,
  };
}

const maySaid: Record<Wall, string> = {
  role: "have two roles toward",
  assessment: "both guide and assess",
  observation: "both guide and supervise",
};

/** What an exception allows, as one of its two reads it: "Dr. Rao may both guide and assess you". */
export function exceptionWords(
  { wall, learnerId, learner, educator }: Pick<Exception, "wall" | "learnerId" | "learner" | "educator">,
  readerId: string,
): string {
  return learnerId === readerId ? `${educator} may ${maySaid[wall]} you` : `You may ${maySaid[wall]} ${learner}`;
}

function exceptedTold({ as, today }: WallCheck, exception: Excepted, say: Say): Told {
  const { wall, from, until, because, approvedBy } = exception;
  const name = exception.name ?? "somebody";
  const last = say(addDays(until, -1));
  const days =
    from === null
      ? `Once you both have signed, and until ${last}`
      : from > today
        ? `From ${say(from)} to ${last}`
        : `Until ${last}`;
  const who = as === "learner" ? [name, "you"] : ["you", name];
  const isNow = from !== null && from <= today;
  return {
    kind: isNow ? "caution" : "wait",
    words: `${days}, ${who[0]} may ${maySaid[wall]} ${who[1]}: an exception, approved by ${approvedBy}. The reason: ${because.replace(/\.$/, "")}.`,
  };
}

function assessedTold({ as }: WallCheck, { name, on }: WallCheck["assessed"][number], say: Say): Told {
  const what = as === "learner" ? `${name} assessed you` : `You assessed ${name}`;
  return { kind: "plain", words: `${what} on ${say(on)}, under an exception.` };
}

/** How far ahead rotations and courses are known, and what is checked of them. */
function horizon({ as, knownUntil }: WallCheck, say: Say): string {
  const what = as === "learner" ? "Your rotations and courses" : "Your duties of assessment and supervision";
  return knownUntil === null
    ? `${what} are not known for any day ahead; they are checked when they are entered.`
    : `${what} are known until ${say(knownUntil)} and checked up to that day; what comes later is checked when it is entered.`;
}
