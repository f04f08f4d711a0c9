// A kind of file, and the fields that it has: how each is headed, and how its cells are read.
import * as read from "./cells.ts";

export interface FieldOf {
  key: string;
  label: string;
  required: boolean;
  /** Other headings for the same, without case, spaces and punctuation. */
  also: string[];
  read: (cell: string) => read.Read<unknown>;
  isDay?: boolean;
}

export interface Kind {
  kind: string;
  label: string;
  fields: FieldOf[];
  /** Headings alone do not tell: the file must be called so. */
  named?: RegExp;
  /** Its rows are no record of ours; why they are left out, as a whole sentence. */
  leftOut?: string;
}

type Options = { also?: string[]; optional?: boolean };

export function field(
  key: string,
  label: string,
  how: (cell: string) => read.Read<unknown>,
  { also = [], optional = false }: Options = {},
): FieldOf {
  return { key, label, required: !optional, also: [key, label, ...also].map(plain), read: how };
}

export function day(key: string, label: string, { also = [], optional = false }: Options = {}): FieldOf {
  return { ...field(key, label, read.day("iso"), { also, optional }), isDay: true };
}

/** A heading without case, spaces and punctuation. */
export function plain(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** The same in every script, so that two headings are told apart that have no Latin letter; signs alone stay themselves. */
export function spelled(word: string): string {
  const whole = word.normalize("NFKC").toLowerCase();
  return whole.replace(/[^\p{L}\p{M}\p{N}]/gu, "") || whole;
}
