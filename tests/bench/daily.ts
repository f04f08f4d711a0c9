// What a school opens each day, by 100 people at once: a calendar, a learner's home, the desk.
import { setTimeout as pause } from "node:timers/promises";
import { performance } from "node:perf_hooks";
import { byHand, ok } from "../help/matches.ts";
import { later, propose } from "../help/meetings.ts";
import { inForce } from "../help/relationships.ts";
import type { World } from "../help/world.ts";
import { keepsBooks, machine, percentile, usedByCluster } from "./cpu.ts";
import { type Child, child, sent } from "./load.ts";
import { openSchool, schoolSize, signedIn } from "./school.ts";
import type { Section } from "./section.ts";

const users = 100;
const seconds = Number(process.env.CHIRON_BENCH_SECONDS ?? 60);
/** Between two requests of one person, in milliseconds: spread evenly from nothing to this. */
const readingMost = 6000;
const askedMs = 50;
const meetingsEach = 20;
const aloneTimes = 40;

interface Asked {
  kind: string;
  path: string;
  secret?: string;
}

export async function benchDaily(): Promise<Section> {
  const world = await openSchool({ isMatched: true });
  const people = await peopleOf(world);
  const served = await child("served.ts", { ...world.database, connections: 10 });
  await Promise.all(people.map((asked) => live(served, asked, 5, new Map())));
  const took = new Map<string, number[]>();
  await Promise.all(people.map((asked) => live(served, asked, seconds, took)));
  const machineThen = machine();
  const database = await databaseOf(world, served, people);
  served.process.disconnect();
  return {
    title: "Each day",
    command: "npm run bench -- daily",
    about:
      `${users} people of a matched school of ${schoolSize.learners} learners for ${seconds} s: 45 read their home, 45 calendar programs read a calendar, and 10 sit at the desk; each asks again 0 to ${readingMost / 1000} s after an answer. ` +
      `Time from sending the request to the answer's last byte; the load comes from the same computer and takes its share of it. An answer other than 200 ends the run. *Database* is the processor time of PostgreSQL for one request, of ${aloneTimes} one after another, which changes far less than time with what else the computer does. ${machineThen}.`,
    columns: ["What", "Answers", "Median", "95 of 100 within", "Asked", "Database"],
    rows: [...took].map(([kind, seen]) => [
      kind,
      String(seen.length),
      `${percentile(seen, 0.5).toFixed(0)} ms`,
      `${percentile(seen, 0.95).toFixed(0)} ms`,
      `${askedMs} ms`,
      database.get(kind) ?? "",
    ]),
  };
}

/** 45 learners who came by import, 45 calendars of 16 people, and the coordinator ten times. */
async function peopleOf(world: World): Promise<Asked[]> {
  const learners = await signedIn(world, "learners", 45);
  const homes = learners.map(({ secret }) => ({ kind: "a learner's home", path: "/api/home/learner", secret }));
  const addresses = await calendars(world);
  await byHand(world, (admin) => admin`vacuum analyze`);
  const kind = `a calendar of ${meetingsEach} meetings`;
  const feeds = Array.from({ length: 45 }, (_, at) => ({ kind, path: addresses[at % addresses.length]! }));
  const desk = { kind: "the desk", path: "/api/desk", secret: world.people.marisol!.secret };
  return [...homes, ...feeds, ...Array.from({ length: 10 }, () => desk)];
}

async function calendars(world: World): Promise<string[]> {
  const paths: string[] = [];
  for (let pair = 0; pair < 8; pair++) {
    const [learner, educator] = [`learner${pair}`, `educator${pair}`];
    await world.addLearner(learner);
    await world.addEducator(educator);
    const id = await inForce(world, learner, educator);
    for (let day = 1; day <= meetingsEach; day++) {
      const { meetingId, acts } = ok(await propose(world, learner, id, later(24 * day)));
      ok(await world.ask(educator, "POST", `/meetings/${meetingId}/confirmation`, { acts }));
    }
    for (const who of [learner, educator]) paths.push(ok(await world.ask(who, "POST", "/me/calendar")).path);
  }
  return paths;
}

/** By kind, what PostgreSQL's processes use for one request; empty where the system keeps no such books. */
async function databaseOf(world: World, served: Child, people: Asked[]): Promise<Map<string, string>> {
  if (!keepsBooks) return new Map();
  const first = new Map(people.map((asked) => [asked.kind, asked]));
  const found = new Map<string, string>();
  await byHand(world, async (admin) => {
    const [{ pid }] = (await admin`select pg_backend_pid() as pid`) as unknown as [{ pid: number }];
    for (const [kind, asked] of first) {
      await times(10, () => answered(served, asked));
      const before = usedByCluster(pid);
      await times(aloneTimes, () => answered(served, asked));
      found.set(kind, `${((usedByCluster(pid) - before) / 1e6 / aloneTimes).toFixed(1)} ms`);
    }
  });
  return found;
}

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let nth = 0; nth < count; nth++) await work();
}

async function answered({ port }: Child, { path, secret }: Asked): Promise<void> {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, secret ? sent(secret, "GET", undefined) : {});
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`${path}: ${text}`);
}

async function live(served: Child, asked: Asked, duration: number, took: Map<string, number[]>): Promise<void> {
  const end = performance.now() + duration * 1000;
  for (;;) {
    await pause(Math.random() * readingMost);
    if (performance.now() > end) return;
    const { kind } = asked;
    const start = performance.now();
    await answered(served, asked);
    const seen = took.get(kind) ?? [];
    took.set(kind, seen);
    seen.push(performance.now() - start);
  }
}
