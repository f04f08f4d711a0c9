// What waits of learners' plans: a line for each class of which somebody is late, for the office that keeps plans.
import { agreeing, plural } from "../core/plural.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { planProgram } from "../programs/program.ts";
import { lateByClass } from "../requirements/pressing-store.ts";
import type { Line } from "./queue.ts";

/** None for an office that does not keep plans: who is late is not its affair. */
export async function planLines(tx: Tx, me: Me): Promise<Line[]> {
  if (!me.may.includes("keep plans")) return [];
  const classes = await lateByClass(tx, me);
  return classes.map(({ classYear, learners, since }) => ({
    key: `late ${classYear} ${learners} ${since}`,
    queue: "plans",
    personId: null,
    who: `Class of ${classYear}`,
    withWhom: null,
    program: planProgram,
    found: `${plural(learners, "learner")} ${agreeing(learners, "has", "have")} something late.`,
    by: since,
    next: "Look who it is, and help them on",
    action: "open plans",
    target: String(classYear),
    addresses: [],
    awaited: 0,
    phase: null,
    campus: null,
  }));
}
