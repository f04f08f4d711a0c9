// Solves one seeded school with one solver in a process of its own and prints what it took as JSON.
// Run by matching.ts: node matching-one.ts <school> <chiron | munkres | linear-sum-assignment | write> [file]
import { writeFileSync } from "node:fs";
import { checkOptimal } from "../../src/matching/engine/check.ts";
import type { ArcProblem } from "../../src/matching/engine/problem.ts";
import { matchOptimally } from "../../src/matching/engine/solve.ts";
import { secondsOften } from "./cpu.ts";
import { makeInstance, schools, tied } from "./instances.ts";

/** Processor seconds with every thread of the process, memory included that made the school. */
export interface Seen {
  first: number;
  best: number;
  check: number;
  cost: number;
  unmatched: number;
  ok: boolean;
  megabytes: number;
}

const alone = 10_000_000;

const [name = "", solver = "", file = ""] = process.argv.slice(2);
const [school = "", ties] = name.split("/");
const made = makeInstance(schools[school]!);
const problem = ties === undefined ? made : tied(made, ties === "6" ? 6 : (ties as "equal" | "popular"));
if (solver === "write") writeFileSync(file, bytesOf(problem));
else process.stdout.write(`${JSON.stringify(await (solver === "chiron" ? ours() : theirs(solver)))}\n`);

function ours(): Seen {
  const { times, last: matching } = secondsOften(() => matchOptimally(problem));
  const { times: checks, last: checked } = secondsOften(() => checkOptimal(problem, matching));
  return seenOf(times, Math.min(...checks), matching.cost, matching.unmatched, checked.ok);
}

/** The npm packages want a full table with one column per place; pairs that cannot be cost more than any match. */
async function theirs(packageName: string): Promise<Seen> {
  const solve = (await import(packageName)) as any;
  const table = tableOf(problem);
  const { times, last: columns } = secondsOften((): ArrayLike<number> => {
    if (packageName !== "munkres") return solve.linearSumAssignment(table, { maximaze: false }).rowAssignments;
    const found = Int32Array.from({ length: problem.learners }, () => -1);
    for (const [l, column] of solve.munkres(table)) found[l] = column;
    return found;
  });
  const costs = table.map((row, l) => (columns[l]! >= 0 ? row[columns[l]!]! : alone)).filter((one) => one < alone);
  const cost = costs.reduce((sum, one) => sum + one, 0);
  const used = Array.from(columns).filter((column) => column >= 0);
  return seenOf(times, 0, cost, problem.learners - costs.length, new Set(used).size === used.length);
}

function seenOf(times: number[], check: number, cost: number, unmatched: number, ok: boolean): Seen {
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { first: times[0]!, best: Math.min(...times), check, cost, unmatched, ok, megabytes };
}

function tableOf({ learners, educators, rowStart, educator, score, capacity }: ArcProblem) {
  const first = new Int32Array(educators + 1);
  for (let e = 0; e < educators; e++) first[e + 1] = first[e]! + capacity[e]!;
  const places = first[educators]!;
  return Array.from({ length: learners }, (_, l) => {
    const row = Array.from({ length: Math.max(places, learners) }, () => alone);
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
      row.fill(10_000 - score[arc]!, first[educator[arc]!], first[educator[arc]! + 1]);
    return row;
  });
}

/** As lemon.cpp reads it. */
function bytesOf({ learners, educators, rowStart, educator, score, capacity }: ArcProblem): Buffer {
  const head = Int32Array.of(learners, educators, educator.length);
  return Buffer.concat(
    [head, rowStart, educator, score, capacity].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
}
