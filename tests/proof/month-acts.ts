// What people do in the simulated month, and what the oracle is told of it: that it happened, never what the outbox made
// of it.
import { timeOf } from "../help/meetings.ts";
import { answer, ok, pairsOf, run } from "../help/matches.ts";
import { brought, end, sign } from "../help/relationships.ts";
import { halfHourMs, meetingOf, propose, secretWord, type Step } from "./month-meetings.ts";
import type { Kind } from "./month-oracle.ts";
import { dayMs, type Pair, type School } from "./month-school.ts";

export interface Acting {
  /** Whatever people do at this half hour; how many acts it were. */
  act(): Promise<number>;
}

export function actsOf(school: School, begins: number): Acting {
  const steps = [
    ...school.meeting.flatMap((pair) => [meetingOf(school, pair), requestsOf(school, pair)]),
    ...school.silent.map((pair, at) => silenceOf(school, pair, at % 3, begins)),
    ...school.beginning.map((pair, at) => beginningOf(school, pair, begins + (at * 14 + 9) * 2 * halfHourMs)),
    officeOf(school),
    proposalsOf(school, begins),
  ];
  return {
    async act() {
      let acts = 0;
      for (const step of steps) if (await step()) acts++;
      return acts;
    },
  };
}

const ofRequests: Kind[] = ["request", "office-request", "request-news"];

function requestsOf(school: School, { learner, educator, program }: Pair): Step {
  const { world, oracle, chance, time } = school;
  let open: { id: string; replied: boolean } | null = null;
  const news = (id: string): void =>
    oracle.tell(learner, { kind: "request-news", about: id, due: time.now(), path: `/requests/${id}` });
  return async () => {
    const luck = chance();
    if (luck > 0.02) return false;
    if (open === null) {
      open = { id: await send(school, learner, program, educator), replied: false };
      oracle.tell(educator, { kind: "request", about: open.id, due: time.now(), path: `/requests/${open.id}` });
      return true;
    }
    if (!open.replied && luck < 0.01) {
      ok(await world.ask(educator, "POST", `/requests/${open.id}/reply`, { words: `About ${secretWord}` }));
      open.replied = true;
      news(open.id);
      return true;
    }
    const who = luck < 0.013 ? learner : educator;
    ok(await world.ask(who, "POST", `/requests/${open.id}/closing`));
    oracle.settle(open.id, ofRequests);
    if (who === educator) news(open.id);
    open = null;
    return true;
  };
}

async function send({ world }: School, learner: string, program: string, reader: string | null): Promise<string> {
  const readerId = reader === null ? null : world.people[reader]!.personId;
  return ok(await world.ask(learner, "POST", "/requests", { program, words: `I think of ${secretWord}`, readerId }))
    .requestId;
}

/** A learner without an educator asks the office, which says when it is done. */
function officeOf(school: School): Step {
  const { world, oracle, chance, time, alone } = school;
  let open: string | null = null;
  return async () => {
    if (chance() > 0.02) return false;
    if (open === null) {
      open = await send(school, alone, "coaching", null);
      oracle.tell("marisol", { kind: "office-request", about: open, due: time.now(), path: `/requests/${open}` });
      return true;
    }
    ok(await world.ask("marisol", "POST", `/requests/${open}/closing`));
    oracle.settle(open, ofRequests);
    oracle.tell(alone, { kind: "request-news", about: open, due: time.now(), path: `/requests/${open}` });
    open = null;
    return true;
  };
}

/** Two who have not met for long: they go on so, say that they met, or plan to. */
function silenceOf(school: School, pair: Pair, what: number, begins: number): Step {
  const { world, oracle, time } = school;
  const days = 1 + Math.floor(school.silent.indexOf(pair) / 3) * 2;
  const due = oracle.civilInstant(begins, days, "08:00");
  let isStill = true;
  for (const who of [pair.learner, pair.educator])
    oracle.tell(who, {
      kind: "meeting-silent",
      about: pair.id,
      due,
      path: `/meetings/${pair.id}`,
      isStill: () => isStill,
    });
  return async () => {
    if (what === 0 || time.now() !== begins + 20 * halfHourMs) return false;
    isStill = false;
    if (what === 1) {
      const start = new Date(time.now() - 2 * halfHourMs).toISOString();
      ok(await world.ask(pair.educator, "POST", `/relationships/${pair.id}/meetings/record`, timeOf(start)));
      oracle.settle(pair.id, ["meeting-silent"]);
    } else await propose(school, pair, time.now() + 45 * dayMs);
    return true;
  };
}

/** Brought in, signed by one, by the other, and ended: a day or so lies between. */
function beginningOf({ world, oracle, time }: School, pair: Pair, first: number): Step {
  const { learner, educator } = pair;
  const tell = (who: string, kind: Kind, path = `/agreements/${pair.id}`): void =>
    oracle.tell(who, { kind, about: pair.id, due: time.now(), path });
  const signed = async (who: string): Promise<void> => {
    ok(await sign(world, who, pair.id));
    oracle.settle(pair.id, ["signature"], who);
  };
  const acts: [hours: number, act: () => Promise<void>][] = [
    [
      0,
      async () => {
        pair.id = await brought(world, learner, educator, pair.program);
        for (const who of [learner, educator]) tell(who, "signature");
      },
    ],
    [11, () => signed(learner)],
    [
      26,
      async () => {
        await signed(educator);
        // Nobody is told of what they did themselves.
        tell(learner, "in-force");
      },
    ],
    [
      31,
      async () => {
        ok(await end(world, learner, pair.id));
        oracle.settle(pair.id, ["signature", "in-force"]);
        tell(educator, "ended", "/");
      },
    ],
  ];
  return async () => {
    const due = acts.find(([hours]) => first + hours * 2 * halfHourMs === time.now());
    await due?.[1]();
    return due !== undefined;
  };
}

/** On the first day mentors are proposed, to be answered by the fifth; some answer, none of them both. */
function proposalsOf({ world, oracle, time, chance }: School, begins: number): Step {
  const both: Kind[] = ["proposal", "proposal-reminder"];
  let asked: { runId: string; pairs: [learner: string, educator: string][] } | null = null;
  const approve = async (): Promise<boolean> => {
    const { runId } = await run(world, "mentoring");
    const answerBy = new Date(begins + 4.5 * dayMs).toISOString().slice(0, 10);
    ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy }));
    asked = { runId, pairs: Object.entries(await pairsOf(world, runId)) };
    const reminder = oracle.civilInstant(begins, 2, "08:00");
    for (const [learner, educator] of asked.pairs)
      for (const who of [learner, educator]) {
        const told = { about: `${runId} ${learner}`, path: "/proposals" };
        oracle.tell(who, { kind: "proposal", due: time.now(), ...told });
        oracle.tell(who, { kind: "proposal-reminder", due: reminder, ...told });
      }
    return true;
  };
  return async () => {
    if (asked === null) return time.now() === begins + 20 * halfHourMs && approve();
    if (asked.pairs.length === 0 || chance() > 0.15 || time.now() > begins + 3 * dayMs) return false;
    const [learner, educator] = asked.pairs.pop()!;
    const about = `${asked.runId} ${learner}`;
    if (chance() < 0.5) {
      ok(await answer(world, learner, asked.runId, learner, { answer: "decline", reason: "no time now" }));
      oracle.settle(about, both);
    } else {
      ok(await answer(world, educator, asked.runId, learner, { answer: "accept" }));
      oracle.settle(about, both, educator);
    }
    return true;
  };
}
