// What a school opens each day, by 100 people at once: a calendar, a learner's home, the desk.
import { setTimeout as pause } from "node:timers/promises";
import { performance } from "node:perf_hooks";
import { byHand, ok } from "../help/matches.ts";
import { later, propose } from "../help/meetings.ts";
import { inForce } from "../help/relationships.ts";
import type { World } from "../help/world.ts";
import { machine, percentile } from "./cpu.ts";
import { type Child, child, sent } from "./load.ts";
import { openSchool, schoolSize, signedIn } from "./school.ts";
import type { Section } from "./section.ts";

const users = 100;
const seconds = Number(process.env.CHIRON_BENCH_SECONDS ?? 60);
/** Between two requests of one person, in milliseconds: spread evenly from nothing to this. */
const readingMost = 6000;
const askedMs = 50;
const meetingsEach = 20;

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
  served.process.disconnect();
  return {
    title: "Each day",
    command: "npm run bench -- daily",
    about:
      `${users} people of a matched school of ${schoolSize.learners} learners for ${seconds} s: 45 read their home, 45 calendar programs read a calendar, and 10 sit at the desk; each asks again 0 to ${readingMost / 1000} s after an answer. ` +
      `Time from sending the request to the answer's last byte; the load comes from the same computer and takes its share of it. An answer other than 200 ends the run. ${machine()}.`,
    columns: ["What", "Answers", "Median", "95 of 100 within", "Asked"],
    rows: [...took].map(([kind, times]) => [
      kind,
      String(times.length),
      `${percentile(times, 0.5).toFixed(0)} ms`,
      `${percentile(times, 0.95).toFixed(0)} ms`,
      `${askedMs} ms`,
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

async function live({ port }: Child, asked: Asked, duration: number, took: Map<string, number[]>): Promise<void> {
  const end = performance.now() + duration * 1000;
  for (;;) {
    await pause(Math.random() * readingMost);
    if (performance.now() > end) return;
    const { kind, path, secret } = asked;
    const start = performance.now();
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, secret ? sent(secret, "GET", undefined) : {});
    const text = await reply.text();
    if (reply.status !== 200) throw new Error(`${path}: ${text}`);
    const times = took.get(kind) ?? [];
    took.set(kind, times);
    times.push(performance.now() - start);
  }
}
