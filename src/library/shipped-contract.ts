// What ships with Chiron, for a school that was there before it: what of it is missing, and adding that.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Counts } from "./shipped.ts";

export const getShipped = endpoint({
  method: "GET",
  path: "/library/shipped",
  summary: "How much of what ships with Chiron is not in your library, by its keys",
  may: "review library",
  reply: z.object({ missing: Counts }),
});

export const addShipped = endpoint({
  method: "POST",
  path: "/library/shipped",
  summary: "Add what ships and is missing: submitted, approved by nobody; what is there stays as it is",
  may: "review library",
  reply: z.object({ added: Counts }),
});
