// Runs the proofs at their stated counts and writes what it saw into docs/proof.md.
// `npm run prove -- races crash` runs some of them; the others keep their lines from the last run.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { CrashReport } from "../tests/proof/crash.ts";
import type { MatrixReport } from "../tests/proof/matrix.ts";
import type { MonthReport } from "../tests/proof/month.ts";
import type { RaceReport } from "../tests/proof/races.ts";
import type { ThreeReport } from "../tests/proof/three.ts";
import type { TwinReport } from "../tests/proof/twins.ts";

interface Proof {
  name: string;
  claim: string;
  /** Which proof of tests/proof/run.ts, at which count, on Debian's PostgreSQL of which version. */
  run: [proof: string, count: number, debian?: string];
  holds(report: never): boolean;
}

const file = join(import.meta.dirname, "..", "docs", "proof.md");

const monthHolds = ({ missing, unexpected, doubled, inQuietHours, turnedOff, telling }: MonthReport) =>
  missing + unexpected + doubled + inQuietHours + turnedOff + telling === 0;

const threeHolds = ({ people, reminded, asked, twice, missing, leastOfOne }: ThreeReport) =>
  reminded === people && asked === people && twice === 0 && missing === 0 && leastOfOne > 0;

const racesHold = ({ breaches, neither }: RaceReport) => breaches === 0 && neither === 0;

const proofs: Proof[] = [
  {
    name: "races-18",
    claim:
      "10,000 times a second signature races an assessor's assignment on PostgreSQL 18, both orders, both isolation levels: never both stand.",
    run: ["races", 10_000],
    holds: racesHold,
  },
  {
    name: "races-15",
    claim: "The same on PostgreSQL 15.",
    run: ["races", 10_000, "15"],
    holds: racesHold,
  },
  {
    name: "matrix",
    claim:
      "Every record and act of docs/confidentiality.md, for 14 askers in 5 states of a pair, tried as SQL past every route: the database does what the page says.",
    run: ["matrix", 1],
    holds: ({ mismatches, untried }: MatrixReport) => mismatches === 0 && untried === 0,
  },
  {
    name: "twins",
    claim:
      "Two copies of a school that differ in a single secret: whoever may not know it gets the same bytes from every address, lists, searches, exports, refusals and headers included.",
    run: ["twins", 1],
    holds: ({ differences }: TwinReport) => differences === 0,
  },
  {
    name: "crash",
    claim:
      "100 times kill -9 under write load, every second time of PostgreSQL too: no acknowledged write is lost, and each start takes at most 3 s.",
    run: ["crash", 100],
    holds: ({ lost, slowestStartMs }: CrashReport) => lost === 0 && slowestStartMs <= 3000,
  },
  {
    name: "month",
    claim:
      "30 days of a school, with the night on which the clock goes back, and kill -9 of the server that sends 20 times on the way: every mail that docs/mail.md says is due leaves at its half hour in one message, and no other; none in quiet hours, none that was turned off, none that names a person, a program or what people wrote. Where a server dies between the mail server's yes and our mark of it, the message is taken again under the same Message-ID (again), and for no other reason (doubled).",
    run: ["month", 20],
    holds: (report: MonthReport) => report.kills === 20 && monthHolds(report),
  },
  {
    name: "three",
    claim:
      "Three server processes on one database: each of 300 people is reminded of their meeting once, and asked once whether it took place; all three send.",
    run: ["three", 300],
    holds: threeHolds,
  },
];

const asked = process.argv.slice(2);
const lines = new Map(linesBefore());
let failed = 0;
for (const proof of proofs.filter(({ name }) => asked.length === 0 || asked.some((word) => name.startsWith(word)))) {
  process.stderr.write(`${proof.name}: ${proof.claim}\n`);
  const begun = performance.now();
  const report = await reportOf(proof);
  const holds = proof.holds(report as never);
  const saw = Object.entries(report)
    .map(([what, value]) => `${what} ${value}`)
    .join(", ");
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  if (!holds) failed++;
  lines.set(
    proof.name,
    `| ${proof.name} | ${proof.claim} | ${holds ? "holds" : "**does not hold**"} | ${saw} | ${seconds} s |`,
  );
  process.stderr.write(`  ${holds ? "holds" : "DOES NOT HOLD"}: ${saw} (${seconds} s)\n`);
  writeFileSync(file, page());
}
process.exitCode = failed === 0 ? 0 : 1;

function reportOf({ run: [proof, count, debian] }: Proof): Promise<Record<string, number>> {
  const script = join(import.meta.dirname, "..", "tests", "proof", "run.ts");
  const env = { ...process.env, CHIRON_TEST_PG: debian ?? "" };
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [script, proof, String(count)],
      { env, maxBuffer: 1 << 26 },
      (error, output) => {
        if (error) reject(error);
        else resolve(JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Record<string, number>);
      },
    );
    // What does not hold is named there.
    child.stderr?.pipe(process.stderr);
  });
}

function linesBefore(): [string, string][] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const name = line.match(/^\| ([a-z0-9-]+) \| .* s \|$/)?.[1];
      return name === undefined ? [] : [[name, line] as [string, string]];
    });
}

function page(): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const rows = proofs.flatMap(({ name }) => lines.get(name) ?? []);
  return [
    "# Proof",
    "",
    "Written by `npm run prove`. Each line is what the last full run of that proof saw; the same code runs at small counts in `npm test`.",
    "",
    `Last run at commit ${commit}, on ${cpus().length} cores.`,
    "",
    "| Proof | Claim | | What was seen | Took |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
