// The handler of the coordinator's desk.
import { addDays } from "../core/shapes.ts";
import { type Route, serve } from "../http/serve.ts";
import { getDesk } from "./coordinator-contract.ts";
import { linesOf, rostersReadAt } from "./coordinator-store.ts";
import { fits, queues, soonestFirst, summaryOf, wordsAmong } from "./queue.ts";
import { apart } from "./snooze.ts";
import { ownSnoozes } from "./snooze-store.ts";
import { aheadOf } from "./wall-lines-store.ts";

const soonDays = 14;

export const coordinatorRoutes: Route[] = [
  serve(getDesk, async ({ tx, me, query: { most, ...filters } }) => {
    const [found, snoozes] = await Promise.all([linesOf(tx, me), ownSnoozes(tx, me)]);
    const { here: lines, snoozed } = apart(soonestFirst(found), snoozes, me.today);
    const fitting = lines.filter((line) => fits(line, filters, me.today));
    return {
      today: me.today,
      queues: summaryOf(lines, filters, me.today, addDays(me.today, soonDays)),
      lines: queues.flatMap((queue) => fitting.filter((line) => line.queue === queue).slice(0, most)),
      snoozed,
      phases: wordsAmong(lines, "phase"),
      campuses: wordsAmong(lines, "campus"),
      ...(await aheadOf(tx, me)),
      rostersReadAt: await rostersReadAt(tx, me),
    };
  }),
];
