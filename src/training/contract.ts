// Certification and effort: an office sees all educators of a program, an educator their own.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { Certification, Completion } from "./certification.ts";
import { Effort } from "./effort.ts";

export const EducatorTraining = z.object({
  educatorId: Id,
  name: z.string(),
  department: z.string(),
  places: z.number().int(),
  learners: z.number().int(),
  pausedUntil: z.string().nullable(),
  certification: Certification,
  effort: Effort,
});
export type EducatorTraining = z.infer<typeof EducatorTraining>;

export const listCertifications = endpoint({
  method: "GET",
  path: "/certifications",
  summary: "Who is certified for a program, what is missing, and the hours behind it",
  may: "see people",
  query: PageQuery.extend({
    program: Program,
    /** Only those with something missing or lapsed. */
    lacking: z.enum(["true", "false"]).optional(),
  }),
  reply: pageOf(EducatorTraining),
});

export const getCertification = endpoint({
  method: "GET",
  path: "/people/:id/certification",
  summary: "What an educator completed, and what they are certified for: their own, or for an office",
  may: "take part",
  params: z.object({ id: Id }),
  reply: z.object({
    educatorId: Id,
    name: z.string(),
    completions: z.array(Completion),
    programs: z.array(z.object({ program: Program, modules: z.array(z.string()), certification: Certification })),
    effort: Effort,
  }),
});
