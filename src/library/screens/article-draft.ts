// An article as somebody types it: every reader's wording, whether written or not.
import { addDays, type Day } from "../../core/shapes.ts";
import type { Written } from "../article.ts";
import type { Gathered } from "../asked.ts";
import type { Wording } from "../passage.ts";
import { type Reader, readers } from "../reader.ts";
import { keyFrom } from "../source.ts";

export interface ArticleDraft {
  key: string;
  title: string;
  topic: string;
  reviewBy: Day;
  because: string;
  words: Partial<Record<Reader, string>>;
}

/** The next version begins as the one before. */
export function articleDraftOf(before: Written | null, today: Day, asked: Gathered | null): ArticleDraft {
  return {
    key: "",
    // A question is longer than a title may be.
    title: before?.title ?? asked?.words.slice(0, 160) ?? "",
    topic: before?.topic ?? "",
    reviewBy: before?.reviewBy ?? addDays(today, 365),
    because: "",
    words: Object.fromEntries((before?.wordings ?? []).map(({ reader, words }) => [reader, words])),
  };
}

export function articleKeyOf({ key, title }: ArticleDraft): string {
  return key || keyFrom(title);
}

/** Those in which something is written. */
export function wordingsOf({ words }: ArticleDraft): Wording[] {
  return readers.flatMap((reader) => {
    const own = words[reader] ?? "";
    return own.trim() === "" ? [] : [{ reader, words: own }];
  });
}

/** The mark that cites a claim, put where the text is being written. */
export function withCitation(words: string, key: string, at: number): string {
  const mark = `[^${key}]`;
  const [before, after] = [words.slice(0, at), words.slice(at)];
  const gap = before === "" || /\s$/.test(before) ? "" : " ";
  return `${before}${gap}${mark}${after}`;
}
