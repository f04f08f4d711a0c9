// What waits about the match: drafts to approve, proposals to answer, and who was left without anybody.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { learnerFacts, name, today } from "./facts-store.ts";
import { Line } from "./queue.ts";

const daysAgo = (day: Sql) =>
  sql`case ${today} - ${day} when 0 then 'today' when 1 then 'yesterday' else (${today} - ${day}) || ' days ago' end`;

/** Those who may approve: offices are known to everyone, as is who holds them. */
const approvers = sql`
  select string_agg(a.name, ' or ' order by a.name) as names, array_agg(a.email order by a.name) as addresses
  from (select distinct ${name(sql`p`)} as name, p.email from offices o
    join office_capabilities c on (c.office, c.capability) = (o.office, 'approve matches')
    join people p on (p.school_id, p.person_id) = (o.school_id, o.person_id)
    where o.school_id = (select app.school()) and o.ended_at is null) a`;

/**
 * The newest run of each program, while it is a draft that could be approved. One that an approval has overtaken rests on
 * what is no longer so, and waits for nobody.
 */
export async function draftLines(tx: Tx, { schoolId, may }: Me): Promise<Line[]> {
  const approves = may.includes("approve matches");
  return tx.rows(
    Line,
    sql`
    select 'draft ' || r.run_id as key, 'proposals' as queue, null as person_id, r.name as who, null as with_whom, r.program,
      'A draft: ' || (r.outcome ->> 'matched') || ' of ' || (r.outcome ->> 'learners') || ' matched. ' || ${name(sql`m`)} || ' made it '
        || ${daysAgo(sql`(r.made_at at time zone (select time_zone from schools where school_id = r.school_id))::date`)} || '.' as found,
      null as by,
      case when ${approves} then 'Look, and approve it; nobody is asked before' else coalesce('Waits for ' || a.names, 'Nobody may approve it yet: ask your administrator for a director') end as next,
      case when ${approves} then 'approve run' else 'open draft' end as action, r.run_id::text as target,
      case when ${approves} then '{}'::text[] else coalesce(a.addresses, '{}') end as addresses, 0 as awaited, null as phase, null as campus
    from (select distinct on (program) * from runs where school_id = ${schoolId} order by program, made_at desc) r
    join people m on (m.school_id, m.person_id) = (r.school_id, r.made_by)
    cross join (${approvers}) a
    where (r.outcome ->> 'matched')::int > (r.outcome ->> 'kept')::int and (r.outcome ->> 'moved')::int = 0
      and r.settings -> 'assumptions' = '{"places": [], "certified": [], "relaxed": []}'
      and not exists (select from run_approvals ra join runs other using (school_id, run_id)
        where other.school_id = r.school_id and other.program = r.program and ra.approved_at > r.made_at)`,
  );
}

/** Up to so many days before the last one, what waits for an answer stands together; then each by itself. */
const lastDays = 5;

/** Where more people than this have not answered, a line counts them; names would be some of many. */
const namedMost = 12;

/** What became of a run's proposals so far: each of a learner and a program is that of the run approved last. */
const outstanding = (schoolId: string) => sql`
  asked as materialized (
    select school_id, run_id, learner_id, educator_id, program, answer_by, approved_at from asked_proposals where school_id = ${schoolId}),
  newest as materialized (
    select p.learner_id, r.program, max(v.approved_at) as approved_at
    from run_approvals v join runs r using (school_id, run_id) join proposals p using (school_id, run_id)
    where v.school_id = ${schoolId} group by p.learner_id, r.program),
  answered as materialized (
    select run_id, learner_id, bool_or(person_id = learner_id) as by_learner, bool_or(person_id <> learner_id) as by_educator,
      count(*)::int as given, bool_or(answer = 'decline') as declined
    from answers where school_id = ${schoolId} group by run_id, learner_id),
  provided as materialized (
    select learner_id, program from relationships where school_id = ${schoolId} and ended_on is null),
  outstanding as materialized (
    select p.*, coalesce(a.by_learner, false) as by_learner, coalesce(a.by_educator, false) as by_educator, coalesce(a.given, 0) as given,
      coalesce(a.declined, false) as declined
    from asked p join newest using (learner_id, program, approved_at) left join answered a using (run_id, learner_id)
    where (p.learner_id, p.program) not in (select learner_id, program from provided)),
  waiting as (select * from outstanding where not declined and given < 2 and answer_by >= ${today} + ${lastDays}::int)`;

/**
 * What proposals of approved runs wait for, and who has nobody, in one statement: both rest on the same proposals. None for
 * an office that sees no proposals: it would take whoever was asked for somebody left out.
 */
export async function proposalLines(tx: Tx, { schoolId, may }: Me): Promise<Line[]> {
  if (!may.includes("run matches")) return [];
  return tx.rows(
    Line,
    sql`with ${outstanding(schoolId)}, ${unmatched(schoolId)} ${awaitedLines} union all ${oneByOneLines} union all ${unmatchedLines}`,
  );
}

const AddressesOf = z.object({ addresses: z.array(z.string()) });

/** Of these runs, the addresses of those who have not answered, as far as their proposals stand together on the desk; each once. */
export async function awaitedOf(tx: Tx, { schoolId }: Me, runIds: string[]): Promise<string[]> {
  const { addresses } = await tx.one(
    AddressesOf,
    sql`with ${outstanding(schoolId)}
    select coalesce(array_agg(q.email order by q.family_name, q.given_name, q.email), '{}') as addresses from people q
    where q.school_id = ${schoolId} and q.person_id in (
      select learner_id from waiting where run_id = any (${runIds}::uuid[]) and not by_learner
      union all select educator_id from waiting where run_id = any (${runIds}::uuid[]) and not by_educator)`,
  );
  return addresses;
}

/** One line a run for all its proposals that have time left: how many wait, and for how many people. */
const awaitedLines = sql`
  select concat_ws(' ', 'awaited', w.run_id, v.answer_by, w.pairs, w.given) as key, 'proposals' as queue, null as person_id, r.name as who, null as with_whom, r.program,
    case w.pairs when 1 then 'One proposal waits' else w.pairs || ' proposals wait' end || ' for an answer'
      || case when w.given = 0 then '' when w.pairs = 1 then '; one of the two has said yes' else '; to ' || w.given || ' of them one of the two has said yes' end
      || '. Not yet: ' || case when w.people > ${namedMost}::int then w.people || ' people' else array_to_string(t.names, ', ') end || '.' as found,
    v.answer_by as by, 'Wait, or write to those who have not answered' as next, 'open answers' as action, w.run_id::text as target,
    '{}'::text[] as addresses, w.people as awaited, null as phase, null as campus
  from (select school_id, run_id, sum(pairs) as pairs, sum(given) as given, (sum(learners) + count(*) filter (where awaits))::int as people
    -- By educator first: each counts once, however many learners they have not answered about.
    from (select school_id, run_id, educator_id, count(*) as pairs, sum(given) as given, count(*) filter (where not by_learner) as learners,
        bool_or(not by_educator) as awaits
      from waiting group by school_id, run_id, educator_id) e
    group by school_id, run_id) w
  join runs r using (school_id, run_id) join run_approvals v using (school_id, run_id)
  left join lateral (select array_agg(${name(sql`q`)} order by q.family_name, q.given_name) as names from people q
    where w.people <= ${namedMost}::int and q.school_id = (select app.school()) and q.person_id in (
      select learner_id from waiting where run_id = w.run_id and not by_learner
      union all select educator_id from waiting where run_id = w.run_id and not by_educator)) t on true`;

/** One by one: whose pair was declined, and whose last days to answer have come. */
const oneByOneLines = sql`
  select case when o.declined or o.answer_by < ${today} then 'unmade ' else 'unanswered ' || o.given || ' ' end || o.run_id || ' ' || o.learner_id, 'proposals', f.person_id, f.name, ${name(sql`e`)}, o.program,
    case when o.declined then 'One of them declined.' when o.given = 1 then 'One of two has answered.' else 'Neither has answered yet.' end,
    o.answer_by,
    case when o.declined then 'Match the rest again; nobody who accepted moves' when o.answer_by < ${today} then 'Match the rest again: it can no longer be answered' else 'Wait, or ask them' end,
    case when o.declined or o.answer_by < ${today} then 'match rest' else 'open run' end, o.run_id::text,
    case when o.declined or o.answer_by < ${today} then '{}'::text[]
      else array_remove(array[case when not o.by_learner then f.email end, case when not o.by_educator then e.email end], null) end,
    0, f.phase, f.campus
  from (select * from outstanding where declined or given < 2 and answer_by < ${today} + ${lastDays}::int offset 0) o
  cross join lateral (${learnerFacts} and (p.school_id, p.person_id) = (o.school_id, o.learner_id) offset 0) f
  join people e on (e.school_id, e.person_id) = (o.school_id, o.educator_id)`;

/** Learners without anybody in a program, whom no open proposal provides for, and the newest run of that program. */
const unmatched = (schoolId: string) => sql`
  cared_for as materialized (select learner_id, program from provided union all select learner_id, program from asked where answer_by >= ${today}),
  newest_runs as materialized (select distinct on (program) program, run_id from runs where school_id = ${schoolId} order by program, made_at desc),
  unmatched as materialized (
    select c.program, l.school_id, l.learner_id, n.run_id
    from (select distinct program from charters where school_id = ${schoolId}) c cross join learners l left join newest_runs n on n.program = c.program
    where l.school_id = ${schoolId} and (l.learner_id, c.program) not in (select learner_id, program from cared_for))`;

/** What would place a learner, as the newest run found it: the change that costs nobody else their place. */
const helpingChange = sql`
  case case when h.educator is not null then h.change ->> 'kind' end
    when 'place' then h.educator || ' takes ' || (h.change ->> 'places') || case h.change ->> 'places' when '1' then ' learner' else ' learners' end
      || ' in place of ' || ((h.change ->> 'places')::int - 1)
    when 'train' then h.educator || ' completes ' || (select string_agg(module, ' and ') from jsonb_array_elements_text(h.change -> 'modules') module)
    when 'relax' then 'The no between ' || f.name || ' and ' || h.educator || ' is taken back'
    else 'Open the newest run' end`;

const unmatchedLines = sql`
  select concat_ws(' ', 'unmatched', u.program, u.learner_id, u.run_id), 'unmatched', u.learner_id, f.name, null, u.program,
    'Nobody in this program yet.', null,
    case when u.run_id is null then 'Run the match' else ${helpingChange} end,
    case when u.run_id is null then 'start run' else 'open run' end,
    coalesce(u.run_id::text, u.program), '{}'::text[], 0, f.phase, f.campus
  from unmatched u
  cross join lateral (${learnerFacts} and (p.school_id, p.person_id) = (u.school_id, u.learner_id) offset 0) f
  left join lateral (
    select g.change, (select ${name(sql`e`)} from people e where e.school_id = u.school_id and e.person_id = (g.change ->> 'educatorId')::uuid) as educator
    from (select reasons -> 'changes' -> 0 as change from gaps where (school_id, run_id, learner_id) = (u.school_id, u.run_id, u.learner_id)) g offset 0) h on true
  where f.status = 'active'`;
