// The only way to the database. Every piece of work is done in transactions entered in somebody's name:
// a person's (their session's secret) or the steward's (the server's own secret, for sign-in and timed work).
// The role that logs in owns nothing and may read nothing; what a transaction may do follows from the name it enters with.
import postgres from "postgres";
import type { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { type Enter, inFlights, inOneTransaction, type Send } from "./line.ts";
import type { Sql } from "./sql.ts";

export interface Tx {
  /** All rows, each parsed by `shape`. */
  rows<T>(shape: z.ZodType<T>, query: Sql): Promise<T[]>;
  /** The first row or null. */
  maybe<T>(shape: z.ZodType<T>, query: Sql): Promise<T | null>;
  /** The one row; anything else is a bug. */
  one<T>(shape: z.ZodType<T>, query: Sql): Promise<T>;
  /** For its effect; returns how many rows it touched. */
  run(query: Sql): Promise<number>;
}

export interface Door {
  /** Work as the person whose session secret this is. An unknown or ended secret sees nothing at all. */
  asSession<T>(secret: string, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T>;
  /** Work of the server itself: sign-in, schools, timed work. */
  asSteward<T>(work: (tx: Tx) => Promise<T>, options?: Options): Promise<T>;
  close(): Promise<void>;
}

export interface Options {
  /** Do everything, answer, and keep nothing: previews take the same path as the real thing. */
  rollback?: boolean;
  /** The work only reads: what it asks at once is one short transaction and one trip, instead of a transaction over all of it. */
  reads?: boolean;
}

export type Connection = postgres.Options<Record<string, postgres.PostgresType>>;

const attemptsMost = 4;

export async function openDoor(connection: Connection, stewardKey: string): Promise<Door> {
  const pool: postgres.Sql = postgres({
    max: 10,
    ...connection,
    ...planning,
    ...translation,
    onnotice: () => undefined,
  });
  await refuseTooMuchPower(pool);
  const sentences = await sentencesOfRules(pool);
  let isClosed = false;
  const within = <T>(enter: Enter, work: (tx: Tx) => Promise<T>, options?: Options) => {
    if (isClosed) throw new Error("the door is closed");
    return transact(pool, enter, work, sentences, options);
  };
  return {
    asSession: (secret, work, options) => within(["chiron_app", "app.session", secret], work, options),
    asSteward: (work, options) => within(["chiron_steward", "app.steward", stewardKey], work, options),
    close() {
      isClosed = true;
      return pool.end({ timeout: 5 });
    },
  };
}

async function transact<T>(
  pool: postgres.Sql,
  enter: Enter,
  work: (tx: Tx) => Promise<T>,
  sentences: Map<string, string>,
  options: Options = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, enter, work, options);
    } catch (error) {
      if (!isDatabaseError(error)) throw error;
      if (attempt < attemptsMost && (error.code === "40001" || error.code === "40P01")) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
        continue;
      }
      throw refusalFor(error, sentences) ?? error;
    }
  }
}

async function once<T>(
  pool: postgres.Sql,
  enter: Enter,
  work: (tx: Tx) => Promise<T>,
  { rollback = false, reads = false }: Options,
): Promise<T> {
  const line = await pool.reserve();
  const way = reads ? inFlights(line, enter) : inOneTransaction(line, enter, rollback ? "rollback" : "commit");
  let isOver = false;
  const send: Send = (query) => {
    // What still runs when its work has failed must not write on a line that serves somebody else by then.
    if (isOver) throw new Error("this transaction is over");
    return way.send(query);
  };
  try {
    const answer = await work(txOf(send));
    isOver = true;
    await way.end();
    line.release();
    return answer;
  } catch (error) {
    isOver = true;
    const cause = await way.entered.then(
      () => error,
      (refused: unknown) => refused,
    );
    // A line on which this is not answered is broken, and the pool opens another.
    await way.abandon().then(
      () => line.release(),
      () => undefined,
    );
    throw cause;
  }
}

function txOf(send: Send): Tx {
  return {
    async rows(shape, query) {
      return (await send(query)).map((row) => shape.parse(row));
    },
    async maybe(shape, query) {
      const [row] = await send(query);
      return row === undefined ? null : shape.parse(row);
    },
    async one(shape, query) {
      const rows = await send(query);
      if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
      return shape.parse(rows[0]);
    },
    async run(query) {
      return (await send(query)).count;
    },
  };
}

/** Our statements hold only the conditions that are asked for, so a plan that is made once fits all values; policies make planning dear. */
const planning = { connection: { plan_cache_mode: "force_generic_plan", jit: false } };

/** Days and instants stay text, as JSON carries them; snake_case becomes camelCase here and nowhere else. */
const translation = {
  transform: { column: { from: postgres.toCamel }, undefined: null },
  types: {
    day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
    instant: {
      to: 1184,
      from: [1184],
      serialize: (instant: string | Date) => (instant instanceof Date ? instant.toISOString() : instant),
      parse: (instant: string) => new Date(instant).toISOString(),
    },
    number: { to: 20, from: [20, 1700], serialize: String, parse: Number },
  },
};

async function refuseTooMuchPower(pool: postgres.Sql): Promise<void> {
  const [role] = await pool`
    select rolname, rolsuper or rolbypassrls as too_much, exists (
      select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as owns
    from pg_roles where rolname = session_user`;
  if (!role?.tooMuch && !role?.owns) return;
  await pool.end();
  throw new Refusal(
    "forbidden",
    "database.power",
    `The database role "${role.rolname}" could pass by the rules on who sees what (it is a superuser, has BYPASSRLS, or owns the tables). ` +
      "Give DATABASE_URL a plain login role, and let DATABASE_ADMIN_URL migrate.",
  );
}

/** The sentence of each rule stands beside its constraint, as the constraint's comment. */
async function sentencesOfRules(pool: postgres.Sql): Promise<Map<string, string>> {
  const rows = await pool`
    select conname, obj_description(oid, 'pg_constraint') as sentence from pg_constraint where conname like '%.%'
    union all
    select relname, obj_description(oid, 'pg_class') from pg_class where relkind = 'i' and relname like '%.%'`;
  return new Map(rows.flatMap(({ conname, sentence }) => (sentence ? [[conname, sentence] as const] : [])));
}

interface DatabaseError extends Error {
  code: string;
  constraint_name?: string;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && error.name === "PostgresError";
}

/**
 * The refusal that a violated constraint stands for. The wall's own says only that the two are not available:
 * whoever may know more asks the wall. A policy's no looks like absence.
 */
function refusalFor(error: DatabaseError, sentences: Map<string, string>): Refusal | null {
  const rule = error.constraint_name ?? "";
  if (error.code === "23P01")
    return new Refusal("conflict", "wall.not-available", "These two are not available to each other.");
  if (error.code === "42501") return new Refusal("absent", "door.absent", "There is nothing here that you may change.");
  const sentence = sentences.get(rule);
  if (sentence !== undefined) return new Refusal("conflict", rule, sentence);
  if (error.code === "P0001" && rule !== "") return new Refusal("conflict", rule, error.message);
  return null;
}
