// The handler of the coordinator's desk.
import { addDays } from "../core/shapes.ts";
import { type Route, serve } from "../http/serve.ts";
import { getDesk } from "./coordinator-contract.ts";
import { aheadOf, linesOf, rostersReadAt } from "./coordinator-store.ts";
import { queues, soonestFirst, summaryOf } from "./queue.ts";

const soonDays = 14;
/** More of one queue than this is no list to work through; the number above it still counts them all. */
const linesMost = 100;

export const coordinatorRoutes: Route[] = [
  serve(getDesk, async ({ tx, me }) => {
    const lines = soonestFirst(await linesOf(tx, me));
    return {
      today: me.today,
      queues: summaryOf(lines, me.today, addDays(me.today, soonDays)),
      lines: queues.flatMap((queue) => lines.filter((line) => line.queue === queue).slice(0, linesMost)),
      ahead: await aheadOf(tx, me),
      rostersReadAt: await rostersReadAt(tx, me),
    };
  }),
];
