// Where to turn: read by everybody, written by who may.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Resource, ResourceList } from "./resource.ts";

export const getResources = endpoint({
  method: "GET",
  path: "/resources",
  summary: "Where to turn: emergency and confidential help, where mistreatment is told, other offices",
  may: "take part",
  reply: ResourceList,
});

export const putResources = endpoint({
  method: "PUT",
  path: "/resources",
  summary: "Write the next list of where to turn, in place of the one that you read",
  may: "edit resources",
  body: z.object({
    /** The version that you changed; 0 for the starting values. */
    version: z.number().int().min(0),
    items: z
      .array(Resource)
      .max(40, "Keep it to 40.")
      .refine((items) => items.some(({ kind }) => kind === "emergency"), "Keep at least one for emergencies."),
  }),
  reply: ResourceList,
});
