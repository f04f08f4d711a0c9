// The outbox as the server sees it: what may leave now, and what came of it. Every statement runs as the steward.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import { firstHours } from "./choice.ts";
import { kinds } from "./kinds.ts";
import type { Fault } from "./delivery.ts";

const Mail = z.object({ mailId: Id, kind: z.string(), aboutId: Id.nullable() });

const Parcel = z.object({
  schoolId: Id,
  personId: Id,
  messageId: Id,
  /** The day of a digest; null for a mail that goes alone. */
  digestOn: Day.nullable(),
  email: z.string(),
  tries: z.number(),
  mails: z.array(Mail),
});
/** What goes in one message, while one server holds it. */
export type Parcel = z.infer<typeof Parcel>;

/** What is older was news once. */
const staleDays = 14;
/** How many people's mail one server takes at a time. */
const peopleMost = 40;
/** No server tries one message for as long; what is not sent by then is another's. */
export const leaseMinutes = 5;

/**
 * What may leave at `now` (the database's clock when null), leased to the caller.
 *
 * One caller at a time, for the moment that this takes: two would each make a digest of one person's day.
 */
export async function claim(tx: Tx, now: Date | null): Promise<Parcel[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('mail', 0))`);
  const at = instant(now);
  await tx.run(dropping(at));
  return tx.rows(Parcel, claiming(at));
}

const kindRows = JSON.stringify(Object.entries(kinds).map(([kind, { way }]) => ({ kind, way })));

/** Mails that wait, each with its reader's school, choice and hours. What somebody else is just settling is left alone. */
const waiting = (at: Sql): Sql => sql`
  select m.school_id, m.mail_id, m.person_id, m.message_id, m.digest_on, m.due_at, m.try_at,
    coalesce(p.left_on <= (${at} at time zone s.time_zone)::date, false) or p.voided_by is not null as is_gone,
    case when k.way = 'always' then k.way else coalesce(c.how, k.way) end as way,
    (${at} at time zone s.time_zone)::date as day, (${at} at time zone s.time_zone)::time as hour,
    coalesce(h.quiet_from, ${firstHours.quietFrom}::time) as quiet_from, coalesce(h.quiet_until, ${firstHours.quietUntil}::time) as quiet_until,
    coalesce(h.digest_at, ${firstHours.digestAt}::time) as digest_at
  from mails m join schools s using (school_id) join people p using (school_id, person_id)
  join jsonb_to_recordset(${kindRows}::text::jsonb) as k (kind text, way text) using (kind)
  left join mail_choices c using (school_id, person_id, kind) left join mail_hours h using (school_id, person_id)
  where m.state = 'due' and m.due_at <= ${at} and (m.lease_until is null or m.lease_until <= ${at})
  for update of m skip locked`;

const dropping = (at: Sql): Sql => sql`
  with waiting as (${waiting(at)})
  update mails m set state = 'dropped', lease_until = null from waiting w
  where (m.school_id, m.mail_id) = (w.school_id, w.mail_id)
    and (w.is_gone or w.way = 'off' or w.due_at < ${at} - make_interval(days => ${staleDays}))`;

const claiming = (at: Sql): Sql => sql`
  with waiting as (${waiting(at)}), awake as (
    select w.*, app.is_quiet(w.hour, w.quiet_from, w.quiet_until) as is_quiet from waiting w where w.try_at <= ${at}
  ), ready as (
    select a.*, a.message_id is null and a.way = 'digest' as joins from awake a
    where a.way = 'always' or not a.is_quiet and (a.message_id is not null or a.way = 'at once' or a.hour >= a.digest_at
      and not exists (select from mails d where (d.school_id, d.person_id, d.digest_on) = (a.school_id, a.person_id, a.day)))
  ), chosen as materialized (
    select school_id, person_id, gen_random_uuid() as digest_id from ready group by 1, 2 order by min(due_at) limit ${peopleMost}
  ), taken as (
    update mails m set lease_until = ${at} + make_interval(mins => ${leaseMinutes}),
      message_id = coalesce(r.message_id, case when r.joins then c.digest_id else r.mail_id end),
      digest_on = coalesce(r.digest_on, case when r.joins then r.day end)
    from ready r join chosen c using (school_id, person_id)
    where (m.school_id, m.mail_id) = (r.school_id, r.mail_id)
    returning m.*
  )
  select t.school_id, t.person_id, t.message_id, t.digest_on, p.email, max(t.tries) as tries,
    jsonb_agg(jsonb_build_object('mailId', t.mail_id, 'kind', t.kind, 'aboutId', t.about_id) order by t.due_at, t.mail_id) as mails
  from taken t join people p using (school_id, person_id)
  group by t.school_id, t.person_id, t.message_id, t.digest_on, p.email order by min(t.due_at), t.message_id`;

/** The mail server has taken it over. Also of what was settled in this very moment: it did leave. */
export async function markSent(tx: Tx, { schoolId, mails }: Parcel, now: Date | null): Promise<void> {
  await tx.run(sql`update mails set state = 'sent', sent_at = ${instant(now)}, lease_until = null, fault = null
    where school_id = ${schoolId} and mail_id = any (${idsOf(mails)}::uuid[])`);
}

/** Nothing is left to say, such as an invitation that was used meanwhile. */
export async function markDropped(tx: Tx, { schoolId, mails }: Pick<Parcel, "schoolId" | "mails">): Promise<void> {
  await tx.run(sql`update mails set state = 'dropped', lease_until = null
    where school_id = ${schoolId} and mail_id = any (${idsOf(mails)}::uuid[]) and state = 'due'`);
}

/** `minutes` until the next try; null when there is none. */
export async function markFailed(
  tx: Tx,
  { schoolId, mails, tries }: Parcel,
  fault: Fault,
  minutes: number | null,
  now: Date | null,
): Promise<void> {
  const at = instant(now);
  await tx.run(sql`update mails set tries = ${tries + 1}::int, fault = ${fault}, lease_until = null,
      state = ${minutes === null ? "dead" : "due"}, try_at = ${at} + make_interval(mins => ${minutes ?? 0})
    where school_id = ${schoolId} and mail_id = any (${idsOf(mails)}::uuid[]) and state = 'due'`);
}

const idsOf = (mails: Parcel["mails"]): string[] => mails.map(({ mailId }) => mailId);

function instant(now: Date | null): Sql {
  return now === null ? sql`clock_timestamp()` : sql`${now.toISOString()}::timestamptz`;
}
