// Who may be matched with whom, before any score: rules that no score can buy, each exclusion with its code.
import type { Day } from "../core/shapes.ts";
import { hoursPerYear } from "../training/effort.ts";
import { programs } from "../programs/program.ts";
import type { EducatorFacts, Facts, LearnerFacts } from "./facts.ts";
import type { Settings } from "./settings.ts";

/** Why an educator takes nobody new in this program. */
export type Closed = "none offered" | "not certified" | "paused" | "full" | "no hours left";
/** Why two are not put together. "not available" is the wall, or a conflict that one declared: it says no more. */
export type Barred =
  | "oneself"
  | "other lane"
  | "not available"
  | "never"
  | "declined"
  | "together before"
  | "forbidden"
  | "other campus";
export type Exclusion = Closed | Barred;

/** What an educator can still take in the program. */
export interface Room {
  /** Learners that can be added. */
  left: number;
  offered: number;
  taken: number;
  /** Null while there is room. */
  closed: Closed | null;
  /** Modules that certification still asks for. */
  missing: string[];
  /** Hours a year; null where none are allocated, and then hours do not limit. */
  hours: { allocated: number; asked: number } | null;
}

/** The modules of the program's charter that an educator still lacks on a day. */
export type MissingModules = (educator: EducatorFacts, day: Day) => string[];

/** Learners who are to be matched, and those who would be but are on leave. */
export function learnersIn(
  { program, learners, taken }: Facts,
  { scope, pins }: Settings,
): { candidates: LearnerFacts[]; onLeave: LearnerFacts[] } {
  const provided = new Set<string>();
  for (const pair of taken) {
    if (pair.program !== program) continue;
    if (pair.kind === "proposal" || scope === "in need") provided.add(pair.learnerId);
  }
  const pinned = new Set(pins.map(({ learnerId }) => learnerId));
  const inNeed = learners.filter(
    ({ learnerId }) => !provided.has(learnerId) || (pinned.has(learnerId) && scope === "everyone"),
  );
  return {
    candidates: inNeed.filter(({ status }) => status === "active"),
    onLeave: inNeed.filter(({ status }) => status === "leave"),
  };
}

/**
 * Each educator's room in the program. The hours of the year limit only where some are allocated: an educator whose
 * effort is 0 % has places but no hours on record, which says that nobody counted, not that there is no time.
 */
export function roomsOf(facts: Facts, settings: Settings, missingModules: MissingModules): Map<string, Room> {
  const asked = hoursAsked(facts, settings);
  const heldHere = countTaken(facts, settings);
  const raised = new Map(settings.assumptions.places.map(({ educatorId, places }) => [educatorId, places]));
  const assumed = new Set(settings.assumptions.certified);
  const terms = facts.terms[facts.program];
  const limit = Math.min(terms.learnersMost, settings.learnersMost ?? Infinity);
  return new Map(
    facts.educators.map((educator) => {
      const { educatorId, effortPercent, pausedUntil } = educator;
      // A raised number of places is meant as said, beyond the charter's limit too: that is what the scenario asks.
      const offered = raised.get(educatorId) ?? Math.min(educator.places[facts.program] ?? 0, limit);
      const taken = heldHere.get(educatorId) ?? 0;
      const missing = offered === 0 || assumed.has(educatorId) ? [] : missingModules(educator, facts.from);
      const hours =
        effortPercent > 0
          ? { allocated: (hoursPerYear * effortPercent) / 100, asked: asked.get(educatorId) ?? 0 }
          : null;
      const byHours =
        hours === null || terms.hoursPerLearnerYear === 0
          ? Infinity
          : Math.floor((hours.allocated - hours.asked) / terms.hoursPerLearnerYear + 1e-9);
      const closed: Closed | null =
        offered === 0
          ? "none offered"
          : missing.length > 0
            ? "not certified"
            : pausedUntil !== null && pausedUntil > facts.from
              ? "paused"
              : offered <= taken
                ? "full"
                : byHours <= 0
                  ? "no hours left"
                  : null;
      const left = closed === null ? Math.min(offered - taken, byHours) : 0;
      return [educatorId, { left, offered, taken, closed, missing, hours }];
    }),
  );
}

/** For each learner, the educators they cannot be put together with; the first code given stays. */
export function barsOf(facts: Facts, settings: Settings): Map<string, Map<string, Barred>> {
  const bars = new Map<string, Map<string, Barred>>();
  const bar = (learnerId: string, educatorId: string, code: Barred): void => {
    const own = bars.get(learnerId);
    if (own === undefined) bars.set(learnerId, new Map([[educatorId, code]]));
    else if (!own.has(educatorId)) own.set(educatorId, code);
  };
  const relaxed = new Set(
    settings.assumptions.relaxed.map(({ learnerId, educatorId }) => `${learnerId} ${educatorId}`),
  );
  for (const { learnerId } of facts.learners) bar(learnerId, learnerId, "oneself");
  for (const { learnerId, educatorId, program } of facts.taken)
    if (program !== facts.program) bar(learnerId, educatorId, "other lane");
  for (const { learnerId, educatorId } of facts.closed) bar(learnerId, educatorId, "not available");
  for (const { learnerId, educatorId, neutral } of facts.declined)
    if (neutral) bar(learnerId, educatorId, "not available");
  for (const { learnerId, educatorId, rank } of facts.wishes)
    if (rank === null && !relaxed.has(`${learnerId} ${educatorId}`)) bar(learnerId, educatorId, "never");
  for (const { learnerId, educatorId, neutral } of facts.declined)
    if (!neutral && !relaxed.has(`${learnerId} ${educatorId}`)) bar(learnerId, educatorId, "declined");
  // Pinned, they are meant to begin anew: the coordinator names the two, and both are asked.
  const pinned = new Set(settings.pins.map(({ learnerId, educatorId }) => `${learnerId} ${educatorId}`));
  for (const { learnerId, educatorId } of facts.parted)
    if (!pinned.has(`${learnerId} ${educatorId}`)) bar(learnerId, educatorId, "together before");
  for (const { learnerId, educatorId } of settings.forbidden) bar(learnerId, educatorId, "forbidden");
  return bars;
}

/** Why these two are not put together, or null. The educator's own room is asked separately. */
export function barBetween(
  bars: Map<string, Map<string, Barred>>,
  settings: Settings,
  learner: LearnerFacts,
  educator: EducatorFacts,
): Barred | null {
  const own = bars.get(learner.learnerId)?.get(educator.educatorId);
  if (own !== undefined) return own;
  const isElsewhere =
    settings.sameCampus && learner.campus !== "" && educator.campus !== "" && learner.campus !== educator.campus;
  return isElsewhere ? "other campus" : null;
}

/** Relationships in force of the program that a run over everyone may keep or move. */
export function heldPairs({ program, taken }: Facts, { scope }: Settings): Map<string, string> {
  if (scope === "in need") return new Map();
  return new Map(
    taken
      .filter((pair) => pair.program === program && pair.kind === "relationship")
      .map((pair) => [pair.learnerId, pair.educatorId]),
  );
}

function countTaken({ program, taken, learners }: Facts, { scope }: Settings): Map<string, number> {
  const active = new Set(learners.filter(({ status }) => status === "active").map(({ learnerId }) => learnerId));
  const counts = new Map<string, number>();
  for (const pair of taken) {
    if (pair.program !== program) continue;
    // A run over everyone gives these places anew; a learner on leave keeps theirs.
    if (scope === "everyone" && pair.kind === "relationship" && active.has(pair.learnerId)) continue;
    counts.set(pair.educatorId, (counts.get(pair.educatorId) ?? 0) + 1);
  }
  return counts;
}

/** Hours a year that the pairs already taken ask of each educator, over all programs. */
function hoursAsked(facts: Facts, settings: Settings): Map<string, number> {
  const hours = new Map<string, number>();
  const own = countTaken(facts, settings);
  for (const program of programs) {
    const perLearner = facts.terms[program].hoursPerLearnerYear;
    if (program === facts.program)
      for (const [educatorId, count] of own) hours.set(educatorId, (hours.get(educatorId) ?? 0) + count * perLearner);
    else
      for (const pair of facts.taken)
        if (pair.program === program) hours.set(pair.educatorId, (hours.get(pair.educatorId) ?? 0) + perLearner);
  }
  return hours;
}
