// The chiron command as a person or a script meets it: its help, its mistakes, its exit codes, and its line of JSON.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand, startCommand } from "./help/command.ts";

const root = mkdtempSync(join(tmpdir(), "chiron-cli-"));
after(() => rmSync(root, { recursive: true, force: true }));
const nothing = join(root, "nothing");
const exportsFile = join(root, "students.csv");
writeFileSync(exportsFile, "student_id,name\nS1,Somebody\n");
/** Nothing listens on port 1, and who has no server needs no key that is right. */
const away = ["--url", "http://127.0.0.1:1", "--key", "chiron_key_of_nobody"];

const commands = ["serve", "demo", "import", "match", "library", "export", "backup", "restore", "doctor"];

test("help lists every command, and each tells its options, --json among them", async () => {
  for (const asked of ["help", "--help", "-h"]) {
    const { code, out, err } = await runCommand([asked]);
    assert.deepEqual([code, err], [0, ""]);
    for (const command of commands) assert.match(out, new RegExp(`^  ${command} `, "m"));
  }
  for (const [at, command] of commands.entries()) {
    const { code, out, err } = await runCommand([command, at % 2 === 0 ? "--help" : "-h"]);
    assert.deepEqual([code, err], [0, ""], command);
    assert.match(out, new RegExp(`^chiron ${command} `, "m"));
    assert.match(out, /--json/, `${command} tells of --json`);
  }
});

interface Mistake {
  args: string[];
  code: 1 | 2;
  rule: string;
  sentence: RegExp;
}

const mistakes: Mistake[] = [
  { args: ["srve"], code: 2, rule: "command.misused", sentence: /no command "srve"\. Did you mean "serve"\?/ },
  { args: ["quite-else"], code: 2, rule: "command.misused", sentence: /no command "quite-else"\.$/ },
  ...commands.map((command) => ({
    args: [command, "--dtaa", "x"],
    code: 2 as const,
    rule: "command.misused",
    sentence: new RegExp(`"chiron ${command}" has no option --dtaa`),
  })),
  {
    args: ["serve", "--prot", "1"],
    code: 2,
    rule: "command.misused",
    sentence: /no option --prot\. Did you mean --port/,
  },
  { args: ["serve", "--port"], code: 2, rule: "command.misused", sentence: /--port <value>' argument missing/ },
  { args: ["serve", "--port", "70000"], code: 2, rule: "command.misused", sentence: /--port must be a number from 0/ },
  { args: ["serve", "--port", "-1"], code: 2, rule: "command.misused", sentence: /^Give --port its value, which does/ },
  {
    args: ["help", "exprot"],
    code: 2,
    rule: "command.misused",
    sentence: /no command "exprot"\. Did you mean "export"/,
  },
  { args: ["serve", "now"], code: 2, rule: "command.misused", sentence: /nothing to do with "now"/ },
  {
    args: ["serve", "--port", "6000"],
    code: 2,
    rule: "command.misused",
    sentence: /No browser opens port 6000.*--port/,
  },
  {
    args: ["demo", "--port", "4190"],
    code: 2,
    rule: "command.misused",
    sentence: /No browser opens port 4190.*--port/,
  },
  { args: ["demo", "--port", "x"], code: 2, rule: "command.misused", sentence: /--port must be a number from 0/ },
  { args: ["match", "tutoring", ...away], code: 2, rule: "command.misused", sentence: /no program "tutoring"/ },
  { args: ["match", "--key", ""], code: 2, rule: "command.misused", sentence: /Give your API key with --key or/ },
  { args: ["match", ...away, "--url", "x"], code: 2, rule: "command.misused", sentence: /--url must be an address/ },
  { args: ["match", ...away], code: 1, rule: "server.unreachable", sentence: /no Chiron at http:\/\/127\.0\.0\.1:1/ },
  { args: ["import", ...away], code: 2, rule: "command.misused", sentence: /Name the folder, or the file/ },
  { args: ["import", nothing, ...away], code: 2, rule: "command.misused", sentence: /Name the folder, or the file/ },
  {
    args: ["import", exportsFile, ...away],
    code: 1,
    rule: "server.unreachable",
    sentence: /Start it, or give another/,
  },
  { args: ["export", ...away], code: 2, rule: "command.misused", sentence: /Name the folder to write into/ },
  { args: ["export", nothing, "--format", "pdf", ...away], code: 2, rule: "command.misused", sentence: /csv or json/ },
  { args: ["export", nothing, ...away], code: 1, rule: "server.unreachable", sentence: /Start it, or give another/ },
  { args: ["backup", "--data", nothing], code: 2, rule: "command.misused", sentence: /Name the file to write/ },
  {
    args: ["backup", join(root, "b"), "--data", nothing],
    code: 1,
    rule: "folder.empty",
    sentence: /There is no Chiron in/,
  },
  { args: ["restore", "--data", nothing], code: 2, rule: "command.misused", sentence: /Name a backup file that is/ },
  { args: ["restore", nothing, "--data", nothing], code: 2, rule: "command.misused", sentence: /Name a backup file/ },
  { args: ["doctor", "--data", nothing], code: 1, rule: "folder.empty", sentence: /Name its folder with --data/ },
];

for (const { args, code, rule, sentence } of mistakes)
  test(`chiron ${args.join(" ").replaceAll(root, "…")}: ${rule}`, async () => {
    const { code: ended, out, err } = await runCommand([args[0]!, "--json", ...args.slice(1)]);
    assert.equal(ended, code, err);
    const { refused } = JSON.parse(out) as { refused: { rule: string; because: string; faults: unknown[] } };
    assert.equal(refused.rule, rule);
    assert.match(refused.because, sentence);
    assert.ok(err.includes(refused.because), "people read the same");
    assert.doesNotMatch(err, /\n\s+at /, "no stack");
    assert.equal(existsSync(nothing), false, "and nothing is left behind");
  });

test("help of one command is that command's own, and --version is the package's", async () => {
  assert.equal((await runCommand(["help", "export"])).out, (await runCommand(["export", "--help"])).out);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"));
  assert.deepEqual(await runCommand(["--version"]), { code: 0, out: `chiron ${version}\n`, err: "" });
});

test("a reader who goes away ends the command without a word", async () => {
  const { child, ended } = startCommand(["help"]);
  child.stdout!.destroy();
  const { code, err } = await ended;
  assert.deepEqual([code, err], [0, ""]);
});

test("a setting that is left empty is not set", async () => {
  const empty = { DATABASE_URL: "", DATABASE_ADMIN_URL: "", CHIRON_KEY: "", SMTP_URL: "" };
  const { code, err } = await runCommand(["doctor", "--data", nothing], empty);
  assert.deepEqual([code, /There is no Chiron in/.test(err)], [1, true], err);
});
