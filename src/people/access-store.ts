// Access as the asker may keep it: through functions of the database that hold each act to its holder.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { Access, OwnPasskey, OwnSession } from "./access.ts";
import type { Me } from "./me.ts";
import { hashOfSecret } from "./secrets.ts";
import { invitationDays } from "./sign-in.ts";

/** Null also for somebody of another school. */
export function findAccess(tx: Tx, { schoolId }: Me, id: string): Promise<Access | null> {
  return tx.maybe(
    Access,
    sql`
    select p.person_id, p.given_name || ' ' || p.family_name as name, p.email, p.left_on, a.has_password, a.passkeys, a.invited_until,
      coalesce((select jsonb_agg(jsonb_build_object('officeId', o.office_id, 'office', o.office, 'since', o.given_at,
          'givenBy', g.given_name || ' ' || g.family_name) order by o.office)
        from offices o left join people g on (g.school_id, g.person_id) = (o.school_id, o.given_by)
        where (o.school_id, o.person_id) = (p.school_id, p.person_id) and o.ended_at is null), '[]') as offices
    from people p cross join lateral app.access_of(p.person_id) a
    where p.school_id = ${schoolId} and p.person_id = ${id}`,
  );
}

export async function addInvitation(tx: Tx, id: string, secret: string): Promise<void> {
  await tx.run(sql`select app.invite(${id}, ${hashOfSecret(secret)}, ${invitationDays})`);
}

export async function withdrawInvitationsOf(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select app.withdraw_invitations(${id})`);
}

export async function addOffice(tx: Tx, { schoolId, personId }: Me, id: string, office: string): Promise<void> {
  await tx.run(sql`insert into offices (school_id, person_id, office, given_by)
    values (${schoolId}, ${id}, ${office}, ${personId})`);
}

/** How many it ended: none when it is not there, not that person's, or ended already. */
export function endOfficeOf(tx: Tx, { schoolId }: Me, id: string, officeId: string): Promise<number> {
  return tx.run(sql`update offices set ended_at = clock_timestamp()
    where school_id = ${schoolId} and person_id = ${id} and office_id = ${officeId} and ended_at is null`);
}

/** The newest first; the one in use is marked. */
export function ownSessions(tx: Tx, { personId, schoolId }: Me): Promise<OwnSession[]> {
  return tx.rows(
    OwnSession,
    sql`
    select session_id, kind, label, capabilities, reads_only, created_at, expires_at, secret_hash = app.session_hash() as is_this_one from sessions
    where school_id = ${schoolId} and person_id = ${personId} and ended_at is null and expires_at > now()
    order by created_at desc`,
  );
}

const Touched = z.object({ touched: z.number() });

export async function endOwn(tx: Tx, sessionId: string): Promise<number> {
  return (await tx.one(Touched, sql`select app.end_own_session(${sessionId}) as touched`)).touched;
}

export interface NewKey {
  label: string;
  capabilities: string[];
  readsOnly: boolean;
  days: number;
}

export async function insertKey(
  tx: Tx,
  { label, capabilities, readsOnly, days }: NewKey,
  secret: string,
): Promise<void> {
  await tx.run(
    sql`select app.add_key(${label}, ${capabilities}::text[], ${readsOnly}, ${hashOfSecret(secret)}, ${days})`,
  );
}

export function ownPasskeys(tx: Tx): Promise<OwnPasskey[]> {
  return tx.rows(OwnPasskey, sql`select passkey_id, label, created_at from app.own_passkeys()`);
}

const Has = z.object({ hasPassword: z.boolean() });

export async function hasOwnPassword(tx: Tx, { personId }: Me): Promise<boolean> {
  return (await tx.one(Has, sql`select has_password from app.access_of(${personId})`)).hasPassword;
}

export async function removePasskey(tx: Tx, passkeyId: string): Promise<number> {
  return (await tx.one(Touched, sql`select app.drop_passkey(${passkeyId}) as touched`)).touched;
}

export const Own = z.object({ schoolId: Id, personId: Id, inPerson: z.boolean() });
export type Own = z.infer<typeof Own>;

/** Who holds the session, and whether they sit in a browser themselves rather than behind a key; null without a session. */
export function ownHolder(tx: Tx): Promise<Own | null> {
  return tx.maybe(
    Own,
    sql`select school_id, person_id, in_person from (select app.school() as school_id, app.person() as person_id, app.in_person() as in_person) me
      where person_id is not null`,
  );
}

/** Throws where a key asks for what is done in person only. */
export function refuseKey({ inPerson }: Own): void {
  if (!inPerson)
    throw new Refusal("forbidden", "key.in-person", "Do this where you are signed in yourself; a key does not.");
}

export const untilDays = (days: number): string =>
  Instant.parse(new Date(Date.now() + days * 86_400_000).toISOString());
