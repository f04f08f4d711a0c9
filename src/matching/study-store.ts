// Reads what a run's study rests on: its proof, and its learners' groups.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { matchingIn, problemIn } from "./certificate.ts";
import type { Room } from "./eligibility.ts";
import { equityOf } from "./equity.ts";
import { known } from "./known.ts";
import { planAnew, theRun } from "./make-store.ts";
import { levelsOf } from "./settings.ts";
import { findCertificate, gapsIn, groupsOf, namesOf, proposalsIn } from "./store.ts";
import { continuityCurve, helpfulPlaces, type Study } from "./study.ts";

export async function theStudy(tx: Tx, me: Me, runId: string): Promise<Study> {
  const run = await theRun(tx, me, runId);
  const { settings } = run;
  const { rooms } = await planAnew(tx, me, { ...run, settings: { ...settings, pins: [] } });
  const certificate = known(await findCertificate(tx, me, runId));
  const problem = problemIn(certificate);
  const found = helpfulPlaces(problem, levelsOf(settings), matchingIn(certificate));
  const ids = found.map(({ column }) => known(certificate.educatorIds[column]));
  const names = await namesOf(tx, me, ids);
  return {
    helpful: found.map(({ matched, total }, at) => ({
      educatorId: known(ids[at]),
      educator: names.get(known(ids[at])) ?? "somebody who has left",
      matched,
      total,
      places: placesThen(rooms.get(known(ids[at]))),
    })),
    equity: equityOf(await countedIn(tx, me, runId)),
    continuity: continuityCurve(problem, settings.objective === "fairest"),
  };
}

function placesThen(room: Room | undefined): number | null {
  if (room === undefined || room.left < room.offered - room.taken) return null;
  return room.offered + 1;
}

/** The run's learners with their groups as they are now, those without a proposal as well. */
async function countedIn(tx: Tx, me: Me, runId: string) {
  const scores = new Map<string, number | null>();
  for (const { learnerId, reasons } of await gapsIn(tx, me, runId)) if (!reasons.onLeave) scores.set(learnerId, null);
  for (const { learnerId, score } of await proposalsIn(tx, me, runId)) scores.set(learnerId, score);
  const groups = await groupsOf(tx, me, [...scores.keys()]);
  return groups.map(({ learnerId, ...group }) => ({ ...group, score: scores.get(learnerId) ?? null }));
}
