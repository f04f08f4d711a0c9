// Cuts a text into passages. Apart from their shapes, which programs that only ask need without a reader of Markdown.
import { isCaptionOf, isShares, tokensOf } from "./markdown.ts";
import { claimsIn, type Passage } from "./passage.ts";
import type { Token } from "marked";

/** Cuts a text at its headings and blocks. What comes before the first heading stands under the article's title. */
export function passagesOf(words: string, title: string): Passage[] {
  const passages: Passage[] = [];
  let heading = title;
  for (const token of tokensOf(words)) {
    if (token.type === "space" || token.type === "hr") continue;
    const last = passages.at(-1);
    const raw = token.raw.trim();
    if (token.type === "heading") heading = raw.replace(/^#+\s*|\s*#+$/g, "").slice(0, 200) || title;
    // A caption belongs to its table or figure, and a figure to the text that leads to it: alone it quotes no number.
    else if (last !== undefined && isPartOf(last, heading, token)) last.words = `${last.words}\n\n${raw}`;
    else passages.push({ place: passages.length + 1, heading, words: raw, claims: [] });
  }
  return passages.map((passage) => ({ ...passage, claims: claimsIn(passage.words) }));
}

function isPartOf(last: Passage, heading: string, token: Token): boolean {
  if (last.heading !== heading) return false;
  return isShares(token) || (token.type === "paragraph" && isCaptionOf(last.words, token.raw.trim()));
}
