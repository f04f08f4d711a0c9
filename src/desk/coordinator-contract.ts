// The coordinator's desk: one request for everything that waits.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day, Id } from "../core/shapes.ts";
import { Ahead, Filters, Line, linesFirst, QueueName, SnoozedLine } from "./queue.ts";

export const getDesk = endpoint({
  method: "GET",
  path: "/desk",
  summary: "What is stuck, and what to press",
  may: "see relationships",
  query: Filters.extend({
    /** So many lines of each queue: a few more than stand open at first. */
    most: z.coerce.number().int().min(1).max(5000).default(linesFirst),
  }),
  reply: z.object({
    today: Day,
    queues: z.array(
      z.object({
        queue: QueueName,
        open: z.number().int(),
        dueSoon: z.number().int(),
        first: Day.nullable(),
        /** How many of the open ones fit what was asked for; the lines are the first of these. */
        fitting: z.number().int(),
      }),
    ),
    lines: z.array(Line),
    /** What the asker put off; it is counted nowhere else. */
    snoozed: z.array(SnoozedLine),
    /** What the open lines can be filtered by. */
    phases: z.array(z.string()),
    campuses: z.array(z.string()),
    /** The soonest; `aheadCount` counts them all. */
    ahead: z.array(Ahead),
    aheadCount: z.number().int(),
    /** When the last roster came in; null before the first import, or for who may not see imports. */
    rostersReadAt: z.string().nullable(),
  }),
});

export const getAwaited = endpoint({
  method: "GET",
  path: "/desk/awaited",
  summary: "The addresses of those who have not answered proposals of these runs, to write to them",
  may: "run matches",
  query: z.object({
    runs: z
      .string()
      .max(4000)
      .transform((text) => text.split(","))
      .pipe(z.array(Id).min(1, "Name at least one run.").max(100, "Name at most 100 runs.")),
  }),
  reply: z.object({ addresses: z.array(z.string()) }),
});
