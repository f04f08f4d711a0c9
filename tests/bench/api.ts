// What the server adds to the database: its processor time for a request, beside the driver alone that sends the same
// statements in one flight, past all policies.
import { once } from "node:events";
import { pino } from "pino";
import postgres from "postgres";
import { appOf } from "../../src/http/app.ts";
import { routes } from "../../src/http/routes.ts";
import type { World } from "../help/world.ts";
import type { Flight } from "./bare.ts";
import { machine, median, usedBy, usedByCluster } from "./cpu.ts";
import { recorded } from "./recorded.ts";
import { type Case, type Child, child, load, sent } from "./load.ts";
import { openSchool, signedIn } from "./school.ts";
import type { Section } from "./section.ts";

const connections = 8;
const rounds = 5;
const times = 500;
/** Before the first round, so that what is measured is a server that has been up for a while. */
const warmings = 2000;

export async function benchApi(): Promise<Section> {
  const world = await openSchool({ isMatched: true });
  const backend = postgres({ ...world.database.admin, max: 1 });
  const [{ pid }] = (await backend`select pg_backend_pid() as pid`) as unknown as [{ pid: number }];
  const served = await child("served.ts", { ...world.database, connections });
  const bare = await child("bare.ts", { admin: world.database.admin, connections });
  const rows: string[][] = [];
  for (const one of await casesOf(world)) rows.push(await compare(world, one, pid, served, bare));
  for (const { process } of [served, bare]) process.disconnect();
  await backend.end();
  const reached = rows.filter(([, , , ratio, asked]) => Number(ratio) >= Number(asked?.split(" ").at(-1))).length;
  return {
    title: "The API beside the bare driver",
    command: "npm run bench -- api",
    about:
      `Processor time per request, median of ${rounds} rounds of ${times} after ${warmings} to warm up, ${connections} connections; ours and the driver's take turns. ` +
      "*Ours* is the whole server: HTTP, session, policies, checks in both directions, log. *Bare* is the driver of the same version that sends the same statements " +
      "with begin, set_config and commit in one flight, as the owner whom no policy holds, without HTTP. *Bare behind HTTP* sends them from Node's own server, " +
      "once for each request, without session, policies, checks, headers or log: its ratio is the most that a server could reach here. All with PostgreSQL's own time. " +
      `The database's share alone stands beside it: there the policies are. ${reached} of ${rows.length} reach what is asked; where one does not, ` +
      `the difference is HTTP, the question who asks, and what the policies look up for each statement. ${machine()}.`,
    columns: [
      "Request",
      "Ours",
      "Bare",
      "Ratio",
      "Asked",
      "Bare behind HTTP",
      "Its ratio",
      "Ours to it",
      "Database ours",
      "Database bare",
      "Database ratio",
    ],
    rows,
  };
}

async function casesOf(world: World): Promise<Case[]> {
  const { people, ask } = world;
  const learners = (await signedIn(world, "learners", 40)).map(({ secret }) => secret);
  const educators = await signedIn(world, "educators", 40);
  const coordinator = [people.marisol!.secret];
  const relationships: { relationshipId: string }[] = (await ask("marisol", "GET", "/relationships?limit=40")).body
    .items;
  const terms = { pausedUntil: null, effortPercent: 20 };
  const read = (name: string, secrets: string[], ...paths: string[]): Case => {
    return { name, least: name.startsWith("one") ? 0.6 : 0.8, secrets, method: "GET", paths };
  };
  return [
    read("one row: who am I", learners, "/me"),
    read(
      "one row: a relationship",
      coordinator,
      ...relationships.map(({ relationshipId }) => `/relationships/${relationshipId}`),
    ),
    {
      ...read(
        "one row written: an educator's terms",
        coordinator,
        ...educators.map(({ personId }) => `/people/${personId}/terms`),
      ),
      method: "PUT",
      body: terms,
    },
    read("a list of 50: duties", coordinator, "/wall/duties?limit=50"),
    read("a list of 50: stands", coordinator, "/wall/stands?limit=50"),
    read("a list of 50: relationships", coordinator, "/relationships?limit=50"),
    read("a list of 50: people, for a coordinator", coordinator, "/people?limit=50"),
    read("a list of 50: people, for a learner", learners, "/people?limit=50"),
  ];
}

async function compare(world: World, one: Case, backend: number, served: Child, bare: Child): Promise<string[]> {
  const flights = await statementsOf(world, one);
  const secret = one.secrets[0]!;
  const ours = (so = times) => load(served.port, one, { times: so, connections });
  const theirs = async (so = times) => {
    bare.process.send({ secret, flights, times: so });
    await once(bare.process, "message");
  };
  const behindHttp = (so = times) => load(bare.port, one, { times: so, connections });
  const seen = { ours: [] as Used[], bare: [] as Used[], http: [] as Used[] };
  await ours(warmings);
  await theirs(warmings);
  await behindHttp(warmings);
  for (let round = 0; round < rounds; round++) {
    seen.ours.push(await using(ours, served.process.pid!, backend));
    seen.bare.push(await using(theirs, bare.process.pid!, backend));
    seen.http.push(await using(behindHttp, bare.process.pid!, backend));
  }
  const middle = (list: Used[], of: (used: Used) => number) => median(list.map(of)) / times / 1000;
  const whole = [seen.ours, seen.bare, seen.http].map((list) =>
    middle(list, ({ process, database }) => process + database),
  );
  const database = [seen.ours, seen.bare].map((list) => middle(list, (used) => used.database));
  return [
    one.name,
    micro(whole[0]!),
    micro(whole[1]!),
    (whole[1]! / whole[0]!).toFixed(2),
    `at least ${one.least}`,
    micro(whole[2]!),
    (whole[1]! / whole[2]!).toFixed(2),
    (whole[2]! / whole[0]!).toFixed(2),
    ...database.map(micro),
    (database[1]! / database[0]!).toFixed(2),
  ];
}

const micro = (value: number) => `${Math.round(value)} µs`;

/** What the handler of each of these requests sends; the question who asks is the server's own. */
async function statementsOf(world: World, { secrets, method, paths, body }: Case): Promise<Flight[][]> {
  const { door, taken } = recorded(world.door);
  const app = appOf({ door, log: pino({ level: "silent" }), routes, webFolder: "dist/web" });
  const flights: Flight[][] = [];
  for (const path of paths) {
    const reply = await app.request(`/api${path}`, sent(secrets[0]!, method, body));
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${await reply.text()}`);
    flights.push(taken().slice(1));
  }
  return flights;
}

interface Used {
  process: number;
  database: number;
}

async function using(work: () => Promise<void>, pid: number, backend: number): Promise<Used> {
  const before = { process: usedBy(pid), database: usedByCluster(backend) };
  await work();
  return { process: usedBy(pid) - before.process, database: usedByCluster(backend) - before.database };
}
