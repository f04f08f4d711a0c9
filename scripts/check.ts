// Everything that must hold before a change is kept, in the order of what is quickest to mend.
// `npm run check` runs it, and .ci/run calls the same list.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const packages = join(root, "node_modules");
const start = join(root, "scripts", "start.mjs");

const steps = [
  { name: "types of the server", line: [join(packages, "typescript/bin/tsc"), "-p", "tsconfig.json"] },
  { name: "types of the web app", line: [join(packages, "typescript/bin/tsc"), "-p", "tsconfig.web.json"] },
  { name: "lint", line: [join(packages, "oxlint/bin/oxlint"), "--deny-warnings"] },
  { name: "format", line: [join(packages, "oxfmt/bin/oxfmt"), "--check"] },
  { name: "dead code", line: [join(packages, "knip/bin/knip.js"), "--no-progress", "--no-config-hints"] },
  { name: "tests", line: [start, "test"], isShown: true },
];

for (const { name, line, isShown = false } of steps.filter(isPossible)) {
  const started = Date.now();
  if (isShown) console.log(`${name} ...`);
  const { code, output } = await run(line, isShown);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (!isShown || code !== 0) console.log(`${code === 0 ? "ok" : "FAILED"}  ${name}  ${seconds} s`);
  if (code === 0) continue;
  console.log(output);
  process.exit(code);
}

/** The web app's types and the search for dead code need both ends of the program. */
function isPossible({ name }: { name: string }): boolean {
  if (name === "types of the web app") return existsSync(join(root, "src/web/main.tsx"));
  if (name === "dead code")
    return ["src/web/main.tsx", "src/cli/main.ts"].every((file) => existsSync(join(root, file)));
  return true;
}

function run(line: string[], isShown: boolean): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, line, { cwd: root, stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (text) => (output += text));
  child.stderr?.on("data", (text) => (output += text));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? 130, output })));
}
