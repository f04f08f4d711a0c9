// The only way to the database. Every piece of work is done in transactions entered in somebody's name:
// a person's (their session's secret) or the steward's (the server's own secret, for sign-in and timed work).
// The role that logs in owns nothing and may read nothing; what a transaction may do follows from the name it enters with.
import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import postgres from "postgres";
import type { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { isBrokenLine } from "./broken-line.ts";
import { type Line, Lines } from "./lines.ts";
import { type Enter, inFlights, inOneTransaction, type Send, Watch } from "./line.ts";
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
  /** 32 bytes for one purpose, the same on every server of this database: drawn from the steward's key, which nobody else has. */
  keyFor(purpose: string): KeyObject;
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
  const lines = new Lines({
    ...connection,
    ...planning,
    ...translation,
    // In seconds: a database that comes back is found at once, and one that stays away is asked every other second.
    backoff: (tries: number) => Math.min(tries / 10, 2),
    onnotice: () => undefined,
  });
  const sentences = await sentencesOfRules(lines).catch(async (error: unknown) => {
    await lines.end(0);
    throw error;
  });
  let isClosed = false;
  const within = <T>(enter: Enter, work: (tx: Tx) => Promise<T>, options?: Options) => {
    if (isClosed) throw new Error("the door is closed");
    return transact(lines, enter, work, sentences, options);
  };
  return {
    asSession: (secret, work, options) => within(["chiron_app", "app.session", secret], work, options),
    asSteward: (work, options) => within(["chiron_steward", "app.steward", stewardKey], work, options),
    keyFor: (purpose) => createSecretKey(Buffer.from(hkdfSync("sha256", stewardKey, "", purpose, 32))),
    close() {
      isClosed = true;
      return lines.end(5);
    },
  };
}

async function transact<T>(
  lines: Lines,
  enter: Enter,
  work: (tx: Tx) => Promise<T>,
  sentences: Map<string, string>,
  options: Options = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(lines, enter, work, options);
    } catch (error) {
      // A read that broke off has changed nothing.
      if (options.reads && attempt < 2 && isBrokenLine(error)) continue;
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
  lines: Lines,
  enter: Enter,
  work: (tx: Tx) => Promise<T>,
  { rollback = false, reads = false }: Options,
): Promise<T> {
  const line = await lines.take();
  const watch = new Watch();
  const way = reads
    ? inFlights(line, watch, enter)
    : inOneTransaction(line, watch, enter, rollback ? "rollback" : "commit");
  let isOver = false;
  const send: Send = (query) => {
    if (watch.loss) throw watch.loss;
    // What still runs when its work has failed must not write on a line that serves somebody else by then.
    if (isOver) throw new Error("this transaction is over");
    return watch.orLost(way.send(query));
  };
  const letGo = () => {
    watch.end();
    lines.give(line);
  };
  try {
    const answer = await work(txOf(send));
    isOver = true;
    await watch.orLost(way.end());
    letGo();
    return answer;
  } catch (error) {
    isOver = true;
    const cause = await watch.orLost(way.entered).then(
      () => error,
      (refused: unknown) => refused,
    );
    // A line on which this is not answered is broken.
    if (watch.loss) lines.drop(line);
    else
      await watch.orLost(way.abandon()).then(letGo, () => {
        lines.drop(line);
      });
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

/** A row that came whole, as JSON, under the names that its columns have outside. */
export function outside(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [postgres.toCamel(column), value]));
}

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

/** The sentence of each rule stands beside its constraint, as the constraint's comment. Refuses a role that could pass the rules by. */
async function sentencesOfRules(lines: Lines): Promise<Map<string, string>> {
  const line = await lines.take();
  await refuseTooMuchPower(line);
  const rows = await line`
    select conname, obj_description(oid, 'pg_constraint') as sentence from pg_constraint where conname like '%.%'
    union all
    select relname, obj_description(oid, 'pg_class') from pg_class where relkind = 'i' and relname like '%.%'`;
  lines.give(line);
  return new Map(rows.flatMap(({ conname, sentence }) => (sentence ? [[conname, sentence] as const] : [])));
}

/** Also one that may become such a role: `set role` is a statement like any other, and until version 16 `createrole` grants it any. */
async function refuseTooMuchPower(line: Line): Promise<void> {
  const [role] = await line`
    select session_user as name, rolname as power from pg_roles r
    where pg_has_role(session_user, oid, 'member') and (rolsuper or rolbypassrls or rolcreaterole or rolname in ('chiron_reader', 'chiron_keeper')
      or exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace))
    order by rolname <> session_user limit 1`;
  if (!role) return;
  const through = role.power === role.name ? "" : `, through the role "${role.power}" that was granted to it`;
  throw new Refusal(
    "forbidden",
    "database.power",
    `The database role "${role.name}" could pass by the rules on who sees what${through} (it is a superuser, has BYPASSRLS or CREATEROLE, or owns the tables). ` +
      "Give DATABASE_URL a plain login role, and let DATABASE_ADMIN_URL migrate.",
  );
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
  if (error.code === "23P01" && rule.startsWith("wall."))
    return new Refusal("conflict", "wall.not-available", "These two are not available to each other.");
  if (error.code === "42501") return new Refusal("absent", "door.absent", "There is nothing here that you may change.");
  const sentence = sentences.get(rule);
  if (sentence !== undefined) return new Refusal("conflict", rule, sentence);
  if (error.code === "P0001" && rule !== "") return new Refusal("conflict", rule, error.message);
  return null;
}
