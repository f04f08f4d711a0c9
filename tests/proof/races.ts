// Wall races: whoever signs as the second of a pair, against whoever assigns that educator as the pair's assessor,
// at the same moment. Both orders, both isolation levels. Exactly one of the two may stand.
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { foundWorld, type Person, type World } from "../help/world.ts";

export interface RaceReport {
  races: number;
  relationshipWon: number;
  assessorWon: number;
  neither: number;
  /** Pairs on two sides of a wall at once, counted by a query that knows nothing of the constraint. */
  breaches: number;
  retries: number;
}

interface Pair {
  learnerId: string;
  educatorId: string;
  relationshipId: string;
  agreementId: string;
}

const writersAtOnce = 4;

/** `count` races in a school of their own, in `world`'s database. */
export async function raceAtTheWall(world: World, count: number, slug = "races"): Promise<RaceReport> {
  const school = await foundWorld(world.database, world.door, slug);
  const admin = postgres({ ...world.database.admin, max: 1, onnotice: () => undefined });
  const writers = postgres({ ...world.database.login, max: writersAtOnce * 2, onnotice: () => undefined });
  try {
    const signer = school.people.joan as Person;
    const pairs = await preparePairs(admin, school, signer, count);
    const report: RaceReport = {
      races: count,
      relationshipWon: 0,
      assessorWon: 0,
      neither: 0,
      breaches: 0,
      retries: 0,
    };
    const turns = pairs.map((pair, turn) => ({ pair, turn }));
    await Promise.all(
      Array.from({ length: writersAtOnce }, async () => {
        for (let next = turns.pop(); next !== undefined; next = turns.pop())
          await race(writers, school, signer, next, report);
      }),
    );
    report.breaches = await breachesIn(admin, school.schoolId);
    return report;
  } finally {
    await writers.end();
    await admin.end();
  }
}

async function race(
  writers: postgres.Sql,
  school: World,
  signer: Person,
  { pair, turn }: { pair: Pair; turn: number },
  report: RaceReport,
): Promise<void> {
  const isolation = turn % 4 < 2 ? "read committed" : "repeatable read";
  const sign = () =>
    write(
      writers,
      signer.secret,
      isolation,
      report,
      (tx) => tx`
    insert into signatures (school_id, agreement_id, person_id) values (${school.schoolId}, ${pair.agreementId}, ${signer.personId})`,
    );
  const assign = () =>
    write(
      writers,
      (school.people.ravi as Person).secret,
      isolation,
      report,
      (tx) => tx`
    insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${school.schoolId}, 'assesses', ${pair.educatorId}, ${pair.learnerId}, daterange(app.today(${school.schoolId}), null), 'rotation')`,
    );
  // The signature does more before it meets the wall, so in every other race it starts up to 16 ms ahead.
  const ahead = turn % 2 === 0 ? 0 : (turn * 7) % 17;
  const [signed, assigned] = await Promise.all([sign(), wait(ahead).then(assign)]);
  if (signed && !assigned) report.relationshipWon++;
  else if (assigned && !signed) report.assessorWon++;
  else if (!signed && !assigned) report.neither++;
}

/** Whether the write went through. Retries what a retry can mend; the wall's own no is final. */
async function write(
  writers: postgres.Sql,
  secret: string,
  isolation: string,
  report: RaceReport,
  statement: (tx: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>,
): Promise<boolean> {
  for (;;) {
    try {
      await writers.begin(`isolation level ${isolation}`, async (tx) => {
        await tx`select set_config('role', 'chiron_app', true), set_config('app.session', ${secret}, true)`;
        await statement(tx);
      });
      return true;
    } catch (error) {
      const { code } = error as postgres.PostgresError;
      if (code === "23P01") return false;
      if (code !== "40001" && code !== "40P01") throw error;
      report.retries++;
    }
  }
}

/** Relationships that lack one signature: the learner is always the same kind of person, the educator signs last. */
async function preparePairs(admin: postgres.Sql, { schoolId }: World, signer: Person, count: number): Promise<Pair[]> {
  return admin.begin(async (tx) => {
    const people = await tx`
      insert into people (school_id, given_name, family_name, email)
      select ${schoolId}, 'Racer', 'Number ' || n, 'racer' || n || '@race.example.edu' from generate_series(1, ${count}) n returning person_id`;
    const ids = people.map(({ person_id }) => person_id as string);
    await tx`insert into learners (school_id, learner_id, class_year) select ${schoolId}, unnest(${ids}::uuid[]), 2040`;
    const relationships = await tx`
      insert into relationships (school_id, program, learner_id, educator_id, since)
      select ${schoolId}, 'coaching', unnest(${ids}::uuid[]), ${signer.personId}, app.today(${schoolId}) returning relationship_id, learner_id`;
    const agreements = await tx`
      insert into agreements (school_id, relationship_id, version, program, charter_version, clauses, renew_on)
      select school_id, relationship_id, 1, program, 1, '[]', app.today(${schoolId}) + 365 from relationships where school_id = ${schoolId} returning agreement_id, relationship_id`;
    await tx`
      insert into signatures (school_id, agreement_id, person_id)
      select a.school_id, a.agreement_id, r.learner_id from agreements a join relationships r using (school_id, relationship_id) where a.school_id = ${schoolId}`;
    const agreementOf = new Map(agreements.map((row) => [row.relationship_id as string, row.agreement_id as string]));
    return relationships.map((row) => ({
      learnerId: row.learner_id as string,
      educatorId: signer.personId,
      relationshipId: row.relationship_id as string,
      agreementId: agreementOf.get(row.relationship_id as string) ?? "",
    }));
  });
}

/** Written without the constraint's own words: two live stands of a pair, on one wall, on different sides, sharing a blocked day. */
async function breachesIn(admin: postgres.Sql, schoolId: string): Promise<number> {
  const [row] = await admin`
    select count(*)::int as breaches from stands a join stands b
      on (a.school_id, a.lo, a.hi, a.wall) = (b.school_id, b.lo, b.hi, b.wall) and a.stand_id < b.stand_id and a.side <> b.side
    where a.school_id = ${schoolId} and a.voided_by is null and b.voided_by is null
      and lower(a.during) < coalesce(upper(b.during) + b.cooling_days, 'infinity') and lower(b.during) < coalesce(upper(a.during) + a.cooling_days, 'infinity')`;
  return row?.breaches as number;
}
