// The one-time link that founds a school. It is here, after people, since a school begins with its charters.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { hashOfSecret, newSecret } from "../people/secrets.ts";

/** Makes a link's secret and takes older unused ones out of force. */
export async function newFoundingLink(tx: Tx): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`update founding_links set used_at = now() where used_at is null`);
  await tx.run(sql`insert into founding_links (secret_hash) values (${hashOfSecret(secret)})`);
  return secret;
}

/** Uses the link up; refused when it is wrong or used. */
export async function useFoundingLink(tx: Tx, secret: string): Promise<void> {
  const used = await tx.run(
    sql`update founding_links set used_at = now() where secret_hash = ${hashOfSecret(secret)} and used_at is null`,
  );
  if (used !== 1)
    throw new Refusal(
      "absent",
      "founding.absent",
      "This link has been used or replaced. Start Chiron again to get a new one.",
    );
}

export async function isFoundingLink(tx: Tx, secret: string): Promise<boolean> {
  const { open } = await tx.one(
    z.object({ open: z.boolean() }),
    sql`
    select exists (select from founding_links where secret_hash = ${hashOfSecret(secret)} and used_at is null) as open`,
  );
  return open;
}
