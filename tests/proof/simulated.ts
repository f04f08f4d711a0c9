// A PostgreSQL whose clock a proof sets, and real `serve` processes on it. The clock is the database's alone, and that of
// a throwaway server: its `clock_timestamp()` is another function from before the first migration on. So the product has
// no way to be told another time, and every line of it runs as it does at a school.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { mock } from "node:test";
import postgres from "postgres";
import type { Connection } from "../../src/db/door.ts";
import { type Coordinates, startTestServer } from "../help/test-server.ts";
import type { FreshDatabase } from "../help/database.ts";

const clock = `
  set allow_system_table_mods = on;
  create schema simulated;
  grant usage on schema simulated to public;
  create table simulated.clock (at timestamptz not null);
  insert into simulated.clock values (now());
  grant select on simulated.clock to public;
  alter function pg_catalog.clock_timestamp() rename to wall_clock_timestamp;
  create function pg_catalog.clock_timestamp() returns timestamptz language sql volatile as 'select at from simulated.clock'`;

export async function startSimulatedServer(): Promise<{ coordinates: Coordinates; stop(): Promise<void> }> {
  const server = await startTestServer();
  const admin = postgres({ ...server.coordinates.admin, database: "template1", max: 1, onnotice: () => undefined });
  await admin.unsafe(clock).simple();
  await admin.end();
  process.env.CHIRON_TEST_SERVER = JSON.stringify(server.coordinates);
  return server;
}

export interface Time {
  now(): number;
  /** While `work` runs no server begins to send, so that the time and all that happens at it are there at once. */
  at(instant: number, work?: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

/** The clock of one database, and of this process with it. */
export async function timeOf({ admin }: Pick<FreshDatabase, "admin">): Promise<Time> {
  const sql = postgres({ ...admin, max: 1, onnotice: () => undefined });
  let now = Date.now();
  return {
    now: () => now,
    async at(instant, work) {
      now = instant;
      await sql`select pg_advisory_lock(hashtextextended('mail', 0))`;
      mock.timers.setTime(instant);
      await sql`update simulated.clock set at = ${new Date(instant).toISOString()}::timestamptz`;
      await work?.();
      await sql`select pg_advisory_unlock(hashtextextended('mail', 0))`;
    },
    end: () => sql.end(),
  };
}

/** This process's Date stands still from now on, where `Time` puts it. */
export function stopClocks(instant: number): void {
  mock.timers.enable({ apis: ["Date"], now: instant });
}

export interface Server {
  /** Resolves once all that is due now has left; false when the process ended before. */
  rested(): Promise<boolean>;
  /** kill -9, at this very moment. */
  kill(): void;
  ended: Promise<void>;
}

const root = join(import.meta.dirname, "..", "..");
/** The first of these may be of a round that began before, and the second one's too. */
const idleRounds = 3;

/** `chiron serve` on that database, sending its mail to that mail server. */
export function serveOn({ login, stewardKey }: FreshDatabase, smtpUrl: string): Server {
  const program = [
    "--import",
    join(import.meta.dirname, "quick-ticks.ts"),
    join(root, "src/cli/main.ts"),
    "serve",
    "--port",
    "0",
  ];
  const { DATABASE_ADMIN_URL: _, ...around } = process.env;
  const env = {
    ...around,
    DATABASE_URL: urlOf(login),
    CHIRON_STEWARD_KEY: stewardKey,
    CHIRON_ORIGIN: "https://guidance.example.edu",
    SMTP_URL: smtpUrl,
    MAIL_FROM: "Guidance <guidance@example.edu>",
    LOG_LEVEL: "error",
  };
  const child: ChildProcess = spawn(process.execPath, program, { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  // Its greeting is not of interest; what goes wrong is a line of its log.
  child.stderr?.setEncoding("utf8").on("data", (said: string) => {
    if (said.startsWith("{")) process.stderr.write(said);
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      hasEnded = true;
      resolve();
    }),
  );
  const idle = () => new Promise<void>((resolve) => child.once("message", () => resolve()));
  return {
    ended,
    kill: () => void child.kill("SIGKILL"),
    async rested() {
      for (let round = 0; round < idleRounds && !hasEnded; round++) await Promise.race([idle(), ended]);
      return !hasEnded;
    },
  };
}

function urlOf({ host, port, username, password, database }: Connection): string {
  const secret = encodeURIComponent(String(password));
  const where = `host=${encodeURIComponent(String(host))}&port=${String(port)}`;
  return `postgres://${String(username)}:${secret}@localhost/${String(database)}?${where}`;
}
