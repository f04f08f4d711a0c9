// A run as the desk shows it: with its proposals and gaps, compared, explained.
import type { Tx } from "../db/door.ts";
import { Refusal } from "../core/refusal.ts";
import type { Me } from "../people/me.ts";
import type { Compared, Cost, Proposal, RunDetail } from "./run-detail.ts";
import { theRun } from "./make-store.ts";
import type { Run } from "./run.ts";
import type { Settings } from "./settings.ts";
import { findRun, gapsIn, namesOf, proposalsIn, roundOf } from "./store.ts";
import { assumptionsOf, costOf, notesOf } from "./telling.ts";

export async function theDetail(tx: Tx, me: Me, runId: string): Promise<RunDetail> {
  const run = await theRun(tx, me, runId);
  const [proposals, gaps] = await Promise.all([proposalsIn(tx, me, runId), gapsIn(tx, me, runId)]);
  const mentioned = gaps.flatMap(({ reasons }) => reasons.changes.map(({ educatorId }) => educatorId));
  const names = await namesOf(tx, me, [...new Set([...mentioned, ...assumedIn(run.settings)])]);
  const named = (id: string): string => names.get(id) ?? "somebody who has left";
  return {
    ...run,
    proposals,
    gaps: gaps.map(({ learnerId, learner, reasons }) => ({
      learnerId,
      learner,
      onLeave: reasons.onLeave,
      counts: reasons.counts,
      changes: reasons.changes.map((change) => ({ ...change, educator: named(change.educatorId) })),
    })),
    assumes: assumptionsOf(run.settings, named),
    notes: notesOf(run),
    cost: await costFromBase(tx, me, run),
    round: await roundOf(tx, me, run),
  };
}

/** Only beside a draft: the rest of an approved run is of other learners, and nothing to compare. */
async function costFromBase(tx: Tx, me: Me, run: Run): Promise<RunDetail["cost"]> {
  const base = run.basedOn === null ? null : await findRun(tx, me, run.basedOn);
  if (base === null || base.approval !== null) return null;
  return { from: base.name, ...(await theCost(tx, me, base, run)) };
}

/** What a run's assumptions say, with names. */
async function assumesOf(tx: Tx, me: Me, { settings }: Run): Promise<string[]> {
  const names = await namesOf(tx, me, assumedIn(settings));
  return assumptionsOf(settings, (id) => names.get(id) ?? "somebody who has left");
}

function assumedIn({ assumptions }: Settings): string[] {
  return [
    ...assumptions.places.map(({ educatorId }) => educatorId),
    ...assumptions.certified,
    ...assumptions.relaxed.flatMap(({ learnerId, educatorId }) => [learnerId, educatorId]),
  ];
}

/** What going from one run to the next changes. */
export async function theCost(tx: Tx, me: Me, base: Run, run: Run): Promise<Cost> {
  const [before, after] = await Promise.all([proposalsIn(tx, me, base.runId), proposalsIn(tx, me, run.runId)]);
  return costOf({ run: base, proposals: before }, { run, proposals: after });
}

const waitingShown = 3;

/** Runs of one program beside each other; scores are measured against the first. */
export async function compare(tx: Tx, me: Me, runIds: string[]): Promise<{ runs: Compared[] }> {
  const compared: (Compared & { proposals: Proposal[] })[] = [];
  for (const runId of runIds) {
    const run = await theRun(tx, me, runId);
    if (run.program !== (compared[0]?.run.program ?? run.program))
      throw new Refusal("invalid", "run.comparison", "These runs are of different programs.", [
        { field: "ids", because: "Name runs of one program." },
      ]);
    const proposals = await proposalsIn(tx, me, runId);
    const waiting = (await gapsIn(tx, me, runId))
      .filter(({ reasons }) => !reasons.onLeave)
      .map(({ learner }) => learner);
    const before = new Map((compared[0]?.proposals ?? []).map(({ learnerId, score }) => [learnerId, score]));
    const lower = proposals.filter(({ learnerId, score }) => score < (before.get(learnerId) ?? 0)).length;
    compared.push({
      run,
      assumes: await assumesOf(tx, me, run),
      waiting: waiting.slice(0, waitingShown),
      waitingMore: Math.max(0, waiting.length - waitingShown),
      lower,
      proposals,
    });
  }
  return { runs: compared };
}
