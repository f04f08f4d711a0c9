// Makes the three programs' runs together: solved as one, each then proven given the other two, and stored as drafts
// that count each other. Any one of them can be approved first.
import { randomUUID } from "node:crypto";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { matchOrder } from "../programs/weights.ts";
import type { Facts, Taken } from "./facts.ts";
import { readFacts } from "./facts-store.ts";
import { known } from "./known.ts";
import { storeRun } from "./make-store.ts";
import { type Plan, planOf, solvePlan } from "./plan.ts";
import type { Run } from "./run.ts";
import { settingsOf } from "./settings.ts";
import { alike, solvePlansTogether } from "./together.ts";

export async function makeTogether(
  tx: Tx,
  me: Me,
  name: string | undefined,
): Promise<{ runs: Run[]; solveMs: number }> {
  const wanted = matchOrder.map((program) => ({ program, runId: randomUUID() }));
  const facts: Facts[] = [];
  for (const { program } of wanted) facts.push(await readFacts(tx, me, program, settingsOf(program, me.today)));
  const begun = performance.now();
  const plans = facts.map((read) => planOf(read, settingsOf(read.program, me.today)));
  const found = await solvePlansTogether(plans);
  const pairs = plans.flatMap((plan, r) => pairsOf(plan, known(found.educatorOf[r])));
  const together = {
    pairs: found.matched,
    pairsMost: found.mostMatched,
    total: found.total,
    totalMost: found.mostTotal,
  };
  let solveMs = performance.now() - begun;
  const runs: Run[] = [];
  for (const [r, { program, runId }] of wanted.entries()) {
    const since = performance.now();
    const counting = wanted.filter((other) => other.program !== program).map((other) => other.runId);
    const others = pairs.filter((pair) => pair.program !== program);
    const read = known(facts[r]);
    const plan = planOf({ ...read, taken: [...read.taken, ...others] }, settingsOf(program, me.today, { counting }));
    const own = placesIn(plan, pairs);
    const matching = solvePlan(plan, alike(plan.problem, own));
    if (!matching.educatorOf.every((e, l) => e === own[l]))
      throw new Error(`${program} is not the best given the other two`);
    const run = await storeRun(tx, me, { program, name, basedOn: null, plan, matching, begun: since, runId, together });
    solveMs += run.outcome.solveMs;
    runs.push(run);
  }
  return { runs, solveMs: Math.round(solveMs) };
}

function pairsOf({ facts }: Plan, educatorOf: Int32Array): Taken[] {
  const pairs: Taken[] = [];
  for (const [l, { learnerId }] of facts.learners.entries()) {
    const e = known(educatorOf[l]);
    if (e < 0) continue;
    const { educatorId } = known(facts.educators[e]);
    pairs.push({ learnerId, educatorId, program: facts.program, kind: "counted" });
  }
  return pairs;
}

/** Column of each row's educator in the plan's own program, -1 for nobody. */
function placesIn({ facts, learners, educators }: Plan, pairs: Taken[]): Int32Array {
  const columnOf = new Map(educators.map(({ educatorId }, column) => [educatorId, column]));
  const own = pairs.filter(({ program }) => program === facts.program);
  const educatorOf = new Map(own.map(({ learnerId, educatorId }) => [learnerId, educatorId]));
  return Int32Array.from(learners, ({ learnerId }) => columnOf.get(educatorOf.get(learnerId) ?? "") ?? -1);
}
