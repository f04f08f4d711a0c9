// Handlers of duties of judges, declared conflicts and records of assessments.
import { ByDay, keysOf, page } from "../core/cursor.ts";
import { type Fault, Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import {
  addDuty,
  declareConflict,
  endDuty,
  listAssessments,
  listDuties,
  recordAssessments,
  withdrawConflict,
} from "./act-contract.ts";
import * as rows from "./act-store.ts";
import { namesOf, noteReads, rolesOf } from "./store.ts";

const done = { done: true } as const;

export const wallActRoutes: Route[] = [
  serve(listDuties, async ({ tx, me, query: { educator = null, learner = null, since = null, after, limit } }) => {
    const found = await rows.dutiesAfter(tx, me, { educator, learner, since }, keysOf(after, ByDay), limit + 1);
    if (found.length > 0) await noteReads(tx, me, "duty", [educator, learner]);
    return page(found, limit, ({ from, dutyId }) => [from, dutyId]);
  }),

  serve(addDuty, async ({ tx, me, body }) => {
    await refuseUnknown(tx, me, [
      { field: "educatorId", id: body.educatorId },
      ...(body.learnerId === null ? [] : [{ field: "learnerId", id: body.learnerId }]),
    ]);
    return theDuty(tx, me, await rows.addDuty(tx, me, body));
  }),

  serve(endDuty, async ({ tx, me, params: { id }, body: { on = me.today } }) => {
    const duty = await theDuty(tx, me, id);
    if (on < me.today)
      throw new Refusal("invalid", "duty.ending", "A duty ends today or later: what has been stays.", [
        { field: "on", because: `Choose ${me.today} or a later day.` },
      ]);
    if (duty.to !== null && duty.to <= on)
      throw new Refusal("conflict", "duty.ended", "This duty ends by then already.");
    if (duty.from >= on) await rows.voidDuty(tx, me, id, "Taken back before it began");
    else await rows.endDutyOn(tx, me, id, on);
    return done;
  }),

  serve(declareConflict, async ({ tx, me, body: { personId } }) => {
    if (personId === me.personId)
      throw new Refusal("invalid", "duty.self", "A conflict is between two people.", [
        { field: "personId", because: "Choose somebody else than yourself." },
      ]);
    await refuseUnknown(tx, me, [{ field: "personId", id: personId }]);
    await rows.addConflict(tx, me, personId, (await rolesOf(tx, me)).isLearner);
    return done;
  }),

  serve(withdrawConflict, async ({ tx, me, params: { id } }) => {
    if ((await rows.endConflict(tx, me, id)) === 0)
      throw new Refusal("absent", "conflict.absent", "There is no such conflict of yours.");
    return done;
  }),

  serve(recordAssessments, async ({ tx, me, body: { assessments: sent } }) => {
    await refuseUnknown(
      tx,
      me,
      sent.flatMap(({ learnerId, assessorId }, index) => [
        { field: `assessments.${index}.learnerId`, id: learnerId },
        { field: `assessments.${index}.assessorId`, id: assessorId },
      ]),
    );
    refuseImpossible(sent, me);
    const known = new Set((await rows.knownAssessments(tx, me, sent)).map(keyOf));
    const fresh = sent.filter((one) => !known.has(keyOf(one)));
    const recorded = new Set((await rows.addAssessments(tx, me, fresh)).map(keyOf));
    const noted = fresh.filter((one) => !recorded.has(keyOf(one)));
    await rows.noteAssessments(tx, me, noted);
    const outcomeOf = (one: rows.SentAssessment) =>
      known.has(keyOf(one))
        ? ("known" as const)
        : recorded.has(keyOf(one))
          ? ("recorded" as const)
          : ("noted" as const);
    return {
      recorded: recorded.size,
      noted: noted.length,
      known: known.size,
      items: sent.map((one) => ({ source: one.source, sourceId: one.sourceId, outcome: outcomeOf(one) })),
    };
  }),

  serve(listAssessments, async ({ tx, me, query: { learner = null, after, limit } }) => {
    const found = await rows.assessmentsAfter(tx, me, learner, keysOf(after, ByDay), limit + 1);
    if (found.length > 0) await noteReads(tx, me, "assessment", [learner]);
    return page(found, limit, ({ on, assessmentId }) => [on, assessmentId]);
  }),
];

async function theDuty(tx: Tx, me: Me, dutyId: string) {
  const duty = await rows.findDuty(tx, me, dutyId);
  if (duty === null) throw new Refusal("absent", "duty.absent", "There is no such duty here.");
  return duty;
}

/** People whom the asker cannot see, and people who do not exist, are refused alike. */
async function refuseUnknown(tx: Tx, me: Me, named: { field: string; id: string }[]): Promise<void> {
  const known = new Set(
    (await namesOf(tx, me, [...new Set(named.map(({ id }) => id))])).map(({ personId }) => personId),
  );
  const faults = named
    .filter(({ id }) => !known.has(id))
    .map(({ field }): Fault => ({ field, because: "There is no such person here. Search for them by name." }));
  if (faults.length > 0)
    throw new Refusal(
      "invalid",
      "person.unknown",
      "Some of these people are not known here. Nothing was changed.",
      faults,
    );
}

function refuseImpossible(sent: rows.SentAssessment[], me: Me): void {
  const seen = new Set<string>();
  const faults = sent.flatMap((one, index): Fault[] => {
    const twice = seen.has(keyOf(one));
    seen.add(keyOf(one));
    if (twice)
      return [
        { field: `assessments.${index}.sourceId`, because: "The same source and id come twice. Send each once." },
      ];
    if (one.learnerId === one.assessorId)
      return [{ field: `assessments.${index}.assessorId`, because: "Nobody assesses themselves. Check the ids." }];
    if (one.on > me.today)
      return [{ field: `assessments.${index}.on`, because: "This day is still to come. Send it once it took place." }];
    return [];
  });
  if (faults.length > 0)
    throw new Refusal(
      "invalid",
      "assessment.sent",
      "Some of these assessments cannot be taken. Nothing was changed.",
      faults,
    );
}

function keyOf({ source, sourceId }: { source: string; sourceId: string }): string {
  return JSON.stringify([source, sourceId]);
}
