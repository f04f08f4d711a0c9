// Makes the runs of all programs at once, weighed together or one after another, as drafts that count each other. A
// program in which nobody waits gets none, and where nobody waits at all there is nothing to match.
import type { Tell } from "../core/progress.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { matchOrder } from "../programs/weights.ts";
import { readFacts } from "./facts-store.ts";
import { storeRun } from "./make-store.ts";
import { planOf, solvePlan } from "./plan.ts";
import type { Run } from "./run.ts";
import { settingsOf } from "./settings.ts";
import { makeTogether } from "./together-store.ts";

export interface Series {
  runs: Run[];
  solveMs: number;
}

export async function makeSeries(
  tx: Tx,
  me: Me,
  { name, together = false }: { name?: string | undefined; together?: boolean | undefined },
  tell: Tell,
): Promise<Series> {
  const series = together ? await makeTogether(tx, me, name, tell) : await makeInARow(tx, me, name, tell);
  if (series.runs.length > 0) return series;
  throw new Refusal(
    "conflict",
    "run.nobody",
    "Nobody waits for a match: in each program, every active learner has somebody or has been asked about somebody. Nothing was changed.",
  );
}

/** Each is exact given those before it. */
async function makeInARow(tx: Tx, me: Me, name: string | undefined, tell: Tell): Promise<Series> {
  const runs: Run[] = [];
  for (const [at, program] of matchOrder.entries()) {
    await tell(at, matchOrder.length);
    const settings = settingsOf(program, me.today, { counting: runs.map(({ runId }) => runId) });
    const facts = await readFacts(tx, me, program, settings);
    const begun = performance.now();
    const plan = planOf(facts, settings);
    if (plan.learners.length === 0) continue;
    const made = { program, name, basedOn: null, plan, matching: solvePlan(plan), begun };
    runs.push(await storeRun(tx, me, made));
  }
  return { runs, solveMs: Math.round(runs.reduce((sum, { outcome }) => sum + outcome.solveMs, 0)) };
}
