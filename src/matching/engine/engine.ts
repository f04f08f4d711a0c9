// The matching engine's public face, offered as the package's `./matching`: exact matches, and proofs anyone can check.
export type { ArcProblem, Level, LevelProblem, Matching, ProvenLevel } from "./problem.ts";
export { defaultLevels, rankProfile, validate } from "./problem.ts";
export { matchOptimally, optimalLevels, solve } from "./solve.ts";
export { matchByLevels } from "./levels.ts";
export { checkLevels, checkOptimal } from "./check.ts";
export type { RankedProblem, StableMatching } from "./stable.ts";
export { checkStable, matchStably, openToAll } from "./stable.ts";
export type { NonPairReason, PairReason } from "./explain.ts";
export { explainNonPair, explainPair } from "./explain.ts";
export type { Alternative, Change, Move, Outcome } from "./what-if.ts";
export { alternatives, whatIf } from "./what-if.ts";
export { fingerprint } from "./fingerprint.ts";
export type { CoupledMatching, CoupledProblem, CoupledProof, CoupledRole } from "./coupled-problem.ts";
export { unlimited } from "./coupled-problem.ts";
export type { TogetherOptions } from "./coupled.ts";
export { matchTogether, solveTogether } from "./coupled.ts";
export { proveTogether } from "./coupled-proof.ts";
export { checkTogether } from "./coupled-check.ts";
