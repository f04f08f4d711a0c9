// The acts that tests of the wall are told in, each in few words, against one small school
// of the test file's own. Days are told from the school's today.
import postgres from "postgres";
import { z } from "zod";
import { addDays } from "../../src/core/shapes.ts";
import { sql } from "../../src/db/sql.ts";
import { openWorld } from "./world.ts";

const Stand = z.object({
  wall: z.string(),
  side: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  ruleset: z.number(),
  excepted: z.boolean(),
});
const Incident = z.object({
  wall: z.string(),
  kind: z.string(),
  duty: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  closed: z.string().nullable(),
});

export const world = await openWorld();
const { schoolId, people, door } = world;
export const today = (await world.ask("marisol", "GET", "/me")).body.school.today as string;
export const day = (days: number) => addDays(today, days);
export const id = (who: string) => people[who]!.personId;

export async function pair(learner: string, educator: string, classYear = 2040): Promise<string> {
  await world.addEducator(educator);
  return (await world.addLearner(learner, classYear)).personId;
}

export async function judges(
  who: string,
  learner: string,
  educator: string,
  from: string,
  to: string | null,
  tolerates = false,
): Promise<string> {
  const dutyId = crypto.randomUUID();
  await door.asSession(people[who]!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty_id, duty, educator_id, learner_id, during, source, tolerates)
  values (${schoolId}, ${dutyId}, 'assesses', ${id(educator)}, ${learner}, daterange(${from}::date, ${to}::date), 'rotation', ${tolerates})`),
  );
  return dutyId;
}

export function tolerated(learner: string, educator: string, from: string, to: string | null): Promise<string> {
  return judges("ravi", learner, educator, from, to, true);
}

export async function guides(
  duty: string,
  learner: string,
  educator: string,
  from: string,
  to: string | null,
): Promise<string> {
  return byHand(async (admin) => {
    const [row] = await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, ${duty}, ${id(educator)}, ${id(learner)}, daterange(${from}::date, ${to}::date), 'relationship') returning duty_id`;
    return row!.duty_id as string;
  });
}

/** Voids a duty as an office, by a named act; what hangs on it refuses. */
export function voids(duty: string): Promise<void> {
  const voidId = crypto.randomUUID();
  return door.asSession(people.marisol!.secret, async (tx) => {
    await tx.run(
      sql`insert into voids (school_id, void_id, act, because, voided_by) values (${schoolId}, ${voidId}, 'correction', 'test', ${id("marisol")})`,
    );
    await tx.run(sql`select app.void_duties(${[duty]}::uuid[], ${voidId})`);
  });
}

export function move(learner: string, classYear: number): Promise<number> {
  return door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`update learners set class_year = ${classYear} where learner_id = ${id(learner)}`),
  );
}

/** A next ruleset with the rules of the one before that fulfil `keep`, and others besides. */
export async function ruleChange(ruleset: number, from: string, keep: string, others = "select 1"): Promise<number> {
  return door.asSession(people.dana!.secret, async (tx) => {
    await tx.run(
      sql`insert into rulesets (school_id, ruleset, from_day, because, made_by) values (${schoolId}, ${ruleset}, ${from}::date, 'test', ${id("dana")})`,
    );
    const text = (strings: string) => ({ ...sql``, strings: [strings], values: [] });
    await tx.run(
      text(`insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days)
    select school_id, ${ruleset}, duty, wall, side, cooling_days from duty_rules where ruleset = ${ruleset - 1} and ${keep}`),
    );
    await tx.run(text(others));
    return (await tx.one(z.object({ touched: z.number() }), sql`select app.rederive(${schoolId}) as touched`)).touched;
  });
}

export async function byHand<T>(work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres({ ...world.database.admin, max: 1, onnotice: () => undefined });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

export function stand(wall: string, side: string, from: number, to: number): z.infer<typeof Stand> {
  return { wall, side, from: day(from), to: day(to), ruleset: 1, excepted: false };
}

export function stands(learner: string, educator: string): Promise<z.infer<typeof Stand>[]> {
  return door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      Stand,
      sql`
  select wall, side, lower(during) as from, upper(during) as to, ruleset, exception_id is not null as excepted from stands
  where ${id(learner)} in (lo, hi) and ${id(educator)} in (lo, hi) order by lower(during), upper(during)`,
    ),
  );
}

export function incidents(learner: string): Promise<z.infer<typeof Incident>[]> {
  return door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      Incident,
      sql`
  select wall, kind, duty, lower(during) as from, upper(during) as to, outcome as closed from incidents left join incident_closures using (school_id, incident_id)
  where learner_id = ${id(learner)} order by found_at`,
    ),
  );
}
