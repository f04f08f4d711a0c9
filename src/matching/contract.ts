// Runs of the match, what they propose, and the answers of those concerned.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { dayNamed, Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { Certificate } from "./certificate.ts";
import { Explanation } from "./explanation.ts";
import { declineReasons, OwnProposal } from "./proposal.ts";
import { Run } from "./run.ts";
import { Compared, Cost, RunDetail } from "./run-detail.ts";
import { Settings, SettingsAsked } from "./settings.ts";
import { LanePair, Study } from "./study.ts";

const Name = z.string().trim().min(1, "Give the run a name.").max(120, "Use at most 120 characters.");
const ById = z.object({ id: Id });

export const listRuns = endpoint({
  method: "GET",
  path: "/runs",
  summary: "Runs of the match, newest first",
  may: "run matches",
  query: PageQuery.extend({ program: Program.optional() }),
  reply: pageOf(Run),
});
export const addRun = endpoint({
  method: "POST",
  path: "/runs",
  summary: "Match one program, as a draft that nobody is told of",
  may: "run matches",
  body: z.object({
    program: Program,
    name: Name.optional(),
    settings: SettingsAsked.optional(),
    basedOn: Id.optional(),
  }),
  reply: Run,
});
export const addRunSeries = endpoint({
  method: "POST",
  path: "/runs/series",
  summary:
    "Match the three programs: one after another, each counting those before it, or weighed together; none where nobody waits",
  may: "run matches",
  tellsProgress: true,
  body: z.object({ name: Name.optional(), together: z.boolean().optional() }),
  reply: z.object({ runs: z.array(Run), solveMs: z.number() }),
});
export const compareRuns = endpoint({
  method: "GET",
  path: "/runs/comparison",
  summary: "Runs of one program side by side, measured against the first",
  may: "run matches",
  query: z.object({
    ids: z
      .string()
      .max(400)
      .transform((text) => text.split(","))
      .pipe(z.array(Id).min(1, "Name at least one run.").max(8, "Compare at most 8 runs.")),
  }),
  reply: z.object({ runs: z.array(Compared) }),
});
export const getRun = endpoint({
  method: "GET",
  path: "/runs/:id",
  summary: "One run: proposals, gaps and what would help",
  may: "run matches",
  params: ById,
  reply: RunDetail,
});
export const getProblem = endpoint({
  method: "GET",
  path: "/runs/:id/problem",
  summary: "Arcs, pairs and prices of a run, to check its certificate yourself",
  may: "run matches",
  params: ById,
  reply: z.object({ settings: Settings, fingerprint: z.string(), certificate: Certificate }),
});
export const getExplanation = endpoint({
  method: "GET",
  path: "/runs/:id/learners/:learnerId",
  summary: "Why this pair: parts, alternatives, who would lose, who is ruled out",
  may: "run matches",
  params: z.object({ id: Id, learnerId: Id }),
  query: z.object({ instead: Id.optional() }),
  reply: Explanation,
});
export const getStudy = endpoint({
  method: "GET",
  path: "/runs/:id/study",
  summary: "Places that would help most, how groups of learners fare, and what continuity costs",
  may: "run matches",
  params: ById,
  reply: Study,
});
export const getLanes = endpoint({
  method: "GET",
  path: "/runs/:id/lanes",
  summary: "Whom the run's learners have, or are about to have, in the other programs",
  may: "run matches",
  params: ById,
  reply: z.object({ items: z.array(LanePair) }),
});
const PairOf = z.object({ learnerId: Id, educatorId: Id });
export const adjustRun = endpoint({
  method: "POST",
  path: "/runs/:id/adjustment",
  summary: "Pin, forbid or assume something: a new scenario with its cost",
  may: "run matches",
  params: ById,
  body: z.object({
    name: Name.optional(),
    pin: PairOf.optional(),
    unpin: PairOf.optional(),
    forbid: PairOf.optional(),
    allow: PairOf.optional(),
    /** One place more for an educator, as an assumption. */
    raise: z.object({ educatorId: Id, places: z.number().int().min(0).max(60) }).optional(),
    certify: Id.optional(),
    relax: PairOf.optional(),
  }),
  reply: z.object({ run: Run, cost: Cost }),
});
export const approveRun = endpoint({
  method: "POST",
  path: "/runs/:id/approval",
  summary: "Approve a run, so that its proposals go out to be answered",
  may: "approve matches",
  params: ById,
  body: z.object({ answerBy: dayNamed("the last day to answer") }),
  reply: Run,
});
export const runRest = endpoint({
  method: "POST",
  path: "/runs/:id/rest",
  summary: "Match again for those left after declines; nobody who accepted is moved",
  may: "run matches",
  params: ById,
  body: z.object({ name: Name.optional() }).optional(),
  reply: Run,
});

export const listProposals = endpoint({
  method: "GET",
  path: "/proposals",
  summary: "What is proposed to you, with the last day to answer",
  may: "take part",
  reply: z.object({ items: z.array(OwnProposal) }),
});
export const answerProposal = endpoint({
  method: "POST",
  path: "/proposals/:runId/:learnerId/answer",
  summary: "Accept or decline what is proposed to you",
  may: "take part",
  params: z.object({ runId: Id, learnerId: Id }),
  body: z.discriminatedUnion("answer", [
    z.object({ answer: z.literal("accept") }),
    z.object({
      answer: z.literal("decline"),
      reason: z.enum(declineReasons, { error: "Choose no time now, another would fit better, other, or conflict." }),
    }),
  ]),
  reply: z.object({ items: z.array(OwnProposal) }),
});
