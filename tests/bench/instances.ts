// Seeded schools for the matching benchmarks: few specialties draw most people, and demand and supply are skewed
// differently, as in real ones. The same name gives the same bytes everywhere, so figures can be compared with others'.
import type { ArcProblem } from "../../src/matching/engine/problem.ts";

/** Candidates per learner, or all but 3 in 100 when "dense"; places drawn evenly from a range. */
export interface School {
  learners: number;
  educators: number;
  choices: number | "dense";
  seed: number;
  places: [number, number];
}

/** s: more places than learners; t: too few places; d: nearly every pair is possible. */
export const schools: Record<string, School> = {
  s200: { learners: 200, educators: 100, choices: 50, seed: 1, places: [1, 3] },
  d200: { learners: 200, educators: 100, choices: "dense", seed: 11, places: [1, 3] },
  s1k: { learners: 1_000, educators: 400, choices: 50, seed: 2, places: [2, 4] },
  d1k: { learners: 1_000, educators: 400, choices: "dense", seed: 12, places: [2, 4] },
  t1k: { learners: 1_000, educators: 400, choices: 50, seed: 22, places: [1, 3] },
  s10k: { learners: 10_000, educators: 4_000, choices: 50, seed: 3, places: [2, 4] },
  t10k: { learners: 10_000, educators: 4_000, choices: 50, seed: 23, places: [1, 3] },
  d10k: { learners: 10_000, educators: 4_000, choices: "dense", seed: 13, places: [2, 4] },
  s50k: { learners: 50_000, educators: 20_000, choices: 50, seed: 4, places: [2, 4] },
  t50k: { learners: 50_000, educators: 20_000, choices: 50, seed: 24, places: [1, 3] },
  s200k: { learners: 200_000, educators: 80_000, choices: 50, seed: 5, places: [2, 4] },
  t200k: { learners: 200_000, educators: 80_000, choices: 50, seed: 25, places: [1, 3] },
  s1m: { learners: 1_000_000, educators: 400_000, choices: 50, seed: 6, places: [2, 4] },
};

/** How both sides rank each other, for the stable match: the score and some taste of their own. */
export interface Instance extends ArcProblem {
  learnerValue: Int32Array;
  educatorValue: Int32Array;
}

const traits = 6;
const dense = 0.97;

export function makeInstance(school: School, { withValues = false } = {}): Instance {
  const { learners, educators, choices, seed } = school;
  const chance = mulberry32(seed);
  const fields = Math.max(4, Math.min(40, Math.floor(educators / 12)));
  const demand = skewed(fields, 0.9);
  const staff = staffOf(chance, school, fields);
  const most = choices === "dense" ? learners * educators : learners * Math.min(choices, educators - 1);
  const arcs = { educator: new Int32Array(most), score: new Int32Array(most) };
  const valued = withValues ? most : 0;
  const values = { learnerValue: new Int32Array(valued), educatorValue: new Int32Array(valued) };
  const rowStart = new Int32Array(learners + 1);
  const pick = pickerOf(chance, staff.byField, educators);
  const goals = new Float64Array(traits);
  let next = 0;
  for (let l = 0; l < learners; l++) {
    const [first, second] = [drawFrom(demand, chance), drawFrom(demand, chance)];
    const free = (chance() * 2 ** 20) | 0;
    for (let trait = 0; trait < traits; trait++) goals[trait] = normal(chance);
    for (const e of choices === "dense" ? nearlyAll(chance, educators) : pick(l, choices, first, second)) {
      const near = logistic(dot(goals, staff.goals, e * traits) / 2);
      const field = staff.field[e] === first ? 1 : staff.field[e] === second ? 0.7 : 0.1;
      const shared = Math.min(1, ones(free & staff.free[e]!) / 8);
      const total = 0.35 * field + 0.25 * near + 0.15 * shared + 0.15 * logistic(staff.liked[e]!) + 0.1 * chance();
      arcs.educator[next] = e;
      arcs.score[next] = Math.round(total * 10_000);
      const liking = [total + 0.15 * chance(), 0.4 * near + 0.3 * shared + 0.3 * field + 0.4 * chance()] as const;
      if (withValues) {
        values.learnerValue[next] = Math.round(liking[0] * 1e6);
        values.educatorValue[next] = Math.round(liking[1] * 1e6);
      }
      next++;
    }
    rowStart[l + 1] = next;
  }
  return {
    learners,
    educators,
    rowStart,
    educator: upTo(arcs.educator, next),
    score: upTo(arcs.score, next),
    capacity: staff.places,
    learnerValue: upTo(values.learnerValue, next),
    educatorValue: upTo(values.educatorValue, next),
  };
}

/** The same arcs with scores that tie: all equal, one order for everybody, or only so many levels. */
export function tied<P extends ArcProblem>(problem: P, how: "equal" | "popular" | number): P {
  const score = problem.score.slice();
  for (let arc = 0; arc < score.length; arc++) {
    if (how === "equal") score[arc] = 5_000;
    else if (how === "popular") score[arc] = (Math.imul(problem.educator[arc]!, 2_654_435_761) >>> 0) % 10_001;
    else score[arc] = Math.round((Math.round((score[arc]! / 10_000) * (how - 1)) / (how - 1)) * 10_000);
  }
  return { ...problem, score };
}

/** Cut to length; as it is where nothing is over, for at 50 million arcs a copy is felt. */
function upTo(list: Int32Array, length: number): Int32Array {
  return length >= list.length ? list : list.slice(0, length);
}

function staffOf(chance: () => number, { educators, places }: School, fields: number) {
  const supply = skewed(fields, 0.5);
  const byField = Array.from({ length: fields }, (): number[] => []);
  const field = new Int32Array(educators);
  const liked = new Float64Array(educators);
  const goals = new Float64Array(educators * traits);
  const free = new Int32Array(educators);
  const room = new Int32Array(educators);
  for (let e = 0; e < educators; e++) {
    field[e] = drawFrom(supply, chance);
    byField[field[e]!]!.push(e);
    liked[e] = normal(chance);
    for (let trait = 0; trait < traits; trait++) goals[e * traits + trait] = normal(chance);
    free[e] = (chance() * 2 ** 20) | 0;
    room[e] = places[0] + Math.floor(chance() * (places[1] - places[0] + 1));
  }
  return { field, byField, liked, goals, free, places: room };
}

/** Two in five from the learner's first field, one in five from the second, the rest from everywhere; in order. */
function pickerOf(chance: () => number, byField: number[][], educators: number) {
  const seenBy = new Int32Array(educators).fill(-1);
  return (learner: number, choices: number, first: number, second: number): number[] => {
    const wanted = Math.min(choices, educators - 1);
    const row: number[] = [];
    for (let tries = 0; row.length < wanted && tries < wanted * 20; tries++) {
      const turn = chance();
      const pool = turn < 0.4 ? byField[first]! : turn < 0.6 ? byField[second]! : [];
      // An empty pool of the first field falls to the second's turn only when the turn is not above it.
      const from = turn < 0.4 && pool.length === 0 ? byField[second]! : pool;
      const e = from.length > 0 ? from[(chance() * from.length) | 0]! : (chance() * educators) | 0;
      if (seenBy[e] === learner) continue;
      seenBy[e] = learner;
      row.push(e);
    }
    return row.sort((one, other) => one - other);
  };
}

function nearlyAll(chance: () => number, educators: number): number[] {
  const row: number[] = [];
  for (let e = 0; e < educators; e++) if (chance() > 1 - dense) row.push(e);
  return row;
}

/** Running shares of fields whose sizes fall like 1 / rank to a power. */
function skewed(fields: number, power: number): Float64Array {
  const running = new Float64Array(fields);
  let sum = 0;
  for (let at = 0; at < fields; at++) running[at] = sum += 1 / (at + 1) ** power;
  return running.map((part) => part / sum);
}

function drawFrom(running: Float64Array, chance: () => number): number {
  const turn = chance();
  let at = 0;
  while (at < running.length - 1 && running[at]! < turn) at++;
  return at;
}

/** Tommy Ettinger's generator of 32 bits, 0 up to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function dot(one: Float64Array, other: Float64Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < traits; at++) sum += one[at]! * other[from + at]!;
  return sum;
}

/** Bits set in a number of 20 bits. */
function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
