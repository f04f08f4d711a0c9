// Learning plans: versions that stay as they are, and links by which the learner alone shows one outward.
import { z } from "zod";
import { Download } from "../core/download.ts";
import { endpoint } from "../core/endpoint.ts";
import { Id, Instant } from "../core/shapes.ts";
import { LearningPlan, linkDaysMost, PlanLink, PlanWords, SharedPlan } from "./learning-plan.ts";

const params = z.object({ id: Id, version: z.coerce.number().int().min(1).max(2_147_483_647) });

export const listLearningPlans = endpoint({
  method: "GET",
  path: "/learning-plans",
  summary: "The versions of your learning plan, or of a learner's whom you coach, the newest first",
  may: "take part",
  query: z.object({ learnerId: Id.optional() }),
  reply: z.object({
    learner: z.object({ personId: Id, name: z.string() }),
    items: z.array(z.object({ version: z.number().int(), title: z.string(), writtenAt: Instant })),
  }),
});

export const getLearningPlan = endpoint({
  method: "GET",
  path: "/learning-plans/:id/:version",
  summary: "One version of a learner's learning plan, as it was written",
  may: "take part",
  params,
  reply: LearningPlan,
});

export const printLearningPlan = endpoint({
  method: "GET",
  path: "/learning-plans/:id/:version/pdf",
  summary: "One version of a learning plan as a tagged PDF",
  may: "take part",
  isDownload: true,
  params,
  reply: Download,
});

export const writeLearningPlan = endpoint({
  method: "POST",
  path: "/learning-plans",
  summary: "Write the next version of your learning plan, with goals as they stand now; the ones before stay",
  may: "take part",
  body: PlanWords.extend({
    /** The version that you saw, 0 before the first; another one by now is refused. */
    version: z.number().int().min(0).max(2_147_483_646),
    goalIds: z.array(Id).max(100, "Choose at most 100 goals."),
    withRatings: z.boolean().default(false),
    withEvidence: z.boolean().default(false),
  }),
  reply: LearningPlan,
});

export const listPlanLinks = endpoint({
  method: "GET",
  path: "/learning-plan-links",
  summary: "The links by which you show your learning plan outward, the newest first; nobody else knows of them",
  may: "take part",
  reply: z.object({ items: z.array(PlanLink) }),
});

export const makePlanLink = endpoint({
  method: "POST",
  path: "/learning-plan-links",
  summary: "Make a link that shows one version of your learning plan to whoever has it, for some days",
  may: "take part",
  isShownOnce: true,
  body: z.object({
    version: z.number().int().min(1).max(2_147_483_647),
    label: z.string().trim().min(1, "Note for whom it is.").max(120, "Keep it to 120 characters."),
    days: z
      .number("Say for how many days.")
      .int()
      .min(1, "A link holds for at least a day.")
      .max(linkDaysMost, `A link holds for at most ${linkDaysMost} days.`),
  }),
  reply: z.object({ link: PlanLink, path: z.string() }),
});

export const withdrawPlanLink = endpoint({
  method: "DELETE",
  path: "/learning-plan-links/:id",
  summary: "Take a link back: it shows nothing from now on",
  may: "take part",
  params: z.object({ id: Id }),
  reply: z.object({ items: z.array(PlanLink) }),
});

// The secret is in the body: it stands in no address that a server or a proxy could log.
const body = z.object({ secret: z.string().min(1).max(200) });

export const openSharedPlan = endpoint({
  method: "POST",
  path: "/shared-plan",
  summary: "What a link to a learning plan shows: that version, and nothing else",
  may: "anyone",
  body,
  reply: SharedPlan,
});

export const printSharedPlan = endpoint({
  method: "POST",
  path: "/shared-plan/pdf",
  summary: "The same as a tagged PDF",
  may: "anyone",
  isDownload: true,
  body,
  reply: Download,
});
