// The places that would help a draft most, over the facts of now.
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { matchByLevels } from "./engine/levels.ts";
import { readFacts } from "./facts-store.ts";
import { known } from "./known.ts";
import { nameOf, planOf } from "./plan.ts";
import type { Run } from "./run.ts";
import { levelsOf } from "./settings.ts";
import { type HelpfulPlace, helpfulPlaces } from "./study.ts";

/** Educators who lack nothing but a place are tried too. For drafts: the learners of an approved run are provided for. */
export async function helpfulNow(tx: Tx, me: Me, { program, settings }: Run): Promise<HelpfulPlace[]> {
  const facts = await readFacts(tx, me, program, settings);
  const { problem, educators, rooms } = planOf(facts, settings, { withFull: true });
  const levels = levelsOf(settings);
  return helpfulPlaces(problem, levels, matchByLevels(problem, levels)).map(({ column, matched, total }) => {
    const educator = known(educators[column]);
    const room = known(rooms.get(educator.educatorId));
    const isShortOfHours = room.left < room.offered - room.taken;
    const places = isShortOfHours ? null : room.offered + 1;
    return { educatorId: educator.educatorId, educator: nameOf(educator), matched, total, places };
  });
}
