// A director's yes to a run, given only to what is still so.
import { Refusal } from "../core/refusal.ts";
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { addMonths } from "../training/certification.ts";
import { closedPairs } from "./facts-store.ts";
import { planAnew } from "./make-store.ts";
import { deadlineRefusal } from "./proposal.ts";
import type { Run } from "./run.ts";
import { hasAssumptions } from "./settings.ts";
import { addApproval, proposalsIn } from "./store.ts";

/** Refuses a day that is not ahead, a run that assumes, that would move relationships in force, or whose input is not what it was. */
export async function approve(tx: Tx, me: Me, run: Run, answerBy: Day): Promise<void> {
  const late = deadlineRefusal(answerBy, me.today);
  if (late !== null) throw late;
  if (hasAssumptions(run.settings))
    throw new Refusal(
      "conflict",
      "run.assumes",
      "This scenario assumes things that are not so yet. Make them so, run again, and approve that run.",
    );
  if (run.outcome.moved > 0)
    throw new Refusal(
      "conflict",
      "run.moves",
      "This run would move relationships that are in force. End those first, or match only who has nobody.",
    );
  if (run.outcome.matched - run.outcome.kept === 0)
    throw new Refusal("conflict", "run.empty", "This run proposes nothing to anybody, so there is nothing to approve.");
  // One approval of a school and program at a time: the later of two then sees whom the earlier has provided for.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`approval ${me.schoolId} ${run.program}`}, 0))`);
  if (run.approval === null && !(await isStillSo(tx, me, run)))
    throw new Refusal(
      "conflict",
      "run.out-of-date",
      "Since this run was made, something that it rests on has changed. Run it again, look at the result, and approve that.",
    );
  await addApproval(tx, me, run.runId, answerBy);
}

/** The same input as when it was made, and every pair still open over the term that begins today. */
async function isStillSo(tx: Tx, me: Me, { runId, program, settings, fingerprint }: Run): Promise<boolean> {
  const plan = await planAnew(tx, me, { program, settings });
  if (plan.fingerprint !== fingerprint) return false;
  if (settings.from === me.today) return true;
  const pairs = await closedPairs(tx, program, me.today, addMonths(me.today, plan.facts.terms[program].termMonths));
  const closed = new Set(pairs.map(({ learnerId, educatorId }) => `${learnerId} ${educatorId}`));
  const proposals = await proposalsIn(tx, me, runId);
  return proposals.every(({ learnerId, educatorId, kept }) => kept || !closed.has(`${learnerId} ${educatorId}`));
}
