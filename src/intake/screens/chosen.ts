// The files that somebody chose, read in the browser, with what they corrected.
import { contentOf } from "../../web/content-of.ts";
import type { Answers, Question } from "../judged.ts";
import { guessMapping, kindNamed } from "../kinds.ts";
import type { Layout } from "../layout.ts";
import type { GivenReading } from "../reading.ts";
import { type FileToSend, uploadOf } from "../upload.ts";

export type ChosenFile = FileToSend;

/** All that one look depends on. A new `version` is a new look. */
export interface Draft {
  files: ChosenFile[];
  answers: Answers;
  version: number;
}

export const endings = ".csv,.tsv,.txt,.xlsx";
/** With what is said of them, they must fit into one request. */
export const bytesMost = 90 * 1024 * 1024;

/** Reads files one after the other. `onProgress` hears the bytes read so far. Rejects when stopped or unreadable. */
export async function readChosen(
  files: File[],
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<ChosenFile[]> {
  const read: ChosenFile[] = [];
  let before = 0;
  for (const file of files) {
    const start = before;
    read.push({
      name: file.name,
      content: await contentOf(file, { signal, onProgress: (bytes) => onProgress(start + bytes) }),
    });
    before += file.size;
    onProgress(before);
  }
  return read;
}

/** A file of the same name takes the place of the one before. */
export function withFiles(draft: Draft, more: ChosenFile[]): Draft {
  const kept = draft.files.filter(({ name }) => !more.some((file) => file.name === name));
  return changed(draft, { files: [...kept, ...more] });
}

export function withoutFile(draft: Draft, name: string): Draft {
  return changed(draft, { files: draft.files.filter((file) => file.name !== name) });
}

export function withReading(draft: Draft, name: string, reading: GivenReading): Draft {
  return changed(draft, { files: draft.files.map((file) => (file.name === name ? { ...file, reading } : file)) });
}

/** Parted otherwise, or under other headings, the columns are others: they are found anew. */
export function withLayout(draft: Draft, name: string, layout: Layout): Draft {
  const files = draft.files.map((file) => {
    if (file.name !== name) return file;
    const { reading, layout: before, ...rest } = file;
    const isSame = before?.separator === layout.separator && before?.headingLine === layout.headingLine;
    return { ...rest, layout, ...(reading && isSame ? { reading } : {}) };
  });
  return changed(draft, { files });
}

export function withAnswer(draft: Draft, { id }: Pick<Question, "id">, answer: Answers[string]): Draft {
  return changed(draft, { answers: { ...draft.answers, [id]: answer } });
}

/** The columns of another kind are guessed anew from the headings, and the order of its days from what they say. */
export function readingAs(kindName: string, header: string[]): GivenReading {
  const kind = kindNamed(kindName);
  return { kind: kindName, mapping: kind ? guessMapping(kind, header) : {} };
}

/** What goes over the wire. */
export function sentAs({ files, answers }: Draft) {
  return { body: { files: files.map(uploadOf), answers }, files: files.map(({ content }) => content) };
}

function changed(draft: Draft, parts: Partial<Draft>): Draft {
  return { ...draft, ...parts, version: draft.version + 1 };
}
