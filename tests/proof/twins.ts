// Twin worlds: two copies of one school that differ in a single secret must give whoever may not know it the same bytes, on
// every address: lists, single records, searches, exports, refusals, headers.
import postgres from "postgres";
import { pino } from "pino";
import { openDoor } from "../../src/db/door.ts";
import { appOf } from "../../src/http/app.ts";
import { routes } from "../../src/http/routes.ts";
import { byHand } from "../help/matches.ts";
import { bodyIn, type World } from "../help/world.ts";
import { openPairWorld, type PairWorld } from "./pair-world.ts";
import { probesOf } from "./probes.ts";
import type { Secret } from "./secret.ts";
import { secrets } from "./secrets.ts";
import { type Asker, askers } from "./specification.ts";

export interface TwinReport {
  secrets: number;
  askers: number;
  answers: number;
  differences: number;
}

type Transcript = Map<string, string>;

/** A school of which copies are made, and the moment since when nothing happens in itself. */
interface Twins {
  original: PairWorld;
  who: readonly Asker[];
  sealedAt: number;
}

/** A part of the secrets by name, a part of the askers, and something to be spoilt in the school before it is copied. */
interface Part {
  only?: readonly string[];
  who?: readonly Asker[];
  spoilt?: string;
}

/** Each difference as a sentence, through `tell`. */
export async function tryTwins(
  tell: (difference: string) => void,
  { only, who = askers, spoilt }: Part = {},
): Promise<TwinReport> {
  const report: TwinReport = { secrets: 0, askers: 0, answers: 0, differences: 0 };
  for (const state of new Set(secrets.map((secret) => secret.state))) {
    const wanted = secrets.filter((secret) => secret.state === state && (only?.includes(secret.name) ?? true));
    if (wanted.length === 0) continue;
    const original = await openPairWorld(state);
    if (spoilt !== undefined) await byHand(original.world, (admin) => admin.unsafe(spoilt).simple());
    await original.world.door.close();
    const twins: Twins = { original, who, sealedAt: Date.now() };
    for (const secret of wanted) await trySecret(twins, secret, report, tell);
  }
  return report;
}

async function trySecret(twins: Twins, secret: Secret, report: TwinReport, tell: (difference: string) => void) {
  const kept = twins.who.filter((asker) => !secret.knows.includes(asker));
  const left = await transcriptsIn(twins, kept, secret.left);
  const right = await transcriptsIn(twins, kept, secret.right);
  report.secrets++;
  for (const asker of kept) {
    report.askers++;
    for (const [probe, said] of left.get(asker)!) {
      report.answers++;
      const other = right.get(asker)!.get(probe) ?? "";
      if (said === other || withoutNewIds(said, other) === withoutNewIds(other, said)) continue;
      report.differences++;
      tell(`${secret.name}: ${asker} is told by ${probe}\n    ${firstDifference(said, other)}`);
    }
  }
}

/** What everybody is answered in a copy in which `happens` has happened. */
async function transcriptsIn(
  { original, sealedAt }: Twins,
  who: readonly Asker[],
  happens: Secret["right"] | undefined,
): Promise<Map<Asker, Transcript>> {
  const { pair, close } = await copyOf(original);
  try {
    await happens?.(pair);
    const transcripts = new Map<Asker, Transcript>();
    for (const asker of who) transcripts.set(asker, await transcriptOf(pair, asker, sealedAt));
    return transcripts;
  } finally {
    await close();
  }
}

async function transcriptOf(pair: PairWorld, asker: Asker, sealedAt: number): Promise<Transcript> {
  const transcript: Transcript = new Map();
  for (const { method, path, body } of probesOf(pair, asker)) {
    const reply = await pair.world.ask(pair.who[asker], method, path, body);
    const said = JSON.stringify(reply.body);
    const steady = withoutNow(said, sealedAt);
    // A tag is made of the body's bytes, so it may differ only where the moment of the answer stands in them.
    const tag = said === steady ? reply.headers.get("etag") : null;
    const headers = [...reply.headers].filter(([name]) => name !== "etag" && name !== "x-request-id");
    transcript.set(`${method} ${path}`, JSON.stringify([reply.status, headers, tag, steady]));
  }
  return transcript;
}

/**
 * Instants since the copies were made differ between any two runs, so they are no answer about anybody; nor does the sealed
 * mark of a page on which such an instant stands, since it is made of its last row. That there is a next page counts.
 */
function withoutNow(text: string, sealedAt: number): string {
  const steady = text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, (instant) =>
    Date.parse(instant) >= sealedAt ? "now" : instant,
  );
  return steady === text ? text : steady.replace(/"next":"[^"]+"/g, '"next":"now"');
}

/** Ids are random: those that only one copy knows stand for "a new row", in the order in which they appear. */
function withoutNewIds(text: string, other: string): string {
  const names = new Map<string, string>();
  return text.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
    if (other.includes(id)) return id;
    if (!names.has(id)) names.set(id, `new ${names.size + 1}`);
    return names.get(id)!;
  });
}

/** A copy of the database as it was, with a server of its own in front. */
async function copyOf({ world, ...rest }: PairWorld): Promise<{ pair: PairWorld; close(): Promise<void> }> {
  const { admin, login } = world.database;
  const name = `twin_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(admin, `create database ${name} template ${String(admin.database)}`);
  const door = await openDoor({ ...login, database: name, max: 4 }, world.database.stewardKey);
  const database = { ...world.database, admin: { ...admin, database: name }, login: { ...login, database: name } };
  const app = appOf({ door, log: pino({ level: "silent" }), routes, webFolder: "dist/web" });
  const ask: World["ask"] = async (who, method, path, body, headers = {}) => {
    const sent = { ...headers, ...(who === null ? {} : { authorization: `Bearer ${world.people[who]!.secret}` }) };
    const response = await app.request(`/api${path}`, {
      method,
      headers: body === undefined ? sent : { ...sent, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: bodyIn(response, text), headers: response.headers };
  };
  return {
    pair: { ...rest, world: { ...world, database, door, ask } },
    close: async () => {
      await door.close();
      await onServer(admin, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(admin: World["database"]["admin"], statement: string): Promise<void> {
  const sql = postgres({ ...admin, database: "postgres", max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `${around(one)}\n    ${around(other)}`;
}
