// Runs the benchmarks and writes what was seen into docs/performance.md.
// `npm run bench -- api users` runs some of them; the others keep their part from the last run.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTestServer } from "../help/test-server.ts";
import type { Section } from "./section.ts";

const file = join(import.meta.dirname, "..", "..", "docs", "performance.md");
const benches: Record<string, () => Promise<Section>> = {
  api: async () => (await import("./api.ts")).benchApi(),
  users: async () => (await import("./users.ts")).benchUsers(),
  daily: async () => (await import("./daily.ts")).benchDaily(),
  plans: async () => (await import("./plans.ts")).benchPlans(),
  library: async () => (await import("./library.ts")).benchLibrary(),
  import: async () => (await import("./import.ts")).benchImport(),
  match: async () => (await import("./match.ts")).benchMatch(),
};

const heading = `# Performance

Written by \`npm run bench\`. Figures are of one computer at one time; the ratios are what can be compared, since both sides ran in turn in the same run.
`;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(", ")}: ${Object.keys(benches).join(", ")}.`);
const server = await startTestServer();
process.env.CHIRON_TEST_SERVER = JSON.stringify(server.coordinates);
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const text = textOf(await bench());
    process.stdout.write(`${text}\n`);
    keep(name, text);
  }
} finally {
  await server.stop();
}
process.exit();

function textOf({ title, command, about, columns, rows }: Section): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    about,
    "",
    `\`${command}\``,
    "",
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map(line),
    "",
  ].join("\n");
}

/** The page with this part new and the others as they were. */
function keep(name: string, text: string): void {
  const parts = new Map(partsBefore());
  parts.set(name, text);
  const order = Object.keys(benches).flatMap((key) => (parts.has(key) ? [`<!-- ${key} -->\n${parts.get(key)}`] : []));
  writeFileSync(file, `${heading}\n${order.join("\n")}`);
}

function partsBefore(): [string, string][] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split(/^<!-- /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf(" -->\n");
      return [part.slice(0, end), part.slice(end + 5).trimEnd() + "\n"];
    });
}
