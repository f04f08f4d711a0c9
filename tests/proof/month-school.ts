// The school of the simulated month: pairs that meet, that fall silent and that begin, each person in one of them, and
// what each chose to be mailed about. Everything is seeded.
import { openSession } from "../../src/people/steward-store.ts";
import { ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { openWorld, type World } from "../help/world.ts";
import type { Kind, Oracle } from "./month-oracle.ts";
import type { Time } from "./simulated.ts";

export const dayMs = 86_400_000;
const hourMs = 3_600_000;

export type Program = "advising" | "coaching" | "mentoring";

export interface Pair {
  learner: string;
  educator: string;
  program: Program;
  /** None before it begins. */
  id: string;
}

export interface School {
  world: World;
  oracle: Oracle;
  time: Time;
  meeting: Pair[];
  silent: Pair[];
  beginning: Pair[];
  /** A learner whom nobody guides. */
  alone: string;
  /** From 0 to below 1, the same in each run. */
  chance(): number;
}

const programs: Program[] = ["advising", "coaching", "mentoring"];
/** Coaching meets every 90 days; 15 more are its grace, and on the next day it is silence. */
const silentDays = 106;

export async function openSchool(time: Time, world: World, oracle: Oracle, begins: number): Promise<School> {
  const pairs = { meeting: 9, silent: 9, beginning: 4 };
  const school: School = {
    world,
    oracle,
    time,
    meeting: [],
    silent: [],
    beginning: [],
    alone: "solveig",
    chance: seeded(7),
  };
  await world.addLearner(school.alone);
  for (const [role, many] of Object.entries(pairs) as [keyof typeof pairs, number][])
    for (let at = 0; at < many; at++) {
      const [learner, educator] = [`zelda${role}${at}`, `orson${role}${at}`];
      await world.addLearner(learner);
      // Whoever begins as a coach is nobody's proposed mentor, since the one would withdraw the other.
      await world.addEducator(educator, { advising: 3, coaching: 3, mentoring: role === "beginning" ? 0 : 3 });
      const program = role === "meeting" ? programs[at % 3]! : "coaching";
      school[role].push({ learner, educator, program, id: "" });
    }
  for (const [at, pair] of school.silent.entries()) {
    // Their silence begins on the second, third or fourth day and so on.
    await moveTo(school, begins + (1 + Math.floor(at / 3) * 2 - silentDays) * dayMs + 12 * hourMs);
    pair.id = await inForce(world, pair.learner, pair.educator, pair.program);
  }
  // Long enough ago that no mail of it is news any more.
  await moveTo(school, begins - 16 * dayMs);
  for (const pair of school.meeting) pair.id = await inForce(world, pair.learner, pair.educator, pair.program);
  await moveTo(school, begins - 1000);
  await choose(school);
  return school;
}

/** Sessions end by themselves; whoever acts signs in anew. */
export async function signInAgain({ world }: School): Promise<void> {
  for (const person of Object.values(world.people))
    person.secret = await world.door.asSteward((tx) => openSession(tx, person, "test"));
}

async function moveTo(school: School, instant: number): Promise<void> {
  await school.time.at(instant);
  await signInAgain(school);
}

const ways: [Kind, "at once" | "digest" | "off", number][] = [
  ["meeting-log", "off", 0.25],
  ["meeting", "digest", 0.2],
  ["meeting-reminder", "at once", 0.2],
  ["meeting-reminder", "off", 0.15],
  ["proposal-reminder", "off", 0.2],
  ["proposal", "digest", 0.2],
];
const hours = [
  { quietFrom: "22:00", quietUntil: "06:00", digestAt: "18:00" },
  { quietFrom: "12:30", quietUntil: "14:00", digestAt: "23:30" },
  { quietFrom: "16:00", quietUntil: "09:30", digestAt: "10:00" },
  { quietFrom: "00:00", quietUntil: "00:00", digestAt: "03:00" },
];

async function choose({ world, oracle, chance, ...pairs }: School): Promise<void> {
  for (const { learner, educator } of [...pairs.meeting, ...pairs.silent, ...pairs.beginning])
    for (const who of [learner, educator]) {
      for (const [kind, how, share] of ways)
        if (chance() < share) {
          ok(await world.ask(who, "PUT", `/account/mail/${kind}`, { how }));
          oracle.choose(who, kind, how);
        }
      const own = chance() < 0.4 ? hours[Math.floor(chance() * hours.length)] : undefined;
      if (own === undefined) continue;
      ok(await world.ask(who, "PUT", "/account/mail", own));
      oracle.keepHours(who, own);
    }
}

export const openMonthWorld = (): Promise<World> => openWorld("month");

/** A generator of its own, so that a run can be had again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
