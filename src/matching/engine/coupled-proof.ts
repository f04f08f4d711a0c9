// A last proof by HiGHS, a solver of others, where its package is installed and the problem is small: whether any
// solution with as many pairs has a higher total. Arcs that fall short of the bound by more than the gap are left out.
// Its verdict cannot be checked in one pass as the bounds can, so a match that it confirms is called `searched`.
import { topScore } from "./problem.ts";
import { checkTogether } from "./coupled-check.ts";
import type { CoupledMatching, CoupledProblem } from "./coupled-problem.ts";
import { placesWithin, refuseFaults, sharedPairs, usableBudget, unlimited } from "./coupled-problem.ts";
import { usefulArcs } from "./coupled-useful.ts";

const arcsMost = 20_000;
/** Loaded by name: nothing else of the engine needs a package, and nothing fails without it. */
const packageName = "highs";

interface Highs {
  solve(
    program: string,
    options: Record<string, unknown>,
  ): { Status: string; Columns: Record<string, { Primal: number }> };
}

/**
 * The match, `searched` when nothing is better, or a better one that is. The same as it was when nothing is proven: not installed, too large, out of time, or more
 * pairs not ruled out. `seconds` are of the clock; the solver cannot be interrupted before.
 */
export async function proveTogether(
  problem: CoupledProblem,
  matching: CoupledMatching,
  { seconds = 60 }: { seconds?: number } = {},
): Promise<CoupledMatching> {
  refuseFaults(problem);
  const arcs = problem.roles.reduce((sum, role) => sum + role.problem.educator.length, 0);
  if (matching.status !== "feasible-with-gap" || matching.matched < matching.mostMatched || arcs > arcsMost)
    return matching;
  const highs = await loaded();
  if (!highs) return matching;
  const { Status, Columns } = highs.solve(programOf(problem, matching), {
    time_limit: seconds,
    mip_rel_gap: 0,
    mip_abs_gap: 0.9,
    output_flag: false,
  });
  if (Status !== "Optimal") return matching;
  const better = withPairs(problem, matching, Columns);
  return checkTogether(problem, better).ok ? better : matching;
}

async function loaded(): Promise<Highs | null> {
  const found = (await import(/* @vite-ignore */ packageName).catch(() => null)) as {
    default(): Promise<Highs>;
  } | null;
  return found ? found.default() : null;
}

/** The least of 10000 - score over as many pairs as are known; where everybody has somebody, in every role exactly one. */
function programOf(problem: CoupledProblem, matching: CoupledMatching): string {
  const used = usefulArcs(problem, matching);
  const isFull = matching.matched === problem.roles.reduce((n, { problem: { learners } }) => n + learners, 0);
  const shared = sharedPairs(problem);
  const rows: string[] = [];
  const [scores, all]: string[][] = [[], []];
  const efforts = Array.from(problem.budget, (): string[] => []);
  const lanes = shared.learner.map((): string[] => []);
  problem.roles.forEach((role, r) => {
    const { learners, educators, rowStart, educator, score } = role.problem;
    const columns = Array.from({ length: educators }, (): string[] => []);
    for (let l = 0; l < learners; l++) {
      const row: string[] = [];
      for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
        if (used[r]![arc] === 0) continue;
        const name = `x${r}_${arc}`;
        row.push(name);
        all!.push(name);
        scores!.push(`${topScore - score[arc]!} ${name}`);
        columns[educator[arc]!]!.push(name);
        efforts[educator[arc]!]!.push(`${role.effort} ${name}`);
        if (shared.of[r]![arc]! >= 0) lanes[shared.of[r]![arc]!]!.push(name);
      }
      if (row.length > 0) rows.push(`${sumOf(row)} ${isFull ? "=" : "<="} 1`);
    }
    const places = placesWithin(role, problem.budget);
    columns.forEach((terms, e) => terms.length > places[e]! && rows.push(`${sumOf(terms)} <= ${places[e]}`));
  });
  const budget = usableBudget(problem);
  efforts.forEach((terms, e) => {
    if (terms.length > 0 && budget[e] !== unlimited) rows.push(`${sumOf(terms)} <= ${budget[e]}`);
  });
  for (const terms of lanes) if (terms.length > 1) rows.push(`${sumOf(terms)} <= 1`);
  if (!isFull) rows.push(`${sumOf(all!)} >= ${matching.matched}`);
  const named = rows.map((row, at) => ` r${at}: ${row}`).join("\n");
  return `Minimize\n o: ${sumOf(scores!)}\nSubject To\n${named}\nBinary\n${all!.join("\n")}\nEnd\n`;
}

function sumOf(terms: string[]): string {
  return terms.join("\n + ");
}

function withPairs(
  { roles }: CoupledProblem,
  matching: CoupledMatching,
  columns: Record<string, { Primal: number }>,
): CoupledMatching {
  const educatorOf = roles.map(({ problem: { learners, rowStart, educator } }, r) =>
    Int32Array.from({ length: learners }, (_, l) => {
      for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
        if ((columns[`x${r}_${arc}`]?.Primal ?? 0) > 0.5) return educator[arc]!;
      return -1;
    }),
  );
  let total = 0;
  roles.forEach(({ problem: { learners, rowStart, educator, score } }, r) => {
    for (let l = 0; l < learners; l++)
      for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
        if (educator[arc] === educatorOf[r]![l]) total += score[arc]!;
  });
  const status = total === matching.mostTotal ? "optimal" : "searched";
  return { ...matching, educatorOf, total, status };
}
