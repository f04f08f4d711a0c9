// The hours that an educator is given for guidance, against what their relationships ask for by the charters.
import { z } from "zod";
import type { Charter } from "../programs/charter.ts";
import type { Program } from "../programs/program.ts";

/** Of a full-time year: 52 weeks of 40 hours. */
export const hoursPerYear = 2080;

/** Less than this share of the hours given is used: worth a look, since somebody pays for them. */
const usedLeast = 0.25;

export const Effort = z.object({
  allocatedHours: z.number(),
  /** What running relationships ask for in a year. */
  demandedHours: z.number(),
  /** What would be asked for with every place taken. */
  promisedHours: z.number(),
  /** Hours left; negative when more is asked for than given. */
  leftHours: z.number(),
  state: z.enum(["over", "fits", "under", "none"]),
});
export type Effort = z.infer<typeof Effort>;

/** Of one program: how many learners the educator has and has places for, and what one asks for in a year. */
export interface Load {
  learners: number;
  places: number;
  hoursPerLearnerYear: number;
}

/** `none` when no hours are given and none are asked for. Hours are rounded to a tenth. */
export function effortOf(effortPercent: number, loads: Load[]): Effort {
  const allocatedHours = tenth((effortPercent / 100) * hoursPerYear);
  const demandedHours = tenth(sum(loads.map(({ learners, hoursPerLearnerYear }) => learners * hoursPerLearnerYear)));
  const promisedHours = tenth(
    sum(loads.map(({ places, learners, hoursPerLearnerYear }) => Math.max(places, learners) * hoursPerLearnerYear)),
  );
  const leftHours = tenth(allocatedHours - demandedHours);
  return { allocatedHours, demandedHours, promisedHours, leftHours, state: stateOf(allocatedHours, demandedHours) };
}

/** Over all programs with a charter. */
export function effortIn(
  charters: Charter[],
  { effortPercent, loads }: { effortPercent: number; loads: { program: Program; places: number; learners: number }[] },
): Effort {
  return effortOf(
    effortPercent,
    loads.flatMap(({ program, places, learners }) => {
      const charter = charters.find((one) => one.program === program);
      return charter ? [{ places, learners, hoursPerLearnerYear: charter.body.hoursPerLearnerYear }] : [];
    }),
  );
}

function stateOf(allocated: number, demanded: number): Effort["state"] {
  if (demanded > allocated) return "over";
  if (allocated === 0) return "none";
  return demanded < allocated * usedLeast ? "under" : "fits";
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function tenth(hours: number): number {
  return Math.round(hours * 10) / 10;
}
