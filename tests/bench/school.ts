// A school of the size of wexcombe's, in a world of its own: made of invented exports and taken in through the server.
import { inventSchool } from "../../src/intake/invented.ts";
import { openSession, type PersonKey } from "../../src/people/steward-store.ts";
import { firstCharters } from "../../src/programs/first.ts";
import postgres from "postgres";
import { openWorld, type Reply, type World } from "../help/world.ts";

export const schoolSize = { learners: 642, educators: 322 };
const seed = 642_322;

export interface SentFile {
  name: string;
  base64: string;
}

/** The exports of an invented school, as the web app would send them, and how many rows they have. */
export function exportsOf(size = schoolSize): { files: SentFile[]; rows: number } {
  const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
  const texts = inventSchool(seed, size, new Date().toISOString().slice(0, 10), modules);
  const rows = Object.values(texts).reduce((sum, text) => sum + text.trim().split("\n").length - 1, 0);
  const files = Object.entries(texts).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
  return { files, rows };
}

/** The world with that school in it; matched and with its proposals out where `isMatched`. */
export async function openSchool({ size = schoolSize, isMatched = false } = {}): Promise<World> {
  const world = await openWorld();
  refuseFailure(await world.ask("ravi", "POST", "/imports", { files: exportsOf(size).files }));
  if (isMatched) await matchAll(world);
  await analyzed(world);
  return world;
}

/** The three programs in a row, each approved. */
async function matchAll({ ask }: World): Promise<void> {
  const { runs } = refuseFailure(await ask("marisol", "POST", "/runs/series", { name: "Benchmark" })).body;
  const answerBy = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  for (const { runId } of runs) refuseFailure(await ask("dana", "POST", `/runs/${runId}/approval`, { answerBy }));
}

/** What autovacuum does within a minute or so of such an import. */
async function analyzed({ database }: World): Promise<void> {
  const sql = postgres({ ...database.admin, max: 1 });
  await sql`vacuum analyze`;
  await sql.end();
}

export function refuseFailure(reply: Reply): Reply {
  if (reply.status === 200) return reply;
  throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
}

/** People who came by import, by kind, at most so many of each, each with a session of theirs. */
export async function signedIn(
  { door, database, schoolId }: World,
  table: "learners" | "educators",
  most: number,
): Promise<(PersonKey & { secret: string })[]> {
  const sql = postgres({ ...database.admin, max: 1 });
  const ids =
    table === "learners"
      ? await sql`select learner_id as id from learners where school_id = ${schoolId} and import_id is not null order by learner_id limit ${most}`
      : await sql`select educator_id as id from educators where school_id = ${schoolId} and import_id is not null order by educator_id limit ${most}`;
  await sql.end();
  const keys = ids.map(({ id }) => ({ schoolId, personId: String(id) }));
  return door.asSteward(async (tx) => {
    const people = [];
    for (const key of keys) people.push({ ...key, secret: await openSession(tx, key, "benchmark") });
    return people;
  });
}
