// Handlers of the match desk.
import { ByInstant, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { adjusted, nameOfChange } from "./adjustment.ts";
import { addRun, addRunSeries, adjustRun, approveRun, compareRuns, getRun, listRuns, runRest } from "./contract.ts";
import { makeRun, refuseWrongCounting, theRun } from "./make-store.ts";
import { approve } from "./approval-store.ts";
import { compare, theCost, theDetail } from "./run-store.ts";
import { makeSeries } from "./series-store.ts";
import { settingsOf } from "./settings.ts";
import { namesOf, runsOf } from "./store.ts";

export const matchingRoutes: Route[] = [
  serve(listRuns, async ({ tx, me, query }) => {
    const runs = await runsOf(tx, me, query.program, keysOf(query.after, ByInstant), query.limit + 1);
    return page(runs, query.limit, ({ madeAt, runId }) => [madeAt, runId]);
  }),

  serve(addRun, async ({ tx, me, body }) => {
    const base = body.basedOn === undefined ? null : await theRun(tx, me, body.basedOn);
    if (base !== null && base.program !== body.program)
      throw new Refusal("invalid", "run.base", "The run to start from is of another program.", [
        { field: "basedOn", because: "Name a run of the same program." },
      ]);
    const settings = { ...settingsOf(body.program, me.today, { ...base?.settings, ...body.settings }), from: me.today };
    await refuseWrongCounting(tx, me, body.program, settings.counting);
    return makeRun(tx, me, { program: body.program, name: body.name, settings, basedOn: base?.runId ?? null });
  }),

  serve(addRunSeries, ({ tx, me, body, tell }) => makeSeries(tx, me, body, tell)),

  // Before the route with an id, which would take its last word for one.
  serve(compareRuns, ({ tx, me, query }) => compare(tx, me, query.ids)),

  serve(getRun, ({ tx, me, params }) => theDetail(tx, me, params.id)),

  serve(adjustRun, async ({ tx, me, params, body: { name, ...change } }) => {
    const base = await theRun(tx, me, params.id);
    const settings = { ...adjusted(base.settings, change), from: me.today };
    const names = await namesOf(tx, me, idsIn(change));
    const run = await makeRun(tx, me, {
      program: base.program,
      name: name ?? nameOfChange(change, (id) => names.get(id) ?? "somebody"),
      settings,
      basedOn: base.runId,
    });
    return { run, cost: await theCost(tx, me, base, run) };
  }),

  serve(approveRun, async ({ tx, me, params, body: { answerBy } }) => {
    await approve(tx, me, await theRun(tx, me, params.id), answerBy);
    return theRun(tx, me, params.id);
  }),

  serve(runRest, async ({ tx, me, params, body }) => {
    const base = await theRun(tx, me, params.id);
    if (base.approval === null)
      throw new Refusal(
        "conflict",
        "run.not-approved",
        "Nobody has been asked yet: this run is still a draft. Change it, or run again.",
      );
    // Who accepted, and who may still answer, is taken: they and their places stay out of the new run.
    const settings = settingsOf(base.program, me.today, { ...base.settings, pins: [], scope: "in need", counting: [] });
    return makeRun(tx, me, {
      program: base.program,
      name: body?.name,
      settings: { ...settings, from: me.today },
      basedOn: base.runId,
    });
  }),
];

function idsIn(change: Record<string, unknown>): string[] {
  return Object.values(change).flatMap((one) =>
    typeof one === "string"
      ? [one]
      : one && typeof one === "object"
        ? Object.values(one).filter((id) => typeof id === "string")
        : [],
  );
}
