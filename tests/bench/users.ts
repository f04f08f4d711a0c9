// Many people at once: each looks, reads for a while, looks again, and now and then writes.
import { setTimeout as pause } from "node:timers/promises";
import { performance } from "node:perf_hooks";
import type { World } from "../help/world.ts";
import { machine, percentile } from "./cpu.ts";
import { type Child, child, sent } from "./load.ts";
import { openSchool, signedIn } from "./school.ts";
import type { Section } from "./section.ts";

const users = 500;
const seconds = Number(process.env.CHIRON_BENCH_SECONDS ?? 60);
/** Between two requests of one person, in milliseconds: spread evenly from nothing to this. */
const readingMost = 3000;

interface Step {
  kind: string;
  secret: string;
  method: string;
  path: string;
  body?: unknown;
}

type Person = () => Step;

export async function benchUsers(): Promise<Section> {
  const world = await openSchool({ isMatched: true });
  const people = await peopleOf(world);
  const served = await child("served.ts", { ...world.database, connections: 10 });
  await Promise.all(people.slice(0, 50).map((person) => live(served, person, 3, new Map())));
  const took = new Map<string, number[]>();
  await Promise.all(people.map((person) => live(served, person, seconds, took)));
  served.process.disconnect();
  const all = [...took.values()].flat();
  return {
    title: `${users} people at once`,
    command: "npm run bench -- users",
    about:
      `${users} people of a matched school for ${seconds} s: learners, educators and the coordinator's office, each asking again 0 to ${readingMost / 1000} s after an answer. ` +
      "Time from sending the request to the answer's last byte; the load comes from the same computer and takes its share of it. " +
      `An answer other than 200 ends the run. ${machine()}.`,
    columns: ["What", "Answers", "Per second", "Median", "95 of 100 within", "99 of 100 within"],
    rows: [...took].map(([kind, times]) => line(kind, times)).concat([line("all", all)]),
  };
}

function line(kind: string, times: number[]): string[] {
  const within = [0.5, 0.95, 0.99].map((share) => `${Math.round(percentile(times, share))} ms`);
  return [kind, String(times.length), (times.length / seconds).toFixed(1), ...within];
}

/** 400 learners, 95 educators and 5 in the office; what each asks for is drawn anew each time. */
async function peopleOf(world: World): Promise<Person[]> {
  const learners = await signedIn(world, "learners", 400);
  const educators = await signedIn(world, "educators", 95);
  const read = (kind: string, path: string) => ({ kind, method: "GET", path });
  const shared = [read("who am I", "/me"), read("people", "/people?limit=25"), read("proposals", "/proposals")];
  const learning = [...shared, read("learner's home", "/home/learner"), read("where I stand", "/wall/mine")];
  const teaching = [...shared, read("educator's home", "/home/educator"), read("relationships", "/relationships")];
  const office = [
    read("desk", "/desk"),
    read("people", "/people?limit=50"),
    read("relationships", "/relationships?limit=50"),
  ];
  const opened = (personId: string) => read("one person", `/people/${personId}`);
  const paused = (personId: string) => ({
    kind: "terms written",
    method: "PUT",
    path: `/people/${personId}/terms`,
    body: { pausedUntil: null },
  });
  const asked = (secret: string, steps: Omit<Step, "secret">[]): Person => {
    return () => ({ secret, ...steps[Math.floor(Math.random() * steps.length)]! });
  };
  return [
    ...learners.map(({ secret }) => asked(secret, learning)),
    ...educators.map(({ secret, personId }) => asked(secret, [...teaching, paused(personId)])),
    ...learners.slice(0, 5).map(({ personId }, at) => {
      const written = paused(educators[at]!.personId);
      return asked(world.people.marisol!.secret, [...office, opened(personId), written]);
    }),
  ];
}

async function live({ port }: Child, person: Person, duration: number, took: Map<string, number[]>): Promise<void> {
  const end = performance.now() + duration * 1000;
  for (;;) {
    await pause(Math.random() * readingMost);
    if (performance.now() > end) return;
    const { kind, secret, method, path, body } = person();
    const start = performance.now();
    const reply = await fetch(`http://127.0.0.1:${port}/api${path}`, sent(secret, method, body));
    const text = await reply.text();
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${text}`);
    const times = took.get(kind) ?? [];
    took.set(kind, times);
    times.push(performance.now() - start);
  }
}
