// A learner's home: three people in three lanes, the wall, what to do next, and where they are.
import { z } from "zod";
import { Relationship } from "../agreements/relationship.ts";
import { addDays, Day, Id } from "../core/shapes.ts";
import type { OwnProposal } from "../matching/proposal.ts";
import { Program, programs } from "../programs/program.ts";
import { WallCheck } from "../wall/check.ts";
import { Action, SnoozedAction } from "./home.ts";

/** Who guides the learner in one program, or how far it is until somebody does. */
export const Lane = z.object({
  program: Program,
  purpose: z.string(),
  /** Null while nobody does. */
  relationship: Relationship.nullable(),
  /** The educator's department and campus. */
  about: z.string(),
  proposal: z
    .object({ personId: Id, name: z.string(), about: z.string(), answerBy: Day, answered: z.boolean() })
    .nullable(),
  /** The one that ended lately, while nobody has followed. */
  ended: Relationship.nullable(),
});
export type Lane = z.infer<typeof Lane>;

export const Standing = z.object({ phase: z.string(), status: z.string(), from: Day });

export const LearnerHome = z.object({
  today: Day,
  lanes: z.array(Lane),
  wall: WallCheck,
  actions: z.array(Action),
  /** What the asker put off. */
  snoozed: z.array(SnoozedAction),
  classYear: z.number().int(),
  campus: z.string(),
  /** Newest first; the first that has begun is the present one. */
  standings: z.array(Standing),
});
export type LearnerHome = z.infer<typeof LearnerHome>;

const endedDays = 60;

/** One lane for each program, always in the same order. */
export function lanesOf(
  relationships: Relationship[],
  proposals: OwnProposal[],
  facts: { purposes: Map<string, string>; abouts: Map<string, string>; today: Day },
): Lane[] {
  return programs.map((program) => {
    const own = relationships.filter((one) => one.program === program);
    const relationship = own.find(({ state }) => state !== "ended") ?? null;
    const proposal = proposals.find((one) => one.program === program && one.state === "open");
    const lately = own
      .filter(({ endedOn }) => endedOn !== null && endedOn >= addDays(facts.today, -endedDays))
      .toSorted((a, b) => (b.endedOn ?? "").localeCompare(a.endedOn ?? ""));
    return {
      program,
      purpose: facts.purposes.get(program) ?? "",
      relationship,
      about: relationship === null ? "" : (facts.abouts.get(relationship.educator.personId) ?? ""),
      proposal:
        relationship === null && proposal
          ? { ...proposal.other, answerBy: proposal.answerBy, answered: proposal.answer !== null }
          : null,
      ended: relationship === null ? (lately[0] ?? null) : null,
    };
  });
}
