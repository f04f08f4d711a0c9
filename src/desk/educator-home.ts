// An educator's home: their learners by lane, their time, what they are certified for, and both sides of the wall.
import { listed } from "../core/listed.ts";
import { z } from "zod";
import { Relationship } from "../agreements/relationship.ts";
import { agreeing, plural } from "../core/plural.ts";
import { Day, Id } from "../core/shapes.ts";
import type { OwnProposal } from "../matching/proposal.ts";
import { type Charter, Duty } from "../programs/charter.ts";
import { Program, roleOf } from "../programs/program.ts";
import { Certification, certificationOf, type Completion } from "../training/certification.ts";
import { Effort } from "../training/effort.ts";
import { WallCheck } from "../wall/check.ts";
import { Action, SnoozedAction } from "./home.ts";

/** A learner's class, campus and phase, as their educator may see them. */
export const LearnerFacts = z.object({
  learnerId: Id,
  classYear: z.number().int(),
  campus: z.string(),
  phase: z.string().nullable(),
  status: z.string().nullable(),
});
export type LearnerFacts = z.infer<typeof LearnerFacts>;

export const EducatorLane = z.object({
  program: Program,
  /** Running ones, in the order of names; the facts are null where the learner is not the asker's to see. */
  learners: z.array(z.object({ relationship: Relationship, facts: LearnerFacts.nullable() })),
  proposals: z.array(
    z.object({ personId: Id, name: z.string(), about: z.string(), answerBy: Day, answered: z.boolean() }),
  ),
  places: z.number().int(),
  /** Places that relationships take up, unsigned ones included. */
  used: z.number().int(),
  hoursPerLearnerYear: z.number(),
  modules: z.array(z.string()),
  certification: Certification,
});
export type EducatorLane = z.infer<typeof EducatorLane>;

/** A duty of assessment or supervision, of today or ahead. */
export const JudgingDuty = z.object({
  duty: Duty,
  about: z.string(),
  /** Null: toward single learners, or the whole school. */
  classYear: z.number().int().nullable(),
  /** How many learners are named; 0 for a class or the whole school. */
  learners: z.number().int(),
  from: Day,
  to: Day.nullable(),
});
export type JudgingDuty = z.infer<typeof JudgingDuty>;

export const EducatorHome = z.object({
  today: Day,
  department: z.string(),
  pausedUntil: Day.nullable(),
  lanes: z.array(EducatorLane),
  effort: Effort,
  wall: WallCheck,
  duties: z.array(JudgingDuty),
  actions: z.array(Action),
  /** What the asker put off. */
  snoozed: z.array(SnoozedAction),
  /** Open requests of learners that are with them; they stand in a list of their own. */
  requests: z.number().int(),
});
export type EducatorHome = z.infer<typeof EducatorHome>;

/** An educator's own row: what they completed, the hours they are given, and their places and learners by program. */
export interface EducatorFacts {
  effortPercent: number;
  completions: Completion[];
  loads: { program: Program; places: number; learners: number }[];
}

/** One lane for each program that has a charter, in the order of the charters. */
export function educatorLanes(facts: {
  educator: EducatorFacts;
  charters: Charter[];
  running: Relationship[];
  proposals: OwnProposal[];
  learners: LearnerFacts[];
  today: Day;
}): EducatorLane[] {
  const { educator, charters, running, proposals, learners, today } = facts;
  return charters.map(({ program, body }) => {
    const own = running.filter((relationship) => relationship.program === program);
    const open = proposals.filter((proposal) => proposal.program === program && proposal.state === "open");
    return {
      program,
      learners: own.map((relationship) => ({
        relationship,
        facts: learners.find(({ learnerId }) => learnerId === relationship.learner.personId) ?? null,
      })),
      proposals: open.map(({ other, answerBy, answer }) => ({ ...other, answerBy, answered: answer !== null })),
      places: educator.loads.find((load) => load.program === program)?.places ?? 0,
      used: own.length,
      hoursPerLearnerYear: body.hoursPerLearnerYear,
      modules: body.modules,
      certification: certificationOf(body, educator.completions, today),
    };
  });
}

/** Lanes with places or people come first, one that the educator does not hold last; else the order stays. */
export function ownFirst(lanes: EducatorLane[]): EducatorLane[] {
  return [...lanes.filter(isHeld), ...lanes.filter((lane) => !isHeld(lane))];
}

export function isHeld({ learners, places, proposals }: EducatorLane): boolean {
  return places > 0 || learners.length > 0 || proposals.length > 0;
}

/** "You guide 3 learners in 2 lanes. 1 more waits for signed ground rules." */
export function guidedWords(lanes: EducatorLane[]): string {
  const { guided, held, awaiting } = learnersIn(lanes);
  const guides =
    guided === 0 ? "You guide nobody yet." : `You guide ${plural(guided, "learner")} in ${plural(held, "lane")}.`;
  if (awaiting === 0) return guides;
  const who = guided === 0 ? plural(awaiting, "learner") : `${awaiting} more`;
  return `${guides} ${who} ${agreeing(awaiting, "waits", "wait")} for signed ground rules.`;
}

/** How many are guided, in how many lanes, and how many wait for signatures, with whom nothing has begun. */
function learnersIn(lanes: EducatorLane[]): { guided: number; held: number; awaiting: number } {
  const begun = lanes.map(
    ({ learners }) => learners.filter(({ relationship }) => relationship.state !== "awaiting").length,
  );
  const all = lanes.reduce((sum, { learners }) => sum + learners.length, 0);
  const guided = begun.reduce((sum, count) => sum + count, 0);
  return { guided, held: begun.filter((count) => count > 0).length, awaiting: all - guided };
}

/** What keeps a held lane from being offered to learners: in one sentence the modules, the act and who helps. */
export function uncertifiedWords({
  program,
  certification: { certified, missing, lapsed },
}: EducatorLane): string | null {
  if (certified) return null;
  const again = lapsed.map(({ module }) => `${module} once more`);
  const role = roleOf[program];
  return `To be proposed to learners as ${role}, complete ${listed([...missing, ...again])}; your program office says where, and records it.`;
}
