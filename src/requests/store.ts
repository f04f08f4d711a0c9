// Requests as rows, each with who has it now.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { counselingProgram, Program, programs } from "../programs/program.ts";
import { type Goal, type Reader, Reply, type Request } from "./request.ts";

const Row = z.object({
  requestId: Id,
  learnerId: Id,
  learnerName: z.string(),
  program: Program,
  counsels: z.boolean(),
  words: z.string(),
  sentAt: Instant,
  turn: z.number().int(),
  readerId: Id.nullable(),
  readerName: z.string(),
  isRead: z.boolean(),
  how: z.enum(["done", "taken back"]).nullable(),
  toProgram: Program.nullable(),
  toCounsels: z.boolean().nullable(),
  reason: z.string().nullable(),
  agreed: z.boolean().nullable(),
  replies: z.array(Reply),
});

/** With its turn, which a handover or an answer names. */
export type RequestRow = Request & { turn: number };

export interface Wanted {
  requestId?: string;
  /** Only the asker's own as a learner, or only those that they have. */
  side?: "own" | "held";
  /** Only those that are neither done nor taken back. */
  isOpen?: boolean;
  /** When it was sent, and id, of the last row before. */
  after?: [string, string] | null;
  order: "newest" | "oldest";
  limit: number;
}

/** As an instant is told outside, so that where a page ended is found again. */
const sentAt = sql`date_trunc('milliseconds', q.sent_at)`;

export async function requestsOf(tx: Tx, me: Me, wanted: Wanted): Promise<RequestRow[]> {
  const { schoolId, personId } = me;
  const isNewest = wanted.order === "newest";
  const rows = await tx.rows(
    Row,
    sql`
    select q.request_id, q.learner_id, coalesce(l.given_name || ' ' || l.family_name, '') as learner_name, t.program, t.counsels,
      q.words, q.sent_at, t.turn, t.educator_id as reader_id, coalesce(e.given_name || ' ' || e.family_name, '') as reader_name,
      t.relationship_id is null or coalesce(r.ended_on is null, false) as is_read,
      c.how, h.program as to_program, h.counsels as to_counsels, h.reason, a.agreed,
      coalesce((select jsonb_agg(jsonb_build_object('words', y.words, 'at', to_char(y.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'from', jsonb_build_object('personId', y.from_id, 'name', coalesce(f.given_name || ' ' || f.family_name, ''))) order by y.turn)
        from replies y left join people f on (f.school_id, f.person_id) = (y.school_id, y.from_id)
        where (y.school_id, y.request_id) = (q.school_id, q.request_id)), '[]') as replies
    from requests q
    cross join lateral (select * from request_turns where (school_id, request_id) = (q.school_id, q.request_id) order by turn desc limit 1) t
    left join people l on (l.school_id, l.person_id) = (q.school_id, q.learner_id)
    left join people e on (e.school_id, e.person_id) = (t.school_id, t.educator_id)
    left join relationships r on (r.school_id, r.relationship_id) = (t.school_id, t.relationship_id)
    left join request_closings c on (c.school_id, c.request_id) = (q.school_id, q.request_id)
    left join handovers h on (h.school_id, h.request_id, h.turn) = (t.school_id, t.request_id, t.turn)
    left join handover_answers a on (a.school_id, a.request_id, a.turn) = (h.school_id, h.request_id, h.turn)
    where ${all([
      sql`q.school_id = ${schoolId}`,
      asked(wanted.requestId, (id) => sql`q.request_id = ${id}`),
      asked(wanted.side, (side) =>
        side === "own" ? sql`q.learner_id = ${personId}` : sql`q.learner_id <> ${personId}`,
      ),
      wanted.isOpen ? sql`c.how is null` : null,
      asked(
        wanted.after,
        ([at, id]) => sql`(${sentAt}, q.request_id) ${isNewest ? sql`<` : sql`>`} (${at}::timestamptz, ${id}::uuid)`,
      ),
    ])}
    order by ${sentAt} ${isNewest ? sql`desc` : sql``}, q.request_id ${isNewest ? sql`desc` : sql``} limit ${wanted.limit}`,
  );
  return rows.map(requestOf);
}

const Count = z.object({ held: z.number().int() });

/** How many open requests of others the asker has. */
export async function heldCount(tx: Tx, { schoolId, personId }: Me): Promise<number> {
  const { held } = await tx.one(
    Count,
    sql`
    select count(*)::int as held from requests q
    where q.school_id = ${schoolId} and q.learner_id <> ${personId}
      and not exists (select from request_closings c where (c.school_id, c.request_id) = (q.school_id, q.request_id))`,
  );
  return held;
}

/** Null also when it is there but neither the asker's nor with them. */
export async function findRequest(tx: Tx, me: Me, requestId: string): Promise<RequestRow | null> {
  const [row] = await requestsOf(tx, me, { requestId, order: "newest", limit: 1 });
  return row ?? null;
}

function requestOf(row: z.infer<typeof Row>): RequestRow {
  const { requestId, program, counsels, words, replies, sentAt, turn, isRead, how, readerId, toProgram, reason } = row;
  return {
    requestId,
    learner: { personId: row.learnerId, name: row.learnerName },
    program,
    counsels,
    words,
    replies,
    sentAt,
    turn,
    reader: readerId === null ? null : { personId: readerId, name: row.readerName },
    isRead,
    state: how ?? "open",
    handover:
      toProgram === null || reason === null
        ? null
        : { program: toProgram, counsels: row.toCounsels ?? false, reason, agreed: row.agreed },
  };
}

const Found = z.object({
  program: Program,
  counsels: z.boolean(),
  personId: Id,
  name: z.string(),
  pausedUntil: Day.nullable(),
});

/** The asker's educators in force, as readers of what they would ask for today. Academic difficulty: only one who counsels. */
export async function readersOf(tx: Tx, { schoolId, personId, today }: Me): Promise<Reader[]> {
  const found = await tx.rows(
    Found,
    sql`
    select r.program, r.counsels, r.educator_id as person_id, coalesce(e.given_name || ' ' || e.family_name, '') as name,
      case when p.from_day <= ${today}::date and p.until > ${today}::date then p.until end as paused_until
    from relationships r left join people e on (e.school_id, e.person_id) = (r.school_id, r.educator_id)
    left join lateral (select from_day, until from pauses where (school_id, relationship_id) = (r.school_id, r.relationship_id) order by at desc limit 1) p on true
    where r.school_id = ${schoolId} and r.learner_id = ${personId} and r.started_on is not null and r.ended_on is null`,
  );
  const goals: Goal[] = programs.flatMap((program) => [
    { program, counsels: false },
    ...(program === counselingProgram ? [{ program, counsels: true }] : []),
  ]);
  return goals.map((goal) => {
    const one = found.find(({ program, counsels }) => program === goal.program && (counsels || !goal.counsels));
    if (one === undefined) return { ...goal, reader: null, pausedUntil: null };
    return { ...goal, reader: { personId: one.personId, name: one.name }, pausedUntil: one.pausedUntil };
  });
}

const Phase = z.object({ phase: z.string() });

/** In the school's own words; null for who is no learner, or has none yet. */
export async function phaseOf(tx: Tx, { schoolId, personId, today }: Me): Promise<string | null> {
  const found = await tx.maybe(
    Phase,
    sql`
    select phase from standings where school_id = ${schoolId} and learner_id = ${personId} and from_day <= ${today}::date
    order by from_day desc, at desc limit 1`,
  );
  return found?.phase ?? null;
}

export async function addRequest(tx: Tx, me: Me, { program, counsels }: Goal, words: string): Promise<string> {
  const requestId = crypto.randomUUID();
  await tx.run(sql`
    insert into requests (school_id, request_id, learner_id, program, counsels, words)
    values (${me.schoolId}, ${requestId}, ${me.personId}, ${program}, ${counsels}, ${words})`);
  return requestId;
}

export async function addClosing(tx: Tx, me: Me, { requestId, learner }: RequestRow): Promise<void> {
  const how = learner.personId === me.personId ? "taken back" : "done";
  await tx.run(sql`
    insert into request_closings (school_id, request_id, learner_id, closed_by, how)
    values (${me.schoolId}, ${requestId}, ${learner.personId}, ${me.personId}, ${how})`);
}

export async function addReply(tx: Tx, me: Me, request: RequestRow, words: string): Promise<void> {
  await tx.run(sql`
    insert into replies (school_id, request_id, turn, learner_id, from_id, words)
    values (${me.schoolId}, ${request.requestId}, ${request.turn}, ${request.learner.personId}, ${me.personId}, ${words})`);
}

export async function addHandover(tx: Tx, me: Me, request: RequestRow, goal: Goal, reason: string): Promise<void> {
  await tx.run(sql`
    insert into handovers (school_id, request_id, turn, learner_id, from_id, program, counsels, reason)
    values (${me.schoolId}, ${request.requestId}, ${request.turn}, ${request.learner.personId}, ${me.personId},
      ${goal.program}, ${goal.counsels}, ${reason})`);
}

/** The database gives it to whoever has it next, where the learner agreed. */
export async function addHandoverAnswer(tx: Tx, me: Me, request: RequestRow, agreed: boolean): Promise<void> {
  await tx.run(sql`
    insert into handover_answers (school_id, request_id, turn, learner_id, agreed)
    values (${me.schoolId}, ${request.requestId}, ${request.turn}, ${me.personId}, ${agreed})`);
}
