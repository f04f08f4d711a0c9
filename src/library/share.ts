// A share of so many in so many, and how far it may be from the truth.

/** In percent, rounded. */
export interface Interval {
  percent: number;
  from: number;
  to: number;
}

// The two-sided 95 % point of the normal distribution.
const z = 1.959964;

/** Wilson's score interval, 95 % (Wilson EB, J Am Stat Assoc 1927;22:209): fit for small numbers, never beyond 0 and 100. */
export function intervalOf(share: number, of: number): Interval {
  const p = share / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  const percent = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 100);
  return { percent: percent(p), from: percent((middle - half) / scale), to: percent((middle + half) / scale) };
}

/** "21 of 25, 84 %, 95 % interval 65 to 94 %". */
export function sayShare(share: number, of: number): string {
  const { percent, from, to } = intervalOf(share, of);
  return `${share} of ${of}, ${percent} %, 95 % interval ${from} to ${to} %`;
}
