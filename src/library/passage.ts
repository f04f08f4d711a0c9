// An article's text in the words of one reader: passages under headings, each with the claims that it cites.
import { z } from "zod";
import { Reader } from "./reader.ts";
import { Key } from "./source.ts";

export const Passage = z.object({
  place: z.number().int(),
  heading: z.string(),
  /** One block of Markdown. */
  words: z.string(),
  claims: z.array(Key),
});
export type Passage = z.infer<typeof Passage>;

export const Wording = z.object({
  reader: Reader,
  words: z.string().trim().min(1, "Write the text.").max(40_000, "Keep it to 40,000 characters."),
});
export type Wording = z.infer<typeof Wording>;

/** The keys that a text cites, each once, in order. The database reads them out in the same way. */
export function claimsIn(words: string): string[] {
  return [...new Set([...words.matchAll(/\[\^([a-z0-9-]+)\]/g)].flatMap(([, key]) => key ?? []))];
}

/** Passages in a row under the same heading. */
export function sectionsOf(passages: readonly Passage[]): { heading: string; passages: Passage[] }[] {
  const sections: { heading: string; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last?.heading === passage.heading) last.passages.push(passage);
    else sections.push({ heading: passage.heading, passages: [passage] });
  }
  return sections;
}

/** The text as somebody edits it, from its passages. What stands under the article's title has no heading of its own. */
export function wordsOf(passages: readonly Pick<Passage, "heading" | "words">[], title?: string): string {
  return passages
    .map(({ heading, words }, at) =>
      (passages[at - 1]?.heading ?? title) === heading ? words : `## ${heading}\n\n${words}`,
    )
    .join("\n\n");
}

/** Of each wording the claims that another one cites and it does not: while there are any, it cannot be submitted. */
export function lackingIn(wordings: readonly Wording[]): { reader: Reader; lacks: string[] }[] {
  const all = [...new Set(wordings.flatMap(({ words }) => claimsIn(words)))];
  return wordings.map(({ reader, words }) => {
    const cited = claimsIn(words);
    return { reader, lacks: all.filter((key) => !cited.includes(key)) };
  });
}
