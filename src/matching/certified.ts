// Which modules of a charter an educator still lacks on a day, out of what they completed.
import type { Day } from "../core/shapes.ts";
import type { MissingModules } from "./eligibility.ts";
import { monthsLater, type Terms } from "./facts.ts";

/** A module counts once completed, and as long as the charter's validity lasts; without one, for good. */
export function missingModulesOf({
  modules,
  validityMonths,
}: Pick<Terms, "modules" | "validityMonths">): MissingModules {
  const isValid = (completedOn: Day, day: Day): boolean =>
    completedOn <= day && (validityMonths === null || monthsLater(completedOn, validityMonths) > day);
  return ({ trainings }, day) =>
    modules.filter(
      (module) => !trainings.some((training) => training.module === module && isValid(training.completedOn, day)),
    );
}
