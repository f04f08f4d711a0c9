// Handlers of relationships and their ground rules.
import { ByName, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import {
  countEndingReasons,
  endPause,
  endRelationship,
  getRelationship,
  listRelationships,
  pauseRelationship,
} from "./contract.ts";
import { pauseRefusal, type Relationship } from "./relationship.ts";
import { addEnding, addPause, endingReasonCounts, findRelationship, noteReadIn, relationshipsAfter } from "./store.ts";

export const relationshipRoutes: Route[] = [
  serve(listRelationships, async ({ tx, me, query: { program, state, person, mine, after, limit } }) => {
    const wanted = { program, state, person, mine: mine === "true", limit: limit + 1 };
    const rows = await relationshipsAfter(tx, me, { ...wanted, after: keysOf(after, ByName) });
    if (person !== undefined && person !== me.personId && rows.length > 0) await noteRead(tx, "relationship", person);
    return page(rows, limit, ({ sort, relationshipId }) => [sort, relationshipId]);
  }),

  // Before the address with an id, which would otherwise take the word for one.
  serve(countEndingReasons, async ({ tx }) => ({ items: await endingReasonCounts(tx) })),

  serve(getRelationship, async ({ tx, me, params }) => {
    const [relationship] = await Promise.all([
      theRelationship(tx, me, params.id),
      noteReadIn(tx, me, "relationship", params.id),
    ]);
    return relationship;
  }),

  serve(pauseRelationship, async ({ tx, me, params, body: { from = me.today, until } }) => {
    await theOwnRelationship(tx, me, params.id);
    const refusal = pauseRefusal({ from, until }, me.today);
    if (refusal !== null) throw refusal;
    await addPause(tx, me, params.id, from, until);
    return theRelationship(tx, me, params.id);
  }),

  serve(endPause, async ({ tx, me, params }) => {
    const { pause } = await theOwnRelationship(tx, me, params.id);
    if (pause === null) throw new Refusal("conflict", "pause.none", "There is no pause to come back from.");
    await addPause(tx, me, params.id, me.today, me.today);
    return theRelationship(tx, me, params.id);
  }),

  serve(endRelationship, async ({ tx, me, params, body: { reason } }) => {
    await theOwnRelationship(tx, me, params.id);
    await addEnding(tx, me, params.id, reason);
    return theRelationship(tx, me, params.id);
  }),
];

async function theRelationship(tx: Tx, me: Me, id: string): Promise<Relationship> {
  const relationship = await findRelationship(tx, me, id);
  if (relationship === null) throw new Refusal("absent", "relationship.absent", "There is no such relationship here.");
  return relationship;
}

/** An office that sees a relationship has no part in it: for it this is as absent as for anyone else. */
async function theOwnRelationship(tx: Tx, me: Me, id: string): Promise<Relationship> {
  const relationship = await theRelationship(tx, me, id);
  if (me.personId !== relationship.learner.personId && me.personId !== relationship.educator.personId)
    throw new Refusal("absent", "relationship.absent", "There is no such relationship here.");
  return relationship;
}
