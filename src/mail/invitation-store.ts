// The link of an invitation that is mailed. It is made of the server's key and the invitation, so a mail that goes twice
// says the same, and a copy of the database opens nothing.
import { createHmac, type KeyObject } from "node:crypto";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { hashOfSecret } from "../people/secrets.ts";

/** What the key is drawn for. */
export const invitationPurpose = "invitations in mail";

/** As the steward: the path that opens the account; null when the invitation was used or withdrawn, or is out of date. */
export async function mailedInvitation(tx: Tx, key: KeyObject, schoolId: string, id: string): Promise<string | null> {
  const secret = createHmac("sha256", key).update(id).digest("base64url").replace(/^-/, "_");
  const open = await tx.run(sql`update invitations set mailed_hash = ${hashOfSecret(secret)}
    where school_id = ${schoolId} and invitation_id = ${id} and used_at is null and withdrawn_at is null and expires_at > now()`);
  return open === 0 ? null : `/welcome/${secret}`;
}
