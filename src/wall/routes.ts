// Handlers of what may be asked of the wall, of incidents and of exceptions.
import { ByDay, ByInstant, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import { addDays } from "../core/shapes.ts";
import { type Route, serve } from "../http/serve.ts";
import { ByLearner, learnerKeys, standsByName } from "./by-name-store.ts";
import { checkWall } from "./check.ts";
import { wallFacts } from "./check-store.ts";
import {
  approveException,
  closeIncident,
  endForIncident,
  getMine,
  getPair,
  listExceptions,
  listIncidents,
  listStands,
} from "./contract.ts";
import { exceptionDays } from "./incident.ts";
import {
  addException,
  closeIncident as addClosure,
  endRelationshipOf,
  firstCollision,
  incidentsAfter,
} from "./incident-store.ts";
import { ruleSentence } from "./rule.ts";
import * as rows from "./store.ts";

export const wallRoutes: Route[] = [
  serve(getMine, async ({ tx, me }) => {
    const { isLearner, isEducator } = await rows.rolesOf(tx, me);
    const checkAs = async (as: "learner" | "educator") => checkWall(await wallFacts(tx, me, as));
    return {
      asLearner: isLearner ? await checkAs("learner") : null,
      asEducator: isEducator ? await checkAs("educator") : null,
      stands: await rows.ownStands(tx, me),
      exceptions: await rows.exceptionsAfter(tx, me, me.personId, null, 100),
      conflicts: await rows.ownConflicts(tx, me),
    };
  }),

  serve(listStands, async ({ tx, me, query: { person = null, wall = null, side = null, on = null, ...query } }) => {
    const { order, after, limit } = query;
    const filter = { person, wall, side, on };
    const named = order === "name" ? await standsByName(tx, me, filter, keysOf(after, ByLearner), limit + 1) : null;
    const found = named ?? (await rows.standsAfter(tx, me, filter, keysOf(after, ByDay), limit + 1));
    if (found.length > 0) await rows.noteReads(tx, me, "stands", [person]);
    return named ? page(named, limit, learnerKeys) : page(found, limit, ({ from, standId }) => [from, standId]);
  }),

  serve(getPair, async ({ tx, me, query: { learnerId, educatorId, from = me.today, to = null } }) => {
    if (to !== null && to <= from)
      throw new Refusal("invalid", "pair.days", "The end must come after the first day.", [
        { field: "to", because: "Choose a later day, or leave it out." },
      ]);
    const names = new Map(
      (await rows.namesOf(tx, me, [learnerId, educatorId])).map(({ personId, name }) => [personId, name]),
    );
    const answers = await rows.answersFor(tx, learnerId, educatorId, from, to);
    const [learner, educator] = [names.get(learnerId), names.get(educatorId)];
    if (learner === undefined || educator === undefined || answers.length === 0 || learnerId === educatorId)
      throw new Refusal(
        "absent",
        "pair.absent",
        "There are no such two people here, or they are not yours to ask about.",
      );
    if (![learnerId, educatorId].includes(me.personId)) await rows.noteReads(tx, me, "stands", [learnerId, educatorId]);
    const reasons = await rows.reasonsFor(tx, me, learnerId, educatorId, from, to);
    const other = learnerId === me.personId ? educatorId : learnerId;
    return {
      learner,
      educator,
      from,
      to,
      answers: answers.map(({ duty, available }) => ({
        duty,
        available,
        reasons: reasons
          .filter(({ wanted }) => wanted === duty && !available)
          .map((reason) => ({ ...reason, rule: ruleSentence(reason) })),
      })),
      declared:
        [learnerId, educatorId].includes(me.personId) &&
        (await rows.ownConflicts(tx, me)).some(({ personId }) => personId === other),
    };
  }),

  serve(listIncidents, async ({ tx, me, query: { state, days, after, limit } }) =>
    page(
      await incidentsAfter(tx, me, { state, days }, keysOf(after, ByDay), limit + 1),
      limit,
      ({ from, incidentId }) => [from, incidentId],
    ),
  ),

  serve(closeIncident, async ({ tx, me, params: { id }, body: { outcome } }) => {
    if ((await addClosure(tx, me, id, outcome)) === 0)
      throw new Refusal("absent", "incident.absent", "There is no such incident here.");
    return { done: true as const };
  }),

  serve(endForIncident, async ({ tx, params: { id } }) => {
    if ((await endRelationshipOf(tx, id)) === 0)
      throw new Refusal(
        "absent",
        "incident.absent",
        "There is no open incident here that a relationship could be ended for. Reload the page.",
      );
    return { done: true as const };
  }),

  serve(listExceptions, async ({ tx, me, query: { after, limit } }) =>
    page(
      await rows.exceptionsAfter(tx, me, null, keysOf(after, ByInstant), limit + 1),
      limit,
      ({ approvedAt, exceptionId }) => [approvedAt, exceptionId],
    ),
  ),

  serve(approveException, async ({ tx, me, body }) => {
    if ([body.learnerId, body.educatorId].includes(me.personId))
      throw new Refusal(
        "forbidden",
        "exception.own",
        "Nobody approves an exception for themselves. Ask somebody else who may.",
      );
    const { each, ...told } = body;
    const latest = addDays(me.today, exceptionDays);
    if (body.until <= me.today || body.until > addDays(latest, 1))
      refuseLastDay("An exception lasts a day at least, and a year at most.", `a day from ${me.today} to ${latest}`);
    for (const one of each) {
      if (!(await rows.isOfPair(tx, me, { ...told, ...one })))
        throw new Refusal("absent", "exception.absent", "There is no such duty or relationship of these two here.");
      const first = await firstCollision(tx, me, body.learnerId, one);
      if (first !== null && body.until <= first)
        refuseLastDay(`Before ${first} it needs no exception.`, `${first} or a later day`);
    }
    const added = new Set<string>();
    for (const one of each) added.add(await addException(tx, me, { ...told, ...one }));
    const found = await rows.exceptionsAfter(tx, me, body.learnerId, null, 200);
    return { exceptions: found.filter(({ exceptionId }) => added.has(exceptionId)) };
  }),
];

/** In the words of people, for whom the last day is the last on which it holds. */
function refuseLastDay(because: string, days: string): never {
  throw new Refusal("invalid", "exception.until", because, [
    { field: "until", because: `Choose ${days} as its last day.` },
  ]);
}
