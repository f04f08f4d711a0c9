// Meetings: seeing, proposing, confirming, moving, cancelling and logging them, and what is on the agenda.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { isZone } from "./zone-names.ts";
import { Meeting, Mode, spanMinutes } from "./meeting.ts";
import { PairMeetings, Told, ToldProgram, Trend } from "./pair.ts";

const params = z.object({ id: Id });

const Zone = z.string().refine(isZone, "Name a time zone, such as America/New_York.");
export const Minutes = z
  .number()
  .int("Use a whole number.")
  .min(spanMinutes.least, "Use 5 or more.")
  .max(spanMinutes.most, "Use at most 720.");

/** A time to meet. */
const Time = z.object({
  /** An instant, or a wall time in the zone. */
  start: z.union([Instant, z.iso.datetime({ local: true, offset: false })], {
    error: "Must be an instant, or a wall time in the zone that you name, such as 2026-11-23T09:00.",
  }),
  minutes: Minutes,
  timeZone: Zone,
  mode: Mode,
  place: z.string().trim().max(300, "Keep it to 300 characters.").default(""),
});
export type Time = z.output<typeof Time>;

/** The `acts` of the meeting as you saw it: if the other changed it meanwhile, you are told. */
const seen = { acts: z.number().int().min(1) };

const NextStep = z.string().trim().min(1).max(500, "Keep it to 500 characters.").nullable().default(null);

export const listMeetings = endpoint({
  method: "GET",
  path: "/meetings",
  summary: "Your relationships in force: by when you meet next, what is planned, and the last meetings of each",
  may: "take part",
  reply: z.object({ items: z.array(PairMeetings) }),
});

export const listTold = endpoint({
  method: "GET",
  path: "/meetings/told",
  summary:
    "For offices: in how many pairs nobody has met for too long, and how often, how long and when last these met; nothing of a sealed program, and never what about",
  may: "see relationships",
  query: z.object({
    /** So many of those that are silent, who wait longest first. */
    most: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({ programs: z.array(ToldProgram), silent: z.array(Told) }),
});

export const listTrend = endpoint({
  method: "GET",
  path: "/meetings/trend",
  summary: "What your talks as an educator turned into, as you marked them yourself; nobody else reads it",
  may: "take part",
  reply: z.object({ items: z.array(Trend) }),
});

export const proposeGroup = endpoint({
  method: "POST",
  path: "/meetings/groups",
  summary:
    "Propose one time to several learners of yours in one program; each answers for themselves and sees nobody else's name",
  may: "take part",
  body: Time.extend({
    relationshipIds: z
      .array(Id)
      .max(40, "Choose at most 40 learners.")
      .refine((ids) => new Set(ids).size > 1, "Choose two learners or more."),
  }),
  reply: z.object({ items: z.array(Meeting) }),
});

export const getMeeting = endpoint({
  method: "GET",
  path: "/meetings/:id",
  summary: "One meeting of yours, with its agenda",
  may: "take part",
  params,
  reply: Meeting,
});

export const listPairMeetings = endpoint({
  method: "GET",
  path: "/relationships/:id/meetings",
  summary: "The meetings of a relationship of yours, the latest time first, and by when you meet next",
  may: "take part",
  params,
  reply: PairMeetings,
});

export const listSlots = endpoint({
  method: "GET",
  path: "/relationships/:id/slots",
  summary: "Times at which the educator of a relationship of yours has time and neither of you meets somebody",
  may: "take part",
  params,
  query: z.object({ from: Day.optional(), days: z.coerce.number().int().min(1).max(62).default(21) }),
  reply: z.object({
    /** Null while the educator has given no hours. */
    timeZone: z.string().nullable(),
    minutes: z.number().int().nullable(),
    items: z.array(z.object({ startsAt: Instant, endsAt: Instant })),
  }),
});

export const proposeMeeting = endpoint({
  method: "POST",
  path: "/relationships/:id/meetings",
  summary: "Propose a time to the other; it is held for the two of you until they answer",
  may: "take part",
  params,
  body: Time,
  reply: Meeting,
});

export const recordMeeting = endpoint({
  method: "POST",
  path: "/relationships/:id/meetings/record",
  summary: "Record a meeting that took place without having been arranged here",
  may: "take part",
  params,
  body: Time.extend({ nextStep: NextStep }),
  reply: Meeting,
});

export const moveMeeting = endpoint({
  method: "POST",
  path: "/meetings/:id/move",
  summary: "Propose another time for a meeting; the first one is given up",
  may: "take part",
  params,
  body: Time.extend(seen),
  reply: Meeting,
});

export const confirmMeeting = endpoint({
  method: "POST",
  path: "/meetings/:id/confirmation",
  summary: "Say yes to the time that the other proposed",
  may: "take part",
  params,
  body: z.object(seen),
  reply: Meeting,
});

export const cancelMeeting = endpoint({
  method: "POST",
  path: "/meetings/:id/cancellation",
  summary: "Cancel a meeting, or say no to a time; the other is told, and nobody is asked why",
  may: "take part",
  params,
  body: z.object(seen),
  reply: Meeting,
});

export const logMeeting = endpoint({
  method: "POST",
  path: "/meetings/:id/log",
  summary: "Say whether a meeting took place, how long, and the next step that you both see",
  may: "take part",
  params,
  body: z
    .object({
      ...seen,
      held: z.boolean(),
      minutes: Minutes.nullable().default(null),
      mode: Mode.optional(),
      nextStep: NextStep,
    })
    .refine(({ held, minutes }) => held === (minutes !== null), {
      path: ["minutes"],
      error: "Say how long you met, or leave it out where you did not.",
    }),
  reply: Meeting,
});

export const addAgendaLines = endpoint({
  method: "POST",
  path: "/meetings/:id/agenda",
  summary: "Put lines on the agenda, which you both see",
  may: "take part",
  params,
  body: z.object({
    lines: z
      .array(z.string().trim().min(1, "Write what you want to talk about.").max(300, "Keep it to 300 characters."))
      .min(1, "Write what you want to talk about.")
      .max(10, "Keep it to 10 lines at a time."),
  }),
  reply: Meeting,
});

export const strikeAgendaLine = endpoint({
  method: "DELETE",
  path: "/meetings/:id/agenda/:lineId",
  summary: "Take a line of yours off the agenda",
  may: "take part",
  params: z.object({ id: Id, lineId: Id }),
  reply: Meeting,
});

export const markTalk = endpoint({
  method: "PUT",
  path: "/meetings/:id/mark",
  summary: "Mark for yourself, as the educator, what a talk turned into; nobody else reads it",
  may: "take part",
  params,
  body: z.object({ became: z.array(Program).min(1, "Choose at least one.").max(3) }),
  reply: Meeting,
});
