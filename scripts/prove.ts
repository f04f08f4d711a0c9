// Runs the proofs at their stated counts and writes what it saw into docs/proof.md.
// `npm run prove -- races crash` runs some of them; the others keep their lines from the last run.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { startTestServer } from "../tests/help/test-server.ts";
import { crash } from "../tests/proof/crash.ts";
import { raceAtTheWall } from "../tests/proof/races.ts";

interface Proof {
  name: string;
  claim: string;
  run(): Promise<{ saw: string; holds: boolean }>;
}

const debianPrograms = "/usr/lib/postgresql/15/bin";
const file = join(import.meta.dirname, "..", "docs", "proof.md");

const proofs: Proof[] = [
  races("races-18", "18", 10_000),
  races("races-15", "15", 10_000),
  {
    name: "crash",
    claim: "100 times kill -9 under write load, every second time of PostgreSQL too: no acknowledged write is lost.",
    async run() {
      const { kills, acknowledged, lost, slowestStartMs } = await crash(100);
      const saw = `${kills} kills, ${acknowledged} acknowledged writes, ${lost} lost, slowest start ${slowestStartMs} ms`;
      return { saw, holds: lost === 0 && slowestStartMs <= 3000 };
    },
  },
];

const asked = process.argv.slice(2);
const lines = new Map(linesBefore());
let failed = 0;
for (const proof of proofs.filter(({ name }) => asked.length === 0 || asked.some((word) => name.startsWith(word)))) {
  process.stderr.write(`${proof.name}: ${proof.claim}\n`);
  const begun = performance.now();
  const { saw, holds } = await proof.run();
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

function races(name: string, version: string, count: number): Proof {
  return {
    name,
    claim: `${count.toLocaleString("en")} races of a second signature against an assessor's assignment on PostgreSQL ${version}: never both.`,
    async run() {
      if (version === "15" && !existsSync(debianPrograms))
        return { saw: `not run: no ${debianPrograms}`, holds: false };
      process.env.CHIRON_TEST_PG = version === "15" ? "15" : "";
      const server = await startTestServer();
      process.env.CHIRON_TEST_SERVER = JSON.stringify(server.coordinates);
      const { openWorld } = await import("../tests/help/world.ts");
      const world = await openWorld();
      const { relationshipWon, assessorWon, neither, breaches, retries } = await raceAtTheWall(world, count);
      await world.door.close();
      await server.stop();
      const saw = `relationship won ${relationshipWon}, assessor won ${assessorWon}, neither ${neither}, breaches ${breaches}, retries ${retries}`;
      return { saw, holds: breaches === 0 && neither === 0 };
    },
  };
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
