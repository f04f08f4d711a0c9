// A run: one match of one program, as a draft of the office until a director approves it.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { parts } from "../programs/weights.ts";
import type { Matching } from "./engine/problem.ts";
import type { Plan, ProposalRow } from "./plan.ts";
import { wishPositions } from "./score.ts";
import { Settings } from "./settings.ts";
import { known } from "./known.ts";

/** The figures of a run. Scores are 0 to 10000. */
export const Outcome = z.object({
  /** Learners to match in this run, pinned ones included, and educators with room. */
  learners: z.number().int(),
  educators: z.number().int(),
  matched: z.number().int(),
  pinned: z.number().int(),
  kept: z.number().int(),
  /** Relationships in force that this run would move: only in a run over everyone. */
  moved: z.number().int(),
  /** Null when nobody is matched. */
  lowest: z.number().int().nullable(),
  middle: z.number().int().nullable(),
  total: z.number().int(),
  /** Of those matched who ranked somebody, how many got their first. */
  firstChoices: z.object({ count: z.number().int(), of: z.number().int() }),
  /** The rank profile: how many got their first wish, second and so on, and how many who ranked somebody got another. */
  choices: z.object({ at: z.array(z.number().int()), another: z.number().int() }).default({ at: [], another: 0 }),
  atLimit: z.object({ count: z.number().int(), of: z.number().int() }),
  /** Hours a year that the proposed pairs ask, and what is left of those allocated to the educators with room. */
  hours: z.object({ asked: z.number(), left: z.number() }),
  levels: z.array(z.object({ name: z.string(), value: z.number() })),
  /** What unknown parts of a score count as. */
  mean: z.number().int(),
  /** Parts without any data, which weigh nothing in this run. */
  idle: z.array(z.enum(parts)),
  /** Educators whose hours nobody allocated, so that only their places limit. */
  withoutHours: z.number().int(),
  /** Arcs of the problem, and how long the engine worked on it. */
  arcs: z.number().int(),
  solveMs: z.number(),
  /** Of the three programs matched together: what they have, and what no three could exceed. Null for a run by itself. */
  together: z
    .object({ pairs: z.number(), pairsMost: z.number(), total: z.number(), totalMost: z.number() })
    .nullable()
    .default(null),
});
export type Outcome = z.infer<typeof Outcome>;

export const Run = z.object({
  runId: Id,
  program: Program,
  name: z.string(),
  basedOn: Id.nullable(),
  settings: Settings,
  outcome: Outcome,
  fingerprint: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
  approval: z.object({ approvedBy: z.string(), approvedAt: Instant, answerBy: Day }).nullable(),
});
export type Run = z.infer<typeof Run>;

export function outcomeOf(
  plan: Plan,
  matching: Matching,
  rows: ProposalRow[],
  solveMs: number,
): Omit<Outcome, "together"> {
  const { facts, learners, educators, pinned, held, rooms, scorer } = plan;
  const scores = rows.map(({ score }) => score).sort((a, b) => a - b);
  const used = new Map<string, number>();
  for (const { educatorId } of rows) used.set(educatorId, (used.get(educatorId) ?? 0) + 1);
  const open = facts.educators.filter(({ educatorId }) => known(rooms.get(educatorId)).left > 0);
  const perLearner = facts.terms[facts.program].hoursPerLearnerYear;
  const kept = rows.filter((row) => row.kept).length;
  return {
    learners: learners.length + pinned.length,
    educators: open.length,
    matched: rows.length,
    pinned: pinned.length,
    kept,
    moved: held.size === 0 ? 0 : rows.filter(({ learnerId, kept: isKept }) => held.has(learnerId) && !isKept).length,
    lowest: scores[0] ?? null,
    middle: scores[Math.floor(scores.length / 2)] ?? null,
    total: scores.reduce((sum, score) => sum + score, 0),
    ...choicesIn(plan, rows),
    atLimit: {
      count: open.filter(({ educatorId }) => used.get(educatorId) === known(rooms.get(educatorId)).left).length,
      of: open.length,
    },
    hours: {
      asked: rows.length * perLearner,
      left: Math.round(open.reduce((sum, { educatorId }) => sum + hoursLeft(known(rooms.get(educatorId)).hours), 0)),
    },
    levels: matching.levels.map(({ name, value }) => ({ name, value })),
    mean: scorer.mean,
    idle: scorer.idle,
    withoutHours: educators.filter(({ educatorId }) => known(rooms.get(educatorId)).hours === null).length,
    arcs: plan.problem.educator.length,
    solveMs: Math.round(solveMs * 10) / 10,
  };
}

function hoursLeft(hours: { allocated: number; asked: number } | null): number {
  return hours === null ? 0 : Math.max(0, hours.allocated - hours.asked);
}

/** By place in the learner's own order: ranks given in other programs leave no holes. */
function choicesIn({ facts }: Plan, rows: ProposalRow[]): Pick<Outcome, "firstChoices" | "choices"> {
  const positions = wishPositions(facts.wishes);
  const asked = rows.filter(({ learnerId }) => positions.has(learnerId));
  const at: number[] = [];
  let another = 0;
  for (const { learnerId, educatorId } of asked) {
    const position = known(positions.get(learnerId)).get(educatorId);
    if (position === undefined) another++;
    else at[position] = (at[position] ?? 0) + 1;
  }
  const choices = { at: Array.from(at, (count) => count ?? 0), another };
  return { firstChoices: { count: choices.at[0] ?? 0, of: asked.length }, choices };
}
