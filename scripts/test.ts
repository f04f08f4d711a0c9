// Runs the tests: one throwaway PostgreSQL for all of them, the browser's too where a Chromium is found.
// `npm test -- FILE...` narrows to files, `npm test -- --database` to those that use the database.
import { spawn } from "node:child_process";
import { accessSync, constants, globSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { startTestServer } from "../tests/help/test-server.ts";

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);
const chromium = findChromium();
const server = await startTestServer();
process.exitCode = await runTests(chooseFiles(), {
  ...process.env,
  ...(chromium ? { CHROMIUM: chromium } : {}),
  CHIRON_TEST_SERVER: JSON.stringify(server.coordinates),
});
await server.stop();

function chooseFiles(): string[] {
  const named = args.filter((word) => !word.startsWith("--"));
  if (named.length > 0) return named;
  const files = globSync(["src/**/*.test.ts", "tests/*.test.ts"], { cwd: root }).sort();
  if (args.includes("--database"))
    return files.filter((file) => readFileSync(join(root, file), "utf8").includes("help/"));
  const inBrowser = globSync("tests/e2e/*.test.ts", { cwd: root }).sort();
  if (chromium) return [...files, ...inBrowser];
  if (inBrowser.length > 0)
    console.log("The browser tests did not run: no Chromium was found. Install one, or set CHROMIUM to its path.");
  return files;
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return places.find((place) => place && isProgram(place));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** node:test's closing lines come last; without a terminal they begin with "#", as in its plain form. */
function runTests(files: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const options = ["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=280000"];
  const isTerminal = process.stdout.isTTY;
  const child = spawn(process.execPath, [...options, ...files], {
    cwd: root,
    env,
    stdio: ["ignore", isTerminal ? "inherit" : "pipe", "inherit"],
  });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => process.stdout.write(text.replace(/^ℹ /gm, "# ")));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 130)));
}
