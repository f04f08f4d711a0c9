// How a run treats groups of learners: by phase, class and campus, which the school itself assigns. No trait of a person
// is asked for or guessed. What chance alone would give stands beside each mean, and cells too small to tell are hidden.
import { z } from "zod";

export const GroupFigures = z.object({
  name: z.string(),
  /** Null where the group is too small, or would give away one that is. */
  learners: z.number().int().nullable(),
  matched: z.number().int().nullable(),
  mean: z.number().int().nullable(),
  /** A twentieth of those matched score this or less. */
  low: z.number().int().nullable(),
  /** Where the mean would lie in 19 of 20 cases if the scores were dealt out at random. */
  chance: z.tuple([z.number().int(), z.number().int()]).nullable(),
});
export type GroupFigures = z.infer<typeof GroupFigures>;

export const Equity = z.array(z.object({ by: z.enum(["phase", "class", "campus"]), groups: z.array(GroupFigures) }));
export type Equity = z.infer<typeof Equity>;

export interface Counted {
  phase: string;
  class: string;
  campus: string;
  /** Null for a learner whom the run leaves without anybody. */
  score: number | null;
}

/** Fewer learners than this are not shown by themselves. */
export const smallest = 5;

export function equityOf(learners: Counted[]): Equity {
  const all = learners.flatMap(({ score }) => (score === null ? [] : [score]));
  return (["phase", "class", "campus"] as const).map((by) => {
    const members = new Map<string, (number | null)[]>();
    for (const learner of learners) {
      const own = members.get(learner[by]) ?? [];
      own.push(learner.score);
      members.set(learner[by], own);
    }
    const hidden = tooSmall(members);
    const groups = [...members]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, scores]) => (hidden.has(name) ? hiddenGroup(name) : figuresOf(name, scores, all)));
    return { by, groups };
  });
}

/** Small groups; one alone would follow from the others' sum, so the next smallest is hidden with it. */
function tooSmall(members: Map<string, unknown[]>): Set<string> {
  const bySize = [...members].toSorted(([, one], [, other]) => one.length - other.length);
  const small = bySize.filter(([, { length }]) => length < smallest);
  return new Set((small.length === 1 ? bySize.slice(0, 2) : small).map(([name]) => name));
}

function hiddenGroup(name: string): GroupFigures {
  return { name, learners: null, matched: null, mean: null, low: null, chance: null };
}

function figuresOf(name: string, scores: (number | null)[], all: number[]): GroupFigures {
  const own = scores.filter((score) => score !== null).toSorted((one, other) => one - other);
  const counts = { name, learners: scores.length, matched: own.length };
  if (own.length === 0) return { ...counts, mean: null, low: null, chance: null };
  const low = own[Math.max(0, Math.ceil(own.length / 20) - 1)] ?? null;
  return { ...counts, mean: Math.round(meanOf(own)), low, chance: dealtAtRandom(own.length, all) };
}

/** The mean of `count` scores drawn from all without putting back: mean and spread are exact, the shape taken as normal. */
function dealtAtRandom(count: number, all: number[]): [number, number] {
  const mean = meanOf(all);
  const variance = all.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, all.length - 1);
  const spread = 1.96 * Math.sqrt((variance / count) * (1 - count / all.length));
  return [Math.round(mean - spread), Math.round(mean + spread)];
}

function meanOf(scores: number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
