// A meeting of the two of a relationship: what it has come to, and what either of them can do about it.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Id, Instant } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";

export const MeetingState = z.enum(["proposed", "confirmed", "cancelled", "held", "not held"]);
export type MeetingState = z.infer<typeof MeetingState>;

export const modes = ["in person", "video", "phone"] as const;
export const modeWords: Record<(typeof modes)[number], string> = {
  "in person": "In person",
  video: "By video",
  phone: "By phone",
};
export const Mode = z.enum(modes, { error: "Must be in person, video or phone." });

const Person = z.object({ personId: Id, name: z.string() });

export const AgendaLine = z.object({ lineId: Id, writtenBy: Id, words: z.string() });
export type AgendaLine = z.infer<typeof AgendaLine>;

export const Meeting = z.object({
  meetingId: Id,
  relationshipId: Id,
  program: Program,
  learner: Person,
  educator: Person,
  /** One of several learners' with their educator at that time; the others are named to nobody. */
  isGroup: z.boolean(),
  state: MeetingState,
  /** How many acts it rests on; an act names the number that you saw. */
  acts: z.number().int(),
  proposedBy: Id,
  startsAt: Instant,
  endsAt: Instant,
  /** The zone in whose wall times it was agreed. */
  timeZone: z.string(),
  mode: Mode,
  /** A room or a video link. */
  place: z.string(),
  /** How long it took; null unless it was held. */
  minutes: z.number().int().nullable(),
  nextStep: z.string().nullable(),
  agenda: z.array(AgendaLine),
  /** What the talk turned into, to the educator who marked it; null to everybody else. */
  became: z.array(Program).nullable(),
});
export type Meeting = z.infer<typeof Meeting>;

/** What can be done with a meeting, in the order of its buttons. */
export type MeetingAct = "confirm" | "move" | "cancel" | "log";

export function actsFor(
  meeting: Pick<Meeting, "state" | "proposedBy" | "startsAt" | "isGroup" | "educator">,
  personId: string,
  now: string,
): MeetingAct[] {
  const { state, proposedBy, startsAt, isGroup, educator } = meeting;
  if (Date.parse(startsAt) <= Date.parse(now)) return state === "cancelled" ? [] : ["log"];
  if (!isOpen(meeting)) return [];
  return [
    ...(state === "proposed" && proposedBy !== personId ? (["confirm"] as const) : []),
    ...(isGroup && educator.personId !== personId ? [] : (["move"] as const)),
    "cancel",
  ];
}

function isOpen({ state }: Pick<Meeting, "state">): boolean {
  return state === "proposed" || state === "confirmed";
}

/** Proposed or confirmed, and not over. */
export function isAhead(meeting: Pick<Meeting, "state" | "endsAt">, now: string): boolean {
  return isOpen(meeting) && meeting.endsAt > now;
}

/** As long as it was planned. */
export function plannedMinutes({ startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** Still to be logged: its time is over, and nobody has said whether it took place. */
export function isUnlogged({ state, endsAt }: Pick<Meeting, "state" | "endsAt">, now: string): boolean {
  return state === "confirmed" && Date.parse(endsAt) <= Date.parse(now);
}

export const spanMinutes = { least: 5, most: 720 };

/** Why a time cannot be proposed; the database says the same of every act. */
export function timeRefusal(startsAt: string, now: string): Refusal | null {
  const ahead = Date.parse(startsAt) - Date.parse(now);
  if (ahead <= 0)
    return new Refusal("invalid", "meeting.past", "A meeting that you propose lies ahead.", [
      { field: "start", because: "Choose a later time." },
    ]);
  if (ahead > 366 * 86_400_000)
    return new Refusal("invalid", "meeting.far", "Propose a time within a year.", [
      { field: "start", because: "Choose an earlier time." },
    ]);
  return null;
}
