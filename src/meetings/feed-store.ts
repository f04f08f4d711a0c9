// What the address of somebody's calendar opens, as the server's own work: there is no session behind it.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { hashOfSecret } from "../people/secrets.ts";
import { Program } from "../programs/program.ts";
import type { Entry } from "./calendar.ts";
import { MeetingState } from "./meeting.ts";

const Holder = z.object({ schoolId: Id, personId: Id });
const Row = z.object({
  meetingId: Id,
  sequence: z.number().int(),
  state: MeetingState,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: z.string(),
  place: z.string(),
  program: Program.nullable(),
  changedAt: Instant,
});

/** Null for an address that never was, or is not any more. */
export async function entriesBehind(tx: Tx, secret: string): Promise<Entry[] | null> {
  const holder = await tx.maybe(
    Holder,
    sql`select school_id, person_id from app.feed_holder(${hashOfSecret(secret)}::bytea)`,
  );
  if (holder === null) return null;
  return tx.rows(Row, sql`select * from app.feed_meetings(${holder.schoolId}, ${holder.personId})`);
}
