// The volume algorithm: multipliers that are improved by following the mean of what was seen, for the mean says where
// too much is asked for, and with it the multiplier rises. Whose steps are in vain takes smaller ones.
// Source: Barahona and Anbil 2000.

/** How much what is new counts in the mean, at most and at least. */
const [newest, oldest] = [0.1, 0.005];
const [boldest, shyest] = [1.5, 0.005];
/** Rounds in vain before steps become smaller. */
const patience = 4;

export class Volume {
  /** The multipliers that gave the best bound, and those of now; none is below 0. */
  readonly best: Float64Array[];
  readonly now: Float64Array[];
  /** How far the mean is beyond what there is, and how far what was seen last is. */
  readonly excess: Float64Array[];
  readonly last: Float64Array[];
  boldness = 1;
  #inVain = 0;
  #isFirst = true;

  /** One list of multipliers for each length. */
  constructor(...lengths: number[]) {
    const zeros = () => lengths.map((length) => new Float64Array(length));
    this.best = zeros();
    this.now = zeros();
    this.excess = zeros();
    this.last = zeros();
  }

  /** A step from the best multipliers, so far as the bound is from what can be reached. Nothing before the first round. */
  move(distance: number): void {
    if (this.#isFirst) return;
    let length = 0;
    for (const [kind, best] of this.best.entries()) {
      const excess = this.excess[kind]!;
      for (let i = 0; i < best.length; i++) if (excess[i]! > 0 || best[i]! > 0) length += excess[i]! * excess[i]!;
    }
    const step = length === 0 ? 0 : (this.boldness * Math.max(1, distance)) / length;
    for (const [kind, best] of this.best.entries()) {
      const [excess, now] = [this.excess[kind]!, this.now[kind]!];
      for (let i = 0; i < best.length; i++) now[i] = Math.max(0, best[i]! + step * excess[i]!);
    }
  }

  /** Takes `last` into the mean, and what is better as the best. Returns how much it counts there. */
  take(isBetter: boolean): number {
    const share = this.#isFirst ? 1 : this.#shareOfNew();
    let along = 0;
    for (const [kind, best] of this.best.entries()) {
      const [mean, last] = [this.excess[kind]!, this.last[kind]!];
      for (let i = 0; i < mean.length; i++) {
        if (mean[i]! > 0 || best[i]! > 0) along += mean[i]! * last[i]!;
        mean[i]! += share * (last[i]! - mean[i]!);
      }
    }
    this.#inVain = isBetter ? 0 : this.#inVain + 1;
    if (isBetter && along >= 0) this.boldness = Math.min(boldest, this.boldness * 1.1);
    if (this.#inVain >= patience) {
      this.boldness = Math.max(shyest, this.boldness * 0.5);
      this.#inVain = 0;
    }
    if (isBetter) for (const [kind, best] of this.best.entries()) best.set(this.now[kind]!);
    this.#isFirst = false;
    return share;
  }

  /** Begins anew at the best multipliers, for a problem that became another. */
  again(): void {
    for (const [kind, best] of this.best.entries()) this.now[kind]!.set(best);
    this.boldness = Math.max(this.boldness, 0.1);
  }

  /** The same, and of the mean nothing is kept: one that has become even shows no way any more. */
  renew(): void {
    this.again();
    this.#isFirst = true;
  }

  /** The share that brings the mean nearest to what is there, within limits. */
  #shareOfNew(): number {
    let [top, length] = [0, 0];
    for (const [kind, best] of this.best.entries()) {
      const [mean, last] = [this.excess[kind]!, this.last[kind]!];
      for (let i = 0; i < mean.length; i++) {
        if (mean[i]! <= 0 && last[i]! <= 0 && best[i] === 0) continue;
        const apart = mean[i]! - last[i]!;
        top += mean[i]! * apart;
        length += apart * apart;
      }
    }
    return length === 0 ? oldest : Math.min(newest, Math.max(oldest, top / length));
  }
}
