// One's own proposals, and one's answers to them.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import { OwnProposal, withdrawnWords } from "./proposal.ts";

/** Waiting ones first, then the newest. */
export function ownProposals(tx: Tx, { schoolId, personId, today }: Me): Promise<OwnProposal[]> {
  return tx.rows(
    OwnProposal,
    sql`
    with mine as (
      select m.*, a.answer_by, a.approved_at, case when m.learner_id = ${personId} then m.educator_id else m.learner_id end as other_id
      from app.my_proposals() m join run_approvals a on (a.school_id, a.run_id) = (${schoolId}, m.run_id))
    select m.run_id, m.learner_id, r.program, case when m.learner_id = ${personId} then 'learner' else 'educator' end as as,
      jsonb_build_object('personId', m.other_id, 'name', m.other_name,
        'about', coalesce(case when m.learner_id = ${personId} then e.department || case when e.campus = '' then '' else ', ' || e.campus end
          else 'Class of ' || l.class_year || case when l.campus = '' then '' else ', ' || l.campus end end, '')) as other,
      m.answer_by, case when m.state = 'open' and m.answer_by < ${today}::date then 'expired' else m.state end as state, n.answer, s.parts,
      (select jsonb_build_object('relationshipId', x.relationship_id, 'startedOn', x.started_on, 'endedOn', x.ended_on) from relationships x
        where m.state = 'agreed' and (x.school_id, x.learner_id, x.educator_id, x.program) = (${schoolId}, m.learner_id, m.educator_id, r.program)
        order by x.at desc limit 1) as relationship
    from mine m
    join app.my_run_programs() r on r.run_id = m.run_id
    left join educators e on (e.school_id, e.educator_id) = (${schoolId}, m.educator_id)
    left join learners l on (l.school_id, l.learner_id) = (${schoolId}, m.learner_id)
    left join answers n on (n.school_id, n.run_id, n.learner_id, n.person_id) = (${schoolId}, m.run_id, m.learner_id, ${personId})
    left join proposal_scores s on m.learner_id = ${personId} and (s.school_id, s.run_id, s.learner_id) = (${schoolId}, m.run_id, m.learner_id)
    order by (m.state = 'open' and n.answer is null and m.answer_by >= ${today}::date) desc, m.approved_at desc, m.learner_id`,
  );
}

const OpenProposal = z.object({ runId: Id, learnerId: Id, educatorId: Id, program: Program });
type OpenProposal = z.infer<typeof OpenProposal>;

/** The asker's proposal, locked until this transaction ends: of two answers at once, the later sees the earlier. Whether it may still be answered, the database says to the answer. */
export async function lockedProposal(tx: Tx, runId: string, learnerId: string): Promise<OpenProposal | null> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${runId} ${learnerId}`}, 0))`);
  return tx.maybe(
    OpenProposal,
    sql`
    select m.run_id, m.learner_id, m.educator_id, r.program from app.my_proposals() m join app.my_run_programs() r using (run_id)
    where m.run_id = ${runId} and m.learner_id = ${learnerId}`,
  );
}

export async function addAnswer(
  tx: Tx,
  { schoolId, personId }: Me,
  { runId, learnerId }: OpenProposal,
  answer: "accept" | "decline",
  reason: string | null,
): Promise<void> {
  await tx.run(sql`
    insert into answers (school_id, run_id, learner_id, person_id, answer, reason)
    values (${schoolId}, ${runId}, ${learnerId}, ${personId}, ${answer}, ${reason})`);
}

/**
 * Declares a conflict of the asker with the other of the pair, from today on. Where the two already stand on a wall,
 * nothing is declared: the pair then stays closed by the answer alone, and the answer is not lost.
 */
export async function declareConflict(
  tx: Tx,
  { schoolId, personId, today }: Me,
  { learnerId, educatorId }: OpenProposal,
): Promise<void> {
  await tx.run(sql`
    insert into duties (school_id, duty, educator_id, learner_id, during, source, made_by)
    select ${schoolId}, 'conflicts', ${educatorId}, ${learnerId}, daterange(${today}::date, null), 'declared', ${personId}
    where not exists (select from stands where school_id = ${schoolId} and lo = least(${learnerId}::uuid, ${educatorId}::uuid) and hi = greatest(${learnerId}::uuid, ${educatorId}::uuid)
      and blocked && daterange(${today}::date, null))`);
}

const Agreed = z.object({ agreed: z.boolean() });

/** The relationship that both accepted, of which only the later of two answers finds both; it waits for both signatures. */
export async function addRelationship(
  tx: Tx,
  { schoolId, today }: Me,
  { runId, learnerId, educatorId, program }: OpenProposal,
): Promise<void> {
  const { agreed } = await tx.one(
    Agreed,
    sql`select exists (select from app.my_proposals() m where m.run_id = ${runId} and m.learner_id = ${learnerId} and m.state = 'agreed') as agreed`,
  );
  if (!agreed) return;
  const added = await tx.run(sql`
    insert into relationships (school_id, program, learner_id, educator_id, run_id, since)
    values (${schoolId}, ${program}, ${learnerId}, ${educatorId}, ${runId}, ${today}::date)
    on conflict do nothing`);
  // The roster brought somebody else in this moment, and withdrew the proposal with it. That is all the educator is told on any other day.
  if (added === 0) throw new Refusal("conflict", "proposal.withdrawn", withdrawnWords);
}
