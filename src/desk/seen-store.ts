// Reads, as whoever the transaction belongs to, the rows about one person: the database decides what comes back.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { hashOfSecret, newSecret } from "../people/secrets.ts";
import type { PersonKey } from "../people/steward-store.ts";
import type { Shown } from "./seen-records.ts";

const Row = z.object({ record: z.string(), value: z.string() });

/** A civil day in words, the same for both who read it. */
const said = (day: Sql) => sql`to_char(${day}, 'Mon FMDD, YYYY')`;
const saidInstant = (at: Sql) =>
  said(sql`(${at} at time zone (select time_zone from schools where school_id = (select app.school())))`);

/** A stand without the names of walls and sides: "Guidance, kept apart from assessment". */
const plainStand = sql`case when wall = 'role' then 'One role: ' || side
  when side = 'judge' then case wall when 'assessment' then 'Assessment' else 'Supervision' end || ', kept apart from guidance'
  else 'Guidance, kept apart from ' || case wall when 'assessment' then 'assessment' else 'supervision' end end`;

/** Every row about `personId` that the asker of this transaction sees, as one line of words each. */
export async function shownOf(tx: Tx, { schoolId, personId }: PersonKey): Promise<Shown> {
  const rows = await tx.rows(
    Row,
    sql`
    with subject as (select ${schoolId}::uuid as school_id, ${personId}::uuid as person_id)
    select 'person' as record, given_name || ' ' || family_name || ', ' || email as value from people join subject using (school_id, person_id)
    union all select 'learner', 'Class of ' || class_year || ', ' || campus from learners l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'standing', phase || ', ' || status || ' from ' || ${said(sql`from_day`)} from standings l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'profile', array_to_string(interests || needs || languages, ', ') from learner_profiles l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'preference', initcap(program) || ': ' || e.given_name || ' ' || e.family_name || coalesce(', wish ' || rank, ', never') from preferences l
      join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id) join people e on (e.school_id, e.person_id) = (l.school_id, l.educator_id)
    union all select 'relationship', initcap(program) || ' since ' || ${said(sql`since`)} from relationships l join subject s on l.school_id = s.school_id and s.person_id in (l.learner_id, l.educator_id)
    union all select 'agreement', 'Version ' || version || ' of ' || r.program from agreements a join relationships r using (school_id, relationship_id)
      join subject s on r.school_id = s.school_id and s.person_id in (r.learner_id, r.educator_id)
    union all select 'signature', 'Signed on ' || ${saidInstant(sql`at`)} from signatures l join subject using (school_id, person_id)
    union all select 'pause', 'Until ' || ${said(sql`until`)} from pauses l join subject s on (l.school_id, l.paused_by) = (s.school_id, s.person_id)
    union all select 'ending', reason from endings l join subject s on (l.school_id, l.ended_by) = (s.school_id, s.person_id)
    union all select 'request', initcap(program) || ' on ' || ${saidInstant(sql`sent_at`)} from requests l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'reply', 'On ' || ${saidInstant(sql`at`)} from replies l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'plan', q.title || ': ' || l.state from requirement_states l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
      join requirements q on (q.school_id, q.set_id, q.version, q.key) = (l.school_id, l.set_id, l.version, l.key)
      where not exists (select from requirement_states n where (n.school_id, n.learner_id, n.set_id, n.key) = (l.school_id, l.learner_id, l.set_id, l.key) and n.turn > l.turn)
    union all select 'plan note', 'On ' || ${saidInstant(sql`at`)} from plan_notes l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'goal', words from goals l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'goal comment', 'On ' || ${saidInstant(sql`at`)} from goal_comments l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'learning plan', 'Version ' || version || ' of ' || ${saidInstant(sql`written_at`)} from learning_plans l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'learning plan link', label || ', made on ' || ${saidInstant(sql`made_at`)} from plan_links l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'meeting', initcap(r.program) || ' on ' || ${saidInstant(sql`starts_at`)} from meetings m join relationships r using (school_id, relationship_id)
      join subject s on r.school_id = s.school_id and s.person_id in (r.learner_id, r.educator_id)
    union all select 'agenda', words from agenda_lines l join subject s on (l.school_id, l.written_by) = (s.school_id, s.person_id) where struck_at is null
    union all select 'availability', time_zone || ', meetings of ' || minutes || ' minutes' from availabilities l join subject s on (l.school_id, l.educator_id) = (s.school_id, s.person_id)
    union all select 'talk mark', array_to_string(became, ', ') from talk_marks l join subject s on (l.school_id, l.educator_id) = (s.school_id, s.person_id)
    union all select 'proposal', e.given_name || ' ' || e.family_name from proposals l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
      join people e on (e.school_id, e.person_id) = (l.school_id, l.educator_id)
    union all select 'answer', case answer when 'accept' then 'Yes' else 'No' end || coalesce(': ' || reason, '') from answers l join subject using (school_id, person_id)
    union all select 'duty', duty || coalesce(': ' || nullif(about, ''), '') || ' from ' || ${said(sql`lower(during)`)} from duties l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'stand', ${plainStand} || ', from ' || ${said(sql`lower(during)`)} from stands l join subject s on l.school_id = s.school_id and s.person_id in (l.lo, l.hi)
    union all select 'assessment', 'On ' || ${said(sql`on_day`)} from assessments l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'exception', initcap(wall) || ' wall until ' || ${said(sql`until`)} from exceptions l join subject s on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
    union all select 'event', verb || ' ' || subject || ' on ' || ${saidInstant(sql`at`)} from events l join subject s on (l.school_id, l.about_id) = (s.school_id, s.person_id)
    union all select 'session', label || ' on ' || ${saidInstant(sql`created_at`)} from sessions l join subject using (school_id, person_id)`,
  );
  const shown: Shown = new Map();
  for (const { record, value } of rows) shown.set(record, [...(shown.get(record) ?? []), value]);
  return shown;
}

const Other = z.object({ personId: Id, name: z.string(), about: z.string() });

/** Class, department and campus of a person `p`, as far as the asker sees them: what tells two of one name apart. */
const about = sql`(select concat_ws(', ', 'Class of ' || l.class_year, nullif(e.department, ''), nullif(coalesce(l.campus, e.campus), ''))
  from (select) one left join learners l on (l.school_id, l.learner_id) = (p.school_id, p.person_id)
  left join educators e on (e.school_id, e.educator_id) = (p.school_id, p.person_id))`;
export type Other = z.infer<typeof Other>;

/** Somebody whose name the asker sees; null otherwise. */
export function findOther(tx: Tx, { schoolId }: Me, personId: string): Promise<Other | null> {
  return tx.maybe(
    Other,
    sql`
    select p.person_id, p.given_name || ' ' || p.family_name as name, ${about} as about from people p
    where p.school_id = ${schoolId} and p.person_id = ${personId}`,
  );
}

/** As the steward: who holds an office, the longest-serving first. */
export function holdersOfOffice(tx: Tx, schoolId: string, office: string): Promise<Other[]> {
  return tx.rows(
    Other,
    sql`
    select person_id, p.given_name || ' ' || p.family_name as name, '' as about from offices o join people p using (school_id, person_id)
    where o.school_id = ${schoolId} and o.office = ${office} and o.ended_at is null order by o.given_at`,
  );
}

const Key = z.object({ personId: Id });

/** As the asker's registrar would not: any learner but the asker, through the steward, whose name is not shown. */
export async function someLearner(tx: Tx, { schoolId, personId }: Me): Promise<string | null> {
  const found = await tx.maybe(
    Key,
    sql`
    select person_id from app.a_learner(${schoolId}, ${personId}) as person_id where person_id is not null`,
  );
  return found?.personId ?? null;
}

/** As the steward: a session in another's name that lives ten seconds, for a mirror that the asker looks into. */
export async function openMirror(tx: Tx, { schoolId, personId }: PersonKey): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`
    insert into sessions (school_id, person_id, kind, label, secret_hash, expires_at)
    values (${schoolId}, ${personId}, 'mirror', 'Who sees what', ${hashOfSecret(secret)}, now() + interval '10 seconds')`);
  return secret;
}

const Choice = z.object({ personId: Id, name: z.string(), about: z.string(), as: z.string() });
const OfficeHolders = z.object({ office: z.string(), holders: z.array(z.string()) });

/** Those of the asker's relationships, on either side; anybody else whom they may see is found by name. */
export function choicesOf(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Choice>[]> {
  return tx.rows(
    Choice,
    sql`
    select p.person_id, p.given_name || ' ' || p.family_name as name, ${about} as about, string_agg(r.program, ', ' order by r.program) as as
    from relationships r join people p on p.school_id = r.school_id and p.person_id = case when r.learner_id = ${personId} then r.educator_id else r.learner_id end
    where r.school_id = ${schoolId} and r.ended_on is null and ${personId}::uuid in (r.learner_id, r.educator_id)
    group by p.school_id, p.person_id, p.given_name, p.family_name order by p.family_name, p.given_name limit 500`,
  );
}

export function officesHeld(tx: Tx, { schoolId }: Me): Promise<z.infer<typeof OfficeHolders>[]> {
  return tx.rows(
    OfficeHolders,
    sql`
    select o.office, array_agg(coalesce(p.given_name || ' ' || p.family_name, '') order by o.given_at) as holders
    from offices o left join people p using (school_id, person_id) where o.school_id = ${schoolId} and o.ended_at is null group by o.office order by 1`,
  );
}
