// What stands beside a plan: the advisor's notes, and to whom the learner shows it.
import { z } from "zod";
import { Id, Instant } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";

/** The learner reads it, always. */
export const Note = z.object({ noteId: Id, author: z.string(), words: z.string(), at: Instant });
export type Note = z.infer<typeof Note>;

/** The learner's educator in another program than the plan's own. */
export const Share = z.object({
  educator: z.object({ personId: Id, name: z.string() }),
  program: Program,
  /** How often this was changed: 0 where it never was. */
  turn: z.number().int(),
  shown: z.boolean(),
});
export type Share = z.infer<typeof Share>;
