// Passkeys and their challenges, kept by the steward: a challenge is used once, a credential belongs to one person.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { NewPasskey } from "./passkey.ts";
import { hashOfSecret } from "./secrets.ts";
import { passkeyMinutes } from "./sign-in.ts";
import type { PersonKey } from "./steward-store.ts";

/** For one person's registration; without one, for a sign-in. */
export async function addChallenge(tx: Tx, challenge: string, person: PersonKey | null): Promise<void> {
  await tx.run(sql`delete from challenges where expires_at < now()`);
  await tx.run(sql`
    insert into challenges (challenge_hash, school_id, person_id, expires_at)
    values (${hashOfSecret(challenge)}, ${person?.schoolId ?? null}, ${person?.personId ?? null}, now() + make_interval(mins => ${passkeyMinutes}))`);
}

/** True once for each challenge, within its time and for the same person. */
export async function useChallenge(tx: Tx, challenge: string, person: PersonKey | null): Promise<boolean> {
  const used = await tx.run(sql`
    delete from challenges where challenge_hash = ${hashOfSecret(challenge)} and expires_at > now()
      and person_id is not distinct from ${person?.personId ?? null}::uuid and school_id is not distinct from ${person?.schoolId ?? null}::uuid`);
  return used === 1;
}

const Holder = z.object({ email: z.string(), name: z.string(), school: z.string(), credentials: z.array(z.string()) });

/** What a browser shows beside the passkey, and the credentials that need not be made again. */
export function theHolder(tx: Tx, { schoolId, personId }: PersonKey): Promise<z.infer<typeof Holder>> {
  return tx.one(
    Holder,
    sql`select email, given_name || ' ' || family_name as name,
      (select s.name from schools s where s.school_id = p.school_id) as school,
      array(select credential_id from passkeys k where (k.school_id, k.person_id) = (p.school_id, p.person_id)) as credentials
      from people p where school_id = ${schoolId} and person_id = ${personId}`,
  );
}

export async function insertPasskey(tx: Tx, { schoolId, personId }: PersonKey, passkey: NewPasskey): Promise<void> {
  const { credentialId, publicKey, counter, transports, label } = passkey;
  await tx.run(sql`
    insert into passkeys (school_id, person_id, credential_id, public_key, counter, transports, label)
    values (${schoolId}, ${personId}, ${credentialId}, ${Buffer.from(publicKey)}, ${counter}, ${transports}::text[], ${label})`);
}

const Credential = z.object({
  schoolId: Id,
  personId: Id,
  publicKey: z.instanceof(Uint8Array),
  counter: z.coerce.number(),
});

/** Whose credential this is, while they are here. */
export function findCredential(tx: Tx, credentialId: string): Promise<z.infer<typeof Credential> | null> {
  return tx.maybe(
    Credential,
    sql`
    select k.school_id, k.person_id, k.public_key, k.counter from passkeys k join people p using (school_id, person_id)
    where k.credential_id = ${credentialId} and p.voided_by is null and p.left_on is null`,
  );
}

export async function setCounter(tx: Tx, credentialId: string, counter: number): Promise<void> {
  await tx.run(sql`update passkeys set counter = ${counter} where credential_id = ${credentialId}`);
}
