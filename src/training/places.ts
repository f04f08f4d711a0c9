// The places that a change of a charter's training or ratio costs, shown before anyone saves it.
import { plural } from "../core/plural.ts";
import { z } from "zod";
import type { Day } from "../core/shapes.ts";
import { certificationOf, type Completion, type Training } from "./certification.ts";

export interface PlacesCharter extends Training {
  /** Most learners for one educator, whatever their capacity says. */
  learnersMost: number;
}

interface Holder {
  places: number;
  completions: Completion[];
}

export const PlacesLost = z.object({
  /** Each change by itself: a module that becomes required, one that would have run out, or a smaller ratio. */
  items: z.array(
    z.object({
      kind: z.enum(["module", "validity", "ratio"]),
      name: z.string(),
      places: z.number(),
      educators: z.number(),
    }),
  ),
  before: z.object({ places: z.number(), educators: z.number() }),
  after: z.object({ places: z.number(), educators: z.number() }),
});
export type PlacesLost = z.infer<typeof PlacesLost>;

/**
 * Counts places of certified educators, each up to the ratio, on `day`. An item says what that one change alone costs
 * of the places there are before; items overlap where one educator lacks two modules, so they do not add up to the total.
 */
export function placesLost(before: PlacesCharter, after: PlacesCharter, holders: Holder[], day: Day): PlacesLost {
  const count = (charter: PlacesCharter) =>
    total(
      holders.filter(({ completions }) => certificationOf(charter, completions, day).certified),
      charter.learnersMost,
    );
  const was = count(before);
  const alone = (kind: "module" | "validity" | "ratio", name: string, charter: PlacesCharter) => {
    const is = count(charter);
    return { kind, name, places: was.places - is.places, educators: was.educators - is.educators };
  };
  const added = after.modules.filter((module) => !before.modules.includes(module));
  const items = added.map((module) => alone("module", module, { ...before, modules: [...before.modules, module] }));
  if (after.validityMonths !== before.validityMonths && after.validityMonths !== null)
    for (const module of after.modules.filter((one) => !added.includes(one)))
      items.push({ ...lapsedOnly(before, after.validityMonths, module, holders, day), kind: "validity", name: module });
  if (after.learnersMost < before.learnersMost)
    items.push(
      alone("ratio", `At most ${plural(after.learnersMost, "learner")}`, {
        ...before,
        learnersMost: after.learnersMost,
      }),
    );
  return { items, before: was, after: count(after) };
}

/** Those certified before, whom a validity on this one module alone would turn away. */
function lapsedOnly(
  before: PlacesCharter,
  validityMonths: number,
  module: string,
  holders: Holder[],
  day: Day,
): { places: number; educators: number } {
  const lost = holders.filter(
    ({ completions }) =>
      certificationOf(before, completions, day).certified &&
      !certificationOf({ modules: [module], validityMonths }, completions, day).certified,
  );
  return total(lost, before.learnersMost);
}

function total(holders: Holder[], most: number): { places: number; educators: number } {
  return { places: holders.reduce((sum, { places }) => sum + Math.min(places, most), 0), educators: holders.length };
}
