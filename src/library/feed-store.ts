// What the address of a feed of the library opens, as the server's own work: there is no session behind it.
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { feedHolder } from "../people/feed-store.ts";
import { Change, type Feed } from "./changes.ts";

/** Null for an address that never was, or is not any more. */
export async function changesBehindSecret(tx: Tx, secret: string): Promise<Feed | null> {
  const holder = await feedHolder(tx, "library", secret);
  if (holder === null) return null;
  const { schoolId, school, madeAt } = holder;
  const changes = await tx.rows(Change, sql`select * from app.library_changes(${schoolId})`);
  return { schoolId, school, madeAt, changes };
}
