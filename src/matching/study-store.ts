// Reads what a run's study rests on: its proof, and its learners' groups.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { problemIn } from "./certificate.ts";
import { equityOf } from "./equity.ts";
import { helpfulNow } from "./helpful-store.ts";
import { known } from "./known.ts";
import { theRun } from "./make-store.ts";
import { findCertificate, gapsIn, groupsOf, proposalsIn } from "./store.ts";
import { continuityCurve, type Study } from "./study.ts";

export async function theStudy(tx: Tx, me: Me, runId: string): Promise<Study> {
  const run = await theRun(tx, me, runId);
  const problem = problemIn(known(await findCertificate(tx, me, runId)));
  return {
    helpful: run.approval === null ? await helpfulNow(tx, me, run) : [],
    equity: equityOf(await countedIn(tx, me, runId)),
    continuity: continuityCurve(problem, run.settings.objective === "fairest"),
  };
}

/** The run's learners with their groups as they are now, those without a proposal as well. */
async function countedIn(tx: Tx, me: Me, runId: string) {
  const scores = new Map<string, number | null>();
  for (const { learnerId, reasons } of await gapsIn(tx, me, runId)) if (!reasons.onLeave) scores.set(learnerId, null);
  for (const { learnerId, score } of await proposalsIn(tx, me, runId)) scores.set(learnerId, score);
  const groups = await groupsOf(tx, me, [...scores.keys()]);
  return groups.map(({ learnerId, ...group }) => ({ ...group, score: scores.get(learnerId) ?? null }));
}
