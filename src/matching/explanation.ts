// Why this pair: its parts, who else would have come into question, who would lose if it were changed, who is ruled out.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import { exclusionsOf, mostFirst, RuleCounts } from "./gap.ts";
import { barBetween } from "./eligibility.ts";
import { matchByLevels } from "./engine/levels.ts";
import type { Level, LevelProblem, Matching } from "./engine/problem.ts";
import type { Plan } from "./plan.ts";
import { PartPoints } from "./proposal.ts";
import { known } from "./known.ts";

/** What the whole run would look like if this learner had that educator instead, solved exactly. */
export const Move = z.object({
  educatorId: Id,
  educator: z.string(),
  matchedNow: z.number().int(),
  matchedThen: z.number().int(),
  lowestNow: z.number().int().nullable(),
  lowestThen: z.number().int().nullable(),
  /** Learners whose educator would change, the asked one first, then who loses most. */
  changes: z.array(
    z.object({
      learnerId: Id,
      learner: z.string(),
      educator: z.string().nullable(),
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
    }),
  ),
  more: z.number().int(),
});
export type Move = z.infer<typeof Move>;

export const RuledOut = z.object({
  educatorId: Id,
  educator: z.string(),
  code: z.string(),
  wished: z.boolean(),
  detail: z.array(z.string()),
});
export type RuledOut = z.infer<typeof RuledOut>;

export const Explanation = z.object({
  learnerId: Id,
  learner: z.string(),
  educatorId: Id.nullable(),
  educator: z.string().nullable(),
  score: z.number().int().nullable(),
  parts: z.array(PartPoints),
  pinned: z.boolean(),
  /** The best of those who were possible, this one left out. */
  alternatives: z.array(z.object({ educatorId: Id, educator: z.string(), score: z.number().int(), free: z.boolean() })),
  move: Move.nullable(),
  ruledOut: z.array(RuledOut),
  counts: RuleCounts,
  /** Whether the asker may ask the wall for its reasons; here it only ever says "not available". */
  mayAskWall: z.boolean(),
});
export type Explanation = z.infer<typeof Explanation>;

export interface Forced {
  matched: number;
  lowest: number | null;
  changes: { row: number; column: number; before: number | null; after: number | null }[];
}

/** The run's optimum with one learner fixed to one educator: the row is taken out, with one place, and the rest solved anew. */
export function forcedMove(
  problem: LevelProblem,
  matching: Matching,
  levels: Level[],
  row: number,
  column: number,
): Forced {
  const arcs = new Uint8Array(problem.educator.length)
    .fill(1)
    .fill(0, problem.rowStart[row], problem.rowStart[row + 1]);
  const rowStart = new Int32Array(problem.learners + 1);
  for (let at = 0; at < problem.learners; at++)
    rowStart[at + 1] =
      known(rowStart[at]) + (at === row ? 0 : known(problem.rowStart[at + 1]) - known(problem.rowStart[at]));
  const keep = <T extends Int32Array | Uint8Array>(list: T): T => list.filter((_, arc) => arcs[arc] === 1) as T;
  const capacity = problem.capacity.slice();
  capacity[column] = known(capacity[column]) - 1;
  const rest: LevelProblem = {
    ...problem,
    rowStart,
    educator: keep(problem.educator),
    score: keep(problem.score),
    capacity,
  };
  if (problem.current) rest.current = keep(problem.current);
  const next = matchByLevels(rest, levels).educatorOf;
  next[row] = column;
  const after = scoresOf(problem, next);
  const before = scoresOf(problem, matching.educatorOf);
  const changes: Forced["changes"] = [];
  for (let at = 0; at < problem.learners; at++)
    if (next[at] !== matching.educatorOf[at])
      changes.push({ row: at, column: known(next[at]), before: before[at] ?? null, after: after[at] ?? null });
  const loss = ({ before: was, after: is }: Forced["changes"][number]): number => (is ?? -1) - (was ?? 0);
  changes.sort((a, b) => (a.row === row ? -1 : b.row === row ? 1 : loss(a) - loss(b) || a.row - b.row));
  return { matched: next.filter((at) => at >= 0).length, lowest: lowestOf(after), changes };
}

export function lowestOf(scores: (number | null)[]): number | null {
  return scores.reduce<number | null>(
    (lowest, score) => (score === null ? lowest : lowest === null ? score : Math.min(lowest, score)),
    null,
  );
}

/** The score that each learner has, null where unmatched. */
export function scoresOf(
  { learners, rowStart, educator, score }: LevelProblem,
  educatorOf: Int32Array,
): (number | null)[] {
  return Array.from({ length: learners }, (_, row) => {
    for (let arc = known(rowStart[row]); arc < known(rowStart[row + 1]); arc++)
      if (educator[arc] === educatorOf[row]) return score[arc] ?? null;
    return null;
  });
}

const ruledOutMost = 8;

/**
 * Educators that a rule leaves out for the learner: those wished for first, then those who would have suited best. Who
 * was possible in the run was not ruled out, even where its own proposals have filled their places since.
 */
export function ruledOutFor(
  plan: Plan,
  learnerId: string,
  possible: ReadonlySet<string>,
): Pick<Explanation, "ruledOut" | "counts"> {
  const learner = plan.facts.learners.find((one) => one.learnerId === learnerId);
  if (!learner) return { ruledOut: [], counts: [] };
  const wished = new Set(
    plan.facts.wishes
      .filter((wish) => wish.learnerId === learnerId && wish.rank !== null)
      .map(({ educatorId }) => educatorId),
  );
  const counts = new Map<string, number>();
  const out: { told: RuledOut; score: number }[] = [];
  for (const educator of plan.facts.educators) {
    if (possible.has(educator.educatorId)) continue;
    const code =
      barBetween(plan.bars, plan.settings, learner, educator) ?? exclusionsOf(plan, new Map(), learner, educator)[0];
    if (code === undefined || code === "none offered" || code === "oneself") continue;
    if (known(plan.rooms.get(educator.educatorId)).closed === "none offered") continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const detail = code === "not certified" ? known(plan.rooms.get(educator.educatorId)).missing : [];
    out.push({
      told: {
        educatorId: educator.educatorId,
        educator: `${educator.givenName} ${educator.familyName}`,
        code,
        wished: wished.has(educator.educatorId),
        detail,
      },
      score: plan.scorer.score(learner, educator),
    });
  }
  out.sort(
    (a, b) =>
      Number(b.told.wished) - Number(a.told.wished) ||
      b.score - a.score ||
      (a.told.educatorId < b.told.educatorId ? -1 : 1),
  );
  return {
    ruledOut: out.slice(0, ruledOutMost).map(({ told }) => told),
    counts: mostFirst(counts),
  };
}
