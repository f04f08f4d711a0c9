// Handlers of the coordinator's desk.
import { addDays } from "../core/shapes.ts";
import { type Route, serve } from "../http/serve.ts";
import { getAwaited, getDesk } from "./coordinator-contract.ts";
import { linesOf, rostersReadAt } from "./coordinator-store.ts";
import { fits, queues, soonestFirst, summaryOf, wordsAmong } from "./queue.ts";
import { apart } from "./snooze.ts";
import { awaitedOf } from "./run-lines-store.ts";
import { ownSnoozes } from "./snooze-store.ts";
import { aheadOf } from "./wall-lines-store.ts";

const soonDays = 14;

export const coordinatorRoutes: Route[] = [
  serve(getDesk, async ({ tx, me, query: { most, ...filters } }) => {
    const [found, snoozes, ahead, readAt] = await Promise.all([
      linesOf(tx, me),
      ownSnoozes(tx, me),
      aheadOf(tx, me),
      rostersReadAt(tx, me),
    ]);
    const { here: lines, snoozed } = apart(soonestFirst(found), snoozes, me.today);
    const fitting = lines.filter((line) => fits(line, filters, me.today));
    return {
      today: me.today,
      queues: summaryOf(lines, filters, me.today, addDays(me.today, soonDays)),
      lines: queues.flatMap((queue) => fitting.filter((line) => line.queue === queue).slice(0, most)),
      snoozed,
      phases: wordsAmong(lines, "phase"),
      campuses: wordsAmong(lines, "campus"),
      ...ahead,
      rostersReadAt: readAt,
    };
  }),

  serve(getAwaited, async ({ tx, me, query: { runs } }) => ({ addresses: await awaitedOf(tx, me, runs) })),
];
