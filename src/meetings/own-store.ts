// An educator's hours as a row, and the times that are taken.
import { z } from "zod";
import { Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Availability } from "./availability.ts";
import type { Slot } from "./slots.ts";

/** Null while they have given no hours, and where they are nobody of the asker's. */
export function findAvailability(tx: Tx, { schoolId }: Me, educatorId: string): Promise<Availability | null> {
  return tx.maybe(
    Availability,
    sql`select time_zone, minutes, hours, exceptions from availabilities where school_id = ${schoolId} and educator_id = ${educatorId}`,
  );
}

export async function saveAvailability(tx: Tx, { schoolId, personId }: Me, given: Availability): Promise<void> {
  const { timeZone, minutes, hours, exceptions } = given;
  await tx.run(sql`
    insert into availabilities (school_id, educator_id, time_zone, minutes, hours, exceptions)
    values (${schoolId}, ${personId}, ${timeZone}, ${minutes}, ${hours}::jsonb, ${exceptions}::jsonb)
    on conflict (school_id, educator_id) do update set time_zone = excluded.time_zone, minutes = excluded.minutes, hours = excluded.hours,
      exceptions = excluded.exceptions, changed_at = clock_timestamp()`);
}

const Taken = z.object({ startsAt: Instant, endsAt: Instant });

/** When either of the two is taken. */
export function takenIn(tx: Tx, relationshipId: string, since: string, until: string): Promise<Slot[]> {
  return tx.rows(
    Taken,
    sql`select starts_at, ends_at from app.taken_times(${relationshipId}, ${since}::timestamptz, ${until}::timestamptz)`,
  );
}
