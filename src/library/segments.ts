// The words of a passage, cut where something in them was looked for.
import type { Segment } from "./found.ts";
import { plainOf } from "./markdown.ts";

/** Around a hit in the database's answer: characters that no text of ours holds. */
export const [hitBegins, hitEnds] = ["\uE000", "\uE001"];

export function segmentsOf(markdown: string): Segment[] {
  return plainOf(withoutHitsInMarks(markdown))
    .split(new RegExp(`(${hitBegins}[^${hitEnds}]*${hitEnds})`))
    .filter((piece) => piece !== "")
    .map((piece) => ({
      text: piece.replaceAll(hitBegins, "").replaceAll(hitEnds, ""),
      isHit: piece.startsWith(hitBegins),
    }));
}

/** A hit inside a citation, or on the word after a fence, would make text of what is a mark. */
function withoutHitsInMarks(markdown: string): string {
  return markdown.replace(/\[\^[^\]\s]*\]|^ {0,3}(```|~~~).*$/gm, (mark) =>
    mark.replaceAll(hitBegins, "").replaceAll(hitEnds, ""),
  );
}
