// The asker, as the database knows them.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { capabilities } from "./roles.ts";

export const Me = z.object({
  personId: Id,
  schoolId: Id,
  /** What the asker's offices allow, in full or as far as their API key carries it. */
  may: z.array(z.enum(capabilities)),
  /** Asks through a key that changes nothing. */
  readsOnly: z.boolean(),
  /** The school's civil day. */
  today: Day,
});
export type Me = z.infer<typeof Me>;
