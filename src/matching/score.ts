// How well two would suit each other: a whole number from 0 to 10000 out of declared, weighted parts, each explained.
// No trait of a person counts by itself: language is only whether the two can talk in one that both named, and its
// weight can be set to 0. Popularity counts nowhere, nor does chance.
import type { Program } from "../programs/program.ts";
import { type Part, parts, type Weights } from "../programs/weights.ts";
import type { EducatorFacts, LearnerFacts, Taken, Wish } from "./facts.ts";
import { nearness } from "./specialties.ts";
import { known } from "./known.ts";

export interface ScoreInput {
  program: Program;
  weights: Weights;
  learners: LearnerFacts[];
  educators: EducatorFacts[];
  wishes: Wish[];
  taken: Taken[];
}

/** One part of a score. `most` is what it could have given; both are null when one side has not said. */
export interface PartPoints {
  part: Part | "unknown";
  points: number;
  most: number;
  known: boolean;
}

export interface Scorer {
  /** Parts that weigh nothing here because nobody has said anything about them. */
  idle: Part[];
  /** What unknown parts are taken for: the mean of all pairs, 0 to 10000. */
  mean: number;
  score(learner: LearnerFacts, educator: EducatorFacts): number;
  parts(learner: LearnerFacts, educator: EducatorFacts): PartPoints[];
}

const unknown = -1;
const wishFalls = 0.8;

/** Prepares the scores of a run; the facts are read once here, each pair then takes well under a microsecond of looking up. */
export function scorerOf(input: ScoreInput): Scorer {
  const valuesOf = readerOf(input);
  const idle = parts.filter((part) => input.weights[part] > 0 && !hasData(part, input));
  const weights = parts.map((part) => (idle.includes(part) ? 0 : input.weights[part]));
  const used = weights.filter((weight) => weight > 0).length;
  const values = new Float64Array(parts.length);
  const mean = meanOf(input, (learner, educator) => ownOf(weights, valuesOf(learner, educator, values)));
  return {
    idle,
    mean,
    score: (learner, educator) => Math.round(totalOf(weights, used, mean, valuesOf(learner, educator, values))),
    parts: (learner, educator) => pointsOf(weights, used, mean, valuesOf(learner, educator, values)),
  };
}

type Read = (learner: LearnerFacts, educator: EducatorFacts, values: Float64Array) => Float64Array;

/** Looks up the value of each part, 0 to 1, or -1 where one of the two has not said. Fastest learner by learner. */
function readerOf({ program, learners, educators, wishes, taken }: ScoreInput): Read {
  const positions = wishPositions(wishes);
  const phaseShares = sharesByPhase(program, learners, taken);
  const offered = new Map(educators.map((educator) => [educator.educatorId, offerOf(educator, phaseShares)]));
  let asker = "";
  let asks: Asks = { needs: [], interests: [], languages: [], near: new Map() };
  let wished: Map<string, number> | undefined;
  return (learner, educator, values) => {
    if (asker !== learner.learnerId) {
      asker = learner.learnerId;
      wished = positions.get(asker);
      asks = {
        needs: plainly(learner.needs),
        interests: plainly(learner.interests),
        languages: plainly(learner.languages),
        near: new Map(),
      };
    }
    const has = known(offered.get(educator.educatorId));
    const position = wished?.get(educator.educatorId);
    values[0] = wished === undefined ? unknown : position === undefined ? 0 : wishFalls ** position;
    values[1] =
      asks.needs.length === 0 || has.skills.size === 0 ? unknown : countIn(asks.needs, has.skills) / asks.needs.length;
    values[2] = asks.interests.length === 0 || has.department === "" ? unknown : nearFor(asks, has.department);
    values[3] =
      asks.languages.length === 0 || has.languages.size === 0
        ? unknown
        : Math.min(1, countIn(asks.languages, has.languages));
    values[4] = learner.campus === "" || educator.campus === "" ? unknown : learner.campus === educator.campus ? 1 : 0;
    values[5] = has.shares === undefined || learner.phase === null ? unknown : (has.shares.get(learner.phase) ?? 0);
    return values;
  };
}

interface Asks {
  needs: string[];
  interests: string[];
  languages: string[];
  /** Departments looked up so far. */
  near: Map<string, number>;
}

interface Offer {
  skills: Set<string>;
  languages: Set<string>;
  department: string;
  shares: Map<string, number> | undefined;
}

function offerOf(
  { educatorId, skills, languages, department }: EducatorFacts,
  shares: Map<string, Map<string, number>>,
): Offer {
  return {
    skills: new Set(plainly(skills)),
    languages: new Set(plainly(languages)),
    department: plainly([department])[0] ?? "",
    shares: shares.get(educatorId),
  };
}

function nearFor({ interests, near }: Asks, department: string): number {
  const found = near.get(department) ?? nearness(interests, department);
  near.set(department, found);
  return found;
}

/** 0 for the first wish, 1 for the second: ranks of other programs leave no holes. */
export function wishPositions(wishes: Wish[]): Map<string, Map<string, number>> {
  const ranked = new Map<string, [educatorId: string, rank: number][]>();
  for (const { learnerId, educatorId, rank } of wishes) {
    if (rank === null) continue;
    const own = ranked.get(learnerId);
    if (own === undefined) ranked.set(learnerId, [[educatorId, rank]]);
    else own.push([educatorId, rank]);
  }
  const positions = new Map<string, Map<string, number>>();
  for (const [learnerId, own] of ranked) {
    own.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
    positions.set(learnerId, new Map(own.map(([educatorId], at) => [educatorId, at])));
  }
  return positions;
}

/** Of the learners an educator already has in the program, the share in each phase: who knows a phase, knows what it asks. */
function sharesByPhase(program: Program, learners: LearnerFacts[], taken: Taken[]): Map<string, Map<string, number>> {
  const phaseOf = new Map(learners.map(({ learnerId, phase }) => [learnerId, phase]));
  const counts = new Map<string, Map<string, number>>();
  for (const { learnerId, educatorId, kind, program: where } of taken) {
    const phase = phaseOf.get(learnerId);
    if (kind !== "relationship" || where !== program || phase === null || phase === undefined) continue;
    const own = counts.get(educatorId) ?? new Map<string, number>();
    counts.set(educatorId, own.set(phase, (own.get(phase) ?? 0) + 1));
  }
  for (const own of counts.values()) {
    let all = 0;
    for (const count of own.values()) all += count;
    for (const [phase, count] of own) own.set(phase, count / all);
  }
  return counts;
}

function hasData(part: Part, { program, learners, educators, wishes, taken }: ScoreInput): boolean {
  if (part === "wish") return wishes.some(({ rank }) => rank !== null);
  if (part === "stage")
    return (
      taken.some((pair) => pair.kind === "relationship" && pair.program === program) &&
      learners.some(({ phase }) => phase !== null)
    );
  const asked: Record<string, (learner: LearnerFacts) => number> = {
    skills: (l) => l.needs.length,
    specialty: (l) => l.interests.length,
    language: (l) => l.languages.length,
    campus: (l) => l.campus.length,
  };
  const given: Record<string, (educator: EducatorFacts) => number> = {
    skills: (e) => e.skills.length,
    specialty: (e) => e.department.length,
    language: (e) => e.languages.length,
    campus: (e) => e.campus.length,
  };
  return (
    learners.some((learner) => known(asked[part])(learner) > 0) &&
    educators.some((educator) => known(given[part])(educator) > 0)
  );
}

/** The weighted mean of the known parts, 0 to 10000, or -1 when none is known. */
function ownOf(weights: number[], values: Float64Array): number {
  let sum = 0;
  let weight = 0;
  for (let at = 0; at < weights.length; at++) {
    const [own, value] = [weights[at] ?? 0, values[at] ?? unknown];
    if (own === 0 || value === unknown) continue;
    sum += own * value;
    weight += own;
  }
  return weight === 0 ? unknown : (10_000 * sum) / weight;
}

/**
 * How much the known parts decide: n/(n+2), scaled so that it is 1 when all N parts in use are known. With it, an
 * empty profile neither wins nor loses.
 */
function trustOf(weights: number[], used: number, values: Float64Array): number {
  let count = 0;
  for (let at = 0; at < weights.length; at++) if (weights[at] !== 0 && values[at] !== unknown) count++;
  return count === 0 ? 0 : (count * (used + 2)) / ((count + 2) * used);
}

function totalOf(weights: number[], used: number, mean: number, values: Float64Array): number {
  const trust = trustOf(weights, used, values);
  return trust * Math.max(0, ownOf(weights, values)) + (1 - trust) * mean;
}

/** Rounded along the running sum, so that the parts add up to the score exactly. */
function pointsOf(weights: number[], used: number, mean: number, values: Float64Array): PartPoints[] {
  const trust = trustOf(weights, used, values);
  const answered = weights.reduce((sum, weight, at) => (values[at] === unknown ? sum : sum + weight), 0);
  let running = 0;
  const rounded = (exact: number): number => {
    const before = Math.round(running);
    running += exact;
    return Math.round(running) - before;
  };
  const told = parts.flatMap((part, at): PartPoints[] => {
    const weight = known(weights[at]);
    if (weight === 0) return [];
    if (values[at] === unknown) return [{ part, points: 0, most: 0, known: false }];
    const most = (trust * 10_000 * weight) / answered;
    return [{ part, points: rounded(most * known(values[at])), most: Math.round(most), known: true }];
  });
  const whole = Math.round(totalOf(weights, used, mean, values));
  if (trust < 1)
    return [
      ...told,
      { part: "unknown", points: whole - Math.round(running), most: Math.round((1 - trust) * 10_000), known: true },
    ];
  // Two ways of adding up may differ in the last bit, and so by one point at a half.
  const carrier = told.findLast(({ points }) => points > 0);
  if (carrier) carrier.points += whole - Math.round(running);
  return told;
}

/** Over everyone who could meet in the program: active learners, and educators who offer places. */
function meanOf(
  { program, learners, educators }: ScoreInput,
  own: (learner: LearnerFacts, educator: EducatorFacts) => number,
): number {
  const offering = educators.filter(({ places }) => (places[program] ?? 0) > 0);
  let sum = 0;
  let count = 0;
  for (const learner of learners) {
    if (learner.status !== "active") continue;
    for (const educator of offering) {
      const value = own(learner, educator);
      if (value === unknown) continue;
      // Whole numbers add up to the same sum in any order.
      sum += Math.round(value);
      count++;
    }
  }
  return count === 0 ? 5_000 : Math.round(sum / count);
}

function plainly(words: string[]): string[] {
  return [...new Set(words.map((word) => word.trim().toLowerCase()).filter((word) => word !== ""))];
}

function countIn(words: string[], set: Set<string>): number {
  let count = 0;
  for (const word of words) if (set.has(word)) count++;
  return count;
}
