// The words of a passage, cut where something in them was looked for.
import type { Segment } from "./found.ts";
import { plainOf } from "./markdown.ts";

/** Around a hit in the database's answer: characters that no text of ours holds. */
export const [hitBegins, hitEnds] = ["\uE000", "\uE001"];

export function segmentsOf(markdown: string): Segment[] {
  return plainOf(markdown)
    .split(new RegExp(`(${hitBegins}[^${hitEnds}]*${hitEnds})`))
    .filter((piece) => piece !== "")
    .map((piece) => ({
      text: piece.replaceAll(hitBegins, "").replaceAll(hitEnds, ""),
      isHit: piece.startsWith(hitBegins),
    }));
}
