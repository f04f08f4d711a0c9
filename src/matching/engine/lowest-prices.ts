// Prices that prove the same matching are many; the lowest that are not below 0 are unique, so explanations do not
// depend on how a matching was found. The lowest price of a place is what others lose by its being taken, no more.
// One shortest-path search: a price may fall until it is 0 or another learner's gain would be overtaken.
// Source: Demange and Gale 1985 (the prices form a lattice); Ahuja, Magnanti and Orlin, Network Flows, ch. 9.
import type { Face } from "./face.ts";
import { Queue } from "./queue.ts";

/** Educators between two breaths. */
const block = 2 ** 11;

/** Lowers `prices` in place; one that is below 0 stays. */
export function lowerPrices(face: Face, weight: Int32Array, prices: Int32Array, arcOf: Int32Array): void {
  const steps = loweringPrices(face, weight, prices, arcOf);
  while (!steps.next().done);
}

/** The same in steps. */
export function* loweringPrices(
  face: Face,
  weight: Int32Array,
  prices: Int32Array,
  arcOf: Int32Array,
): Generator<number, void, void> {
  const { educators, rowStart, educator } = face;
  const fall = firstFalls(face, weight, prices, arcOf);
  yield 0;
  const { first, holder } = holdersOf(face, arcOf);
  yield 0;
  const done = new Uint8Array(educators);
  const queue = new Queue(fall);
  for (let e = 0; e < educators; e++) queue.add(e);
  while (queue.size > 0) {
    const e = queue.take();
    if (queue.size % block === 0) yield 0;
    done[e] = 1;
    for (let slot = first[e]!; slot < first[e + 1]!; slot++) {
      const learner = holder[slot]!;
      const start = fall[e]! + weight[arcOf[learner]!]! - prices[e]!;
      const end = rowStart[learner + 1]!;
      for (let arc = rowStart[learner]!; arc < end; arc++) {
        const other = educator[arc]!;
        const room = start + prices[other]! - weight[arc]!;
        if (done[other] === 1 || room >= fall[other]!) continue;
        fall[other] = room;
        queue.lowered(other);
      }
    }
  }
  for (let e = 0; e < educators; e++) prices[e]! -= fall[e]!;
}

/** How far each price may fall on its own account: to 0, or to what the unmatched would give for the place. */
function firstFalls(face: Face, weight: Int32Array, prices: Int32Array, arcOf: Int32Array): Int32Array {
  const { learners, rowStart, educator } = face;
  const fall = prices.map((price) => Math.max(price, 0));
  for (let l = 0; l < learners; l++) {
    if (arcOf[l]! >= 0) continue;
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      const e = educator[arc]!;
      fall[e] = Math.min(fall[e]!, prices[e]! - weight[arc]!);
    }
  }
  return fall;
}

function holdersOf(face: Face, arcOf: Int32Array): { first: Int32Array; holder: Int32Array } {
  const first = new Int32Array(face.educators + 1);
  for (const arc of arcOf) if (arc >= 0) first[face.educator[arc]! + 1]!++;
  for (let e = 0; e < face.educators; e++) first[e + 1]! += first[e]!;
  const next = first.slice();
  const holder = new Int32Array(first[face.educators]!);
  for (let l = 0; l < arcOf.length; l++) if (arcOf[l]! >= 0) holder[next[face.educator[arcOf[l]!]!]!++] = l;
  return { first, holder };
}
