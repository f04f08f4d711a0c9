// What a coordinator sets for a run: the objective, the weights, and what is pinned, forbidden or assumed.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Program } from "../programs/program.ts";
import { firstWeights, parts } from "../programs/weights.ts";
import type { Level } from "./engine/problem.ts";
import { Pair } from "./facts.ts";

const Weight = z.number().int("Use a whole number.").min(0, "Use 0 or more.").max(100, "Use at most 100.");
export const Weights = z
  .record(z.enum(parts), Weight)
  .refine((weights) => Object.values(weights).some((weight) => weight > 0), "Give at least one part some weight.");

/** Things that are not so, and that a scenario tries out. A run with any of them cannot be approved. */
export const Assumptions = z.object({
  places: z
    .array(z.object({ educatorId: Id, places: z.number().int().min(0).max(60) }))
    .max(100)
    .default([]),
  certified: z.array(Id).max(100).default([]),
  relaxed: z.array(Pair).max(100).default([]),
});

export const Settings = z.object({
  /** Fairest raises the lowest score first; total only adds up. Both match as many learners as can be. */
  objective: z.enum(["fairest", "total"]),
  /** Null: moving as few relationships as possible is an objective of its own. A number: keeping one is worth so many points. */
  continuityBonus: z.number().int().min(0).max(10_000).nullable(),
  weights: Weights,
  /** "in need": who has nobody in the program. "everyone": plans again over relationships in force, too. */
  scope: z.enum(["in need", "everyone"]),
  sameCampus: z.boolean(),
  /** A lower limit per educator than the charter's and their own. */
  learnersMost: z.number().int().min(1, "Use 1 or more.").max(60).nullable(),
  pins: z.array(Pair).max(1000),
  forbidden: z.array(Pair).max(1000),
  assumptions: Assumptions,
  /** Unapproved runs of other programs, whose pairs and hours count as taken. */
  counting: z.array(Id).max(10),
  /** First day of the term that the run looks at. */
  from: Day,
});
export type Settings = z.infer<typeof Settings>;

/** What may be sent: everything has a default. */
export const SettingsAsked = z.object({
  objective: Settings.shape.objective.optional(),
  continuityBonus: Settings.shape.continuityBonus.optional(),
  weights: Weights.optional(),
  scope: Settings.shape.scope.optional(),
  sameCampus: z.boolean().optional(),
  learnersMost: Settings.shape.learnersMost.optional(),
  pins: Settings.shape.pins.optional(),
  forbidden: Settings.shape.forbidden.optional(),
  assumptions: Assumptions.optional(),
  counting: Settings.shape.counting.optional(),
});
export type SettingsAsked = z.infer<typeof SettingsAsked>;

export function settingsOf(program: Program, today: string, asked: SettingsAsked = {}): Settings {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return {
    objective: "fairest",
    continuityBonus: null,
    weights: firstWeights[program],
    scope: "in need",
    sameCampus: false,
    learnersMost: null,
    pins: [],
    forbidden: [],
    assumptions: { places: [], certified: [], relaxed: [] },
    counting: [],
    from: today,
    ...given,
  };
}

/** The objectives in order: as many learners as can be, as few moved, the lowest score raised, the highest total. */
export function levelsOf({ objective, continuityBonus }: Settings): Level[] {
  const levels: Level[] = [{ kind: "cardinality" }];
  if (continuityBonus === null) levels.push({ kind: "continuity" });
  if (objective === "fairest") levels.push({ kind: "max-min" });
  levels.push(continuityBonus === null ? { kind: "max-sum" } : { kind: "max-sum", continuityBonus });
  return levels;
}

export function hasAssumptions({ assumptions }: Settings): boolean {
  return assumptions.places.length + assumptions.certified.length + assumptions.relaxed.length > 0;
}
