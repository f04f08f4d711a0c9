// Where to turn, as rows: one list a version.
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { firstResources, type Resource, ResourceList } from "./resource.ts";

export async function resourcesOf(tx: Tx, { schoolId }: Me): Promise<ResourceList> {
  const own = await tx.maybe(
    ResourceList,
    sql`select version, items from resource_lists where school_id = ${schoolId} order by version desc limit 1`,
  );
  return own ?? { version: 0, items: firstResources };
}

/** Refused by the database when somebody wrote that version meanwhile. */
export async function addResources(
  tx: Tx,
  { schoolId, personId }: Me,
  version: number,
  items: Resource[],
): Promise<void> {
  await tx.run(sql`
    insert into resource_lists (school_id, version, items, written_by)
    values (${schoolId}, ${version}, ${items}::jsonb, ${personId})`);
}
