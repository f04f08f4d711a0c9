// Times the coupled match on seeded schools and writes its table into docs/matching.md.
// Run: node tests/bench/coupled.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkTogether } from "../../src/matching/engine/coupled-check.ts";
import { proveTogether } from "../../src/matching/engine/coupled-proof.ts";
import { matchTogether } from "../../src/matching/engine/coupled.ts";
import { coupledSchool } from "./coupled-school.ts";
import { machine } from "./cpu.ts";

const page = join(import.meta.dirname, "..", "..", "docs", "matching.md");
const [begin, end] = ["<!-- measured together -->", "<!-- /measured together -->"];
const schools = [
  { learners: 200, educators: 100, supply: 1.15, seed: 1 },
  { learners: 200, educators: 100, supply: 1.25, seed: 1 },
  { learners: 200, educators: 100, supply: 1.4, seed: 1 },
  { learners: 1_000, educators: 400, supply: 1.4, seed: 2 },
];
const columns = [
  "Learners x educators",
  "Supply of effort",
  "Without",
  "Cost",
  "Time",
  "Proven: without at least",
  "Proven: cost at least",
  "Apart",
  "HiGHS: the best is",
  "Seen with",
];
const rows: string[][] = [];
for (const school of schools) {
  const problem = coupledSchool(school);
  const all = problem.roles.length * school.learners;
  const before = process.cpuUsage();
  const matching = matchTogether(problem);
  const { user, system } = process.cpuUsage(before);
  const { ok, failures, matched, total, mostMatched, mostTotal } = checkTogether(problem, matching);
  if (!ok) throw new Error(failures.join("; "));
  const [cost, least] = [10_000 * matched - total, 10_000 * matched - mostTotal];
  const since = process.cpuUsage();
  const proven = await proveTogether(problem, matching, { seconds: 120 });
  const spent = process.cpuUsage(since);
  const proof =
    proven.status === "searched"
      ? `${(10_000 * matched - proven.total).toLocaleString("en")}, in ${((spent.user + spent.system) / 1e6).toFixed(1)} s`
      : "–";
  const row = [
    `${school.learners} x ${school.educators}`,
    `${school.supply}`,
    `${all - matched}`,
    cost.toLocaleString("en"),
    `${((user + system) / 1e6).toFixed(1)} s`,
    `${all - mostMatched}`,
    least.toLocaleString("en"),
    `${((100 * (cost - least)) / least).toFixed(2)} %`,
    proof,
    machine(),
  ];
  console.log(row.join(" | "));
  rows.push(row);
}
const text = readFileSync(page, "utf8");
const [from, to] = [text.indexOf(begin), text.indexOf(end)];
if (from < 0 || to < 0) throw new Error(`docs/matching.md has no place for the table: ${begin} and ${end}.`);
const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
const table = [begin, "", line(columns), line(columns.map(() => "---")), ...rows.map(line), "", ""].join("\n");
writeFileSync(page, text.slice(0, from) + table + text.slice(to));
