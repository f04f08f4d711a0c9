// The matching engine's public face, offered as the package's `./matching`: exact matches, and proofs anyone can check.
export type { ArcProblem, Level, LevelProblem, Matching, ProvenLevel } from "./problem.ts";
export { defaultLevels, validate } from "./problem.ts";
export { matchOptimally, optimalLevels, solve } from "./solve.ts";
export { matchByLevels } from "./levels.ts";
export { checkLevels, checkOptimal } from "./check.ts";
export { fingerprint } from "./fingerprint.ts";
