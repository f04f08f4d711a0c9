// The three programs as one problem: the same people, hours that every program takes from, and one lane for each pair.
import { Refusal } from "../core/refusal.ts";
import { solveTogether } from "./engine/coupled.ts";
import { checkTogether } from "./engine/coupled-check.ts";
import { type CoupledMatching, type CoupledProblem, type CoupledRole, unlimited } from "./engine/coupled-problem.ts";
import { matchByLevels } from "./engine/levels.ts";
import type { LevelProblem, Matching } from "./engine/problem.ts";
import { known } from "./known.ts";
import { alike, type Plan, solvePlan } from "./plan.ts";
import { levelsOf } from "./settings.ts";

/** Hours are counted in hundredths, so that everything is a whole number. */
const perHour = 100;

/** Plans of several programs over the same facts, without pins. */
export function togetherOf(plans: readonly Plan[]): CoupledProblem {
  const { facts, rooms } = known(plans[0]);
  const hours = plans.map((plan) => Math.round(perHour * plan.facts.terms[plan.facts.program].hoursPerLearnerYear));
  const unit = hours.reduce(commonUnit, 0) || 1;
  return {
    roles: plans.map((plan, r) => ({
      name: plan.facts.program,
      effort: known(hours[r]) / unit,
      problem: overEverybody(plan),
    })),
    budget: Int32Array.from(facts.educators, ({ educatorId }) => {
      const left = known(rooms.get(educatorId)).hours;
      if (left === null) return unlimited;
      return Math.max(0, Math.floor((perHour * (left.allocated - left.asked)) / unit + 1e-6));
    }),
  };
}

/**
 * Best for all programs together, then each exact, by its own objectives, given the pairs of the others. What the bounds
 * say is computed by the check, over all arcs.
 */
export async function solvePlansTogether(plans: readonly Plan[], tell: TellShare): Promise<CoupledMatching> {
  const problem = togetherOf(plans);
  const found = await watched(tell, (watching) => solveTogether(nearest(problem), { enough, shakes, ...watching }));
  const educatorOf = settled(problem, plans, found.educatorOf);
  const { matched, total, mostMatched, mostTotal } = checkTogether(problem, { ...found, educatorOf });
  const isBest = matched === mostMatched && total === mostTotal;
  const status = isBest ? "optimal" : "feasible-with-gap";
  const matching: CoupledMatching = { ...found, educatorOf, matched, total, mostMatched, mostTotal, status };
  const { ok, failures } = checkTogether(problem, matching);
  if (!ok) throw new Error(`the three do not prove themselves: ${failures.slice(0, 3).join("; ")}`);
  return matching;
}

/** Says which share of the work is done, from 0 to 1. Throws once nobody waits for it. */
export type TellShare = (share: number) => Promise<void>;

/** The engine's steps do not wait for what they say: a listener who has gone stops them, and is told afterwards. */
async function watched<T>(
  tell: TellShare,
  work: (watching: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let isTelling = false;
  let told: Promise<void> = Promise.resolve();
  const onProgress = (share: number) => {
    if (isTelling) return;
    isTelling = true;
    told = tell(share).then(
      () => void (isTelling = false),
      (error: unknown) => stop.abort(error),
    );
  };
  const done = await work({ signal: stop.signal, onProgress });
  await told;
  stop.signal.throwIfAborted();
  return done;
}

/** Within a thousandth of the bound the search ends; the last step costs or gains more than that. */
const enough = 0.001;
const shakes = 20;
/** Each round makes some program better and none worse, so that few are needed; it ends in any case. */
const roundsMost = 12;
/** Candidates of a learner while the three are weighed against each other; each program's own match sees them all. */
const nearestMost = 40;

/** Each learner's best arcs only, in their order. */
function nearest({ roles, budget }: CoupledProblem): CoupledProblem {
  return {
    budget,
    roles: roles.map((role) => {
      const { learners, rowStart, educator, score } = role.problem;
      const next = new Int32Array(learners + 1);
      const kept: number[] = [];
      for (let l = 0; l < learners; l++) {
        const [from, to] = [known(rowStart[l]), known(rowStart[l + 1])];
        const arcs = Array.from({ length: to - from }, (_, at) => from + at);
        arcs.sort((one, other) => known(score[other]) - known(score[one]) || one - other);
        kept.push(...arcs.slice(0, nearestMost).sort((one, other) => one - other));
        next[l + 1] = kept.length;
      }
      const of = (list: Int32Array): Int32Array => Int32Array.from(kept, (arc) => known(list[arc]));
      return { ...role, problem: { ...role.problem, rowStart: next, educator: of(educator), score: of(score) } };
    }),
  };
}

function settled(problem: CoupledProblem, plans: readonly Plan[], begun: readonly Int32Array[]): Int32Array[] {
  const educatorOf = [...begun];
  let still = 0;
  for (let at = 0; still < plans.length && at < roundsMost * plans.length; at++) {
    const r = at % plans.length;
    const before = known(educatorOf[r]);
    const given = givenOthers(problem, r, educatorOf);
    const after = matchByLevels(given, levelsOf(known(plans[r]).settings), { warm: alike(given, before) }).educatorOf;
    still = after.every((e, l) => e === before[l]) ? still + 1 : 0;
    educatorOf[r] = after;
  }
  return educatorOf;
}

/** One role within the lanes and the hours that the others leave. */
function givenOthers({ roles, budget }: CoupledProblem, r: number, educatorOf: readonly Int32Array[]): LevelProblem {
  const { effort, problem } = known(roles[r]);
  const left = Array.from(budget, (units) => (units === unlimited ? Infinity : units));
  for (const [other, pairs] of educatorOf.entries())
    if (other !== r) for (const e of pairs) if (e >= 0) left[e] = known(left[e]) - known(roles[other]).effort;
  const rowStart = new Int32Array(problem.learners + 1);
  const [educator, score]: [number[], number[]] = [[], []];
  for (let l = 0; l < problem.learners; l++) {
    for (let arc = known(problem.rowStart[l]); arc < known(problem.rowStart[l + 1]); arc++) {
      const e = known(problem.educator[arc]);
      if (educatorOf.some((pairs, other) => other !== r && pairs[l] === e)) continue;
      educator.push(e);
      score.push(known(problem.score[arc]));
    }
    rowStart[l + 1] = educator.length;
  }
  const capacity = problem.capacity.map((places, e) =>
    effort === 0 ? places : Math.max(0, Math.min(places, Math.floor(known(left[e]) / effort))),
  );
  return { ...problem, rowStart, educator: Int32Array.from(educator), score: Int32Array.from(score), capacity };
}

/**
 * The run's own match, given the others' pairs. Settling ends after some rounds, whether or not it came to rest: what is
 * not the best there is given the others would claim more than is proven, and is refused.
 */
export function bestAmong(plan: Plan, own: Int32Array): Matching {
  const matching = solvePlan(plan, alike(plan.problem, own));
  if (matching.educatorOf.every((e, l) => e === own[l])) return matching;
  throw new Refusal(
    "conflict",
    "run.unsettled",
    `The three did not come to rest with each other: ${plan.facts.program} could still be better, given the other two. Nothing was kept. Match the three in a row.`,
  );
}

/** The plan's problem with everybody's numbers in place of its own rows and columns. */
function overEverybody({ facts, learners, educators, problem }: Plan): CoupledRole["problem"] {
  const rowOf = new Map(learners.map(({ learnerId }, row) => [learnerId, row]));
  const numberOf = new Map(facts.educators.map(({ educatorId }, e) => [educatorId, e]));
  const columns = Int32Array.from(educators, ({ educatorId }) => known(numberOf.get(educatorId)));
  const rowStart = new Int32Array(facts.learners.length + 1);
  for (const [l, { learnerId }] of facts.learners.entries()) {
    const row = rowOf.get(learnerId);
    const arcs = row === undefined ? 0 : known(problem.rowStart[row + 1]) - known(problem.rowStart[row]);
    rowStart[l + 1] = known(rowStart[l]) + arcs;
  }
  const capacity = new Int32Array(facts.educators.length);
  for (const [column, e] of columns.entries()) capacity[e] = known(problem.capacity[column]);
  return {
    learners: facts.learners.length,
    educators: facts.educators.length,
    rowStart,
    educator: problem.educator.map((column) => known(columns[column])),
    score: problem.score,
    capacity,
  };
}

function commonUnit(one: number, other: number): number {
  return other === 0 ? one : commonUnit(other, one % other);
}
