// Times the matching engine beside its peers on seeded schools and writes the table into docs/matching.md.
// Run: npm run bench:matching [-- school ...]; a school that is not named keeps its row from the last run. With ties:
// s10k/equal (all scores alike), s10k/popular (one order of educators for all), s10k/6 (six levels).
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine } from "./cpu.ts";
import { schools } from "./instances.ts";
import type { Seen } from "./matching-one.ts";

const page = join(import.meta.dirname, "..", "..", "docs", "matching.md");
const [begin, end] = ["<!-- measured -->", "<!-- /measured -->"];
const usual = ["s200", "s1k", "d1k", "t1k", "s10k", "t10k", "s50k", "t50k", "s10k/equal", "s10k/popular", "s10k/6"];
/** Beyond it the table that the npm packages want takes minutes and gigabytes. */
const mostForTables = 1_000;
const columns = [
  "School",
  "Arcs",
  "Unmatched",
  "Cost",
  "First",
  "Warm",
  "Check",
  "Memory",
  "LEMON",
  "to ours",
  "munkres",
  "linear-sum-assignment",
  "Seen with",
];

const asked = process.argv.slice(2);
for (const name of asked)
  if (!(name.split("/")[0]! in schools))
    throw new Error(`There is no school ${name}: ${Object.keys(schools).join(", ")}.`);
const folder = mkdtempSync(join(tmpdir(), "chiron-matching-"));
try {
  const lemon = buildLemon();
  for (const name of asked.length > 0 ? asked : usual) {
    const row = rowOf(name, lemon);
    console.log(row.join(" | "));
    keep(row);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The peer in C++, where the compiler and liblemon-dev are installed. */
function buildLemon(): string | undefined {
  const target = join(folder, "lemon");
  try {
    execFileSync("g++", ["-O3", "-march=native", join(import.meta.dirname, "lemon.cpp"), "-o", target], {
      stdio: "ignore",
    });
    return target;
  } catch {
    console.log("g++ or liblemon-dev is missing: without LEMON.");
    return undefined;
  }
}

function rowOf(name: string, lemon: string | undefined): string[] {
  const ours = run(name, "chiron");
  if (!ours.ok) throw new Error(`${name}: the match does not prove itself`);
  const school = schools[name.split("/")[0]!]!;
  const [cpp, munkres, rectangular] = [
    lemon ? lemonOn(name, lemon) : undefined,
    ...["munkres", "linear-sum-assignment"].map((peer) =>
      school.learners <= mostForTables ? run(name, peer) : undefined,
    ),
  ];
  const arcs =
    school.choices === "dense" ? "97 in 100 pairs" : `${(school.learners * school.choices).toLocaleString("en")}`;
  return [
    name,
    arcs,
    `${ours.unmatched}`,
    ours.cost.toLocaleString("en"),
    time(ours.first),
    time(ours.best),
    time(ours.check),
    `${ours.megabytes} MB`,
    cell(ours, cpp),
    cpp ? `${(cpp.best / ours.best).toFixed(1)} x` : "–",
    cell(ours, munkres),
    cell(ours, rectangular),
    machine(),
  ];
}

/** A peer's time, or what it got wrong: a time without the same value says nothing. */
function cell(ours: Seen, peer: Seen | undefined): string {
  if (!peer) return "–";
  const isSame = peer.ok && peer.cost === ours.cost && peer.unmatched === ours.unmatched;
  return isSame ? time(peer.best) : `${time(peer.best)}, but ${peer.unmatched} unmatched at ${peer.cost}`;
}

function run(name: string, solver: string, file = ""): Seen {
  const script = join(import.meta.dirname, "matching-one.ts");
  const given = ["--max-old-space-size=8000", script, name, solver, file];
  const told = execFileSync(process.execPath, given, { encoding: "utf8" });
  return solver === "write" ? ({} as Seen) : (JSON.parse(told) as Seen);
}

function lemonOn(name: string, lemon: string): Seen {
  const file = join(folder, "school");
  run(name, "write", file);
  const told = JSON.parse(execFileSync(lemon, [file], { encoding: "utf8" }));
  return { ...told, first: told.seconds, best: told.seconds, check: 0, ok: true };
}

function time(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms` : `${seconds.toFixed(1)} s`;
}

function keep(row: string[]): void {
  if (!existsSync(page)) return;
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/matching.md has no place for the table: ${begin} and ${end}.`);
  const before = text
    .slice(from, to)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rows = new Map(before.map((one) => [one.split(" | ")[0]!.slice(2), one]));
  rows.set(row[0]!, line(row));
  const table = [begin, "", line(columns), line(columns.map(() => "---")), ...rows.values(), "", ""].join("\n");
  writeFileSync(page, text.slice(0, from) + table + text.slice(to));
}
