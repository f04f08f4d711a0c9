// The package as another program has it: packed by npm, put under node_modules, and imported there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { routes } from "../src/http/routes.ts";

const root = join(import.meta.dirname, "..");
const elsewhere = mkdtempSync(join(tmpdir(), "chiron-package-"));
const packages = join(elsewhere, "node_modules");
after(() => rmSync(elsewhere, { recursive: true, force: true }));

before(() => {
  const shell = process.platform === "win32";
  execFileSync("npm", ["pack", "--silent", "--pack-destination", elsewhere], { cwd: root, shell, stdio: "pipe" });
  const [packed] = readdirSync(elsewhere).filter((name) => name.endsWith(".tgz"));
  assert.ok(packed);
  execFileSync("tar", ["-xzf", packed], { cwd: elsewhere });
  mkdirSync(packages);
  renameSync(join(elsewhere, "package"), join(packages, "chiron"));
  // The one package that ours needs there, from here instead of from the registry.
  symlinkSync(join(root, "node_modules", "zod"), join(packages, "zod"), "junction");
  writeFileSync(join(elsewhere, "package.json"), '{ "type": "module" }');
});

test("the matching engine answers to whoever installed the package, in Node as in the types", () => {
  const text = `
    import { type ArcProblem, checkOptimal, matchOptimally } from "chiron/matching";
    const problem: ArcProblem = {
      learners: 2, educators: 2, rowStart: Int32Array.of(0, 2, 3), educator: Int32Array.of(0, 1, 0),
      score: Int32Array.of(9000, 100, 500), capacity: Int32Array.of(1, 1),
    };
    const matching = matchOptimally(problem);
    console.log(JSON.stringify([[...matching.educatorOf], checkOptimal(problem, matching).ok]));`;
  typecheck(text);
  for (const node of nodes()) assert.deepEqual(JSON.parse(run(node, untyped(text))), [[1, 0], true], node);
});

test("the client knows every operation by name, and its refusals", () => {
  typecheck(`
    import { listPeople, openClient } from "chiron/client";
    const { items } = await openClient("http://localhost:4400", "key").ask(listPeople, { query: { limit: 2 } });
    const names: string[] = items.map(({ familyName }) => familyName);
    console.log(names);`);
  const text = `
    import * as offered from "chiron/client";
    const refused = await offered.openClient("http://127.0.0.1:1", "key").ask(offered.listPeople).catch((error) => error);
    const operations = Object.values(offered).filter((one) => typeof one?.path === "string");
    console.log(JSON.stringify({
      rule: refused instanceof offered.Refusal && refused.rule,
      operations: operations.map(({ method, path }) => method + " " + path),
    }));`;
  const served = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`).toSorted();
  for (const node of nodes()) {
    const { rule, operations } = JSON.parse(run(node, text)) as { rule: string; operations: string[] };
    assert.equal(rule, "server.unreachable", node);
    assert.deepEqual(operations.toSorted(), served, node);
  }
});

test("the command of an installed package says where it runs", () => {
  const command = join(packages, "chiron", "scripts", "start.mjs");
  assert.throws(() => execFileSync(process.execPath, [command, "help"], { stdio: "pipe" }), /in a clone of Chiron/);
});

/** Ours, and the one of the machine, which may be older. */
function nodes(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const path = folders.join(delimiter);
  const ask = "process.stdout.write(process.execPath)";
  try {
    const theirs = execFileSync("node", ["-e", ask], { env: { ...process.env, PATH: path }, encoding: "utf8" });
    return [...new Set([process.execPath, theirs])];
  } catch {
    return [process.execPath];
  }
}

function run(node: string, text: string): string {
  writeFileSync(join(elsewhere, "asks.mjs"), text);
  return execFileSync(node, ["asks.mjs"], { cwd: elsewhere, encoding: "utf8" });
}

/** As TypeScript sees it with nothing allowed that is not its default; our own types are judged too. */
function typecheck(text: string): void {
  writeFileSync(join(elsewhere, "asks.ts"), text);
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "asks.ts"];
  execFileSync(process.execPath, [compiler, ...options], { cwd: elsewhere, stdio: "pipe" });
}

function untyped(text: string): string {
  return text.replace("type ArcProblem, ", "").replace(": ArcProblem", "");
}
