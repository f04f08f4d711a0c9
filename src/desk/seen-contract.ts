// Who sees what: a person picks somebody, or an office, and is shown exactly what these see of them.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id } from "../core/shapes.ts";
import { offices } from "../people/roles.ts";
import { SeenRecord } from "./seen-records.ts";

export const getSeen = endpoint({
  method: "GET",
  path: "/seen",
  summary: "What a person, an office or another learner sees of you",
  may: "take part",
  query: z.object({
    personId: Id.optional(),
    office: z.enum(offices).optional(),
    anotherLearner: z.literal("true").optional(),
  }),
  reply: z.object({
    /** Who was picked: a name, or the office's holder by name. */
    who: z.string(),
    /** How they come to see anything: their part toward the asker, or their office. */
    as: z.string(),
    /** Their class, department and campus, as far as the asker sees them; empty of an office. */
    about: z.string(),
    records: z.array(SeenRecord),
    /** Whether what was read was read this minute, under the very rules the database holds them to. */
    checkedAt: z.string(),
  }),
});

export const getSeenChoices = endpoint({
  method: "GET",
  path: "/seen/choices",
  summary: "Whom you pick first to see what they see of you: those of your relationships, and the offices",
  may: "take part",
  reply: z.object({
    /** Those of your own relationships; anybody else whom you may see can be picked as well. */
    people: z.array(z.object({ personId: Id, name: z.string(), about: z.string(), as: z.string() })),
    offices: z.array(z.object({ office: z.enum(offices), holders: z.array(z.string()) })),
  }),
});
