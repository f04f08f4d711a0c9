// Improves a possible solution by moving effort between roles: one educator gives up places in one role for a place in
// another. What one place more would bring, and one place less would cost, is read exactly and for all educators at
// once from a shortest-path search in each role: the lowest prices that prove the role's match, and the highest.
// Several moves at different educators are made together; when that does not pay, fewer, down to one.
import type { Holding } from "./coupled-holding.ts";
import { isBetter } from "./coupled-holding.ts";
import type { Part } from "./coupled-part.ts";
import { columnsOf } from "./columns.ts";
import { lowerPrices } from "./lowest-prices.ts";
import { Queue } from "./queue.ts";

/** At educator `e`, so many places more or fewer in each role, and what that should bring. */
interface Exchange {
  educator: number;
  change: number[];
  gain: number;
}

/** Moves effort until no exchange brings anything. Never makes the solution worse. */
export function* exchangeSlots(holding: Holding): Generator<number, void, void> {
  const barren = new Set<string>();
  let most = 64;
  for (;;) {
    const found = yield* exchanges(holding);
    const open = found.filter((one) => !barren.has(nameOf(one)));
    if (open.length === 0) return;
    const chosen = apart(open, most);
    const before = holding.keep();
    yield* apply(holding, chosen);
    if (isBetter(holding, before)) continue;
    holding.putBack(before);
    if (chosen.length === 1) barren.add(nameOf(chosen[0]!));
    most = Math.max(1, chosen.length >> 2);
  }
}

function nameOf({ educator, change }: Exchange): string {
  return `${educator}:${change.join()}`;
}

/** The best ones, at most one for each educator. */
function apart(found: Exchange[], most: number): Exchange[] {
  const seen = new Set<number>();
  const chosen: Exchange[] = [];
  for (const one of found.toSorted((a, b) => b.gain - a.gain || a.educator - b.educator)) {
    if (seen.has(one.educator)) continue;
    seen.add(one.educator);
    chosen.push(one);
    if (chosen.length >= most) break;
  }
  return chosen;
}

function* apply(holding: Holding, chosen: Exchange[]): Generator<number, void, void> {
  const target = holding.load.map((load) => load.slice());
  for (const { educator, change } of chosen) change.forEach((places, r) => (target[r]![educator]! += places));
  // Those that give come first, so that no budget is ever exceeded.
  const gives = holding.parts.map((_, r) => chosen.some(({ change }) => change[r]! < 0));
  for (const isGiving of [true, false])
    for (const r of holding.parts.keys())
      if (gives[r] === isGiving) yield* holding.solve(r, within(holding, r, target[r]!));
  for (const r of holding.parts.keys()) yield* holding.solve(r, within(holding, r, target[r]!));
  for (const r of holding.parts.keys()) yield* holding.solve(r, holding.room(r));
}

function within(holding: Holding, r: number, wanted: Int32Array): Int32Array {
  const room = holding.room(r);
  return wanted.map((places, e) => Math.min(places, room[e]!));
}

/** Every exchange of one place more in one role for as few as needed in one other, or in two. */
function* exchanges(holding: Holding): Generator<number, Exchange[], void> {
  const { parts, problem, places, load } = holding;
  const more: Int32Array[] = [];
  const less: Int32Array[] = [];
  for (const r of parts.keys()) {
    yield* holding.solve(r, load[r]!.slice());
    more.push(marginalGain(parts[r]!));
    less.push(marginalLoss(parts[r]!));
    yield 0;
  }
  const found: Exchange[] = [];
  for (let e = 0; e < problem.budget.length; e++) {
    const slack = holding.slack(e);
    for (const r of parts.keys()) {
      if (load[r]![e]! >= places[r]![e]! || more[r]![e]! <= 0) continue;
      const need = problem.roles[r]!.effort - slack;
      for (const change of givings(holding, e, r, need)) {
        change[r] = 1;
        const loss = change.reduce((sum, count, other) => sum + (count < 0 ? -count * less[other]![e]! : 0), 0);
        const gain = more[r]![e]! - loss;
        if (gain > 0) found.push({ educator: e, change, gain });
      }
    }
  }
  return found;
}

/** Ways to free so much effort at an educator by giving up pairs of the other roles, none giving more than it has to. */
function givings({ parts, problem, load }: Holding, e: number, r: number, need: number): number[][] {
  const nothing = parts.map(() => 0);
  if (need <= 0) return [nothing];
  const others = [...parts.keys()].filter(
    (other) => other !== r && problem.roles[other]!.effort > 0 && load[other]![e]! > 0,
  );
  const ways: number[][] = [];
  for (const one of others) {
    const effort = problem.roles[one]!.effort;
    const all = Math.min(load[one]![e]!, Math.ceil(need / effort));
    if (all * effort >= need) ways.push(nothing.with(one, -all));
    for (const other of others) {
      if (other <= one) continue;
      for (let count = 1; count < all || (count === all && all * effort < need); count++) {
        const rest = Math.ceil((need - count * effort) / problem.roles[other]!.effort);
        if (rest >= 1 && rest <= load[other]![e]!) ways.push(nothing.with(one, -count).with(other, -rest));
      }
    }
  }
  return ways;
}

/** What one place more would bring, per educator; exact when every place of the part's match is in use. */
function marginalGain({ face, weight, prices, arcOf }: Part): Int32Array {
  const lowest = prices.slice();
  lowerPrices(face, weight, lowest, arcOf);
  return lowest;
}

/** What one place less would cost, per educator: the cheapest way to send one of its holders elsewhere or away. */
function marginalLoss({ face, weight, prices, arcOf }: Part): Int32Array {
  const { start, learner, weight: worth } = columnsOf(face, weight);
  const gain = arcOf.map((arc) => (arc < 0 ? 0 : weight[arc]! - prices[face.educator[arc]!]!));
  const beyond = new Int32Array(face.educators).fill(2 ** 30);
  arcOf.forEach((arc, l) => {
    if (arc >= 0) beyond[face.educator[arc]!] = Math.min(beyond[face.educator[arc]!]!, gain[l]!);
  });
  const queue = new Queue(beyond);
  const isDone = new Uint8Array(face.educators);
  for (let e = 0; e < face.educators; e++) queue.add(e);
  while (queue.size > 0) {
    const e = queue.take();
    isDone[e] = 1;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const own = arcOf[learner[at]!]!;
      if (own < 0 || worth[at]! < 0) continue;
      const from = face.educator[own]!;
      if (isDone[from] === 1) continue;
      const way = beyond[e]! + gain[learner[at]!]! - (worth[at]! - prices[e]!);
      if (way >= beyond[from]!) continue;
      beyond[from] = way;
      queue.lowered(from);
    }
  }
  return beyond.map((more, e) => more + prices[e]!);
}
