// A POST sent again under the same Idempotency-Key answers what it answered before and does nothing twice.
import { createHash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";

const Kept = z.object({ same: z.boolean(), status: z.number(), body: z.string() });

export interface Repeated {
  key: string;
  /** Told all that was sent, so that another request under the same key is told apart. */
  hear: (part: string | Uint8Array) => void;
  /** Of that, once nothing more comes. */
  hash: () => Buffer;
}

/** `place` is what was asked, before anything that was sent. */
export function repeatedAs(key: string, place: string): Repeated {
  const hash = createHash("sha256").update(place);
  let digest: Buffer | undefined;
  return { key, hear: (part) => void hash.update(part), hash: () => (digest ??= hash.digest()) };
}

export async function repeatable(
  tx: Tx,
  { schoolId, personId }: Me,
  { key, hash }: Repeated,
  handle: () => Promise<string>,
): Promise<{ status: number; text: string }> {
  if (key.length < 8 || key.length > 200)
    throw new Refusal("invalid", "idempotency.key", "The Idempotency-Key must have 8 to 200 characters.", [
      { field: "Idempotency-Key", because: "Make one of 8 to 200 characters." },
    ]);
  const requestHash = hash();
  // Two at once under one key: the second waits here until the first has committed.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`);
  const kept = await tx.maybe(
    Kept,
    sql`
    select request_hash = ${requestHash} as same, status, body from idempotency_keys
    where school_id = ${schoolId} and person_id = ${personId} and key = ${key}`,
  );
  if (kept !== null && !kept.same)
    throw new Refusal(
      "conflict",
      "idempotency.reused",
      "This Idempotency-Key was used for another request. Make a new one.",
      [{ field: "Idempotency-Key", because: "Make a new one." }],
    );
  if (kept !== null) return { status: kept.status, text: kept.body };
  const text = await handle();
  await tx.run(sql`
    insert into idempotency_keys (school_id, person_id, key, request_hash, status, body)
    values (${schoolId}, ${personId}, ${key}, ${requestHash}, 200, ${text})`);
  return { status: 200, text };
}
