// Makes the three programs' runs together: solved as one, each then proven given the other two, and stored as drafts
// that count each other. Any one of them can be approved first.
import { randomUUID } from "node:crypto";
import type { Tell } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { matchOrder } from "../programs/weights.ts";
import { readFacts } from "./facts-store.ts";
import { known } from "./known.ts";
import { storeRun } from "./make-store.ts";
import { type Plan, planOf } from "./plan.ts";
import type { Run } from "./run.ts";
import { settingsOf } from "./settings.ts";
import { bestAmong, solvePlansTogether } from "./together.ts";

type Taken = Plan["facts"]["taken"][number];

/** How much of the work is the solving, and the whole; the rest is making the runs. */
const [solved, whole] = [94, 100];

/** None of a program in which nobody waits. */
export async function makeTogether(
  tx: Tx,
  me: Me,
  name: string | undefined,
  tell: Tell,
): Promise<{ runs: Run[]; solveMs: number }> {
  await tell(0, whole);
  const read: Plan["facts"][] = [];
  for (const program of matchOrder) read.push(await readFacts(tx, me, program, settingsOf(program, me.today)));
  const begun = performance.now();
  const plans = read
    .map((facts) => planOf(facts, settingsOf(facts.program, me.today)))
    .filter(({ learners }) => learners.length > 0);
  if (plans.length === 0) return { runs: [], solveMs: 0 };
  const wanted = plans.map(({ facts }) => ({ program: facts.program, runId: randomUUID(), facts }));
  const found = await solvePlansTogether(plans, (share) => tell(Math.floor(share * solved), whole));
  const pairs = plans.flatMap((plan, r) => pairsOf(plan, known(found.educatorOf[r])));
  // A program that is matched by itself is weighed against none.
  const together =
    plans.length === 1
      ? null
      : {
          pairs: found.matched,
          pairsMost: found.mostMatched,
          total: found.total,
          totalMost: found.mostTotal,
        };
  let solveMs = performance.now() - begun;
  const runs: Run[] = [];
  for (const [at, { program, runId, facts }] of wanted.entries()) {
    await tell(solved + at, whole);
    const since = performance.now();
    const counting = wanted.filter((other) => other.program !== program).map((other) => other.runId);
    const others = pairs.filter((pair) => pair.program !== program);
    const plan = planOf({ ...facts, taken: [...facts.taken, ...others] }, settingsOf(program, me.today, { counting }));
    const matching = bestAmong(plan, placesIn(plan, pairs));
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
