// Three `serve` processes on one database, each with a mail server of its own, so that it is seen who sent what.
import { timeOf as bodyOf } from "../help/meetings.ts";
import { ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { openWorld, type World } from "../help/world.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { signOf } from "./month-oracle.ts";
import { serveOn, stopClocks, timeOf } from "./simulated.ts";

export interface ThreeReport {
  people: number;
  /** How many were reminded two days ahead, and how many asked a day after. */
  reminded: number;
  asked: number;
  /** Messages to somebody who had the same one already. */
  twice: number;
  /** People to whom one of the two never came. */
  missing: number;
  /** How many messages the server sent that sent fewest. */
  leastOfOne: number;
}

const hourMs = 3_600_000;
/** A noon, which is in nobody's quiet hours. */
const noon = Date.parse("2026-10-05T16:00:00Z");

export async function remindByThree(people: number): Promise<ThreeReport> {
  stopClocks(noon);
  const world = await openWorld("three");
  const time = await timeOf(world.database);
  await time.at(noon);
  const names = await arrangeAll(world, people / 2);
  const boxes = await Promise.all([1, 2, 3].map(openMailbox));
  const servers = boxes.map((box) => serveOn(world.database, box.url));
  const rest = () => Promise.all(servers.map((server) => server.rested()));
  try {
    await rest();
    boxes.forEach((box) => box.taken.splice(0));
    // Noon of the second day before, and two days after it began.
    await time.at(noon + 48 * hourMs);
    await rest();
    await time.at(noon + 6 * 24 * hourMs);
    await rest();
    return report(names, boxes);
  } finally {
    for (const server of servers) server.kill();
    await Promise.all(servers.map(({ ended }) => ended));
    await Promise.all(boxes.map((box) => box.close()));
    await time.end();
    await world.door.close();
  }
}

/** So many pairs, each with a meeting in four days that both said yes to. */
async function arrangeAll(world: World, pairs: number): Promise<string[]> {
  const start = new Date(noon + 4 * 24 * hourMs).toISOString();
  const names: string[] = [];
  for (let at = 0; at < pairs; at++) {
    const [learner, educator] = [`learner${at}`, `educator${at}`];
    await world.addLearner(learner);
    await world.addEducator(educator);
    const id = await inForce(world, learner, educator);
    const proposed = ok(await world.ask(learner, "POST", `/relationships/${id}/meetings`, bodyOf(start)));
    const { meetingId, acts } = proposed;
    ok(await world.ask(educator, "POST", `/meetings/${meetingId}/confirmation`, { acts }));
    names.push(learner, educator);
  }
  return names;
}

function report(names: string[], boxes: Mailbox[]): ThreeReport {
  const signs = boxes.flatMap(({ taken }) => taken.map(signOf));
  const had = (sign: (name: string) => string) => names.filter((name) => signs.includes(sign(name))).length;
  const reminded = had((name) => `${name}: daily meeting-reminder /meetings`);
  const asked = had((name) => `${name}: meeting-log /meetings`);
  return {
    people: names.length,
    reminded,
    asked,
    twice: signs.length - new Set(signs).size,
    missing: 2 * names.length - reminded - asked,
    leastOfOne: Math.min(...boxes.map(({ taken }) => taken.length)),
  };
}
