// How a pair of the simulated month meets: they propose, confirm, move, cancel, and say whether it took place, or do not.
import { timeOf } from "../help/meetings.ts";
import { ok } from "../help/matches.ts";
import type { Kind } from "./month-oracle.ts";
import { dayMs, type Pair, type School } from "./month-school.ts";

/** What no mail may hold, though people wrote it. */
export const secretWord = "violetta";
export const halfHourMs = 1_800_000;
const minutes = 45;

/** What may happen at a half hour; whether it did. */
export type Step = () => Promise<boolean>;

interface Planned {
  meetingId: string;
  acts: number;
  state: "proposed" | "confirmed";
  proposer: string;
  start: number;
  sequence: number;
}

const either = (school: School, { learner, educator }: Pair) => (school.chance() < 0.5 ? learner : educator);
const seenAs: Kind[] = ["meeting", "meeting-reminder", "meeting-log"];

export function meetingOf(school: School, pair: Pair): Step {
  const { world, chance, time } = school;
  let planned: Planned | null = null;
  const tried: Record<string, () => Promise<void>> = {
    propose: async () => {
      planned = await propose(school, pair, time.now() + Math.ceil(chance() * 10 * 48) * halfHourMs);
    },
    confirm: async () => {
      const who = planned!.proposer === pair.learner ? pair.educator : pair.learner;
      await change(school, pair, planned!, who, "confirmation");
    },
    move: () => {
      const start = time.now() + Math.ceil(chance() * 6 * 48) * halfHourMs;
      return change(school, pair, planned!, either(school, pair), "move", start);
    },
    cancel: async () => {
      await change(school, pair, planned!, either(school, pair), "cancellation");
      planned = null;
    },
    log: async () => {
      const { meetingId, acts } = planned!;
      const held = chance() < 0.8;
      const told = held ? { held, minutes, nextStep: `Think of ${secretWord}` } : { held };
      ok(await world.ask(either(school, pair), "POST", `/meetings/${meetingId}/log`, { acts, ...told }));
      school.oracle.settle(meetingId, seenAs);
      planned = null;
    },
  };
  return async () => {
    if (planned !== null && isForgotten(planned, time.now())) planned = null;
    const next = nextOf(planned, time.now(), chance());
    if (next === null) return false;
    await tried[next]!();
    return true;
  };
}

/** Whether nothing can come of it any more, or nobody says whether it took place. */
function isForgotten({ state, start }: Planned, now: number): boolean {
  return state === "proposed" ? start <= now + halfHourMs : now > start + 3 * dayMs;
}

function nextOf(planned: Planned | null, now: number, chance: number): string | null {
  if (planned === null) return chance < 0.03 ? "propose" : null;
  if (planned.start + (minutes + 1) * 60_000 <= now) return chance < 0.012 ? "log" : null;
  if (planned.start <= now + halfHourMs) return null;
  if (planned.state === "proposed" && chance < 0.08) return "confirm";
  if (chance > 0.988) return "move";
  return chance > 0.982 ? "cancel" : null;
}

export async function propose(school: School, pair: Pair, start: number): Promise<Planned> {
  const { world } = school;
  const proposer = either(school, pair);
  const body = timeOf(new Date(start).toISOString(), { place: `https://rooms.example.edu/${secretWord}` });
  const { meetingId } = ok(await world.ask(proposer, "POST", `/relationships/${pair.id}/meetings`, body));
  const lines = [`Talk of ${secretWord}`];
  const { acts } = ok(await world.ask(proposer, "POST", `/meetings/${meetingId}/agenda`, { lines }));
  tellBoth(school, pair, meetingId, "TENTATIVE", 0);
  return { meetingId, acts, state: "proposed", proposer, start, sequence: 0 };
}

async function change(
  { world, ...school }: School,
  pair: Pair,
  planned: Planned,
  who: string,
  word: "confirmation" | "move" | "cancellation",
  start = planned.start,
): Promise<void> {
  const { meetingId, acts } = planned;
  const body = word === "move" ? timeOf(new Date(start).toISOString()) : {};
  planned.acts = ok(await world.ask(who, "POST", `/meetings/${meetingId}/${word}`, { acts, ...body })).acts;
  if (word !== "confirmation") planned.sequence++;
  Object.assign(planned, { start, proposer: word === "move" ? who : planned.proposer });
  planned.state = word === "confirmation" ? "confirmed" : "proposed";
  const status = { confirmation: "CONFIRMED", move: "TENTATIVE", cancellation: "CANCELLED" }[word];
  tellBoth({ world, ...school }, pair, meetingId, status, planned.sequence);
  if (word !== "confirmation") return;
  const told = { about: meetingId, path: "/meetings" };
  for (const one of [pair.learner, pair.educator]) {
    if (start > school.time.now() + 2 * dayMs)
      school.oracle.tell(one, { kind: "meeting-reminder", due: start - 2 * dayMs, ...told });
    school.oracle.tell(one, { kind: "meeting-log", due: start + minutes * 60_000 + dayMs, ...told });
  }
}

/** The calendars of both follow, whoever of them did it; what an earlier mail would have said is no longer so. */
function tellBoth({ oracle, time }: School, pair: Pair, meetingId: string, status: string, sequence: number): void {
  oracle.settle(meetingId, seenAs);
  const told = { kind: "meeting", about: meetingId, due: time.now(), path: "/meetings" } as const;
  for (const who of [pair.learner, pair.educator])
    oracle.tell(who, { ...told, entry: `${meetingId} ${status} ${sequence}` });
}
