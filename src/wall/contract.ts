// What may be asked of the wall: where you stand, who stands where, may these two, and what collides.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day, dayNamed, Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Duty, sides, Wall } from "../programs/charter.ts";
import { WallCheck } from "./check.ts";
import { Exception } from "./exception.ts";
import { Incident, outcomes } from "./incident.ts";
import { Stand } from "./stand.ts";

const Done = z.object({ done: z.literal(true) });

export const getMine = endpoint({
  method: "GET",
  path: "/wall/mine",
  summary: "Where you stand, what the wall comes to for you today and ahead, and exceptions that concern you",
  may: "take part",
  reply: z.object({
    /** What the wall comes to for you as a learner, and as an educator; null for who is not. */
    asLearner: WallCheck.nullable(),
    asEducator: WallCheck.nullable(),
    stands: z.array(Stand),
    exceptions: z.array(Exception),
    /** Conflicts that you declared; nobody else sees them. */
    conflicts: z.array(z.object({ dutyId: Id, personId: Id, name: z.string(), from: Day, to: Day.nullable() })),
  }),
});

export const listStands = endpoint({
  method: "GET",
  path: "/wall/stands",
  summary: "Who stands where, the latest to begin first or by the learner's name",
  may: "see wall",
  query: PageQuery.extend({
    person: Id.optional(),
    wall: Wall.optional(),
    side: z.enum(sides).optional(),
    on: Day.optional(),
    order: z.enum(["latest", "name"]).default("latest"),
  }),
  reply: pageOf(Stand),
});

export const Answer = z.object({
  duty: Duty,
  available: z.boolean(),
  /** What says so, where that is yours to know. Without any, a closed pair reads "not available". */
  reasons: z.array(
    z.object({
      wall: Wall,
      side: z.enum(sides),
      duty: Duty,
      about: z.string(),
      from: Day,
      to: Day.nullable(),
      coolsUntil: Day.nullable(),
      rule: z.string(),
    }),
  ),
});
export type Answer = z.infer<typeof Answer>;

export const getPair = endpoint({
  method: "GET",
  path: "/wall/pairs",
  summary: "May these two take up a duty toward each other in these days?",
  may: "take part",
  query: z.object({ learnerId: Id, educatorId: Id, from: Day.optional(), to: Day.optional() }),
  reply: z.object({
    learner: z.string(),
    educator: z.string(),
    from: Day,
    to: Day.nullable(),
    answers: z.array(Answer),
    /** Whether the asker declared a conflict about the other; seen by nobody else. */
    declared: z.boolean(),
  }),
});

export const listIncidents = endpoint({
  method: "GET",
  path: "/wall/incidents",
  summary: "Breaches and conflicts ahead, soonest first",
  may: "see wall",
  query: PageQuery.extend({
    state: z.enum(["open", "ahead", "closed"]).default("open"),
    /** With `ahead`: those that begin within so many days. */
    days: z.coerce.number().int().min(1).max(730).default(84),
  }),
  reply: pageOf(Incident),
});

export const closeIncident = endpoint({
  method: "POST",
  path: "/wall/incidents/:id/closure",
  summary: "Close an incident; one that still collides is not closed as solved",
  may: "see wall",
  params: z.object({ id: Id }),
  body: z.object({ outcome: z.enum(outcomes) }),
  reply: Done,
});

export const endForIncident = endpoint({
  method: "POST",
  path: "/wall/incidents/:id/ending",
  summary:
    "End the relationship that an open incident is about; the two are told that it ended, and by no reason of theirs",
  may: "run matches",
  params: z.object({ id: Id }),
  body: z.object({}),
  reply: Done,
});

export const listExceptions = endpoint({
  method: "GET",
  path: "/wall/exceptions",
  summary: "Exceptions, newest first",
  may: "see wall",
  query: PageQuery,
  reply: pageOf(Exception),
});

export const approveException = endpoint({
  method: "POST",
  path: "/wall/exceptions",
  summary:
    "Let duties of two people, or a relationship that awaits signatures, stand against a wall until a day; the learner is told",
  may: "approve exceptions",
  body: z.object({
    learnerId: Id,
    educatorId: Id,
    /** The duties and relationships of these two that may stand, each on its wall. */
    each: z
      .array(
        z
          .object({
            wall: Wall,
            dutyId: Id.optional(),
            /** One that awaits signatures: it may begin once both have signed. */
            relationshipId: Id.optional(),
          })
          .refine(({ dutyId, relationshipId }) => (dutyId === undefined) !== (relationshipId === undefined), {
            path: ["dutyId"],
            error: "Name the duty or the relationship that may stand, and only one of them.",
          }),
      )
      .min(1, "Name at least one duty or relationship that may stand.")
      .max(20, "Name at most 20 at a time."),
    because: z.string().trim().min(10, "Give the reason in at least 10 characters.").max(1000),
    /** The day after its last one; within a year. */
    until: dayNamed("the last day"),
  }),
  reply: z.object({ exceptions: z.array(Exception) }),
});
