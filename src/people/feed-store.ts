// The addresses behind which a program reads something of somebody's without a session: made anew, turned off, and whose one is.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { hashOfSecret } from "./secrets.ts";

export type Feed = "calendar" | "library";

const Made = z.object({ madeAt: Instant });

export async function feedMadeAt(tx: Tx, feed: Feed): Promise<string | null> {
  return (await tx.maybe(Made, sql`select made_at from app.own_feed(${feed})`))?.madeAt ?? null;
}

/** Whatever the address was before opens nothing any more; null makes none in its place. */
export async function makeFeed(tx: Tx, feed: Feed, secret: string | null): Promise<void> {
  await tx.run(sql`select app.make_feed(${feed}, ${secret === null ? null : hashOfSecret(secret)}::bytea)`);
}

const Holder = z.object({ schoolId: Id, personId: Id, school: z.string(), madeAt: Instant });
export type Holder = z.infer<typeof Holder>;

/** As the server's own work; null for an address that never was, or is not any more. */
export function feedHolder(tx: Tx, feed: Feed, secret: string): Promise<Holder | null> {
  return tx.maybe(
    Holder,
    sql`select school_id, person_id, school, made_at from app.feed_holder(${feed}, ${hashOfSecret(secret)}::bytea)`,
  );
}
