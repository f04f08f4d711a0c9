// The open proposals that an import meets: it withdraws them, or takes something from what they rest on.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { MetProposal, type MetProposals, noneMet } from "./met.ts";

const Count = z.object({ withdrawn: z.number(), shaken: z.number() });
const shownMost = 200;

/** After the import has written. The names are the database's to give: not to every office that imports. */
export async function proposalsMet(tx: Tx, { schoolId }: Me, importId: string): Promise<MetProposals> {
  const count = await tx.one(
    Count,
    sql`
    select count(*) filter (where is_withdrawn)::int as withdrawn, count(*) filter (where not is_withdrawn)::int as shaken
    from app.import_proposals(${importId})`,
  );
  if (count.withdrawn + count.shaken === 0) return noneMet;
  const shown = await tx.rows(
    MetProposal,
    sql`
    select l.given_name || ' ' || l.family_name as learner, e.given_name || ' ' || e.family_name as educator, m.program, m.because, m.is_withdrawn
    from app.import_proposals(${importId}) m
    join people l on (l.school_id, l.person_id) = (${schoolId}, m.learner_id)
    join people e on (e.school_id, e.person_id) = (${schoolId}, m.educator_id)
    order by m.is_withdrawn desc, 1, 2, m.program limit ${shownMost}`,
  );
  return { ...count, shown };
}
