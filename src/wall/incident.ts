// A breach that already happened outside, or that a roster brings: what it is, and the way out of it.
import { z } from "zod";
import { addDays, Day, Id, Instant } from "../core/shapes.ts";
import type { Capability } from "../people/roles.ts";
import { Duty, type DutyRule, Wall } from "../programs/charter.ts";
import { dutiesOf, Program, programs } from "../programs/program.ts";

export const outcomes = ["reassigned", "ended", "excepted", "mistaken", "past"] as const;
export const waysOut = [
  "reassign the assessor",
  "end the relationship",
  "ask for an exception",
  "note that it happened",
  "close it",
] as const;
export type WayOut = (typeof waysOut)[number];

/** What somebody may do about an incident. Only what would not be refused is offered. */
export const acts = ["reassign", "except", "ask for an exception", "end", "close"] as const;
export type Act = (typeof acts)[number];

/** The acts that an office has or has not; each names what it takes. */
export const officeActs = { reassign: "edit people", end: "run matches", except: "approve exceptions" } as const;
export type OfficeAct = keyof typeof officeActs;
export type Outcome = (typeof outcomes)[number];

/** An exception begins today and lasts a year at most, so that this is the latest of its last days, in days from today. */
export const exceptionDays = 365;

export const Incident = z.object({
  incidentId: Id,
  kind: z.enum(["duty", "relationship", "assessment"]),
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: Wall,
  /** The duty that may not stand, and what it meets; null where the two are not available for a reason that is theirs. */
  dutyId: Id.nullable(),
  /** The relationship that awaits signatures, and so has no duty yet; null for any other. */
  relationshipId: Id.nullable(),
  duty: Duty,
  against: Duty.nullable(),
  about: z.string(),
  /** The program of the two, where one of the two duties is a relationship's. */
  program: Program.nullable(),
  from: Day,
  to: Day.nullable(),
  foundAt: Instant,
  /** Days until it begins; 0 or less when it has. */
  daysAhead: z.number().int(),
  wayOut: z.enum(waysOut),
  /** Whether the two still collide, so that it cannot be closed as solved. */
  collides: z.boolean(),
  /** Days of today and later that are still open, with `to` the day after; null when none is. */
  left: z.object({ from: Day, to: Day.nullable() }).nullable(),
  /** The day after the last that an exception in force covers; null without one. */
  exceptedTo: Day.nullable(),
  /** What the asker may do about it. */
  acts: z.array(z.enum(acts)),
  /** What would help too, and is for other offices to do. */
  others: z.array(z.enum(["reassign", "end", "except"])),
  /** The addresses of those who may approve an exception, where one is theirs to ask for. */
  approvers: z.array(z.string()),
  /** `by` is null where it closed by itself, since a relationship ended. */
  closed: z.object({ outcome: z.enum(outcomes), by: z.string().nullable(), at: Instant }).nullable(),
});
export type Incident = z.infer<typeof Incident>;

export interface Facts {
  kind: Incident["kind"];
  duty: Incident["duty"];
  against: Incident["against"];
  /** Whether the judging duty is toward a whole class or school, which nobody is swapped out of for one learner. */
  ambient: boolean;
  /** The cooling-off of the guiding side, in days after the relationship's end. */
  coolingDays: number;
  daysAhead: number;
}

const actOf = {
  "reassign the assessor": "reassign",
  "end the relationship": "end",
  "ask for an exception": "except",
} as const satisfies Partial<Record<WayOut, OfficeAct>>;

/**
 * The way out to propose first, of those that somebody can take (`open`; all of an incident that is closed). Where none is
 * left there is only its line to close. What happened already is noted.
 */
export function wayOut(facts: Facts, open: readonly OfficeAct[] = ["reassign", "end", "except"]): WayOut {
  if (facts.kind === "assessment") return "note that it happened";
  const ways = ["reassign the assessor", "end the relationship", "ask for an exception"] as const;
  const wanted = wantedOf(facts);
  return [wanted, ...ways].find((way) => open.includes(actOf[way])) ?? "close it";
}

/**
 * An assessor of one rotation is swapped; a course director or a committee is not, so the relationship moves, if it would
 * have cooled off by then; else only a named person's exception is left.
 */
function wantedOf({ duty, against, ambient, coolingDays, daysAhead }: Facts): keyof typeof actOf {
  const judged = isJudged({ duty, against });
  if (judged && !ambient) return "reassign the assessor";
  if (!judged) return "end the relationship";
  return coolingDays <= daysAhead || isJudging(duty) === false ? "end the relationship" : "ask for an exception";
}

/** What decides which acts are open, beside the incident's own words. */
export interface Openings extends Pick<Incident, "kind" | "duty" | "against" | "collides" | "left"> {
  learnerId: string;
  educatorId: string;
  ambient: boolean;
  /** Whether an exception could let any of its days stand. */
  excusable: boolean;
  /** Whether a relationship of the two is what collides, and has not ended. */
  endable: boolean;
}

/** What somebody in the school can do about it, whoever asks. */
export function openOn({ kind, duty, against, collides, left, ambient, excusable, endable }: Openings, today: Day) {
  const judged = isJudged({ duty, against });
  const open = kind !== "assessment" && collides && left !== null;
  const found: [OfficeAct, boolean][] = [
    ["reassign", open && judged && !ambient],
    ["end", kind !== "assessment" && endable],
    ["except", open && excusable && left.from <= addDays(today, exceptionDays)],
  ];
  return found.flatMap(([act, isOpen]) => (isOpen ? [act] : []));
}

/** What this person may do about an open incident, and would not be refused. */
export function actsOn(openings: Openings, me: Asker): Act[] {
  const open = openOn(openings, me.today);
  const own = open.filter((act) => isFor(act, openings, me));
  const asks = open.includes("except") && !own.includes("except");
  const of = (act: OfficeAct) => (own.includes(act) ? [act] : []);
  return [
    ...of("reassign"),
    ...of("except"),
    ...(asks ? (["ask for an exception"] as const) : []),
    ...of("end"),
    "close",
  ];
}

/** What is open, and not for this person. */
export function othersOn(openings: Openings, me: Asker): OfficeAct[] {
  return openOn(openings, me.today).filter((act) => !isFor(act, openings, me));
}

interface Asker {
  may: readonly Capability[];
  personId: string;
  today: Day;
}

/** Nobody approves an exception for themselves. */
function isFor(act: OfficeAct, { learnerId, educatorId }: Openings, { may, personId }: Asker): boolean {
  return may.includes(officeActs[act]) && (act !== "except" || ![learnerId, educatorId].includes(personId));
}

/** As what an incident can be closed today; the others would be refused. */
export function outcomesFor({ kind, collides, to }: Pick<Incident, "kind" | "collides" | "to">, today: Day): Outcome[] {
  const isOver = to !== null && to <= today;
  const solved: Outcome[] = kind === "assessment" || collides ? [] : ["reassigned", "ended"];
  return [...solved, ...(isOver ? (["past"] as const) : []), "mistaken"];
}

/** The way out in words that fit the duty. */
export function wayOutWords({ wayOut: way, duty, against }: Pick<Incident, "wayOut" | "duty" | "against">): string {
  const supervised = way === "reassign the assessor" && [duty, against].includes("supervises");
  return supervised ? "reassign the supervisor" : way;
}

/** The incidents that the asker may except, by pair: the same two may collide on several walls, and in several duties. */
export function pairsToExcept(incidents: Incident[]): [Incident, ...Incident[]][] {
  const pairs = new Map<string, [Incident, ...Incident[]]>();
  for (const incident of incidents) {
    const key = `${incident.learnerId} ${incident.educatorId}`;
    const pair = pairs.get(key);
    if (!incident.acts.includes("except") || pair?.some(({ incidentId }) => incidentId === incident.incidentId))
      continue;
    if (pair === undefined) pairs.set(key, [incident]);
    else pair.push(incident);
  }
  return [...pairs.values()];
}

/** What an exception would let stand of it. */
export function exceptedOf({ wall, dutyId, relationshipId }: Incident) {
  return dutyId === null ? { wall, relationshipId: relationshipId ?? undefined } : { wall, dutyId };
}

/** The program of the two: that of whichever duty is a relationship's; null where neither is. */
export function programOf({ duty, against }: Pick<Facts, "duty" | "against">): Program | null {
  return (
    programs.find((program) => [duty, against].some((one) => one !== null && dutiesOf[program].includes(one))) ?? null
  );
}

/** One of the two duties is one of judging. */
function isJudged({ duty, against }: Pick<Facts, "duty" | "against">): boolean {
  return isJudging(duty) || (against !== null && isJudging(against));
}

export function isJudging(duty: DutyRule["duty"]): boolean {
  return duty === "assesses" || duty === "supervises";
}
