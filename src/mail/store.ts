// One's own choices; and for who gives access, whether mail flows.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Hours } from "./choice.ts";
import { faults } from "./delivery.ts";
import { DeadMail } from "./flow.ts";
import { type Way, ways } from "./kinds.ts";

const Chosen = z.object({ kind: z.string(), how: z.enum(ways) });

export function chosenWays(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Chosen>[]> {
  return tx.rows(
    Chosen,
    sql`select kind, how from mail_choices where school_id = ${schoolId} and person_id = ${personId}`,
  );
}

export async function chooseWay(tx: Tx, { schoolId, personId }: Me, kind: string, how: Way): Promise<void> {
  await tx.run(sql`insert into mail_choices (school_id, person_id, kind, how) values (${schoolId}, ${personId}, ${kind}, ${how})
    on conflict (school_id, person_id, kind) do update set how = excluded.how, at = clock_timestamp()`);
}

/** Null where nothing was chosen. */
export function chosenHours(tx: Tx, { schoolId, personId }: Me): Promise<Hours | null> {
  return tx.maybe(
    Hours,
    sql`select to_char(quiet_from, 'HH24:MI') as quiet_from, to_char(quiet_until, 'HH24:MI') as quiet_until, to_char(digest_at, 'HH24:MI') as digest_at
      from mail_hours where school_id = ${schoolId} and person_id = ${personId}`,
  );
}

/** Asked of the database before it refuses, so that the refusal names its field. */
export async function isDigestQuiet(tx: Tx, { digestAt, quietFrom, quietUntil }: Hours): Promise<boolean> {
  const { quiet } = await tx.one(
    z.object({ quiet: z.boolean() }),
    sql`select app.is_quiet(${digestAt}::time, ${quietFrom}::time, ${quietUntil}::time) as quiet`,
  );
  return quiet;
}

export async function chooseHours(
  tx: Tx,
  { schoolId, personId }: Me,
  { quietFrom, quietUntil, digestAt }: Hours,
): Promise<void> {
  await tx.run(sql`insert into mail_hours (school_id, person_id, quiet_from, quiet_until, digest_at)
    values (${schoolId}, ${personId}, ${quietFrom}::time, ${quietUntil}::time, ${digestAt}::time)
    on conflict (school_id, person_id) do update
      set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at`);
}

const Flowing = z.object({ lastSentOn: Day.nullable(), faults: z.array(z.enum(faults)) });

export function mailFlow(tx: Tx): Promise<z.infer<typeof Flowing>> {
  return tx.one(Flowing, sql`select last_sent_on, faults from app.mail_flow()`);
}

export function deadMails(tx: Tx): Promise<DeadMail[]> {
  return tx.rows(DeadMail, sql`select message_id, person_id, name, email, fault, tried_at from app.dead_mails()`);
}

export async function tryAgain(tx: Tx, messageIds: string[]): Promise<void> {
  await tx.run(sql`select app.retry_mails(${messageIds}::uuid[])`);
}

const Boxed = z.object({
  messageId: Id,
  to: z.string(),
  sentAt: z.string().nullable(),
  dueAt: z.string(),
  isDigest: z.boolean(),
  schoolId: Id,
  mails: z.array(z.object({ mailId: Id, kind: z.string(), aboutId: Id.nullable() })),
});

/** As the steward: the newest mails of the demo schools on this server, which are of nobody real. */
export function demoMails(tx: Tx): Promise<z.infer<typeof Boxed>[]> {
  return tx.rows(
    Boxed,
    sql`
    select coalesce(m.message_id, m.mail_id) as message_id, p.given_name || ' ' || p.family_name || ' <' || p.email || '>' as "to",
      max(m.sent_at) as sent_at, min(m.due_at) as due_at, bool_or(m.digest_on is not null) as is_digest, m.school_id,
      jsonb_agg(jsonb_build_object('mailId', m.mail_id, 'kind', m.kind, 'aboutId', m.about_id) order by m.due_at, m.mail_id) as mails
    from mails m join people p using (school_id, person_id) join schools s using (school_id)
    where s.demo and m.state in ('due', 'sent')
    group by 1, 2, m.school_id order by max(m.sent_at) desc nulls last, min(m.due_at) desc, 1 limit 200`,
  );
}
