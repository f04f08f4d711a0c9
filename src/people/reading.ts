// One opening of a record by an office or an educator, as the person whom it is about reads it.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import { offices } from "./roles.ts";

export const Reading = z.object({
  readingId: Id,
  at: Instant,
  /** Which record was opened, in the log's word for it. */
  subject: z.string(),
  reader: z.object({
    personId: Id,
    /** Null where the asker does not see the reader's name: the office says who it was. */
    name: z.string().nullable(),
    /** Held at that moment. */
    offices: z.array(z.enum(offices)),
  }),
});
export type Reading = z.infer<typeof Reading>;
