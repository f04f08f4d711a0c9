// Handlers of what the two see of their meetings together, and of what an office is told.
import { pauseOf } from "../agreements/relationship.ts";
import { relationshipsAfter } from "../agreements/store.ts";
import { type Route, serve } from "../http/serve.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { type Program, programs } from "../programs/program.ts";
import { cadenceOf } from "./cadence.ts";
import { listMeetings, listPairMeetings, listTold } from "./contract.ts";
import { pairsOf, theOwnRelationship } from "./pair-store.ts";
import { toldOf } from "./store.ts";

/** More than anybody has. */
const ownMost = 500;

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

  serve(listTold, async ({ tx, me, query: { most } }) => {
    const [rows, charters] = await Promise.all([toldOf(tx, me), chartersInForce(tx, me, me.today)]);
    const all = rows.flatMap(({ startedOn, pauseFrom, pauseUntil, ...row }) => {
      const everyDays = charters.find(({ program }) => program === row.program)?.body.cadenceDays;
      if (everyDays === undefined) return [];
      // What lies ahead is the two's own; an office is told what took place.
      const facts = {
        everyDays,
        startedOn,
        pause: pauseOf({ pauseFrom, pauseUntil }),
        lastOn: row.lastOn,
        isPlanned: false,
      };
      const { state, dueBy } = cadenceOf(facts, me.today);
      return [{ ...row, dueBy, isSilent: state === "silent" }];
    });
    const silent = all.filter(({ isSilent }) => isSilent).toSorted((a, b) => a.dueBy.localeCompare(b.dueBy));
    const countOf = (list: typeof all, program: Program) => list.filter((one) => one.program === program).length;
    const told = programs.map((program) => ({
      program,
      pairs: countOf(all, program),
      silent: countOf(silent, program),
    }));
    return { programs: told.filter(({ pairs }) => pairs > 0), silent: silent.slice(0, most) };
  }),
];
