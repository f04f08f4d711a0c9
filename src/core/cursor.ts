// Opaque page cursors: where the last page ended, in a form that nobody is tempted to take apart.
import { Refusal } from "./refusal.ts";

export function cursorOf(keys: (string | number)[]): string {
  return btoa(
    JSON.stringify(keys).replace(
      /[^\x20-\x7e]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

/** The keys behind a cursor, or null without one; a cursor that this API did not give is refused. */
export function keysOf(cursor: string | undefined): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(atob(cursor));
    if (Array.isArray(keys)) return keys as (string | number)[];
  } catch {
    // Falls through to the same refusal as any other foreign cursor.
  }
  throw new Refusal("invalid", "page.cursor", "This page marker is not one of ours. Start from the first page.", [
    { field: "after", because: "Leave it out, or use the `next` of the page before." },
  ]);
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
