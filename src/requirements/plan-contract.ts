// Learners' plans: one's own, one's learners' at a glance, the office's classes; what is said of a requirement, notes, and
// to whom a learner shows their plan.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Note, Share } from "./beside-plan.ts";
import { Glance, Group, Plan } from "./plan.ts";
import { Key } from "./requirement.ts";
import { SignOffReport, signOffsMost } from "./sign-off.ts";
import { Standing } from "./state.ts";

const params = z.object({ id: Id });

export const getPlan = endpoint({
  method: "GET",
  path: "/people/:id/plan",
  summary:
    "A learner's plan: what is late, due soon, next, waiting and done; somebody else than the learner leaves a line that the learner can read",
  may: "take part",
  params,
  reply: Plan,
});

export const sayState = endpoint({
  method: "POST",
  path: "/people/:id/plan/states",
  summary:
    "Say how a learner stands with one requirement: under way, done (whoever signs it off), or not needed (the office)",
  may: "take part",
  params,
  body: z.object({
    setId: Id,
    key: Key,
    /** Of what you saw: 0 where nothing was said. Another one by now is refused. */
    turn: z.number().int().min(0),
    state: Standing,
    /** Of a letter: who writes it. */
    fromWhom: z.string().trim().max(120, "Keep it to 120 characters.").default(""),
  }),
  reply: Plan,
});

export const listPlanNotes = endpoint({
  method: "GET",
  path: "/people/:id/plan/notes",
  summary:
    "What advisors wrote down about a learner's plan, the newest first; the learner reads all of it, and that somebody else opened it",
  may: "take part",
  params,
  query: PageQuery,
  reply: pageOf(Note),
});

export const addPlanNote = endpoint({
  method: "POST",
  path: "/people/:id/plan/notes",
  summary: "Write a note about the plan of a learner whom you advise; they read it from now on",
  may: "take part",
  params,
  body: z.object({
    words: z.string().trim().min(1, "Write the note.").max(2000, "Keep it to 2,000 characters."),
  }),
  reply: Note,
});

export const listPlanShares = endpoint({
  method: "GET",
  path: "/plan/shares",
  summary: "Your coach and mentor, and whether you show them your plan; until you do, they do not see it",
  may: "take part",
  reply: z.object({ items: z.array(Share) }),
});

export const sharePlan = endpoint({
  method: "POST",
  path: "/plan/shares",
  summary: "Show your plan to your coach or mentor, or take that back",
  may: "take part",
  body: z.object({ educatorId: Id, turn: z.number().int().min(0), shown: z.boolean() }),
  reply: z.object({ items: z.array(Share) }),
});

export const listAdvisedPlans = endpoint({
  method: "GET",
  path: "/plans/advised",
  summary: "The plans of all learners whom you advise, by what presses first",
  may: "take part",
  reply: z.object({ items: z.array(Glance) }),
});

export const listPlans = endpoint({
  method: "GET",
  path: "/plans",
  summary: "Plans of a class or of the whole school, by what presses first",
  may: "keep plans",
  query: PageQuery.extend({
    classYear: z.coerce.number().int().optional(),
    phase: z.string().max(60).optional(),
    /** Part of a name. */
    named: z.string().max(200).optional(),
    /** Only learners with something in this group. */
    group: Group.optional(),
    /** With `key`: only learners for whom this requirement is open. */
    setId: Id.optional(),
    key: Key.optional(),
  }),
  reply: pageOf(Glance).extend({
    classYears: z.array(z.number().int()),
    phases: z.array(z.string()),
  }),
});

const signOff = z.object({
  setId: Id,
  key: Key,
  learnerIds: z
    .array(Id)
    .min(1, "Name at least one learner.")
    .max(signOffsMost, `Name at most ${signOffsMost} learners at a time.`),
});

export const previewSignOffs = endpoint({
  method: "POST",
  path: "/plans/sign-offs/preview",
  summary: "For which of these learners a requirement would be signed off, and for which not and why; nothing is kept",
  may: "keep plans",
  body: signOff,
  reply: SignOffReport,
});

export const addSignOffs = endpoint({
  method: "POST",
  path: "/plans/sign-offs",
  summary:
    "Sign one requirement off for several learners at once, as far as the advising office signs it; each has their own line",
  may: "keep plans",
  body: signOff,
  reply: SignOffReport,
});
