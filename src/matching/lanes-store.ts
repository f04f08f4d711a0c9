// Whom the learners of a run have in the other programs.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { readTaken } from "./facts-store.ts";
import { theRun } from "./make-store.ts";
import { gapsIn, namesOf, proposalsIn } from "./store.ts";
import type { LanePair } from "./study.ts";

const states = { relationship: "in force", proposal: "proposed", counted: "draft" } as const;

/** By the same reading that the run itself rests on. */
export async function theLanes(tx: Tx, me: Me, runId: string): Promise<LanePair[]> {
  const { program, settings } = await theRun(tx, me, runId);
  const learners = new Set((await proposalsIn(tx, me, runId)).map(({ learnerId }) => learnerId));
  for (const { learnerId } of await gapsIn(tx, me, runId)) learners.add(learnerId);
  const taken = (await readTaken(tx, me.schoolId, me.today, settings.counting)).filter(
    (pair) => pair.program !== program && learners.has(pair.learnerId),
  );
  const names = await namesOf(tx, me, [...new Set(taken.map(({ educatorId }) => educatorId))]);
  return taken.map(({ learnerId, educatorId, program: lane, kind }) => ({
    learnerId,
    program: lane,
    educator: names.get(educatorId) ?? "somebody who has left",
    state: states[kind],
  }));
}
