// Which modules of a charter an educator still lacks on a day: what training says about certification.
import { certificationOf, type Training } from "../training/certification.ts";
import type { MissingModules } from "./eligibility.ts";

/** Modules never completed, and those whose validity has run out by that day. */
export function missingModulesOf(training: Training): MissingModules {
  return ({ trainings }, day) => {
    const { missing, lapsed } = certificationOf(training, trainings, day);
    return [...missing, ...lapsed.map(({ module }) => module)];
  };
}
