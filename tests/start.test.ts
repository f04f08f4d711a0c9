// The first start in a fresh clone, with an npm of the test's own: what it says when it cannot install, and how it is stopped.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const clone = mkdtempSync(join(tmpdir(), "chiron-start-"));
after(() => rmSync(clone, { recursive: true, force: true }));
mkdirSync(join(clone, "scripts"));
mkdirSync(join(clone, "node_modules"));
copyFileSync(join(import.meta.dirname, "..", "scripts", "start.mjs"), join(clone, "scripts", "start.mjs"));

const ours = { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] };
const theirs = { version: "1.0.0", optional: true, os: ["another"], cpu: [process.arch] };
const lock = (packages: Record<string, unknown>) => JSON.stringify({ packages });
writeFileSync(
  join(clone, "package-lock.json"),
  lock({ "": {}, "node_modules/ours": ours, "node_modules/not": theirs }),
);

/** Starts it with an npm that does this, a program in JavaScript. */
function start(npm: string) {
  const path = join(clone, "npm.js");
  writeFileSync(path, npm);
  const { npm_lifecycle_event: _, ...around } = process.env;
  const child = spawn(process.execPath, [join(clone, "scripts", "start.mjs"), "help"], {
    env: { ...around, npm_execpath: path },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, said })),
  );
  return { child, ended };
}

test("what npm says of its failure is told, even to whoever asked npm for silence", async () => {
  const { code, said } = await start('console.error("odd", process.argv.includes("--loglevel=error")); process.exit(1)')
    .ended;
  assert.equal(code, 1);
  assert.match(said, /The installation did not finish\. npm said:\nodd true/);
  const away = await start('console.error("npm error code ECONNREFUSED"); process.exit(1)').ended;
  assert.match(away.said, /registry cannot be reached/);
});

test("an installation without a package for this computer is not whole", async () => {
  const { code, said } = await start("").ended;
  assert.equal(code, 1);
  assert.match(said, /is not whole[^]*Run the same command again/);
  writeFileSync(join(clone, "node_modules", ".package-lock.json"), lock({ "node_modules/ours": ours }));
  const whole = await start("process.exit(1)").ended;
  assert.doesNotMatch(whole.said, /Installing/, "nothing is missing, so npm is not asked");
  rmSync(join(clone, "node_modules", ".package-lock.json"));
});

test("Ctrl-C ends an installation that does not listen", { skip: process.platform === "win32" }, async () => {
  const begun = join(clone, "begun");
  const deaf = `process.on("SIGINT", () => {}); require("fs").writeFileSync(${JSON.stringify(begun)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const { child, ended } = start(deaf);
  while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  assert.equal((await ended).code, 130);
  assert.throws(() => process.kill(Number(readFileSync(begun, "utf8")), 0), "npm is gone");
});
