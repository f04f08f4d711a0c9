// Prices to begin with: those of an earlier result where there is one.
import type { Start } from "./assign.ts";
import type { Face } from "./face.ts";

export function* auctionPrices(face: Face, _weight: Int32Array, known?: Int32Array): Generator<number, Start, void> {
  const prices = new Int32Array(face.educators);
  if (known) for (let e = 0; e < face.educators; e++) prices[e] = Math.max(0, known[e]!);
  yield 0;
  return { prices };
}
