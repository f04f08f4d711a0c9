// A run as the desk shows it: with its proposals and gaps, compared, explained.
import type { Tx } from "../db/door.ts";
import { Refusal } from "../core/refusal.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { matchingIn, problemIn } from "./certificate.ts";
import type { RunDetail } from "./contract.ts";
import { type Explanation, forcedMove, lowestOf, type Move, ruledOutFor, scoresOf } from "./explanation.ts";
import { planAnew, theRun } from "./make-store.ts";
import type { Run } from "./run.ts";
import { levelsOf, type Settings } from "./settings.ts";
import { findCertificate, gapsIn, namesOf, proposalsIn } from "./store.ts";
import { assumptionsOf, notesOf } from "./telling.ts";

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
  };
}

/** What a run's assumptions say, with names. */
export async function assumesOf(tx: Tx, me: Me, { settings }: Run): Promise<string[]> {
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

const alternativesMost = 5;
const changesMost = 8;

/** Leaves an event: it is a look at what this learner wishes and needs. */
export async function explain(
  tx: Tx,
  me: Me,
  runId: string,
  learnerId: string,
  instead: string | undefined,
): Promise<Explanation> {
  const run = await theRun(tx, me, runId);
  const proposals = await proposalsIn(tx, me, runId);
  const own = proposals.find((proposal) => proposal.learnerId === learnerId);
  const gap = (await gapsIn(tx, me, runId)).find((one) => one.learnerId === learnerId);
  if (!own && !gap) throw new Refusal("absent", "run.learner", "This learner is not part of the run.");
  await tx.run(sql`select app.note_read('proposal', ${learnerId})`);
  const plan = await planAnew(tx, me, { program: run.program, settings: { ...run.settings, pins: [] } });
  const inRun = await within(tx, me, run, learnerId, own?.educatorId ?? null, instead);
  return {
    learnerId,
    learner: own?.learner ?? gap!.learner,
    educatorId: own?.educatorId ?? null,
    educator: own?.educator ?? null,
    score: own?.score ?? null,
    parts: own?.parts ?? [],
    pinned: own?.pinned ?? false,
    ...inRun,
    ...ruledOutFor(plan, learnerId),
    mayAskWall: me.may.includes("see wall"),
  };
}

/** What the stored problem says: who else was possible, and what the best of them would have cost the others. */
async function within(
  tx: Tx,
  me: Me,
  run: Run,
  learnerId: string,
  educatorId: string | null,
  instead: string | undefined,
): Promise<Pick<Explanation, "alternatives" | "move">> {
  const certificate = await findCertificate(tx, me, run.runId);
  const row = certificate?.learnerIds.indexOf(learnerId) ?? -1;
  if (!certificate || row < 0) return { alternatives: [], move: null };
  const problem = problemIn(certificate);
  const matching = matchingIn(certificate);
  const load = new Int32Array(problem.educators);
  for (const column of matching.educatorOf) if (column >= 0) load[column]!++;
  const options = Array.from({ length: problem.rowStart[row + 1]! - problem.rowStart[row]! }, (_, at) => {
    const arc = problem.rowStart[row]! + at;
    return { column: problem.educator[arc]!, score: problem.score[arc]! };
  })
    .filter(({ column }) => certificate.educatorIds[column] !== educatorId)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const chosen = options.find(({ column }) => certificate.educatorIds[column] === instead) ?? options[0];
  const names = await namesOf(tx, me, [...certificate.educatorIds, ...certificate.learnerIds]);
  const named = (id: string): string => names.get(id) ?? "somebody who has left";
  const alternatives = options.slice(0, alternativesMost).map(({ column, score }) => ({
    educatorId: certificate.educatorIds[column]!,
    educator: named(certificate.educatorIds[column]!),
    score,
    free: load[column]! < problem.capacity[column]!,
  }));
  if (!chosen) return { alternatives, move: null };
  const forced = forcedMove(problem, matching, levelsOf(run.settings), row, chosen.column);
  const move: Move = {
    educatorId: certificate.educatorIds[chosen.column]!,
    educator: named(certificate.educatorIds[chosen.column]!),
    matchedNow: problem.learners - matching.unmatched,
    matchedThen: forced.matched,
    lowestNow: lowestOf(scoresOf(problem, matching.educatorOf)),
    lowestThen: forced.lowest,
    changes: forced.changes.slice(0, changesMost).map((change) => ({
      learnerId: certificate.learnerIds[change.row]!,
      learner: named(certificate.learnerIds[change.row]!),
      educator: change.column < 0 ? null : named(certificate.educatorIds[change.column]!),
      now: change.now,
      then: change.then,
    })),
    more: Math.max(0, forced.changes.length - changesMost),
  };
  return { alternatives, move };
}
