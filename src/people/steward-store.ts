// What the server itself does with accounts before anyone is signed in. Every statement runs as the steward.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";
import { attemptMinutes, attemptsMost, sessionHours } from "./sign-in.ts";

export interface PersonKey {
  schoolId: string;
  personId: string;
}

/** Opens a session and returns its secret, which is shown this once. */
export async function openSession(tx: Tx, { schoolId, personId }: PersonKey, label: string): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`
    insert into sessions (school_id, person_id, kind, label, secret_hash, expires_at)
    values (${schoolId}, ${personId}, 'browser', ${label}, ${hashOfSecret(secret)}, now() + make_interval(hours => ${sessionHours}))`);
  return secret;
}

export async function endSession(tx: Tx, secret: string): Promise<void> {
  await tx.run(
    sql`update sessions set ended_at = now() where secret_hash = ${hashOfSecret(secret)} and ended_at is null`,
  );
}

/** Ends every session and key of this person but the one whose secret is `kept`; null keeps none. */
export async function endOtherSessions(tx: Tx, { schoolId, personId }: PersonKey, kept: string | null): Promise<void> {
  await tx.run(sql`
    update sessions set ended_at = now() where school_id = ${schoolId} and person_id = ${personId} and ended_at is null
      and secret_hash is distinct from ${kept === null ? null : hashOfSecret(kept)}`);
}

const Hash = z.object({ hash: z.string() });

export async function passwordOf(tx: Tx, { schoolId, personId }: PersonKey): Promise<string | null> {
  const found = await tx.maybe(
    Hash,
    sql`select hash from passwords where school_id = ${schoolId} and person_id = ${personId}`,
  );
  return found?.hash ?? null;
}

const Holder = z.object({ schoolId: Id, personId: Id, hash: z.string().nullable() });

/** People of that address in the school (by its short name) or, without one, in every school of this server. */
export function holdersOf(tx: Tx, email: string, school: string | undefined): Promise<z.infer<typeof Holder>[]> {
  return tx.rows(
    Holder,
    sql`
    select p.school_id, p.person_id, w.hash from people p
    join schools s using (school_id) left join passwords w using (school_id, person_id)
    where lower(p.email) = lower(${email}) and p.voided_by is null and p.left_on is null and (${school ?? null}::text is null or s.slug = ${school ?? null})
    order by s.slug`,
  );
}

export async function setPassword(tx: Tx, { schoolId, personId }: PersonKey, hash: string): Promise<void> {
  await tx.run(sql`
    insert into passwords (school_id, person_id, hash) values (${schoolId}, ${personId}, ${hash})
    on conflict (school_id, person_id) do update set hash = excluded.hash, changed_at = now()`);
}

const Invited = z.object({
  schoolId: Id,
  personId: Id,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  school: z.string(),
});
export type Invited = z.infer<typeof Invited>;

/** Null for a secret that is wrong, used or out of date: the three look the same. */
export function findInvited(tx: Tx, secret: string): Promise<Invited | null> {
  return tx.maybe(
    Invited,
    sql`
    select p.school_id, p.person_id, p.given_name, p.family_name, p.email, s.name as school
    from invitations i join people p using (school_id, person_id) join schools s using (school_id)
    where ${hashOfSecret(secret)} in (i.secret_hash, i.mailed_hash) and i.used_at is null and i.withdrawn_at is null and i.expires_at > now()
      and p.voided_by is null and p.left_on is null`,
  );
}

export function invitationAbsent(): Refusal {
  return new Refusal(
    "absent",
    "invitation.absent",
    "This link has been used or is out of date. Ask your program office for a new one.",
  );
}

export async function useInvitation(tx: Tx, secret: string): Promise<void> {
  const used = await tx.run(
    sql`update invitations set used_at = now() where ${hashOfSecret(secret)} in (secret_hash, mailed_hash) and used_at is null and withdrawn_at is null`,
  );
  if (used !== 1) throw invitationAbsent();
}

const Count = z.object({ count: z.number() });

/** What tries are counted by. */
export interface AttemptKey {
  by: keyof typeof attemptsMost;
  key: string;
}

/** One count for whatever is tried from an address. */
export function triesOf(address: string): AttemptKey[] {
  return [{ by: "address", key: `address ${address}` }];
}

/** Counts a try under each key and refuses when one of them is over its limit. Survives a restart; the keys are hashed. */
export async function countAttempt(tx: Tx, keys: AttemptKey[]): Promise<void> {
  for (const { by, key } of keys) {
    const { count } = await tx.one(
      Count,
      sql`
      insert into attempts (key_hash, count, resets_at) values (${hashOfSecret(key)}, 1, now() + make_interval(mins => ${attemptMinutes}))
      on conflict (key_hash) do update set
        count = case when attempts.resets_at < now() then 1 else attempts.count + 1 end,
        resets_at = case when attempts.resets_at < now() then excluded.resets_at else attempts.resets_at end
      returning count`,
    );
    if (count > attemptsMost[by])
      throw new Refusal(
        "busy",
        "sign-in.limit",
        `There were too many tries. Wait ${attemptMinutes} minutes, then try again.`,
      );
  }
}

/** A try that succeeded: the account's are forgotten, the address gets its own back, and no other. */
export async function forgetAttempt(tx: Tx, keys: AttemptKey[]): Promise<void> {
  for (const { by, key } of keys)
    await (by === "account"
      ? tx.run(sql`delete from attempts where key_hash = ${hashOfSecret(key)}`)
      : tx.run(sql`update attempts set count = greatest(count - 1, 0) where key_hash = ${hashOfSecret(key)}`));
  await tx.run(sql`delete from attempts where resets_at < now() - interval '1 day'`);
}
