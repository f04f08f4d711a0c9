// What a signed link asks, and doing it. A GET does nothing: mail scanners follow every link.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

const params = z.object({ token: z.string().min(1).max(300) });

export const getAct = endpoint({
  method: "GET",
  path: "/acts/:token",
  summary: "What a link in a mail would do; following it does nothing yet",
  may: "anyone",
  params,
  reply: z.object({ question: z.string(), button: z.string() }),
});

export const doAct = endpoint({
  method: "POST",
  path: "/acts/:token",
  summary: "Do what a link in a mail is for, once",
  may: "anyone",
  params,
  reply: z.object({ done: z.string() }),
});
