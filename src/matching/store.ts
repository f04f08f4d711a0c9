// Runs, their proposals and gaps, and their approval.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { Program } from "../programs/program.ts";
import { Certificate } from "./certificate.ts";
import { type GapRow, Reasons } from "./gap.ts";
import type { ProposalRow } from "./plan.ts";
import { Run } from "./run.ts";
import { Proposal } from "./run-detail.ts";

export type NewRun = Pick<Run, "program" | "name" | "basedOn" | "settings" | "outcome" | "fingerprint"> & {
  certificate: Certificate;
  /** Only where other runs had to name it before. */
  runId?: string;
};

const Added = z.object({ runId: Id });

/** A run with everything in it; three statements, however many learners there are. */
export async function addRun(
  tx: Tx,
  { schoolId, personId }: Me,
  run: NewRun,
  proposals: ProposalRow[],
  gaps: GapRow[],
): Promise<string> {
  const { runId } = await tx.one(
    Added,
    sql`
    insert into runs (school_id, run_id, program, name, based_on, settings, outcome, certificate, fingerprint, made_by)
    values (${schoolId}, coalesce(${run.runId ?? null}::uuid, gen_random_uuid()), ${run.program}, ${run.name}, ${run.basedOn}, ${run.settings}::jsonb, ${run.outcome}::jsonb, ${run.certificate}::jsonb, ${run.fingerprint}, ${personId})
    returning run_id`,
  );
  const pairs = proposals.map(({ learnerId, educatorId, kept }) => ({
    learner_id: learnerId,
    educator_id: educatorId,
    kept,
  }));
  const scores = proposals.map(({ learnerId, score, parts, pinned }) => ({
    learner_id: learnerId,
    score,
    parts,
    pinned,
  }));
  const reasons = gaps.map((gap) => ({ learner_id: gap.learnerId, reasons: gap.reasons }));
  await tx.run(sql`
    insert into proposals (school_id, run_id, learner_id, educator_id, kept)
    select ${schoolId}, ${runId}, learner_id, educator_id, kept from jsonb_to_recordset(${pairs}::jsonb) as x (learner_id uuid, educator_id uuid, kept boolean)`);
  await tx.run(sql`
    insert into proposal_scores (school_id, run_id, learner_id, score, parts, pinned)
    select ${schoolId}, ${runId}, learner_id, score, parts, pinned from jsonb_to_recordset(${scores}::jsonb) as x (learner_id uuid, score int, parts jsonb, pinned boolean)`);
  await tx.run(sql`
    insert into gaps (school_id, run_id, learner_id, reasons)
    select ${schoolId}, ${runId}, learner_id, reasons from jsonb_to_recordset(${reasons}::jsonb) as x (learner_id uuid, reasons jsonb)`);
  return runId;
}

const runColumns = sql`
  r.run_id, r.program, r.name, r.based_on, r.settings, r.outcome, r.fingerprint, r.made_at,
  (select m.given_name || ' ' || m.family_name from people m where (m.school_id, m.person_id) = (r.school_id, r.made_by)) as made_by,
  (select jsonb_build_object('approvedBy', coalesce(m.given_name || ' ' || m.family_name, ''), 'approvedAt', to_char(a.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answerBy', a.answer_by)
   from run_approvals a left join people m on (m.school_id, m.person_id) = (a.school_id, a.approved_by)
   where (a.school_id, a.run_id) = (r.school_id, r.run_id)) as approval`;

/** Newest first; `before` is the instant and id where the page before ended. */
export function runsOf(
  tx: Tx,
  { schoolId }: Me,
  program: Program | undefined,
  before: (string | number)[] | null,
  limit: number,
): Promise<Run[]> {
  return tx.rows(
    Run,
    sql`
    select ${runColumns} from runs r
    where ${all([
      sql`r.school_id = ${schoolId}`,
      asked(program, (value) => sql`r.program = ${value}`),
      asked(
        before,
        ([at, id]) => sql`(date_trunc('milliseconds', r.made_at), r.run_id) < (${at}::timestamptz, ${id}::uuid)`,
      ),
    ])}
    order by date_trunc('milliseconds', r.made_at) desc, r.run_id desc limit ${limit}`,
  );
}

export function findRun(tx: Tx, { schoolId }: Me, runId: string): Promise<Run | null> {
  return tx.maybe(Run, sql`select ${runColumns} from runs r where r.school_id = ${schoolId} and r.run_id = ${runId}`);
}

/** Runs that a run counts or that count it, one of each program: those counted first, then an approved one, then the newest. */
export function roundOf(tx: Tx, { schoolId }: Me, { runId, program, settings }: Run): Promise<Run[]> {
  const counted = sql`r.run_id = any (${settings.counting}::uuid[])`;
  return tx.rows(
    Run,
    sql`
    select distinct on (r.program) ${runColumns} from runs r
    where r.school_id = ${schoolId} and r.program <> ${program}
      and (${counted} or r.settings -> 'counting' @> to_jsonb(${runId}::text))
    order by r.program, ${counted} desc,
      exists (select from run_approvals a where (a.school_id, a.run_id) = (r.school_id, r.run_id)) desc, r.made_at desc`,
  );
}

export async function findCertificate(tx: Tx, { schoolId }: Me, runId: string): Promise<Certificate | null> {
  const row = await tx.maybe(
    z.object({ certificate: Certificate }),
    sql`select certificate from runs where school_id = ${schoolId} and run_id = ${runId}`,
  );
  return row?.certificate ?? null;
}

/** All of a run, by the learner's name. */
export function proposalsIn(tx: Tx, { schoolId }: Me, runId: string): Promise<Proposal[]> {
  return tx.rows(
    Proposal,
    sql`
    select p.learner_id, p.educator_id, l.given_name || ' ' || l.family_name as learner, e.given_name || ' ' || e.family_name as educator,
      s.score, s.parts, p.kept, s.pinned, coalesce(a.answers, '[]') as answers,
      (select w.because from withdrawals w where (w.school_id, w.run_id, w.learner_id) = (p.school_id, p.run_id, p.learner_id) and w.voided_by is null) as withdrawn
    from proposals p
    join proposal_scores s using (school_id, run_id, learner_id)
    join people l on (l.school_id, l.person_id) = (p.school_id, p.learner_id)
    join people e on (e.school_id, e.person_id) = (p.school_id, p.educator_id)
    left join (select n.learner_id, jsonb_agg(jsonb_build_object('by', case when n.person_id = n.learner_id then 'learner' else 'educator' end, 'answer', n.answer, 'reason', n.reason) order by n.at) as answers
      from answers n where n.school_id = ${schoolId} and n.run_id = ${runId} group by 1) a using (learner_id)
    where p.school_id = ${schoolId} and p.run_id = ${runId}
    order by l.family_name, l.given_name, p.learner_id`,
  );
}

export const StoredGap = z.object({ learnerId: Id, learner: z.string(), reasons: Reasons });
export type StoredGap = z.infer<typeof StoredGap>;

export function gapsIn(tx: Tx, { schoolId }: Me, runId: string): Promise<StoredGap[]> {
  return tx.rows(
    StoredGap,
    sql`
    select g.learner_id, l.given_name || ' ' || l.family_name as learner, g.reasons
    from gaps g join people l on (l.school_id, l.person_id) = (g.school_id, g.learner_id)
    where g.school_id = ${schoolId} and g.run_id = ${runId} order by (g.reasons->>'onLeave')::boolean, l.family_name, l.given_name, g.learner_id`,
  );
}

const Named = z.object({ personId: Id, name: z.string() });

export async function namesOf(tx: Tx, { schoolId }: Me, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows(
    Named,
    sql`select person_id, given_name || ' ' || family_name as name from people where school_id = ${schoolId} and person_id = any (${ids}::uuid[])`,
  );
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}

const Grouped = z.object({ learnerId: Id, phase: z.string(), class: z.string(), campus: z.string() });

/** Learners with the groups that the school puts them in, as they are today. */
export function groupsOf(tx: Tx, { schoolId, today }: Me, learnerIds: string[]): Promise<z.infer<typeof Grouped>[]> {
  return tx.rows(
    Grouped,
    sql`
    select l.learner_id, l.class_year::text as class, coalesce(nullif(l.campus, ''), 'not said') as campus,
      coalesce((select s.phase from standings s where (s.school_id, s.learner_id) = (l.school_id, l.learner_id)
        and s.from_day <= ${today}::date and s.voided_by is null order by s.from_day desc, s.at desc limit 1), 'not said') as phase
    from learners l where l.school_id = ${schoolId} and l.learner_id = any (${learnerIds}::uuid[])`,
  );
}

export async function addApproval(tx: Tx, { schoolId, personId }: Me, runId: string, answerBy: Day): Promise<void> {
  await tx.run(
    sql`insert into run_approvals (school_id, run_id, approved_by, answer_by) values (${schoolId}, ${runId}, ${personId}, ${answerBy}::date)`,
  );
}
