// What waits about the match: drafts to approve, proposals to answer, and who was left without anybody.
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
      case when ${approves} then '{}'::text[] else coalesce(a.addresses, '{}') end as addresses, null as phase, null as campus
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

/** Proposals of approved runs that no relationship and no later run has overtaken, with who has not answered yet. */
const outstanding = (schoolId: string) => sql`
  select p.*,
    array(select w from unnest(array[p.learner_id, p.educator_id]) w
      where (p.run_id, p.learner_id, w) not in (select a.run_id, a.learner_id, a.person_id from answers a where a.school_id = ${schoolId})) as silent
  from asked_proposals p
  where p.school_id = ${schoolId}
    and not exists (select from relationships x where x.school_id = p.school_id and x.learner_id = p.learner_id and x.program = p.program and x.ended_on is null)
    -- Later approvals first (offset 0): there are few, and for most proposals none.
    and not exists (select from (select run_id from run_approvals later join runs lr using (school_id, run_id)
        where later.school_id = p.school_id and lr.program = p.program and later.approved_at > p.approved_at offset 0) newer
      join proposals lp on (lp.school_id, lp.run_id, lp.learner_id) = (p.school_id, newer.run_id, p.learner_id))`;

/** One line a run for all its proposals that have time left: how many wait, and for whom. */
export function awaitedLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    with waiting as (select * from (${outstanding(schoolId)}) o where not o.declined and o.given < 2 and o.answer_by >= ${today} + ${lastDays}::int),
    silent as (
      select distinct w.run_id, q.person_id, ${name(sql`q`)} as name, q.email, q.family_name
      from waiting w cross join lateral unnest(w.silent) as s (person_id) join people q on (q.school_id, q.person_id) = (w.school_id, s.person_id)),
    told as (
      select run_id, count(*)::int as people, (array_agg(name order by family_name, name))[1:3] as first_names, array_agg(email order by family_name, name) as addresses
      from silent group by run_id),
    -- Counted before the names join: grouped with them, every proposal would carry all addresses of its run.
    open as (
      select run_id, run_name, program, answer_by, count(*) as pairs, sum(given) as given from waiting group by run_id, run_name, program, answer_by)
    select concat_ws(' ', 'awaited', w.run_id, w.answer_by, w.pairs, w.given) as key, 'proposals' as queue, null as person_id, w.run_name as who, null as with_whom, w.program,
      case w.pairs when 1 then 'One proposal waits' else w.pairs || ' proposals wait' end || ' for an answer'
        || case when w.given = 0 then '' when w.pairs = 1 then '; one of the two has said yes' else '; to ' || w.given || ' of them one of the two has said yes' end
        || '. Not yet: ' || array_to_string(t.first_names, ', ') || case when t.people > 3 then ' and ' || (t.people - 3) || ' more' else '' end || '.' as found,
      w.answer_by as by, 'Wait, or write to those who have not answered' as next, 'open answers' as action, w.run_id::text as target,
      t.addresses, null as phase, null as campus
    from open w join told t using (run_id)`,
  );
}

/** One by one: whose pair was declined, and whose last days to answer have come. */
export function proposalLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    select case when o.declined or o.answer_by < ${today} then 'unmade ' else 'unanswered ' || o.given || ' ' end || o.run_id || ' ' || o.learner_id as key, 'proposals' as queue, f.person_id, f.name as who, ${name(sql`e`)} as with_whom, o.program,
      case when o.declined then 'One of them declined.' when o.given = 1 then 'One of two has answered.' else 'Neither has answered yet.' end as found,
      o.answer_by as by,
      case when o.declined then 'Match the rest again; nobody who accepted moves' when o.answer_by < ${today} then 'Match the rest again: it can no longer be answered' else 'Wait, or ask them' end as next,
      case when o.declined or o.answer_by < ${today} then 'match rest' else 'open run' end as action, o.run_id::text as target,
      case when o.declined or o.answer_by < ${today} then '{}'::text[]
        else array(select q.email from people q where q.school_id = o.school_id and q.person_id = any (o.silent)) end as addresses,
      f.phase, f.campus
    from (${outstanding(schoolId)}) o
    join (${learnerFacts}) f on (f.school_id, f.person_id) = (o.school_id, o.learner_id)
    join people e on (e.school_id, e.person_id) = (o.school_id, o.educator_id)
    where o.declined or o.given < 2 and o.answer_by < ${today} + ${lastDays}::int`,
  );
}

/** What would place a learner, as the newest run found it: the change that costs nobody else their place. */
const helpingChange = sql`
  case h.change ->> 'kind'
    when 'place' then h.educator || ' takes ' || (h.change ->> 'places') || case h.change ->> 'places' when '1' then ' learner' else ' learners' end
      || ' in place of ' || ((h.change ->> 'places')::int - 1)
    when 'train' then h.educator || ' completes ' || (select string_agg(module, ' and ') from jsonb_array_elements_text(h.change -> 'modules') module)
    when 'relax' then 'The no between ' || f.name || ' and ' || h.educator || ' is taken back'
    else 'Open the newest run' end`;

/** None for an office without the match: it sees no proposals, and would take whoever was asked for somebody left out. */
export async function unmatchedLines(tx: Tx, { schoolId, may }: Me): Promise<Line[]> {
  if (!may.includes("run matches")) return [];
  return tx.rows(
    Line,
    sql`
    select concat_ws(' ', 'unmatched', c.program, f.person_id, n.run_id) as key, 'unmatched' as queue, f.person_id, f.name as who, null as with_whom, c.program,
      'Nobody in this program yet.' as found, null as by,
      case when n.run_id is null then 'Run the match' else ${helpingChange} end as next,
      case when n.run_id is null then 'start run' else 'open run' end as action,
      coalesce(n.run_id::text, c.program) as target, '{}'::text[] as addresses, f.phase, f.campus
    from (select distinct program from charters where school_id = ${schoolId}) c
    cross join (${learnerFacts}) f
    left join lateral (select run_id from runs where school_id = ${schoolId} and program = c.program order by made_at desc limit 1) n on true
    left join lateral (
      select g.reasons -> 'changes' -> 0 as change, ${name(sql`e`)} as educator from gaps g
      join people e on e.school_id = g.school_id and e.person_id = (g.reasons -> 'changes' -> 0 ->> 'educatorId')::uuid
      where (g.school_id, g.run_id, g.learner_id) = (f.school_id, n.run_id, f.person_id)) h on true
    where f.school_id = ${schoolId}
      and (select status from standings s where (s.school_id, s.learner_id) = (f.school_id, f.person_id) and s.from_day <= ${today} order by s.from_day desc, s.at desc limit 1) = 'active'
      and not exists (select from relationships x where x.school_id = f.school_id and x.learner_id = f.person_id and x.program = c.program and x.ended_on is null)
      and (c.program, f.person_id) not in (select p.program, p.learner_id from asked_proposals p
        where p.school_id = ${schoolId} and p.answer_by >= ${today})`,
  );
}
