// Who sees what: a person picks somebody, or an office, and is shown exactly what these see of them.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id } from "../core/shapes.ts";
import { offices } from "../people/roles.ts";

/** One kind of record about the asker, and what the other sees of it. */
export const SeenRecord = z.object({
  record: z.string(),
  /** What the record is, in plain words. */
  title: z.string(),
  /** Whether the other sees any of it today; null where the asker may not know whether there is any. */
  sees: z.boolean().nullable(),
  /** The rule in one sentence. */
  rule: z.string(),
  /** The values that the other sees, as far as the asker sees them too. */
  values: z.array(z.string()),
});
export type SeenRecord = z.infer<typeof SeenRecord>;

export const getSeen = endpoint({
  method: "GET",
  path: "/seen",
  summary: "What a person, an office or another learner sees of you",
  may: "anyone",
  query: z.object({ personId: Id.optional(), office: z.enum(offices).optional(), anotherLearner: z.literal("true").optional() }),
  reply: z.object({
    /** Who was picked: a name, or the office's holder by name. */
    who: z.string(),
    /** How they come to see anything: their part toward the asker, or their office. */
    as: z.string(),
    records: z.array(SeenRecord),
    /** Whether what was read was read this minute, under the very rules the database holds them to. */
    checkedAt: z.string(),
  }),
});

export const getSeenChoices = endpoint({
  method: "GET",
  path: "/seen/choices",
  summary: "Whom you can pick to see what they see of you",
  may: "take part",
  reply: z.object({
    people: z.array(z.object({ personId: Id, name: z.string(), as: z.string() })),
    offices: z.array(z.object({ office: z.enum(offices), holders: z.array(z.string()) })),
  }),
});
