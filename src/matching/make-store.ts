// Makes a run: reads the facts, plans, solves, has the result checked, and stores it with its proof.
import { capitalised } from "../core/capitalised.ts";
import type { Tx } from "../db/door.ts";
import { Refusal } from "../core/refusal.ts";
import type { Me } from "../people/me.ts";
import type { Program } from "../programs/program.ts";
import { certificateOf } from "./certificate.ts";
import { readFacts } from "./facts-store.ts";
import { gapsOf } from "./gap.ts";
import { alikeTo, type Plan, planOf, proposalsOf, solvePlan } from "./plan.ts";
import { type Outcome, outcomeOf, type Run } from "./run.ts";
import type { Settings } from "./settings.ts";
import { addRun, findRun, proposalsIn, runsOf } from "./store.ts";

export interface Wanted {
  program: Program;
  /** Left out, it is called after its program and its number. */
  name: string | undefined;
  settings: Settings;
  basedOn: string | null;
}

/** Of equally good pairs, those of the run that it is based on: what somebody changed in it moves nobody else for nothing. */
export async function makeRun(tx: Tx, me: Me, { settings, ...wanted }: Wanted): Promise<Run> {
  const facts = await readFacts(tx, me, wanted.program, settings);
  const before = wanted.basedOn === null ? null : await proposalsIn(tx, me, wanted.basedOn);
  const begun = performance.now();
  const plan = planOf(facts, settings);
  const matching = solvePlan(plan, before === null ? undefined : alikeTo(plan, before));
  return storeRun(tx, me, { ...wanted, plan, matching, begun });
}

/** What was made, from an instant on: from rows to proposals; the database's time is not in it. */
export interface Made extends Omit<Wanted, "settings"> {
  plan: Plan;
  matching: ReturnType<typeof solvePlan>;
  begun: number;
  runId?: string;
  together?: Outcome["together"];
}

export async function storeRun(tx: Tx, me: Me, made: Made): Promise<Run> {
  const { program, name, basedOn, plan, matching, begun, runId, together = null } = made;
  const proposals = proposalsOf(plan, matching);
  const gaps = gapsOf(plan, matching);
  const outcome = { ...outcomeOf(plan, matching, proposals, performance.now() - begun), together };
  const run = {
    program,
    name: name ?? (await nextName(tx, me, program)),
    basedOn,
    settings: plan.settings,
    outcome,
    fingerprint: plan.fingerprint,
    certificate: certificateOf(plan, matching),
  };
  return theRun(tx, me, await addRun(tx, me, runId === undefined ? run : { ...run, runId }, proposals, gaps));
}

/** The run's plan over the facts of now: for explanations, and to see whether anything has changed since. */
export async function planAnew(
  tx: Tx,
  me: Me,
  { program, settings }: Pick<Run, "program" | "settings">,
): Promise<Plan> {
  const facts = await readFacts(tx, me, program, settings);
  return planOf(facts, settings);
}

export async function theRun(tx: Tx, me: Me, runId: string): Promise<Run> {
  const run = await findRun(tx, me, runId);
  if (run === null) throw new Refusal("absent", "run.absent", "There is no such run.");
  return run;
}

async function nextName(tx: Tx, me: Me, program: Program): Promise<string> {
  const latest = await runsOf(tx, me, program, null, 200);
  const numbers = latest.map(({ name }) => Number(/, run (\d+)$/.exec(name)?.[1] ?? 0));
  return `${capitalised(program)} match, run ${Math.max(0, ...numbers) + 1}`;
}

/** A draft counts in only runs of other programs; one of the same would stand in its own way. */
export async function refuseWrongCounting(tx: Tx, me: Me, program: Program, counting: string[]): Promise<void> {
  for (const runId of counting) {
    const counted = await findRun(tx, me, runId);
    if (counted !== null && counted.program !== program) continue;
    throw new Refusal("invalid", "run.counting", "A run counts in only runs of the other programs.", [
      { field: "settings.counting", because: "Name runs of other programs, or none." },
    ]);
  }
}
