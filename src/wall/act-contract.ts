// What may be done at the wall by hand: duties of judges, declared conflicts, and records of assessments.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day, dayNamed, Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Assessment, JudgeDuty, judging } from "./judge.ts";

const Done = z.object({ done: z.literal(true) });

export const listDuties = endpoint({
  method: "GET",
  path: "/wall/duties",
  summary: "Duties of assessment and supervision that you may see, the soonest to begin first",
  may: "take part",
  query: PageQuery.extend({
    educator: Id.optional(),
    learner: Id.optional(),
    /** Only those that last on this day or begin later. */
    since: Day.optional(),
  }),
  reply: pageOf(JudgeDuty),
});

export const addDuty = endpoint({
  method: "POST",
  path: "/wall/duties",
  summary: "Record a duty of assessment or supervision; refused where the two are not available",
  may: "edit people",
  body: z
    .object({
      duty: z.enum(judging),
      educatorId: Id,
      learnerId: Id.nullable().default(null),
      classYear: z.number().int().min(1950).max(2200).nullable().default(null),
      about: z.string().trim().max(200).default(""),
      from: dayNamed("the first day"),
      /** The day after its last one; null while it has no end. */
      to: Day.nullable().default(null),
    })
    .refine(({ learnerId, classYear }) => learnerId === null || classYear === null, {
      path: ["classYear"],
      error: "Name a learner or a class, not both.",
    })
    .refine(({ educatorId, learnerId }) => educatorId !== learnerId, {
      path: ["learnerId"],
      error: "Name somebody else than the educator.",
    })
    .refine(({ from, to }) => to === null || from < to, {
      path: ["to"],
      error: "The end must come after the first day.",
    }),
  reply: JudgeDuty,
});

export const endDuty = endpoint({
  method: "POST",
  path: "/wall/duties/:id/ending",
  summary: "End a duty of assessment or supervision; one that has not begun is taken out of force",
  may: "edit people",
  params: z.object({ id: Id }),
  body: z.object({ on: Day.optional() }),
  reply: Done,
});

export const declareConflict = endpoint({
  method: "POST",
  path: "/wall/conflicts",
  summary: "Declare a conflict about another person; no reason is asked for or kept",
  may: "take part",
  body: z.object({ personId: Id }),
  reply: Done,
});

export const withdrawConflict = endpoint({
  method: "POST",
  path: "/wall/conflicts/:id/ending",
  summary: "End a conflict that you declared",
  may: "take part",
  params: z.object({ id: Id }),
  reply: Done,
});

const AssessmentSent = z.object({
  learnerId: Id,
  assessorId: Id,
  on: Day,
  source: z.string().trim().max(60).default(""),
  sourceId: z.string().trim().min(1, "Give the source's own id, so that it is not taken twice.").max(200),
});

export const recordAssessments = endpoint({
  method: "POST",
  path: "/assessments",
  summary: "Record who assessed whom and when; never a grade, never text",
  may: "import people",
  body: z.object({
    assessments: z.array(AssessmentSent).min(1, "Send at least one.").max(1000, "Send at most 1,000 at a time."),
  }),
  reply: z.object({
    recorded: z.number().int(),
    /** No duty permits these: the wall's offices have them as incidents. */
    noted: z.number().int(),
    /** Already recorded or noted before. */
    known: z.number().int(),
    items: z.array(
      z.object({ source: z.string(), sourceId: z.string(), outcome: z.enum(["recorded", "noted", "known"]) }),
    ),
  }),
});

export const listAssessments = endpoint({
  method: "GET",
  path: "/assessments",
  summary: "That assessments took place: your own, or for the offices; newest first",
  may: "take part",
  query: PageQuery.extend({ learner: Id.optional() }),
  reply: pageOf(Assessment),
});
