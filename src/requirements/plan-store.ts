// Learners with what was said of their requirements, notes, and to whom a plan is shown, as rows.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { standingOf } from "../people/person-store.ts";
import { planProgram } from "../programs/program.ts";
import { Note, Share } from "./beside-plan.ts";
import { Standpoint } from "./sign-off.ts";
import { type Standing, standings, State } from "./state.ts";

const Learner = z.object({
  personId: Id,
  name: z.string(),
  classYear: z.number().int(),
  phase: z.string(),
  status: z.string(),
});
type Learner = z.infer<typeof Learner>;

export const columns = sql`l.learner_id as person_id, p.given_name || ' ' || p.family_name as name, l.class_year,
  coalesce(s.phase, '') as phase, coalesce(s.status, 'active') as status`;
export const learners = (today: string) => sql`learners l
  join people p on (p.school_id, p.person_id) = (l.school_id, l.learner_id)
  left join lateral (${standingOf(today)}) s on true`;

/** Of the same learner: who has left or is done has no plan any more. */
export const isHere = sql`coalesce(s.status, 'active') in ('active', 'leave')`;

/** "advised": those whom the asker advises; or those with these ids. */
export type Whose = "advised" | "all" | string[];

/** Learners who are here, on leave included. */
export function learnersFor(tx: Tx, { schoolId, today }: Me, whose: Whose): Promise<Learner[]> {
  return tx.rows(
    Learner,
    sql`select ${columns} from ${learners(today)}
    where l.school_id = ${schoolId} and ${isHere} and ${scope(whose)}`,
  );
}

/** Of a learner `l`. */
const advised = sql`l.learner_id = any ((select app.advisees())::uuid[])`;
function scope(whose: Whose): Sql {
  if (whose === "all") return sql`true`;
  return whose === "advised" ? advised : sql`l.learner_id = any (${whose}::uuid[])`;
}

const Reader = Learner.extend({ as: z.enum(["learner", "advisor", "office", "shown"]) });
export type PlanReader = z.infer<typeof Reader>;

/** A learner with the part in which the asker reads their plan; null where they do not, or where there is no such learner. */
export function findReader(tx: Tx, { schoolId, personId, today }: Me, learnerId: string): Promise<PlanReader | null> {
  return tx.maybe(
    Reader,
    sql`select * from (select ${columns},
      case when l.learner_id = ${personId} then 'learner' when ${advised} then 'advisor' when (select app.may('keep plans')) then 'office'
        when l.learner_id = any ((select app.shown_plans())::uuid[]) then 'shown' end as as
    from ${learners(today)} where l.school_id = ${schoolId} and l.learner_id = ${learnerId}) x where x.as is not null`,
  );
}

/** What was said last of each requirement of a learner, with by whom where the asker sees that name. */
export function statesOf(tx: Tx, { schoolId }: Me, learnerId: string): Promise<State[]> {
  return tx.rows(
    State,
    sql`select distinct on (r.set_id, r.key) r.set_id, r.key, r.turn, r.state, r.from_whom, r.said_as, r.at,
      p.given_name || ' ' || p.family_name as said_by
    from requirement_states r left join people p on (p.school_id, p.person_id) = (r.school_id, r.said_by)
    where r.school_id = ${schoolId} and r.learner_id = ${learnerId} order by r.set_id, r.key, r.turn desc`,
  );
}

const Many = z.object({ learnerId: Id, said: z.string() });
const byLetter: Record<string, Standing> = Object.fromEntries(standings.map((one) => [one.slice(0, 1), one]));

/**
 * The same of many learners, as far as a glance needs it: by the requirement's name, what is no longer open. As one text a
 * learner, since reading thousands of rows takes longer than finding them.
 */
export async function standingsOf(
  tx: Tx,
  { schoolId }: Me,
  whose: Whose,
): Promise<Map<string, ReadonlyMap<string, Standing>>> {
  const rows = await tx.rows(
    Many,
    sql`select learner_id, string_agg(left(state, 1) || set_id || ' ' || key, ',') as said
    from (select distinct on (learner_id, set_id, key) learner_id, set_id, key, state from requirement_states l
      where school_id = ${schoolId} and ${scope(whose)} order by learner_id, set_id, key, turn desc) as newest
    where state <> 'open' group by learner_id`,
  );
  return new Map(rows.map(({ learnerId, said }) => [learnerId, new Map(said.split(",").map(nameAndStanding))]));
}

function nameAndStanding(text: string): [string, Standing] {
  return [text.slice(1), byLetter[text.slice(0, 1)] ?? "open"];
}

export interface Said {
  setId: string;
  version: number;
  key: string;
  turn: number;
  state: Standing;
  fromWhom: string;
}

/** Refused by the database where somebody else is to say it, or said something meanwhile. */
export async function addState(tx: Tx, { schoolId, personId }: Me, learnerId: string, said: Said): Promise<void> {
  await tx.run(sql`
    insert into requirement_states (school_id, learner_id, set_id, version, key, turn, state, from_whom, said_by)
    values (${schoolId}, ${learnerId}, ${said.setId}, ${said.version}, ${said.key}, ${said.turn + 1}, ${said.state}, ${said.fromWhom}, ${personId})`);
}

/** How these learners, as far as they are here, stand with one requirement and what has to be done before it. */
export function standpointsOf(
  tx: Tx,
  { schoolId, today }: Me,
  { setId, key, learnerIds }: { setId: string; key: string; learnerIds: string[] },
  before: string[],
): Promise<Standpoint[]> {
  return tx.rows(
    Standpoint,
    sql`select l.learner_id, p.given_name || ' ' || p.family_name as name, l.class_year, coalesce(r.turn, 0) as turn,
      coalesce(r.state, 'open') as state, coalesce(r.from_whom, '') as from_whom,
      array(select b.key from unnest(${before}::text[]) as b (key) where coalesce((select n.state from requirement_states n
        where (n.school_id, n.learner_id, n.set_id, n.key) = (l.school_id, l.learner_id, ${setId}::uuid, b.key) order by n.turn desc limit 1), 'open')
        not in ('done', 'waived')) as open_before
    from ${learners(today)}
    left join lateral (select turn, state, from_whom from requirement_states
      where (school_id, learner_id, set_id, key) = (l.school_id, l.learner_id, ${setId}::uuid, ${key}) order by turn desc limit 1) r on true
    where l.school_id = ${schoolId} and ${isHere} and l.learner_id = any (${learnerIds}::uuid[])`,
  );
}

/** All or none: refused by the database where somebody said something of one of them meanwhile. */
export async function addDone(
  tx: Tx,
  { schoolId, personId }: Me,
  { setId, version, key }: Pick<Said, "setId" | "version" | "key">,
  standpoints: Standpoint[],
): Promise<void> {
  const rows = standpoints.map(({ learnerId, turn, fromWhom }) => {
    return { learner_id: learnerId, turn: turn + 1, from_whom: fromWhom };
  });
  await tx.run(sql`
    insert into requirement_states (school_id, learner_id, set_id, version, key, turn, state, from_whom, said_by)
    select ${schoolId}::uuid, d.learner_id, ${setId}::uuid, ${version}::int, ${key}, d.turn, 'done', d.from_whom, ${personId}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as d (learner_id uuid, turn int, from_whom text)`);
}

export function notesOf(
  tx: Tx,
  { schoolId }: Me,
  learnerId: string,
  { noteId, after, limit }: { noteId?: string; after?: [string, string] | null; limit: number },
): Promise<Note[]> {
  return tx.rows(
    Note,
    sql`select n.note_id, coalesce(p.given_name || ' ' || p.family_name, '') as author, n.words, n.at
    from plan_notes n left join people p on (p.school_id, p.person_id) = (n.school_id, n.author_id)
    where ${all([
      sql`n.school_id = ${schoolId} and n.learner_id = ${learnerId}`,
      asked(noteId, (id) => sql`n.note_id = ${id}`),
      asked(after, ([at, id]) => sql`(n.at, n.note_id) < (${at}::timestamptz, ${id}::uuid)`),
    ])} order by n.at desc, n.note_id desc limit ${limit}`,
  );
}

export async function addNote(tx: Tx, { schoolId, personId }: Me, learnerId: string, words: string): Promise<string> {
  const noteId = crypto.randomUUID();
  await tx.run(sql`insert into plan_notes (school_id, note_id, learner_id, author_id, words)
    values (${schoolId}, ${noteId}, ${learnerId}, ${personId}, ${words})`);
  return noteId;
}

/** The asker's educators in force in other programs than the plan's own, who see it by its rule. */
export function sharesOf(tx: Tx, { schoolId, personId }: Me): Promise<Share[]> {
  return tx.rows(
    Share,
    sql`select jsonb_build_object('personId', r.educator_id, 'name', p.given_name || ' ' || p.family_name) as educator, r.program,
      coalesce(s.turn, 0) as turn, coalesce(s.shown, false) as shown
    from relationships r join people p on (p.school_id, p.person_id) = (r.school_id, r.educator_id)
    left join lateral (select turn, shown from plan_shares where (school_id, learner_id, educator_id) = (r.school_id, r.learner_id, r.educator_id)
      order by turn desc limit 1) s on true
    where r.school_id = ${schoolId} and r.learner_id = ${personId} and r.program <> ${planProgram}
      and r.started_on is not null and r.ended_on is null order by r.program`,
  );
}

export async function addShare(
  tx: Tx,
  { schoolId, personId }: Me,
  { educatorId, turn, shown }: { educatorId: string; turn: number; shown: boolean },
): Promise<void> {
  await tx.run(sql`insert into plan_shares (school_id, learner_id, educator_id, turn, shown)
    values (${schoolId}, ${personId}, ${educatorId}, ${turn + 1}, ${shown})`);
}
