// What the address of somebody's calendar opens, as the server's own work: there is no session behind it.
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { feedHolder } from "../people/feed-store.ts";
import { DueEntry, Entry } from "./calendar.ts";

interface Calendar {
  meetings: Entry[];
  /** What its holder has to do, where they are a learner. */
  due: DueEntry[];
}

/** Null for an address that never was, or is not any more. */
export async function calendarBehindSecret(tx: Tx, secret: string): Promise<Calendar | null> {
  const holder = await feedHolder(tx, "calendar", secret);
  if (holder === null) return null;
  const { schoolId, personId } = holder;
  return {
    meetings: await tx.rows(Entry, sql`select * from app.feed_meetings(${schoolId}, ${personId})`),
    due: await tx.rows(DueEntry, sql`select * from app.feed_due(${schoolId}, ${personId})`),
  };
}
