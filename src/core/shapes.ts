// The few shapes that every slice uses: ids, instants, civil days, cursors.
import { z } from "zod";

// The strict content policy of the web app forbids generated code, which Zod would otherwise probe for. The server has no such page.
z.config({ jitless: "document" in globalThis });

export const Id = z.uuid({ error: "Must be an id, as this API gave it." });
export const Instant = z.iso.datetime({ offset: true, error: "Must be an instant, such as 2026-11-23T09:00:00Z." });
/** A civil day of the school, without a time zone: YYYY-MM-DD. */
export const Day = dayNamed("a day");
export type Day = string;

/** A day whose refusals name it: an empty one has no wrong format, it is still to be chosen. No calendar has a year 0. */
export function dayNamed(words: string) {
  const because = "Must be a day, such as 2026-11-23.";
  return z.iso
    .date({ error: ({ input }) => (input === "" ? `Choose ${words}.` : because) })
    .refine((day) => !day.startsWith("0000"), because);
}

/** Days in [from, to); `to` null is open-ended. Screens and files show the last day instead of `to`. */
export const Span = z.object({ from: Day, to: Day.nullable() });
export type Span = z.infer<typeof Span>;

/** A page of rows. `next` is opaque; there is no total, since a total would count rows the asker may not see. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const PageQuery = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** `day` moved by `days`, in UTC arithmetic, so that no time zone or daylight saving can shift it. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
