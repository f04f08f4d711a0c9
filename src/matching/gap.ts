// Learners without a proposal: why, and which single change would place them without moving anybody else.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import { barBetween, type Exclusion } from "./eligibility.ts";
import type { Matching } from "./engine/problem.ts";
import type { EducatorFacts, LearnerFacts } from "./facts.ts";
import type { Plan } from "./plan.ts";
import { known } from "./known.ts";

/** One change that would do: an educator trained, a place more, or a no taken back by who said it. */
export const Change = z.object({
  kind: z.enum(["train", "place", "relax"]),
  educatorId: Id,
  /** Modules to complete, for "train"; places then, for "place". */
  modules: z.array(z.string()),
  places: z.number().int(),
  /** What the pair would score. */
  score: z.number().int(),
});
export type Change = z.infer<typeof Change>;

/** How many educators each rule leaves out for a learner, most first. */
export const RuleCounts = z.array(z.object({ code: z.string(), educators: z.number().int() }));

export function mostFirst(counts: ReadonlyMap<string, number>): z.infer<typeof RuleCounts> {
  return [...counts]
    .map(([code, educators]) => ({ code, educators }))
    .sort((a, b) => b.educators - a.educators || (a.code < b.code ? -1 : 1));
}

export const Reasons = z.object({
  onLeave: z.boolean(),
  counts: RuleCounts,
  changes: z.array(Change),
});
export type Reasons = z.infer<typeof Reasons>;

export interface GapRow {
  learnerId: string;
  reasons: Reasons;
}

const changesMost = 3;

export function gapsOf(plan: Plan, { educatorOf }: Matching): GapRow[] {
  const used = new Map<string, number>();
  for (const at of educatorOf)
    if (at >= 0)
      used.set(known(plan.educators[at]).educatorId, (used.get(known(plan.educators[at]).educatorId) ?? 0) + 1);
  for (const { educator } of plan.pinned) used.set(educator.educatorId, (used.get(educator.educatorId) ?? 0) + 1);
  const waiting = plan.learners.filter((_, at) => educatorOf[at] === -1).map((learner) => gapOf(plan, used, learner));
  const away = plan.onLeave.map(({ learnerId }) => ({
    learnerId,
    reasons: { onLeave: true, counts: [], changes: [] },
  }));
  return [...waiting, ...away];
}

function gapOf(plan: Plan, used: Map<string, number>, learner: LearnerFacts): GapRow {
  const counts = new Map<string, number>();
  const changes: Change[] = [];
  for (const educator of plan.facts.educators) {
    const codes = exclusionsOf(plan, used, learner, educator);
    for (const code of codes.slice(0, 1)) counts.set(code, (counts.get(code) ?? 0) + 1);
    const change = codes.length === 1 ? changeFor(plan, used, learner, educator, known(codes[0])) : null;
    if (change !== null) changes.push(change);
  }
  counts.delete("none offered");
  return {
    learnerId: learner.learnerId,
    reasons: {
      onLeave: false,
      counts: mostFirst(counts),
      changes: changes
        .sort((a, b) => b.score - a.score || (a.educatorId < b.educatorId ? -1 : 1))
        .filter(oneOfEachFirst)
        .slice(0, changesMost),
    },
  };
}

/** Every rule that stands between the two, the pair's own first; empty cannot be, or they would be together. */
export function exclusionsOf(
  { bars, settings, rooms }: Plan,
  used: Map<string, number>,
  learner: LearnerFacts,
  educator: EducatorFacts,
): Exclusion[] {
  const codes: Exclusion[] = [];
  const bar = barBetween(bars, settings, learner, educator);
  if (bar !== null) codes.push(bar);
  const room = known(rooms.get(educator.educatorId));
  if (room.closed !== null) codes.push(room.closed);
  else if ((used.get(educator.educatorId) ?? 0) >= room.left)
    codes.push(room.left < room.offered - room.taken ? "no hours left" : "full");
  return codes;
}

/**
 * With one exclusion left, taking it away opens a place that the learner can have at once: nobody moves, and one more
 * is matched than before. A wall, a conflict and another lane are no such change.
 */
function changeFor(
  { rooms, scorer }: Plan,
  used: Map<string, number>,
  learner: LearnerFacts,
  educator: EducatorFacts,
  code: Exclusion,
): Change | null {
  const room = known(rooms.get(educator.educatorId));
  const change = { educatorId: educator.educatorId, modules: [], places: 0, score: scorer.score(learner, educator) };
  const taken = room.taken + (used.get(educator.educatorId) ?? 0);
  if (code === "not certified" && room.offered > taken) return { ...change, kind: "train", modules: room.missing };
  if (code === "full") return { ...change, kind: "place", places: taken + 1 };
  if (code === "never" || code === "declined") return { ...change, kind: "relax" };
  return null;
}

/** The best of each kind before the second best of any, so that there is a choice. */
function oneOfEachFirst(change: Change, at: number, all: Change[]): boolean {
  const before = all.slice(0, at).filter(({ kind }) => kind === change.kind).length;
  const kinds = new Set(all.map(({ kind }) => kind)).size;
  return before < (kinds === 1 ? changesMost : kinds === 2 && change.kind === known(all[0]).kind ? 2 : 1);
}
