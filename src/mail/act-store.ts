// Signed links as the server follows them. Every statement runs as the steward.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";

const SignedMail = z.object({
  schoolId: Id,
  mailId: Id,
  personId: Id,
  aboutId: Id.nullable(),
  /** Of all that went in the same message. */
  kinds: z.array(z.string()),
});
/** The mail that a link came in. */
export type SignedMail = z.infer<typeof SignedMail>;

/** Null when there is none, when its reader has left, and when the act was done already. */
export function findSignedMail(tx: Tx, mailId: string, act: string): Promise<SignedMail | null> {
  return tx.maybe(
    SignedMail,
    sql`
    select m.school_id, m.mail_id, m.person_id, m.about_id,
      array(select distinct k.kind from mails k where (k.school_id, k.message_id) = (m.school_id, m.message_id) order by 1) as kinds
    from mails m join people p using (school_id, person_id)
    where m.mail_id = ${mailId} and p.left_on is null and p.voided_by is null
      and not exists (select from act_uses u where (u.school_id, u.mail_id, u.act) = (m.school_id, m.mail_id, ${act}))`,
  );
}

/** Two at once: the second waits here, and is refused (`act.used`). */
export async function useAct(tx: Tx, { schoolId, mailId }: SignedMail, act: string): Promise<void> {
  await tx.run(sql`insert into act_uses (school_id, mail_id, act) values (${schoolId}, ${mailId}, ${act})`);
}

export async function turnOff(tx: Tx, { schoolId, personId }: SignedMail, kinds: string[]): Promise<void> {
  await tx.run(sql`insert into mail_choices (school_id, person_id, kind, how)
    select ${schoolId}::uuid, ${personId}::uuid, kind, 'off' from unnest(${kinds}::text[]) as kind
    on conflict (school_id, person_id, kind) do update set how = 'off', at = clock_timestamp()`);
}
