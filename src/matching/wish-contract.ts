// What a learner looks for in those who are to guide them.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id } from "../core/shapes.ts";
import { WishFields, Wishes } from "./wish.ts";

const params = z.object({ id: Id });

export const getWishes = endpoint({
  method: "GET",
  path: "/people/:id/wishes",
  summary: "What a learner looks for: their own, or for an office that matches or keeps the roster",
  may: "take part",
  params,
  reply: Wishes,
});

export const putWishes = endpoint({
  method: "PUT",
  path: "/people/:id/wishes",
  summary: "Write what a learner looks for, in place of what was there; the next match reads it",
  may: "take part",
  params,
  body: WishFields,
  reply: Wishes,
});
