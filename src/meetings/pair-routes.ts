// Handlers of what the two see of their meetings together, and of what an office is told.
import { relationshipsAfter } from "../agreements/store.ts";
import { type Route, serve } from "../http/serve.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { cadenceOf } from "./cadence.ts";
import { listMeetings, listPairMeetings, listTold } from "./contract.ts";
import { pairsOf, theOwnRelationship } from "./pair-store.ts";
import { toldOf } from "./store.ts";

/** More than anybody has, and more than a school has. */
const ownMost = 500;
const allMost = 100_000;

export const pairRoutes: Route[] = [
  serve(listMeetings, async ({ tx, me }) => {
    const own = await relationshipsAfter(tx, me, { mine: true, after: null, limit: ownMost });
    const begun = own.filter(({ state }) => state === "in force" || state === "paused");
    return { items: await pairsOf(tx, me, begun, true) };
  }),

  serve(listPairMeetings, async ({ tx, me, params: { id } }) => {
    const relationship = await theOwnRelationship(tx, me, id);
    const [pair] = await pairsOf(tx, me, [relationship], false);
    return pair ?? { relationship, confidentiality: "sealed" as const, phase: null, cadence: null, meetings: [] };
  }),

  serve(listTold, async ({ tx, me }) => {
    const [rows, relationships, charters] = await Promise.all([
      toldOf(tx),
      relationshipsAfter(tx, me, { mine: false, after: null, limit: allMost }),
      chartersInForce(tx, me, me.today),
    ]);
    const told = new Map(rows.map((row) => [row.relationshipId, row]));
    return {
      items: relationships.flatMap(({ relationshipId, program, learner, educator, startedOn, pause }) => {
        const row = told.get(relationshipId);
        const everyDays = charters.find((charter) => charter.program === program)?.body.cadenceDays;
        if (row === undefined || everyDays === undefined || startedOn === null) return [];
        // What lies ahead is the two's own; an office is told what took place.
        const cadence = cadenceOf({ everyDays, startedOn, pause, lastOn: row.lastOn, isPlanned: false }, me.today);
        return [{ ...row, program, learner: learner.name, educator: educator.name, cadence }];
      }),
    };
  }),
];
