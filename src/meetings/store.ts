// Meetings as rows, each with its agenda; and the acts that make them.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import { Meeting } from "./meeting.ts";
import { Confidentiality, type Trend } from "./pair.ts";

export interface Wanted {
  meetingId?: string;
  relationshipIds?: readonly string[];
  /** Of each relationship: those that lie ahead or wait to be logged, and the last three that took place. */
  isBrief?: boolean;
  limit: number;
}

/** The latest time first. Only those of the asker's own relationships, by policy. */
export function meetingsOf(tx: Tx, { schoolId }: Me, wanted: Wanted): Promise<Meeting[]> {
  return tx.rows(
    Meeting,
    sql`
    with partners as (select * from app.my_partners())
    select m.meeting_id, m.relationship_id, r.program, m.group_id is not null as is_group,
      jsonb_build_object('personId', r.learner_id, 'name', coalesce(l.name, '')) as learner,
      jsonb_build_object('personId', r.educator_id, 'name', coalesce(e.name, '')) as educator, m.state, m.acts, m.proposed_by, m.starts_at, m.ends_at, m.time_zone,
      m.mode, m.place, m.minutes, m.next_step,
      (select coalesce(jsonb_agg(jsonb_build_object('lineId', a.line_id, 'writtenBy', a.written_by, 'words', a.words) order by a.written_at, a.line_id), '[]')
        from agenda_lines a where (a.school_id, a.meeting_id) = (m.school_id, m.meeting_id) and a.struck_at is null) as agenda,
      k.became
    from (select *, row_number() over (partition by relationship_id, state order by starts_at desc) as place_in_state from meetings
      where ${all([
        sql`school_id = ${schoolId}`,
        asked(wanted.meetingId, (id) => sql`meeting_id = ${id}`),
        asked(wanted.relationshipIds, (ids) => sql`relationship_id = any (${ids}::uuid[])`),
      ])}) m
    join relationships r on (r.school_id, r.relationship_id) = (m.school_id, m.relationship_id)
    left join partners l on (l.relationship_id, l.person_id) = (m.relationship_id, r.learner_id)
    left join partners e on (e.relationship_id, e.person_id) = (m.relationship_id, r.educator_id)
    left join talk_marks k on (k.school_id, k.meeting_id) = (m.school_id, m.meeting_id)
    where ${wanted.isBrief ? sql`m.state in ('proposed', 'confirmed') or m.state = 'held' and m.place_in_state <= 3` : sql`true`}
    order by m.starts_at desc, m.meeting_id limit ${wanted.limit}`,
  );
}

/** Null also when it is there but not the asker's. */
export async function findMeeting(tx: Tx, me: Me, meetingId: string): Promise<Meeting | null> {
  const [meeting] = await meetingsOf(tx, me, { meetingId, limit: 1 });
  return meeting ?? null;
}

export interface Act {
  meetingId: string;
  /** One more than the acts that were seen. */
  number: number;
  relationshipId: string;
  groupId?: string;
  act: "propose" | "move" | "confirm" | "cancel" | "log" | "record";
  startsAt?: string;
  endsAt?: string;
  timeZone?: string;
  mode?: string | undefined;
  place?: string;
  held?: boolean;
  minutes?: number | null;
  nextStep?: string | null;
}

/** The database derives the meeting from it, or refuses. */
export async function addAct(tx: Tx, me: Me, one: Act): Promise<void> {
  await tx.run(sql`
    insert into meeting_acts (school_id, meeting_id, number, relationship_id, group_id, act, by_id, starts_at, ends_at, time_zone, mode, place,
      held, minutes, next_step)
    values (${me.schoolId}, ${one.meetingId}, ${one.number}, ${one.relationshipId}, ${one.groupId ?? null}, ${one.act}, ${me.personId},
      ${one.startsAt ?? null}::timestamptz, ${one.endsAt ?? null}::timestamptz, ${one.timeZone ?? null}, ${one.mode ?? null}, ${one.place ?? null},
      ${one.held ?? null}, ${one.minutes ?? null}, ${one.nextStep ?? null})`);
}

export async function addLines(tx: Tx, me: Me, meetingId: string, lines: readonly string[]): Promise<void> {
  await tx.run(sql`
    insert into agenda_lines (school_id, meeting_id, written_by, words)
    select ${me.schoolId}, ${meetingId}, ${me.personId}, words from unnest(${lines}::text[]) with ordinality as l (words, place) order by place`);
}

/** How many lines that was: 0 where it is not the asker's, or not there any more. */
export function strikeLine(tx: Tx, me: Me, meetingId: string, lineId: string): Promise<number> {
  return tx.run(sql`
    update agenda_lines set struck_at = clock_timestamp()
    where school_id = ${me.schoolId} and meeting_id = ${meetingId} and line_id = ${lineId} and written_by = ${me.personId} and struck_at is null`);
}

export async function putMark(tx: Tx, me: Me, meetingId: string, became: readonly Program[]): Promise<void> {
  await tx.run(sql`
    insert into talk_marks (school_id, meeting_id, educator_id, became)
    values (${me.schoolId}, ${meetingId}, ${me.personId}, ${[...new Set(became)]}::text[])
    on conflict (school_id, meeting_id) do update set became = excluded.became, marked_at = clock_timestamp()`);
}

const Mark = z.object({ program: Program, became: z.array(Program) });

/** Out of the asker's own marks, program by program. */
export async function trendOf(tx: Tx, { schoolId, personId }: Me): Promise<Trend[]> {
  const marks = await tx.rows(
    Mark,
    sql`
    select r.program, k.became from talk_marks k
    join meetings m on (m.school_id, m.meeting_id) = (k.school_id, k.meeting_id)
    join relationships r on (r.school_id, r.relationship_id) = (m.school_id, m.relationship_id)
    where k.school_id = ${schoolId} and k.educator_id = ${personId}`,
  );
  return Program.options.flatMap((program) => {
    const own = marks.filter((mark) => mark.program === program);
    if (own.length === 0) return [];
    const became = Program.options.map((other) => ({
      program: other,
      talks: own.filter((mark) => mark.became.includes(other)).length,
    }));
    return [{ program, talks: own.length, became }];
  });
}

const Pace = z.object({
  relationshipId: Id,
  confidentiality: Confidentiality,
  phase: z.string().nullable(),
  lastOn: Day.nullable(),
  isPlanned: z.boolean(),
});
export type Pace = z.infer<typeof Pace>;

/** Of the asker's own relationships: how confidential each is, in which phase the learner is, when the two met last, and whether a meeting lies ahead. */
export function pacesOf(tx: Tx, { schoolId, today }: Me): Promise<Pace[]> {
  return tx.rows(
    Pace,
    sql`
    select c.relationship_id, c.confidentiality,
      (select phase from standings t join relationships r on (r.school_id, r.learner_id) = (t.school_id, t.learner_id)
        where (r.school_id, r.relationship_id) = (s.school_id, c.relationship_id) and t.from_day <= ${today}::date order by t.from_day desc, t.at desc limit 1) as phase,
      (max(m.starts_at) filter (where m.state = 'held') at time zone s.time_zone)::date as last_on,
      coalesce(bool_or(m.state in ('proposed', 'confirmed') and m.ends_at > clock_timestamp()), false) as is_planned
    from app.own_confidentiality() c join schools s on s.school_id = ${schoolId}
    left join meetings m on (m.school_id, m.relationship_id) = (s.school_id, c.relationship_id)
    group by c.relationship_id, c.confidentiality, s.school_id, s.time_zone`,
  );
}

const ToldRow = z.object({
  relationshipId: Id,
  program: Program,
  learner: z.string(),
  educator: z.string(),
  held: z.number().int(),
  minutes: z.number().int(),
  lastOn: Day.nullable(),
  startedOn: Day,
  pauseFrom: Day.nullable(),
  pauseUntil: Day.nullable(),
});

/** What an office is told, relationship by relationship; nothing of a sealed one. */
export function toldOf(tx: Tx, { schoolId }: Me): Promise<z.infer<typeof ToldRow>[]> {
  return tx.rows(
    ToldRow,
    sql`
    select t.relationship_id, r.program, coalesce(l.given_name || ' ' || l.family_name, '') as learner,
      coalesce(e.given_name || ' ' || e.family_name, '') as educator, t.held, t.minutes, t.last_on, r.started_on,
      p.from_day as pause_from, p.until as pause_until
    from app.meetings_told() t
    join relationships r on (r.school_id, r.relationship_id) = (${schoolId}::uuid, t.relationship_id)
    left join people l on (l.school_id, l.person_id) = (r.school_id, r.learner_id)
    left join people e on (e.school_id, e.person_id) = (r.school_id, r.educator_id)
    left join lateral (select from_day, until from pauses where (school_id, relationship_id) = (r.school_id, r.relationship_id)
      order by at desc limit 1) p on true`,
  );
}
