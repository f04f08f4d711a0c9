// What an import meets of the proposals that are out.
import { z } from "zod";
import { ShakenBecause, WithdrawnBecause } from "../matching/ground.ts";
import { Program } from "../programs/program.ts";

/** An open proposal that the import meets, with why. */
export const MetProposal = z.object({
  learner: z.string(),
  educator: z.string(),
  program: Program,
  because: z.union([WithdrawnBecause, ShakenBecause]),
  isWithdrawn: z.boolean(),
});
export type MetProposal = z.infer<typeof MetProposal>;

/** How many open proposals are withdrawn, and how many stay open while something that they rest on goes. */
export const MetProposals = z.object({
  withdrawn: z.number().int(),
  shaken: z.number().int(),
  /** Which these are: of the first, and only for who sees proposals. */
  shown: z.array(MetProposal),
});
export type MetProposals = z.infer<typeof MetProposals>;

export const noneMet: MetProposals = { withdrawn: 0, shaken: 0, shown: [] };
