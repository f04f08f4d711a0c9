// Reads everything that a run rests on, as the office that runs it.
import { z } from "zod";
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { addMonths } from "../training/certification.ts";
import type { Program } from "../programs/program.ts";
import { Declined, EducatorFacts, type Facts, LearnerFacts, Pair, Taken, Terms, Wish } from "./facts.ts";
import type { Settings } from "./settings.ts";

/** `from` and what is counted in come from the settings; everything else is as it is now. */
export async function readFacts(
  tx: Tx,
  { schoolId, today }: Me,
  program: Program,
  { from, counting }: Pick<Settings, "from" | "counting">,
): Promise<Facts> {
  const everyTerm = await readTerms(tx, schoolId, from);
  const terms = Object.fromEntries(everyTerm.map((term) => [term.program, term])) as Facts["terms"];
  const to = addMonths(from, terms[program].termMonths);
  // Sent one behind the other on one connection, so waiting for each by itself would only add its way.
  const [learners, educators, wishes, taken, declined, parted, closed] = await Promise.all([
    readLearners(tx, schoolId, today),
    readEducators(tx, schoolId),
    tx.rows(
      Wish,
      sql`
      select learner_id, educator_id, rank from preferences where school_id = ${schoolId} and program = ${program} and voided_by is null
      order by learner_id, rank, educator_id`,
    ),
    readTaken(tx, schoolId, today, counting),
    readDeclined(tx, schoolId, program),
    readParted(tx, schoolId, program),
    closedPairs(tx, program, from, to),
  ]);
  return { program, from, to, learners, educators, wishes, taken, declined, parted, closed, terms };
}

const Closed = z.object({ educatorId: z.string(), learnerIds: z.array(z.string()) });

/** Pairs that the wall closes for the program on any of these days. */
export async function closedPairs(tx: Tx, program: Program, from: Day, to: Day): Promise<Pair[]> {
  const rows = await tx.rows(
    Closed,
    sql`
    select educator_id, array_agg(learner_id) as learner_ids from app.not_available(app.duty_of(${program}, false), ${from}::date, ${to}::date) group by educator_id`,
  );
  return rows.flatMap(({ educatorId, learnerIds }) => learnerIds.map((learnerId) => ({ learnerId, educatorId })));
}

function readTerms(tx: Tx, schoolId: string, from: Day): Promise<Terms[]> {
  return tx.rows(
    Terms,
    sql`
    select distinct on (program) program, (body->>'hoursPerLearnerYear')::float8 as hours_per_learner_year, (body->>'learnersMost')::int as learners_most,
      (body->>'termMonths')::int as term_months, body->'modules' as modules, (body->>'validityMonths')::int as validity_months
    from charters where school_id = ${schoolId} order by program, in_force_from <= ${from}::date desc, version desc`,
  );
}

function readLearners(tx: Tx, schoolId: string, today: Day): Promise<LearnerFacts[]> {
  return tx.rows(
    LearnerFacts,
    sql`
    select l.learner_id, p.given_name, p.family_name, l.class_year, l.campus, s.phase, s.status,
      coalesce(f.interests, '{}') as interests, coalesce(f.needs, '{}') as needs, coalesce(f.languages, '{}') as languages
    from learners l
    join people p on (p.school_id, p.person_id) = (l.school_id, l.learner_id)
    left join learner_profiles f on (f.school_id, f.learner_id) = (l.school_id, l.learner_id)
    left join (select distinct on (learner_id) learner_id, phase, status from standings
      where school_id = ${schoolId} and from_day <= ${today}::date and voided_by is null order by learner_id, from_day desc, at desc) s on s.learner_id = l.learner_id
    where l.school_id = ${schoolId} and l.voided_by is null and p.voided_by is null and (p.left_on is null or p.left_on > ${today}::date)
    order by l.learner_id`,
  );
}

function readEducators(tx: Tx, schoolId: string): Promise<EducatorFacts[]> {
  return tx.rows(
    EducatorFacts,
    sql`
    select e.educator_id, p.given_name, p.family_name, e.department, e.campus, e.skills, e.languages,
      coalesce(t.effort_percent, 0)::float8 as effort_percent, t.paused_until, coalesce(c.places, '{}') as places, coalesce(m.trainings, '[]') as trainings
    from educators e
    join people p on (p.school_id, p.person_id) = (e.school_id, e.educator_id)
    left join educator_terms t on (t.school_id, t.educator_id) = (e.school_id, e.educator_id)
    left join (select educator_id, jsonb_object_agg(program, places) as places from capacities where school_id = ${schoolId} group by 1) c on c.educator_id = e.educator_id
    left join (select educator_id, jsonb_agg(jsonb_build_object('module', module, 'completedOn', completed_on)) as trainings
      from trainings where school_id = ${schoolId} and voided_by is null group by 1) m on m.educator_id = e.educator_id
    where e.school_id = ${schoolId} and e.voided_by is null and p.voided_by is null and p.left_on is null
    order by e.educator_id`,
  );
}

/** Relationships not ended, proposals still to be answered, and the pairs of runs that the coordinator counts in. */
export function readTaken(tx: Tx, schoolId: string, today: Day, counting: string[]): Promise<Taken[]> {
  return tx.rows(
    Taken,
    sql`
    select learner_id, educator_id, program, 'relationship' as kind from relationships
    where school_id = ${schoolId} and ended_on is null and voided_by is null
    union all
    select p.learner_id, p.educator_id, p.program, 'proposal' from asked_proposals p
    where p.school_id = ${schoolId} and p.answer_by >= ${today}::date and not p.declined
      and not exists (select from relationships s where (s.school_id, s.run_id, s.learner_id) = (p.school_id, p.run_id, p.learner_id))
    union all
    select p.learner_id, p.educator_id, r.program, 'counted'
    from proposals p join runs r using (school_id, run_id)
    where p.school_id = ${schoolId} and p.run_id = any (${counting}::uuid[]) and not p.kept
      and not exists (select from run_approvals a where (a.school_id, a.run_id) = (p.school_id, p.run_id))`,
  );
}

/** Of the program; a conflict, in whichever program it was said. */
function readDeclined(tx: Tx, schoolId: string, program: Program): Promise<Declined[]> {
  return tx.rows(
    Declined,
    sql`
    select distinct p.learner_id, p.educator_id, a.reason = 'unavailable' as neutral
    from answers a join proposals p using (school_id, run_id, learner_id) join runs r using (school_id, run_id)
    where a.school_id = ${schoolId} and a.answer = 'decline' and (r.program = ${program} or a.reason = 'unavailable')`,
  );
}

/** Whoever ended it need not say so twice; a pair that began anew is taken, and asks nobody. */
function readParted(tx: Tx, schoolId: string, program: Program): Promise<Pair[]> {
  return tx.rows(
    Pair,
    sql`
    select distinct learner_id, educator_id from relationships
    where school_id = ${schoolId} and program = ${program} and started_on is not null and ended_on is not null and voided_by is null`,
  );
}
