// Page cursors: where the last page ended, as the sort keys of its last row. Askers hold them sealed (http/cursor-seal.ts).
import { z } from "zod";
import { Refusal } from "./refusal.ts";
import { Day, Id, Instant } from "./shapes.ts";

/** What lists are sorted by, each ending in the id that decides between equals. */
export const ByName = z.tuple([z.string(), Id]);
export const ByFullName = z.tuple([z.string(), z.string(), Id]);
export const ByDay = z.tuple([Day, Id]);
export const ByInstant = z.tuple([Instant, Id]);
/** For lists without ids: how a row's content begins, and the fingerprint of the whole of it. */
export const ByContent = z.tuple([z.string(), z.string().regex(/^[0-9a-f]{32}$/)]);

export function cursorOf(keys: (string | number)[]): string {
  return JSON.stringify(keys);
}

/** The keys behind a cursor, in the list's own shape, or null without one; a cursor that this list did not give is refused. */
export function keysOf<T extends z.ZodTuple>(cursor: string | undefined, shape: T): z.output<T> | null {
  if (cursor === undefined) return null;
  const keys = shape.safeParse(unpacked(cursor));
  if (keys.success) return keys.data;
  throw foreignCursor();
}

export function foreignCursor(): Refusal {
  return new Refusal(
    "invalid",
    "page.cursor",
    "This page marker is not one of this list's. Start from the first page.",
    [{ field: "after", because: "Leave it out, or use the `next` of the page before." }],
  );
}

function unpacked(cursor: string): unknown {
  try {
    const keys: unknown = JSON.parse(cursor);
    // What PostgreSQL cannot keep, it never gave us.
    const isSound = Array.isArray(keys) && keys.every((key) => typeof key !== "string" || isStorable(key));
    return isSound ? keys : null;
  } catch {
    return null;
  }
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** A page out of one row more than asked for: the extra row only tells that there is a next page. */
export function page<T>(
  rows: T[],
  limit: number,
  keys: (row: T) => (string | number)[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keys(last)) : null };
}
