// What an educator wrote back to requests, read without the requests, which may be with somebody else by now.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { WrittenReply } from "./request.ts";

const Row = z.object({
  requestId: Id,
  learnerId: Id,
  learnerName: z.string(),
  words: z.string(),
  at: Instant,
  isHeld: z.boolean(),
});

/** As an instant is told outside, so that where a page ended is found again. */
const writtenAt = sql`date_trunc('milliseconds', y.at)`;

interface Wanted {
  /** When it was written, and the request's id, of the last row before. */
  after: [string, string] | null;
  limit: number;
}

export async function writtenRepliesOf(
  tx: Tx,
  { schoolId, personId }: Me,
  { after, limit }: Wanted,
): Promise<WrittenReply[]> {
  const rows = await tx.rows(
    Row,
    sql`
    with partners as (select distinct person_id, name from app.my_partners())
    select y.request_id, y.learner_id, coalesce(p.name, '') as learner_name, y.words, ${writtenAt} as at,
      exists (select from requests q where (q.school_id, q.request_id) = (y.school_id, y.request_id)) as is_held
    from replies y left join partners p on p.person_id = y.learner_id
    where ${all([
      sql`y.school_id = ${schoolId}`,
      sql`y.from_id = ${personId}`,
      asked(after, ([at, id]) => sql`(${writtenAt}, y.request_id) < (${at}::timestamptz, ${id}::uuid)`),
    ])}
    order by ${writtenAt} desc, y.request_id desc limit ${limit}`,
  );
  return rows.map(({ learnerId, learnerName, ...rest }) => ({
    ...rest,
    learner: { personId: learnerId, name: learnerName },
  }));
}
