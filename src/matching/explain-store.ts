// Why a learner of a run has whom they have, for the office that runs the match.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { type Certificate, matchingIn, problemIn } from "./certificate.ts";
import type { LevelProblem, Matching } from "./engine/problem.ts";
import { type Explanation, forcedMove, lowestOf, type Move, ruledOutFor, scoresOf } from "./explanation.ts";
import { known } from "./known.ts";
import { planAnew, theRun } from "./make-store.ts";
import type { Run } from "./run.ts";
import { levelsOf } from "./settings.ts";
import { findCertificate, gapsIn, namesOf, proposalsIn } from "./store.ts";

/** All that is needed to check a run without asking again. */
export async function theProblem(
  tx: Tx,
  me: Me,
  runId: string,
): Promise<Pick<Run, "settings" | "fingerprint"> & { certificate: Certificate }> {
  const { settings, fingerprint } = await theRun(tx, me, runId);
  return { settings, fingerprint, certificate: known(await findCertificate(tx, me, runId)) };
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
  await noteRead(tx, "proposal", learnerId);
  const plan = await planAnew(tx, me, { program: run.program, settings: { ...run.settings, pins: [] } });
  const { possible, ...inRun } = await within(tx, me, run, learnerId, own?.educatorId ?? null, instead);
  return {
    learnerId,
    learner: own?.learner ?? known(gap).learner,
    educatorId: own?.educatorId ?? null,
    educator: own?.educator ?? null,
    score: own?.score ?? null,
    parts: own?.parts ?? [],
    pinned: own?.pinned ?? false,
    ...inRun,
    // A pair kept by hand stands beside the problem, so that its educator is none of its options.
    ...ruledOutFor(plan, learnerId, own ? new Set([...possible, own.educatorId]) : possible),
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
): Promise<Pick<Explanation, "alternatives" | "move"> & { possible: ReadonlySet<string> }> {
  const certificate = await findCertificate(tx, me, run.runId);
  const row = certificate?.learnerIds.indexOf(learnerId) ?? -1;
  if (!certificate || row < 0) return { alternatives: [], move: null, possible: new Set() };
  const problem = problemIn(certificate);
  const matching = matchingIn(certificate);
  const every = optionsOf(problem, row);
  const possible = new Set(every.map(({ column }) => known(certificate.educatorIds[column])));
  const options = every.filter(({ column }) => certificate.educatorIds[column] !== educatorId);
  const load = loadOf(problem, matching);
  const chosen = options.find(({ column }) => certificate.educatorIds[column] === instead) ?? options[0];
  const names = await namesOf(tx, me, [...certificate.educatorIds, ...certificate.learnerIds]);
  const named = (id: string): string => names.get(id) ?? "somebody who has left";
  const alternatives = options.slice(0, alternativesMost).map(({ column, score }) => ({
    educatorId: known(certificate.educatorIds[column]),
    educator: named(known(certificate.educatorIds[column])),
    score,
    free: known(load[column]) < known(problem.capacity[column]),
  }));
  if (!chosen) return { alternatives, move: null, possible };
  const forced = forcedMove(problem, matching, levelsOf(run.settings), row, chosen.column);
  const move: Move = {
    educatorId: known(certificate.educatorIds[chosen.column]),
    educator: named(known(certificate.educatorIds[chosen.column])),
    matchedNow: problem.learners - matching.unmatched,
    matchedThen: forced.matched,
    lowestNow: lowestOf(scoresOf(problem, matching.educatorOf)),
    lowestThen: forced.lowest,
    changes: forced.changes.slice(0, changesMost).map((change) => ({
      learnerId: known(certificate.learnerIds[change.row]),
      learner: named(known(certificate.learnerIds[change.row])),
      educator: change.column < 0 ? null : named(known(certificate.educatorIds[change.column])),
      before: change.before,
      after: change.after,
    })),
    more: Math.max(0, forced.changes.length - changesMost),
  };
  return { alternatives, move, possible };
}

/** Whom the rules allow for the learner, best first. */
function optionsOf({ rowStart, educator, score }: LevelProblem, row: number): { column: number; score: number }[] {
  const first = known(rowStart[row]);
  return Array.from(educator.subarray(first, rowStart[row + 1]), (column, at) => ({
    column,
    score: known(score[first + at]),
  })).sort((a, b) => b.score - a.score || a.column - b.column);
}

function loadOf({ educators }: LevelProblem, { educatorOf }: Matching): Int32Array {
  const load = new Int32Array(educators);
  for (const column of educatorOf) if (column >= 0) load[column] = known(load[column]) + 1;
  return load;
}
