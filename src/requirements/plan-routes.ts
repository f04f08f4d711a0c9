// Handlers of learners' plans.
import { ByInstant, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { type Plan, planOf } from "./plan.ts";
import { addPlanNote, getPlan, listPlanNotes, listPlanShares, sayState, sharePlan } from "./plan-contract.ts";
import { addNote, addShare, addState, findReader, notesOf, type PlanReader, sharesOf, statesOf } from "./plan-store.ts";
import { daysOf, setsOf } from "./store.ts";
import { timelineOf } from "./timeline.ts";

export const planRoutes: Route[] = [
  serve(getPlan, async ({ tx, me, params: { id } }) => {
    const reader = await theReader(tx, me, id);
    if (reader.as !== "learner") await noteRead(tx, "plan", id);
    return thePlan(tx, me, reader);
  }),

  serve(sayState, async ({ tx, me, params: { id }, body }) => {
    const reader = await theReader(tx, me, id);
    const before = await thePlan(tx, me, reader);
    const item = before.items.find((one) => one.setId === body.setId && one.requirement.key === body.key);
    if (item === undefined)
      throw new Refusal("absent", "requirement.absent", "There is no such requirement in this plan by now. Reload it.");
    if (body.fromWhom !== "" && item.requirement.kind !== "letter")
      throw new Refusal("invalid", "state.letter", "Only a letter is from somebody.", [
        { field: "fromWhom", because: "Leave it empty." },
      ]);
    await addState(tx, me, id, { ...body, version: item.version });
    return thePlan(tx, me, reader);
  }),

  serve(listPlanNotes, async ({ tx, me, params: { id }, query: { after, limit } }) => {
    const reader = await theReader(tx, me, id);
    if (reader.as === "advisor" || reader.as === "office") await noteRead(tx, "plan note", id);
    const rows = await notesOf(tx, me, id, { after: keysOf(after, ByInstant), limit: limit + 1 });
    return page(rows, limit, ({ at, noteId }) => [at, noteId]);
  }),

  serve(addPlanNote, async ({ tx, me, params: { id }, body: { words } }) => {
    await theReader(tx, me, id);
    const noteId = await addNote(tx, me, id, words);
    const [note] = await notesOf(tx, me, id, { noteId, limit: 1 });
    if (note === undefined) throw new Error("a note that was written is not there");
    return note;
  }),

  serve(listPlanShares, async ({ tx, me }) => ({ items: await sharesOf(tx, me) })),

  serve(sharePlan, async ({ tx, me, body }) => {
    const shares = await sharesOf(tx, me);
    const share = shares.find(({ educator }) => educator.personId === body.educatorId);
    if (share === undefined)
      throw new Refusal("absent", "share.educator", "This is not your coach or mentor. Choose one of those listed.");
    if (share.turn !== body.turn)
      throw new Refusal("conflict", "share.turn", "This changed meanwhile. Reload, and look again.");
    if (share.shown !== body.shown) await addShare(tx, me, body);
    return { items: await sharesOf(tx, me) };
  }),
];

/** The same words for no learner, and for one whose plan is not the asker's to read. */
async function theReader(tx: Tx, me: Me, learnerId: string): Promise<PlanReader> {
  const reader = await findReader(tx, me, learnerId);
  if (reader === null)
    throw new Refusal("absent", "plan.absent", "There is no such plan here, or nobody has shown it to you.");
  return reader;
}

async function thePlan(tx: Tx, me: Me, reader: PlanReader): Promise<Plan> {
  const { personId, name, classYear, phase } = reader;
  const [sets, states, days] = await Promise.all([setsOf(tx, me), statesOf(tx, me, personId), daysOf(tx, me)]);
  const timeline = timelineOf(days, classYear);
  return {
    learner: { personId, name, classYear, phase },
    today: me.today,
    items: planOf({ sets, classYear, states, timeline, today: me.today }),
    timeline: days.filter((day) => day.classYear === classYear),
    sets: sets.map(({ setId, name: called }) => ({ setId, name: called })),
    as: reader.as === "shown" ? null : reader.as,
  };
}
