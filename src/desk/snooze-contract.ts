// To put lines of one's own page off, and to bring them back.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { dayNamed } from "../core/shapes.ts";

const Lines = z.array(z.string().min(3).max(200)).min(1).max(500);

export const putSnoozes = endpoint({
  method: "PUT",
  path: "/snoozes",
  summary: "Put lines of your own page off, until a day or until what they are about changes",
  may: "take part",
  body: z.object({ lines: Lines, until: dayNamed("a day").nullable() }),
  reply: z.object({ lines: z.array(z.string()) }),
});

export const returnSnoozes = endpoint({
  method: "POST",
  path: "/snoozes/return",
  summary: "Bring lines back that you put off",
  may: "take part",
  body: z.object({ lines: Lines }),
  reply: z.object({ lines: z.array(z.string()) }),
});
