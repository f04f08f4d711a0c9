// The coordinator's desk: one request for everything that waits.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day } from "../core/shapes.ts";
import { Ahead, Line, QueueName } from "./queue.ts";

export const getDesk = endpoint({
  method: "GET",
  path: "/desk",
  summary: "What is stuck, and what to press",
  may: "see relationships",
  reply: z.object({
    today: Day,
    queues: z.array(
      z.object({ queue: QueueName, open: z.number().int(), dueSoon: z.number().int(), first: Day.nullable() }),
    ),
    lines: z.array(Line),
    ahead: z.array(Ahead),
    /** When the last roster came in; null before the first import, or for who may not see imports. */
    rostersReadAt: z.string().nullable(),
  }),
});
