// Goals: the learner's own, read by who coaches them, who asks and comments and rates nothing.
import { z } from "zod";
import { Download } from "../core/download.ts";
import { endpoint } from "../core/endpoint.ts";
import { Day, dayNamed, Id } from "../core/shapes.ts";
import { CoachedGoals, commentKinds, Goal, GoalState, scoreMost, WholeGoal, words, Written } from "./goal.ts";

const params = z.object({ id: Id });
const said = (most: number, ask: string) => words(most).min(1, ask);

export const listGoals = endpoint({
  method: "GET",
  path: "/goals",
  summary: "Your goals, or those of a learner whom you coach, who can read that you looked; open ones first",
  may: "take part",
  query: z.object({ learnerId: Id.optional() }),
  reply: z.object({ learner: z.object({ personId: Id, name: z.string() }), items: z.array(Goal) }),
});

export const listCoachedGoals = endpoint({
  method: "GET",
  path: "/goals/coached",
  summary: "The learners whom you coach, with how many open goals each has and when they last wrote how it goes",
  may: "take part",
  reply: z.object({ items: z.array(CoachedGoals) }),
});

export const addGoal = endpoint({
  method: "POST",
  path: "/goals",
  summary: "Write a goal of your own; only what you want to reach has to be there",
  may: "take part",
  body: Written,
  reply: WholeGoal,
});

export const getGoal = endpoint({
  method: "GET",
  path: "/goals/:id",
  summary: "One goal with its steps, evidence, ratings, check-ins, and what the coach asked or said",
  may: "take part",
  params,
  reply: WholeGoal,
});

export const writeGoal = endpoint({
  method: "PUT",
  path: "/goals/:id",
  summary: "Write a goal of your own anew, or say that it is reached or let go",
  may: "take part",
  params,
  body: Written.extend({
    state: GoalState,
    /** Of what you saw; another one by now is refused. */
    version: z.number().int().min(1),
  }),
  reply: WholeGoal,
});

export const addStep = endpoint({
  method: "POST",
  path: "/goals/:id/steps",
  summary: "Add a step to a goal of your own",
  may: "take part",
  params,
  body: z.object({
    words: said(300, "Write the step."),
    dueOn: dayNamed("a day, or leave it open").nullable().default(null),
  }),
  reply: WholeGoal,
});

const step = params.extend({ stepId: Id });

export const markStep = endpoint({
  method: "PUT",
  path: "/goals/:id/steps/:stepId",
  summary: "Say that a step is done, or not yet after all",
  may: "take part",
  params: step,
  body: z.object({ done: z.boolean() }),
  reply: WholeGoal,
});

export const dropStep = endpoint({
  method: "DELETE",
  path: "/goals/:id/steps/:stepId",
  summary: "Take a step out of a goal of your own",
  may: "take part",
  params: step,
  reply: WholeGoal,
});

export const addLink = endpoint({
  method: "POST",
  path: "/goals/:id/links",
  summary: "Add a link as evidence to a goal of your own",
  may: "take part",
  params,
  body: z.object({
    title: said(200, "Say what it is."),
    link: z
      .string()
      .trim()
      .max(2000, "Keep it to 2,000 characters.")
      .regex(/^https?:\/\/[^\s]+$/, "Give an address that begins with https:// or http://."),
  }),
  reply: WholeGoal,
});

export const addFile = endpoint({
  method: "POST",
  path: "/goals/:id/files",
  summary: "Add a file as evidence to a goal of your own: PDF, PNG, JPEG or plain text, at most 5 MB",
  may: "take part",
  params,
  body: z.object({
    name: said(200, "Name the file."),
    base64: z.base64("Send the file's bytes as base64."),
  }),
  reply: WholeGoal,
});

const evidence = params.extend({ evidenceId: Id });

export const getFile = endpoint({
  method: "GET",
  path: "/goals/:id/files/:evidenceId",
  summary: "A file that stands as evidence, to be saved",
  may: "take part",
  isDownload: true,
  params: evidence,
  reply: Download,
});

export const dropEvidence = endpoint({
  method: "DELETE",
  path: "/goals/:id/evidence/:evidenceId",
  summary: "Take evidence out of a goal of your own; of a file nothing is kept",
  may: "take part",
  params: evidence,
  reply: WholeGoal,
});

export const rateGoal = endpoint({
  method: "POST",
  path: "/goals/:id/ratings",
  summary: "Say how close you find yourself to a goal of your own, from 0 to 10; nobody else rates it",
  may: "take part",
  params,
  body: z.object({
    score: z.number("Choose a number from 0 to 10.").int().min(0, "Choose a number from 0 to 10.").max(scoreMost),
    /** A day that you look back at; today when absent. */
    on: Day.optional(),
  }),
  reply: WholeGoal,
});

export const checkIn = endpoint({
  method: "POST",
  path: "/goals/:id/checkins",
  summary: "Write how it goes with a goal of your own",
  may: "take part",
  params,
  body: z.object({ words: said(2000, "Write how it goes.") }),
  reply: WholeGoal,
});

export const commentGoal = endpoint({
  method: "POST",
  path: "/goals/:id/comments",
  summary: "Ask or say something about a goal of a learner whom you coach",
  may: "take part",
  params,
  body: z.object({ kind: z.enum(commentKinds), words: said(1000, "Write your question or comment.") }),
  reply: WholeGoal,
});
