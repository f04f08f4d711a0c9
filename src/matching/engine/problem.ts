// What a match is asked and what it answers: learners, educators, the arcs that may be used, the objectives in order.

/** Arcs by learner: those of `l` are `rowStart[l]` up to `rowStart[l + 1]`. A pair without an arc is impossible. */
export interface ArcProblem {
  learners: number;
  educators: number;
  /** learners + 1 offsets. */
  rowStart: Int32Array;
  /** Educator of each arc. */
  educator: Int32Array;
  /** Score of each arc, an integer from 0 to 10000. */
  score: Int32Array;
  /** Places of each educator. */
  capacity: Int32Array;
}

/** `current` is 1 on the arcs that are relationships in force; `rank` is 1 on a learner's first wish, 2 on the second, 0 on none. */
export type LevelProblem = ArcProblem & { current?: Uint8Array; rank?: Uint8Array };

/** One objective; a list of them is read in order, each kept while the next is improved. */
export type Level =
  | { kind: "cardinality" }
  | { kind: "continuity" }
  | { kind: "max-min" }
  | { kind: "max-sum"; continuityBonus?: number }
  /** As many as can be with the wish of this rank. Several in order make the rank profile the best there is. */
  | { kind: "rank"; rank: number };

/** What one level reached, with the integer price per educator that proves it. */
export interface ProvenLevel {
  name: string;
  /** Learners matched, relationships moved, lowest score of a pair (10000 without pairs), total with bonuses, or wishes met. */
  value: number;
  prices: Int32Array;
  /** The bonus in the weights of a max-sum level, when there is one. */
  continuityBonus?: number;
  /** The rank of a rank level. */
  rank?: number;
}

export interface Matching {
  /** Educator of each learner, -1 when unmatched. */
  educatorOf: Int32Array;
  /** Sum of 10000 - score over the pairs. */
  cost: number;
  unmatched: number;
  levels: ProvenLevel[];
  /** The last level's prices. */
  prices: Int32Array;
  /** False when it was stopped early: the pairs are possible, and only the levels listed are proven. */
  finished: boolean;
  /** Binds input, pairs and prices together (see fingerprint.ts). */
  seal?: string;
}

/** Chiron's order: most learners, fewest relationships moved, highest minimum, highest total. */
export const defaultLevels: Level[] = [
  { kind: "cardinality" },
  { kind: "continuity" },
  { kind: "max-min" },
  { kind: "max-sum" },
];

/** Most first wishes, then second ones and so on (rank-maximal; Irving, Kavitha, Mehlhorn, Michail and Paluch 2006). */
export function rankProfile(ranks: number): Level[] {
  return Array.from({ length: ranks }, (_, at) => ({ kind: "rank", rank: at + 1 }));
}

export const topScore = 10_000;
const topBonus = 1_000_000;
const topRank = 255;
const topCount = 2 ** 31 - 1;
const enough = 20;
/** Learners whose rows are looked at in one go. */
const block = 256;

export interface Diagnostic {
  field: string;
  because: string;
}

/** What is wrong with the input, at most 20 findings; empty when it can be solved. */
export function validate(problem: LevelProblem): Diagnostic[] {
  const found = shapeFaults(problem);
  if (found.length === 0 && !areSound(problem)) arcFaults(problem, found);
  return found;
}

/** Throws a RangeError naming the first faults, so that nothing is ever solved on a broken input. */
export function refuseInvalid(problem: LevelProblem, levels: readonly Level[] = defaultLevels): void {
  const found = [...validate(problem), ...levelFaults(levels)];
  if (found.length === 0) return;
  throw new RangeError(found.map((fault) => `${fault.field}: ${fault.because}`).join("\n"));
}

/** The arc between a learner and an educator, or -1. */
export function arcBetween(problem: ArcProblem, learner: number, educator: number): number {
  const end = problem.rowStart[learner + 1]!;
  for (let arc = problem.rowStart[learner]!; arc < end; arc++) if (problem.educator[arc] === educator) return arc;
  return -1;
}

/** Lengths, offsets and capacities: all that can be said without looking at the arcs. */
export function shapeFaults(problem: LevelProblem): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { learners, educators, rowStart, educator, score, capacity, current, rank } = problem;
  const say = (field: string, because: string): void => void found.push({ field, because });
  for (const [field, count] of [
    ["learners", learners],
    ["educators", educators],
  ] as const) {
    if (!Number.isInteger(count) || count < 0 || count > topCount) say(field, `${count} is not a count`);
  }
  if (found.length > 0) return found;
  if (rowStart.length !== learners + 1) say("rowStart", `has ${rowStart.length} offsets, ${learners + 1} are needed`);
  if (capacity.length !== educators) say("capacity", `has ${capacity.length} entries, ${educators} are needed`);
  if (score.length !== educator.length) say("score", `has ${score.length} entries for ${educator.length} arcs`);
  if (current && current.length !== educator.length)
    say("current", `has ${current.length} entries for ${educator.length} arcs`);
  if (rank && rank.length !== educator.length) say("rank", `has ${rank.length} entries for ${educator.length} arcs`);
  if (rowStart[0] !== 0) say("rowStart", "does not begin with 0");
  if (rowStart[learners] !== educator.length)
    say("rowStart", `ends with ${rowStart[learners]}, there are ${educator.length} arcs`);
  for (let l = 0; l < learners && found.length < enough; l++) {
    const from = rowStart[l]!;
    const to = rowStart[l + 1]!;
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
      say(`rowStart[${l + 1}]`, `${to} does not follow ${from}`);
  }
  capacityFaults(problem, found);
  return found;
}

function capacityFaults({ educators, capacity }: ArcProblem, found: Diagnostic[]): void {
  let total = 0;
  for (let e = 0; e < educators && found.length < enough; e++) {
    const places = capacity[e]!;
    if (!Number.isInteger(places) || places < 0)
      found.push({ field: `capacity[${e}]`, because: `${places} is not a number of places` });
    else total += places;
  }
  if (total > topCount)
    found.push({ field: "capacity", because: `${total} places in all; at most ${topCount} can be counted exactly` });
}

/** Whether all arcs are as they have to be, in one quick look; what is wrong with those that are not takes another. */
function areSound({ learners, educators, rowStart, educator, score, current }: LevelProblem): boolean {
  if (!(educator instanceof Int32Array && score instanceof Int32Array)) return false;
  if (current?.some((mark) => mark > 1)) return false;
  let areRising = true;
  for (let l = 0; l < learners && areRising; l += block) {
    const end = Math.min(l + block, learners);
    areRising = areRowsSound(rowStart, educator, score, educators - 1, l, end);
  }
  return areRising;
}

/** Signs are gathered and looked at once, for a branch at each arc is felt. Rows that do not rise might have one twice. */
function areRowsSound(
  rowStart: Int32Array,
  educator: Int32Array,
  score: Int32Array,
  last: number,
  from: number,
  to: number,
): boolean {
  let signs = 0;
  let rises = -1;
  for (let l = from, arc = rowStart[from]!; l < to; l++) {
    const end = rowStart[l + 1]!;
    for (let before = -1; arc < end; arc++) {
      const e = educator[arc]!;
      const points = score[arc]!;
      signs |= e | (last - e) | points | (topScore - points);
      rises &= before - e;
      before = e;
    }
  }
  return signs >= 0 && rises < 0;
}

function arcFaults(problem: LevelProblem, found: Diagnostic[]): void {
  const { learners, educators, rowStart, educator, score, current } = problem;
  const lastSeen = new Int32Array(educators).fill(-1);
  for (let l = 0; l < learners; l++) {
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      if (found.length >= enough) return;
      const e = educator[arc]!;
      const points = score[arc]!;
      if (!Number.isInteger(e) || e < 0 || e >= educators)
        found.push({ field: `educator[${arc}]`, because: `${e} is not one of the ${educators} educators` });
      else if (lastSeen[e] === l) found.push({ field: `educator[${arc}]`, because: `learner ${l} has ${e} twice` });
      else lastSeen[e] = l;
      if (!Number.isInteger(points) || points < 0 || points > topScore)
        found.push({ field: `score[${arc}]`, because: `${points} is not a whole number from 0 to ${topScore}` });
      if (current && current[arc]! > 1)
        found.push({ field: `current[${arc}]`, because: `${current[arc]} is neither 0 nor 1` });
    }
  }
}

function levelFaults(levels: readonly Level[]): Diagnostic[] {
  if (levels[0]?.kind !== "cardinality") return [{ field: "levels", because: "the first level has to be cardinality" }];
  const found: Diagnostic[] = [];
  levels.forEach((level, at) => {
    const bonus = level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
    if (!Number.isInteger(bonus) || bonus < 0 || bonus > topBonus)
      found.push({
        field: `levels[${at}].continuityBonus`,
        because: `${bonus} is not a whole number from 0 to ${topBonus}`,
      });
    if (level.kind === "rank" && !(Number.isInteger(level.rank) && level.rank > 0 && level.rank <= topRank))
      found.push({ field: `levels[${at}].rank`, because: `${level.rank} is not a whole number from 1 to ${topRank}` });
  });
  return found;
}
