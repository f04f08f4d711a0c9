// Times the matching engine beside its peers on seeded schools and writes the table into docs/matching.md.
// Run: npm run bench:matching [-- school ...]; a school that is not named keeps its row from the last run. With ties:
// s10k/equal (all scores alike), s10k/popular (one order of educators for all), s10k/6 (six levels). Asked otherwise:
// s10k:fairest (lowest score first), s50k:again (from an earlier result), s10k:stable. "all" adds the large ones.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine } from "./cpu.ts";
import { schools } from "./instances.ts";
import type { Asked } from "./matching-asked.ts";
import type { Seen } from "./matching-one.ts";

const page = join(import.meta.dirname, "..", "..", "docs", "matching.md");
const usual = ["s200", "s1k", "d1k", "t1k", "s10k", "t10k", "s50k", "t50k", "s10k/equal", "s10k/popular", "s10k/6"];
usual.push("s10k:fairest", "t10k:fairest", "s10k:again", "s50k:again", "s10k:stable", "t10k:stable");
/** A quarter of an hour more, nearly all of it LEMON's. */
const large = ["d10k", "s200k", "t200k", "s200k/equal", "s200k/popular", "s200k/6"];
large.push("s200k:again", "s200k:stable", "s1m:stable", "s1m");
/** Beyond it the table that the npm packages want takes minutes and gigabytes. */
const mostForTables = 1_000;
const columns: Record<string, string[]> = {
  measured: [
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
  ],
  asked: ["School", "Asked", "First", "Warm", "Total alone, from nothing", "Check", "Memory", "Seen with"],
};

const given = process.argv.slice(2).flatMap((name) => (name === "all" ? [...usual, ...large] : name));
for (const name of given)
  if (!(name.split(/[/:]/)[0]! in schools))
    throw new Error(`There is no school ${name}: ${Object.keys(schools).join(", ")}.`);
const folder = mkdtempSync(join(tmpdir(), "chiron-matching-"));
try {
  const lemon = buildLemon();
  for (const name of given.length > 0 ? given : usual) {
    const row = name.includes(":") ? askedRowOf(name) : rowOf(name, lemon);
    console.log(row.join(" | "));
    if (name.includes(":")) keep("asked", row, 2);
    else keep("measured", row, 1);
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

function askedRowOf(name: string): string[] {
  const [school = "", question = ""] = name.split(":");
  const script = join(import.meta.dirname, "matching-asked.ts");
  const told = execFileSync(process.execPath, ["--max-old-space-size=8000", script, school, question], {
    encoding: "utf8",
  });
  const { first, best, beside, check, ok, megabytes } = JSON.parse(told) as Asked;
  if (!ok) throw new Error(`${name}: the match does not prove itself`);
  const other = beside === undefined ? "–" : time(beside);
  return [school, question, time(first), time(best), other, time(check), `${megabytes} MB`, machine()];
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

/** Puts a row between its markers in the page; one with the same first cells gives way. */
function keep(table: string, row: string[], keys: number): void {
  if (!existsSync(page)) return;
  const [begin, end] = [`<!-- ${table} -->`, `<!-- /${table} -->`];
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/matching.md has no place for the table: ${begin} and ${end}.`);
  const before = text
    .slice(from, to)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const keyOf = (one: string) => one.split(" | ").slice(0, keys).join(" | ");
  const rows = new Map(before.map((one) => [keyOf(one), one]));
  rows.set(keyOf(line(row)), line(row));
  const heads = columns[table]!;
  const shown = [begin, "", line(heads), line(heads.map(() => "---")), ...rows.values(), "", ""].join("\n");
  writeFileSync(page, text.slice(0, from) + shown + text.slice(to));
}
