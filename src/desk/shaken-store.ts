// Open proposals without something that they rest on: lines of the desk, each with what the office can do about it.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { groundWords, ShakenBecause } from "../matching/ground.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import type { Line } from "./queue.ts";

const Shaken = z.object({
  runId: Id,
  learnerId: Id,
  educatorId: Id,
  program: Program,
  answerBy: Day,
  because: ShakenBecause,
  who: z.string(),
  withWhom: z.string(),
  phase: z.string().nullable(),
  campus: z.string(),
});

/** None for an office that sees no proposals. */
export async function shakenLines(tx: Tx, { schoolId, today }: Me): Promise<Line[]> {
  const rows = await tx.rows(
    Shaken,
    sql`
    select s.run_id, s.learner_id, s.educator_id, s.program, s.answer_by, s.because, l.given_name || ' ' || l.family_name as who,
      e.given_name || ' ' || e.family_name as with_whom, f.campus,
      (select phase from standings t where (t.school_id, t.learner_id) = (${schoolId}, s.learner_id) and t.from_day <= ${today}::date
        order by t.from_day desc, t.at desc limit 1) as phase
    from app.shaken_proposals() s
    join people l on (l.school_id, l.person_id) = (${schoolId}, s.learner_id)
    join people e on (e.school_id, e.person_id) = (${schoolId}, s.educator_id)
    join learners f on (f.school_id, f.learner_id) = (${schoolId}, s.learner_id)`,
  );
  return rows.map(({ runId, learnerId, educatorId, program, answerBy, because, ...named }) => ({
    key: `shaken ${runId} ${learnerId} ${because}`,
    queue: "proposals",
    personId: learnerId,
    ...named,
    program,
    found: groundWords[because],
    by: answerBy,
    ...stepOf[because]({ runId, learnerId, educatorId }),
    addresses: [],
    awaited: 0,
  }));
}

type Step = Pick<Line, "next" | "action" | "target">;
type Ids = { runId: string; learnerId: string; educatorId: string };

const atEducator =
  (next: string) =>
  ({ educatorId }: Ids): Step => ({ next, action: "open person", target: educatorId });
const atRun =
  (next: string) =>
  ({ runId }: Ids): Step => ({ next, action: "open run", target: runId });

const stepOf: Record<ShakenBecause, (ids: Ids) => Step> = {
  places: atEducator("Raise the places, or ask one of the two to say no"),
  paused: atEducator("End the pause, or ask one of the two to say no"),
  "on leave": ({ learnerId }) => ({
    next: "Ask the educator to wait, or one of the two to say no",
    action: "open person",
    target: learnerId,
  }),
  never: atRun("Ask the learner to say no; then match the rest again"),
  "not available": atRun("Ask one of the two to say no; then match the rest again"),
};
