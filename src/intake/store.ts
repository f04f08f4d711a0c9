// What an import reads beside its files: ids that are known, remembered columns, past imports, and its collisions.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Day, Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Collision } from "./collision.ts";
import type { KnownIds } from "./judged.ts";
import { fingerprintOf } from "./kinds.ts";
import { Remembered } from "./reading.ts";
import { toldApart } from "./told-apart-store.ts";

const Key = z.object({ key: z.string(), personId: Id });
const Person = z.object({ personId: Id });

/**
 * Lists of their own instead of one join, which the planner gets wrong while a school is new. Refused where the asker
 * may not see who is here: an API key may carry the one right without the other.
 */
export async function knownIds(tx: Tx, me: Me): Promise<KnownIds> {
  const { schoolId } = me;
  if (!me.may.includes("see people")) {
    const because = "An import compares its rows with who is here, and this key may not see people.";
    throw new Refusal("forbidden", "import.unseeing", because, [
      { field: "key", because: 'Make one that may both "see people" and "import people".' },
    ]);
  }
  const idsIn = async (query: Sql) => new Set((await tx.rows(Person, query)).map(({ personId }) => personId));
  const [{ today }, people, called, apart, pairs, ended, learners, educators] = await Promise.all([
    tx.one(z.object({ today: Day }), sql`select app.today(${schoolId}) as today`),
    personIds(tx, me),
    calledHere(tx, me),
    toldApart(tx, me),
    pairsOf(tx, me),
    endedPairs(tx, me),
    idsIn(sql`select learner_id as person_id from learners where school_id = ${schoolId}`),
    idsIn(sql`select educator_id as person_id from educators where school_id = ${schoolId}`),
  ]);
  const idsOf = (them: Set<string>) =>
    new Set([...them, ...[...people].filter(([, personId]) => them.has(personId)).map(([sourceId]) => sourceId)]);
  const addresses = new Map([...called].map(([personId, { email }]) => [email, personId]));
  const roster = { learners: idsOf(learners), educators: idsOf(educators) };
  return { today, people, called, addresses, apart, pairs, ended, ...roster };
}

/** Who has which id of the school's own systems. */
export async function personIds(tx: Tx, { schoolId }: Me): Promise<Map<string, string>> {
  const rows = await tx.rows(
    Key,
    sql`select source_id as key, person_id from source_ids where school_id = ${schoolId}`,
  );
  return new Map(rows.map(({ key, personId }) => [key, personId]));
}

const Called = z.object({ personId: Id, name: z.string(), email: z.string() });

/** By person, their name and address, both in lower case. */
async function calledHere(tx: Tx, { schoolId }: Me): Promise<Map<string, { name: string; email: string }>> {
  const rows = await tx.rows(
    Called,
    sql`select person_id, lower(given_name || ' ' || family_name) as name, lower(email) as email
      from people where school_id = ${schoolId} and voided_by is null`,
  );
  return new Map(rows.map(({ personId, name, email }) => [personId, { name, email }]));
}

/** By learner and program, who has them: of pairs that have not ended. */
async function pairsOf(tx: Tx, { schoolId }: Me): Promise<Map<string, string>> {
  const rows = await tx.rows(
    Key,
    sql`select learner_id || ' ' || program as key, educator_id as person_id from relationships
      where school_id = ${schoolId} and ended_on is null`,
  );
  return new Map(rows.map(({ key, personId }) => [key, personId]));
}

const Ended = z.object({ pair: z.string(), endedOn: Day });

/** By learner, program and educator, when they last ended. */
async function endedPairs(tx: Tx, { schoolId }: Me): Promise<Map<string, Day>> {
  const rows = await tx.rows(
    Ended,
    sql`select learner_id || ' ' || program || ' ' || educator_id as pair, max(ended_on) as ended_on from relationships
      where school_id = ${schoolId} and ended_on is not null group by 1`,
  );
  return new Map(rows.map(({ pair, endedOn }) => [pair, endedOn]));
}

const ColumnMap = z.object({ reading: Remembered });

/** By the fingerprint of the headings. */
export async function rememberedReadings(tx: Tx, { schoolId }: Me): Promise<Map<string, Remembered>> {
  const rows = await tx.rows(ColumnMap, sql`select reading from column_maps where school_id = ${schoolId} order by at`);
  return new Map(rows.map(({ reading }) => [fingerprintOf(reading.header), reading]));
}

/** Under a digest of the fingerprint: a wide file's is longer than a key may be. */
export async function rememberReading(tx: Tx, { schoolId }: Me, reading: Remembered): Promise<void> {
  await tx.run(sql`
    insert into column_maps (school_id, fingerprint, reading) values
      (${schoolId}, encode(sha256(convert_to(${fingerprintOf(reading.header)}, 'UTF8')), 'hex'), ${reading}::jsonb)
    on conflict (school_id, fingerprint) do update set reading = excluded.reading, at = now()`);
}

const Count = z.object({ count: z.number() });
const collisionsShown = 200;

/** The incidents that an import brought. */
export async function collisionsOf(tx: Tx, { schoolId }: Me, importId: string) {
  const collisions = await tx.rows(
    Collision,
    sql`
    select l.given_name || ' ' || l.family_name as learner, e.given_name || ' ' || e.family_name as educator, i.wall, i.duty,
      s.duty as against, coalesce(nullif(d.about, ''), o.about, '') as about, lower(i.during) as from
    from incidents i
    -- Whoever does not see the wall sees no stand, so that what is met stays unnamed.
    left join stands s on (s.school_id, s.stand_id) = (i.school_id, i.against_id)
    left join duties o on (o.school_id, o.duty_id) = (s.school_id, s.duty_id)
    left join duties d on (d.school_id, d.duty_id) = (i.school_id, i.duty_id)
    join people l on (l.school_id, l.person_id) = (i.school_id, i.learner_id)
    join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
    where i.school_id = ${schoolId} and i.import_id = ${importId} order by 1, 2 limit ${collisionsShown}`,
  );
  const { count } = await tx.one(
    Count,
    sql`
    select count(*)::int as count from incidents where school_id = ${schoolId} and import_id = ${importId}`,
  );
  return { collisions, collisionCount: count };
}

const PastImport = z.object({
  importId: Id,
  madeBy: z.string(),
  madeAt: Instant,
  files: z.array(z.string()),
  rows: z.number(),
  isUndone: z.boolean(),
  canUndo: z.boolean(),
  isEmpty: z.boolean(),
  inUse: z.boolean(),
});

export function pastImports(tx: Tx, { schoolId }: Me): Promise<z.infer<typeof PastImport>[]> {
  return tx.rows(
    PastImport,
    sql`
    select i.import_id, p.given_name || ' ' || p.family_name as made_by, i.made_at, i.files, i.undone_by is not null as is_undone,
      s.stopped is null as can_undo, coalesce(s.stopped = 'import.nothing', false) as is_empty, coalesce(s.stopped = 'import.in-use', false) as in_use,
      coalesce((select sum(value::int)::int from jsonb_each_text(i.counts -> 'added')), 0)
        + coalesce((select sum(value::int)::int from jsonb_each_text(i.counts -> 'changed')), 0) as rows
    from imports i join people p on (p.school_id, p.person_id) = (i.school_id, i.made_by)
    cross join lateral (select app.undo_stopped(i.import_id) as stopped) s
    where i.school_id = ${schoolId} order by i.made_at desc limit 50`,
  );
}

const Void = z.object({ voidId: Id });
const Undone = z.object({ rows: z.number() });

/** How many records were taken out of force. */
export async function undo(tx: Tx, { schoolId, personId }: Me, importId: string, because: string): Promise<number> {
  const { voidId } = await tx.one(
    Void,
    sql`
    insert into voids (school_id, act, because, voided_by) values (${schoolId}, 'import undo', ${because}, ${personId}) returning void_id`,
  );
  return (await tx.one(Undone, sql`select app.undo_import(${importId}, ${voidId}) as rows`)).rows;
}
