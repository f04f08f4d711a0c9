// Meetings as a mail tells of them. Every statement runs as the steward: whoever follows a link need not be signed in.
import { z } from "zod";
import { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { pauseOf } from "../agreements/relationship.ts";
import { Entry } from "./calendar.ts";
import type { CadenceFacts } from "./cadence.ts";

const Mailed = Entry.extend({
  email: z.string(),
  /** For the reader's answer. */
  waits: z.boolean(),
});

export function mailedMeeting(tx: Tx, schoolId: string, mailId: string): Promise<z.infer<typeof Mailed> | null> {
  return tx.maybe(Mailed, sql`select * from app.mailed_meeting(${schoolId}, ${mailId})`);
}

const Facts = z.object({
  everyDays: z.number().int(),
  startedOn: Day,
  lastOn: Day.nullable(),
  isPlanned: z.boolean(),
  pauseFrom: Day.nullable(),
  pauseUntil: Day.nullable(),
  today: Day,
});

/** Null once it has ended. */
export async function cadenceFacts(
  tx: Tx,
  schoolId: string,
  relationshipId: string,
): Promise<{ facts: CadenceFacts; today: Day } | null> {
  const row = await tx.maybe(Facts, sql`select * from app.cadence_facts(${schoolId}, ${relationshipId})`);
  if (row === null) return null;
  const { pauseFrom, pauseUntil, today, ...facts } = row;
  return { facts: { ...facts, pause: pauseOf({ pauseFrom, pauseUntil }) }, today };
}

/** Asks again on the morning of that day whether the two have not met for too long, to tell this one of them. */
export async function askAgain(
  tx: Tx,
  { schoolId, personId, aboutId }: { schoolId: string; personId: string; aboutId: string },
  day: Day,
): Promise<void> {
  await tx.run(sql`
    select app.mail_silence(school_id, ${personId}, ${aboutId}, (${day}::date + time '08:00') at time zone time_zone)
    from schools where school_id = ${schoolId}`);
}

export interface Said {
  minutes?: number | undefined;
  mode?: string | undefined;
  nextStep?: string | undefined;
}

/** Refused where the meeting has changed since the mail, or has been answered. */
export async function actByMail(
  tx: Tx,
  { schoolId, mailId }: { schoolId: string; mailId: string },
  what: "confirm" | "held" | "missed",
  { minutes, mode, nextStep }: Said = {},
): Promise<void> {
  await tx.run(sql`
    select app.act_by_mail(${schoolId}, ${mailId}, ${what}, ${minutes ?? null}::int, ${mode ?? null}::text, ${nextStep ?? null}::text)`);
}
