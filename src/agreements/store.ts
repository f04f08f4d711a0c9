// Relationships as rows, each with what its state follows from.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import {
  EndingReason,
  isDue,
  pauseNow,
  pauseOf,
  type Relationship,
  type RelationshipState,
  stateOf,
} from "./relationship.ts";

const Row = z.object({
  relationshipId: Id,
  program: Program,
  counsels: z.boolean(),
  learnerId: Id,
  educatorId: Id,
  learnerName: z.string(),
  educatorName: z.string(),
  sort: z.string(),
  since: Day,
  startedOn: Day.nullable(),
  endedOn: Day.nullable(),
  pauseFrom: Day.nullable(),
  pauseUntil: Day.nullable(),
  learnerSigned: z.boolean(),
  educatorSigned: z.boolean(),
  renewOn: Day.nullable(),
});

export type RelationshipRow = Relationship & { sort: string };

export interface Wanted {
  program?: string | undefined;
  state?: RelationshipState | undefined;
  relationshipId?: string;
  /** Only those of this person, on either side. */
  person?: string | undefined;
  /** Only those that the asker is a party to, whatever their offices show them. */
  mine: boolean;
  /** Sort key and id of the last row before. */
  after: [string, string] | null;
  limit: number;
}

/** By the learner's name, where it is the asker's to see; then one learner after another, with the programs in their order. */
const sortKey = sql`coalesce(l.family_name || ', ' || l.given_name, '') || ' ' || r.learner_id || ' ' || r.program`;

/** In the order of the learners' family names. `state` means the same as `stateOf`. */
export async function relationshipsAfter(tx: Tx, me: Me, wanted: Wanted): Promise<RelationshipRow[]> {
  const { schoolId, personId, today } = me;
  const { after, limit } = wanted;
  const isOffice = me.may.includes("see relationships") && !wanted.mine;
  // The two see each other's names once it has ended, too; whoever sees everybody needs no such look.
  const seesAll = me.may.includes("see people");
  const rows = await tx.rows(
    Row,
    sql`
    with page as (
      select r.*, p.from_day, p.until, l.given_name || ' ' || l.family_name as learner_name, ${sortKey} as sort
      from relationships r
      left join people l on (l.school_id, l.person_id) = (r.school_id, r.learner_id)
      left join lateral (select from_day, until from pauses where (school_id, relationship_id) = (r.school_id, r.relationship_id)
        order by at desc limit 1) p on true
      where ${all([
        sql`r.school_id = ${schoolId}`,
        isOffice ? null : sql`${personId} in (r.learner_id, r.educator_id)`,
        asked(wanted.program, (program) => sql`r.program = ${program}`),
        asked(wanted.relationshipId, (id) => sql`r.relationship_id = ${id}`),
        asked(wanted.person, (id) => sql`${id} in (r.learner_id, r.educator_id)`),
        asked(
          wanted.state,
          (
            state,
          ) => sql`${state} = case when r.ended_on is not null then 'ended' when r.started_on is null then 'awaiting'
            when p.from_day <= ${today}::date and p.until > ${today}::date then 'paused' else 'in force' end`,
        ),
        asked(after, ([sort, id]) => sql`(${sortKey}, r.relationship_id) > (${sort}, ${id}::uuid)`),
      ])}
      order by sort, r.relationship_id limit ${limit})
    select r.relationship_id, r.program, r.counsels, r.learner_id, r.educator_id, r.sort, r.since, r.started_on, r.ended_on,
      coalesce(r.learner_name, ${seesAll ? null : sql`own_l.name`}, '') as learner_name,
      coalesce(e.given_name || ' ' || e.family_name, ${seesAll ? null : sql`own_e.name`}, '') as educator_name,
      r.from_day as pause_from, r.until as pause_until,
      coalesce(s.learner_signed, false) as learner_signed, coalesce(s.educator_signed, false) as educator_signed, s.renew_on
    from page r
    left join people e on (e.school_id, e.person_id) = (r.school_id, r.educator_id)
    ${
      seesAll
        ? sql``
        : sql`left join app.my_partners() own_l on (own_l.relationship_id, own_l.person_id) = (r.relationship_id, r.learner_id)
    left join app.my_partners() own_e on (own_e.relationship_id, own_e.person_id) = (r.relationship_id, r.educator_id)`
    }
    left join app.agreement_states(array(select relationship_id from page)) s on s.relationship_id = r.relationship_id
    order by r.sort, r.relationship_id`,
  );
  return rows.map((row) => relationshipOf(row, today));
}

/** Null also when it is there but neither the asker's nor for their offices to see. */
export async function findRelationship(tx: Tx, me: Me, relationshipId: string): Promise<Relationship | null> {
  const [row] = await relationshipsAfter(tx, me, { relationshipId, mine: false, after: null, limit: 1 });
  return row ?? null;
}

function relationshipOf(row: z.infer<typeof Row>, today: string): RelationshipRow {
  const facts = { startedOn: row.startedOn, endedOn: row.endedOn, pause: pauseOf(row), renewOn: row.renewOn };
  const learner = { personId: row.learnerId, name: row.learnerName };
  const educator = { personId: row.educatorId, name: row.educatorName };
  const unsigned = [...(row.learnerSigned ? [] : [learner]), ...(row.educatorSigned ? [] : [educator])];
  return {
    relationshipId: row.relationshipId,
    program: row.program,
    counsels: row.counsels,
    learner,
    educator,
    since: row.since,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    state: stateOf(facts, today),
    pause: pauseNow(facts, today),
    awaits: row.endedOn === null ? unsigned : [],
    renewOn: row.renewOn,
    isDue: isDue(facts, today),
    sort: row.sort,
  };
}

/** As `noteRead` of people, about the learner of a relationship, where there is one that the asker sees. */
export async function noteReadIn(tx: Tx, { schoolId }: Me, subject: string, relationshipId: string): Promise<void> {
  await tx.run(sql`
    select app.note_read(${subject}, learner_id) from relationships
    where school_id = ${schoolId} and relationship_id = ${relationshipId}`);
}

export async function addPause(tx: Tx, me: Me, relationshipId: string, from: string, until: string): Promise<void> {
  await tx.run(sql`
    insert into pauses (school_id, relationship_id, paused_by, from_day, until)
    values (${me.schoolId}, ${relationshipId}, ${me.personId}, ${from}::date, ${until}::date)`);
}

/** The database ends the relationship and its duty; refused when it has ended already. */
export async function addEnding(
  tx: Tx,
  { schoolId, personId }: Me,
  relationshipId: string,
  reason: z.infer<typeof EndingReason>,
): Promise<void> {
  await tx.run(sql`
    insert into endings (school_id, relationship_id, ended_by, reason)
    values (${schoolId}, ${relationshipId}, ${personId}, ${reason})`);
}

const Reason = z.object({
  program: Program,
  reason: EndingReason.nullable(),
  relationships: z.number().int(),
});

/** Counts only, made by the database, none under 5. */
export function endingReasonCounts(tx: Tx): Promise<z.infer<typeof Reason>[]> {
  return tx.rows(
    Reason,
    sql`select program, reason, relationships from app.ending_reasons() order by program, relationships desc, reason`,
  );
}
