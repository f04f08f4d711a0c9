// What a signed link asks, and doing it. A GET does nothing: mail scanners follow every link.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

const params = z.object({ token: z.string().min(1).max(300) });

/** What can be said with an act, on the same page and in the same press. Each may be left out. */
export const ActField = z.object({
  name: z.string(),
  label: z.string(),
  /** Beside it; of a choice the word for leaving it out. */
  hint: z.string(),
  kind: z.enum(["number", "line", "choice"]),
  /** Of a choice. */
  options: z.array(z.string()),
});
export type ActField = z.infer<typeof ActField>;

export const getAct = endpoint({
  method: "GET",
  path: "/acts/:token",
  summary: "What a link in a mail would do; following it does nothing yet",
  may: "anyone",
  params,
  reply: z.object({ question: z.string(), button: z.string(), fields: z.array(ActField) }),
});

export const doAct = endpoint({
  method: "POST",
  path: "/acts/:token",
  summary: "Do what a link in a mail is for, once; what its fields ask can be said with it",
  may: "anyone",
  params,
  /** By the names of the fields. The button of a mail program sends nothing. */
  body: z.record(z.string().max(40), z.union([z.string().max(2000), z.number()])).optional(),
  reply: z.object({ done: z.string() }),
});
