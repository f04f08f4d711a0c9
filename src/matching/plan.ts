// From facts and settings to the engine's problem and back: who is in it, which arcs exist, what came out.
import { Refusal } from "../core/refusal.ts";
import { missingModulesOf } from "./certified.ts";
import { type Barred, barBetween, barsOf, heldPairs, learnersIn, type Room, roomsOf } from "./eligibility.ts";
import { checkLevels } from "./engine/check.ts";
import { fingerprint } from "./engine/fingerprint.ts";
import { matchByLevels } from "./engine/levels.ts";
import type { LevelProblem, Matching } from "./engine/problem.ts";
import type { EducatorFacts, Facts, LearnerFacts, Pair } from "./facts.ts";
import { type PartPoints, type Scorer, scorerOf } from "./score.ts";
import { levelsOf, type Settings } from "./settings.ts";
import { known } from "./known.ts";

export interface Plan {
  facts: Facts;
  settings: Settings;
  /** Rows of the problem: learners to match, without the pinned ones. */
  learners: LearnerFacts[];
  /** Columns of the problem: educators with room. */
  educators: EducatorFacts[];
  pinned: { learner: LearnerFacts; educator: EducatorFacts }[];
  onLeave: LearnerFacts[];
  rooms: Map<string, Room>;
  bars: Map<string, Map<string, Barred>>;
  held: Map<string, string>;
  scorer: Scorer;
  problem: LevelProblem;
  /** Names the problem and who stands behind its numbers. */
  fingerprint: string;
}

export interface ProposalRow {
  learnerId: string;
  educatorId: string;
  score: number;
  parts: PartPoints[];
  kept: boolean;
  pinned: boolean;
}

/**
 * Everything before solving. Refuses pins that a rule excludes. With `withFull`, educators who lack nothing but a place
 * are columns too, without places: so that one more can be tried.
 */
export function planOf(facts: Facts, settings: Settings, { withFull = false } = {}): Plan {
  const rooms = roomsOf(facts, settings, missingModulesOf(facts.terms[facts.program]));
  const bars = barsOf(facts, settings);
  const { candidates, onLeave } = learnersIn(facts, settings);
  const held = heldPairs(facts, settings);
  const scorer = scorerOf({ ...facts, weights: settings.weights });
  const pinned = pinnedPairs(facts, settings, candidates, rooms, bars);
  const byPin = new Set(pinned.map(({ learner }) => learner.learnerId));
  const learners = candidates.filter(({ learnerId }) => !byPin.has(learnerId));
  const room = new Map([...rooms].map(([educatorId, { left }]) => [educatorId, left]));
  for (const { educator } of pinned) room.set(educator.educatorId, known(room.get(educator.educatorId)) - 1);
  const educators = facts.educators.filter(
    ({ educatorId }) => known(room.get(educatorId)) > 0 || (withFull && known(rooms.get(educatorId)).closed === "full"),
  );
  const problem = problemOf(learners, educators, room, bars, settings, held, scorer);
  const who = [
    ...learners.map(({ learnerId }) => learnerId),
    ...educators.map(({ educatorId }) => educatorId),
    ...pinned.map(({ learner, educator }) => learner.learnerId + educator.educatorId),
  ];
  return {
    facts,
    settings,
    learners,
    educators,
    pinned,
    onLeave,
    rooms,
    bars,
    held,
    scorer,
    problem,
    fingerprint: `${fingerprint(problem)}-${digest(who.join())}`,
  };
}

/** Solves and has it checked; an unproven result is a bug and never returned. Of equally good pairs, those of `warm`. */
export function solvePlan({ problem, settings }: Plan, warm?: Matching): Matching {
  const levels = levelsOf(settings);
  const matching = matchByLevels(problem, levels, warm ? { warm } : {});
  const check = checkLevels(problem, levels, matching);
  if (!check.ok) throw new Error(`the match does not prove itself: ${check.failures.slice(0, 3).join("; ")}`);
  return matching;
}

/** Pairs as the engine takes them to begin with; where they are among the best, they stay. */
export function alike({ educators }: LevelProblem, educatorOf: Int32Array): Matching {
  return { educatorOf, cost: 0, unmatched: 0, levels: [], prices: new Int32Array(educators), finished: false };
}

/** The same for pairs by their ids, such as those of an earlier run; who is not in this one is left out. */
export function alikeTo({ learners, educators, problem }: Plan, pairs: readonly Pair[]): Matching {
  const columnOf = new Map(educators.map(({ educatorId }, column) => [educatorId, column]));
  const wanted = new Map(pairs.map(({ learnerId, educatorId }) => [learnerId, columnOf.get(educatorId) ?? -1]));
  return alike(
    problem,
    Int32Array.from(learners, ({ learnerId }) => wanted.get(learnerId) ?? -1),
  );
}

/** The pairs of a solved plan, pinned ones included, in the order of the learners' ids. */
export function proposalsOf(
  { learners, educators, pinned, held, scorer }: Plan,
  { educatorOf }: Matching,
): ProposalRow[] {
  const row = (learner: LearnerFacts, educator: EducatorFacts, isPinned: boolean): ProposalRow => ({
    learnerId: learner.learnerId,
    educatorId: educator.educatorId,
    score: scorer.score(learner, educator),
    parts: scorer.parts(learner, educator),
    kept: held.get(learner.learnerId) === educator.educatorId,
    pinned: isPinned,
  });
  const rows = pinned.map(({ learner, educator }) => row(learner, educator, true));
  for (const [at, learner] of learners.entries())
    if (known(educatorOf[at]) >= 0) rows.push(row(learner, known(educators[known(educatorOf[at])]), false));
  return rows.sort((a, b) => (a.learnerId < b.learnerId ? -1 : 1));
}

function problemOf(
  learners: LearnerFacts[],
  educators: EducatorFacts[],
  room: Map<string, number>,
  bars: Map<string, Map<string, Barred>>,
  settings: Settings,
  held: Map<string, string>,
  scorer: Scorer,
): LevelProblem {
  const rowStart = new Int32Array(learners.length + 1);
  const most = learners.length * educators.length;
  const [educator, score, current] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
  let arcs = 0;
  for (const [row, learner] of learners.entries()) {
    const keeps = held.get(learner.learnerId);
    for (const [column, candidate] of educators.entries()) {
      if (barBetween(bars, settings, learner, candidate) !== null) continue;
      educator[arcs] = column;
      score[arcs] = scorer.score(learner, candidate);
      current[arcs] = keeps === candidate.educatorId ? 1 : 0;
      arcs++;
    }
    rowStart[row + 1] = arcs;
  }
  return {
    learners: learners.length,
    educators: educators.length,
    rowStart,
    educator: educator.slice(0, arcs),
    score: score.slice(0, arcs),
    capacity: Int32Array.from(educators, ({ educatorId }) => known(room.get(educatorId))),
    current: current.slice(0, arcs),
  };
}

function pinnedPairs(
  facts: Facts,
  settings: Settings,
  candidates: LearnerFacts[],
  rooms: Map<string, Room>,
  bars: Map<string, Map<string, Barred>>,
): Plan["pinned"] {
  const learnerOf = new Map(candidates.map((learner) => [learner.learnerId, learner]));
  const educatorOf = new Map(facts.educators.map((educator) => [educator.educatorId, educator]));
  const used = new Map<string, number>();
  const seen = new Set<string>();
  return settings.pins.map((pin) => {
    const learner = learnerOf.get(pin.learnerId);
    const educator = educatorOf.get(pin.educatorId);
    if (!learner || !educator || seen.has(pin.learnerId))
      throw pinRefusal(pin, "This learner is not to be matched in this run, or is pinned twice.");
    seen.add(pin.learnerId);
    if (barBetween(bars, settings, learner, educator) !== null)
      throw pinRefusal(pin, `${nameOf(learner)} and ${nameOf(educator)} are not available to each other.`);
    const count = (used.get(pin.educatorId) ?? 0) + 1;
    used.set(pin.educatorId, count);
    if (count > known(rooms.get(pin.educatorId)).left)
      throw pinRefusal(pin, `${nameOf(educator)} has no place left for ${nameOf(learner)}.`);
    return { learner, educator };
  });
}

function pinRefusal(_pin: Pair, because: string): Refusal {
  return new Refusal("invalid", "run.pin", `${because} Take the pin away, or change what stands in its way.`, [
    { field: "settings.pins", because },
  ]);
}

export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}

/** A short name of a text: FNV-1a, 32 bits. It guards against mix-ups, not against forgery. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
