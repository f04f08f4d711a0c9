// Handlers of sets of requirements and of the dates of each class.
import { granted, Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { changesBetween, isNothing, type PlanEffect } from "./change.ts";
import {
  addRequirementSet,
  changeRequirements,
  changeTimelines,
  listRequirements,
  listRequirementVersions,
  listTimelines,
  previewRequirements,
  previewTimelines,
  restoreRequirements,
  type SetReport,
} from "./contract.ts";
import { effectOf } from "./plans-store.ts";
import { type Requirement, type RequirementSet, sound } from "./requirement.ts";
import { addDays, addVersion, daysOf, findSet, setsOf, versionsOf } from "./store.ts";
import type { KeptDay } from "./timeline.ts";

export const requirementRoutes: Route[] = [
  serve(listRequirements, async ({ tx, me }) => ({ items: await setsOf(tx, me) })),

  serve(listRequirementVersions, async ({ tx, me, params: { id } }) => {
    await theSet(tx, me, id);
    return { items: await versionsOf(tx, me, id) };
  }),

  serve(addRequirementSet, async ({ tx, me, body: { name, items, because } }) => {
    const setId = crypto.randomUUID();
    await addVersion(tx, me, { setId, version: 1, name, because, items: granted(sound(items)) });
    return theSet(tx, me, setId);
  }),

  servePreview(previewRequirements, ({ tx, me, params: { id }, body }) => nextVersion(tx, me, id, body)),
  serve(changeRequirements, ({ tx, me, params: { id }, body }) => nextVersion(tx, me, id, body)),

  serve(restoreRequirements, async ({ tx, me, params: { id }, body: { version, to } }) => {
    const old = await findSet(tx, me, id, to);
    if (old === null)
      throw new Refusal("absent", "requirements.absent", "There is no such version of this set. Reload the list.");
    return nextVersion(tx, me, id, { version, name: old.name, items: old.items, because: `As in version ${to}` });
  }),

  serve(listTimelines, async ({ tx, me }) => ({ items: await daysOf(tx, me) })),
  servePreview(previewTimelines, ({ tx, me, body: { days } }) => nextDays(tx, me, days)),
  serve(changeTimelines, ({ tx, me, body: { days } }) => nextDays(tx, me, days)),
];

interface Next {
  version: number;
  name: string;
  items: Requirement[];
  because: string;
}

/** Writes nothing where nothing differs. */
export async function nextVersion(tx: Tx, me: Me, setId: string, next: Next): Promise<SetReport> {
  const before = await theSet(tx, me, setId);
  if (before.version !== next.version)
    throw new Refusal(
      "conflict",
      "requirements.version",
      "Somebody else changed this set meanwhile. Reload, and apply your change to theirs.",
    );
  const items = granted(sound(next.items));
  const changes = changesBetween(before.items, items);
  if (isNothing(changes) && next.name === before.name)
    return { version: before.version, changes, plans: { moved: 0, newlyLate: 0 } };
  const version = before.version + 1;
  const plans = await effectOf(tx, me, () =>
    addVersion(tx, me, { setId, version, name: next.name, because: next.because, items }),
  );
  return { version, changes, plans };
}

export async function theSet(tx: Tx, me: Me, setId: string): Promise<RequirementSet> {
  const found = await findSet(tx, me, setId);
  if (found === null) throw new Refusal("absent", "requirements.absent", "There is no such set of requirements here.");
  return found;
}

async function nextDays(tx: Tx, me: Me, days: KeptDay[]): Promise<PlanEffect> {
  const kept = new Map((await daysOf(tx, me, { withOut: true })).map((day) => [nameOf(day), day]));
  const twice = days.findIndex((day, at) => days.findIndex((one) => nameOf(one) === nameOf(day)) !== at);
  if (twice >= 0)
    throw new Refusal("invalid", "timeline.twice", "An event of a class stands in the list twice.", [
      { field: `days.${twice}.event`, because: "Choose another key for it, or leave one of the two out." },
    ]);
  // A gap in the numbers would let two days of the same origin both be written.
  if (days.some((day) => (kept.get(nameOf(day))?.version ?? 0) !== day.version))
    throw new Refusal(
      "conflict",
      "timeline.version",
      "Somebody else changed this day meanwhile. Reload, and look at theirs first.",
    );
  return effectOf(tx, me, () => addDays(tx, me, days));
}

function nameOf({ classYear, event }: KeptDay): string {
  return `${classYear} ${event}`;
}
