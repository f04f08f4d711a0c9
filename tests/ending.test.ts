// Whenever Ctrl-C comes, and however often, nothing keeps running, nothing is lost, and the next start goes on.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { runCommand, type Started, startCommand } from "./help/command.ts";

const root = mkdtempSync(join(tmpdir(), "chiron-ending-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, "school");

/** As in a terminal: once from it, once from the program that started us, and once more from an impatient hand. */
async function interrupt({ child }: Started): Promise<void> {
  for (let time = 0; time < 3; time++) {
    child.kill("SIGINT");
    await wait(15);
  }
}

function postmasterOf(data: string): number | null {
  const file = join(data, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

test("while it starts, and while it serves, Ctrl-C ends the database too", async () => {
  for (const moment of [/Preparing/, /Starting PostgreSQL/, /0004_wall/, /Chiron serves at/]) {
    const started = startCommand(["serve", "--port", "0", "--data", folder]);
    await started.heard(moment);
    await interrupt(started);
    const { code, err } = await started.ended;
    assert.equal(code, 0, err);
    assert.equal(postmasterOf(folder), null, `the database still ran when stopped at ${String(moment)}`);
    assert.equal(existsSync(join(folder, "chiron.lock")), false);
    // Each moment comes only in a folder that has not yet been further.
    if (moment.source !== "Chiron serves at") rmSync(folder, { recursive: true, force: true });
  }
});

test("one folder, one Chiron; and a port that is taken is said before anything is prepared", async () => {
  const first = startCommand(["serve", "--port", "0", "--data", folder]);
  const [, port = ""] = await first.heard(/Chiron serves at http:\/\/127\.0\.0\.1:(\d+)/);
  const second = await runCommand(["serve", "--port", port, "--data", folder]);
  assert.equal(second.code, 1);
  assert.match(second.err, new RegExp(`already running on this folder \\(process ${first.child.pid}\\)`));
  const other = join(root, "other");
  const third = await runCommand(["serve", "--port", port, "--data", other]);
  assert.equal(third.code, 1);
  assert.match(third.err, /^Port \d+ is taken\. Give another one with --port/);
  assert.equal(existsSync(other), false);
  first.child.kill("SIGTERM");
  assert.equal((await first.ended).code, 0);
});

test("a request under way is answered before the end", async () => {
  const started = startCommand(["serve", "--port", "0", "--data", folder]);
  const [, port] = await started.heard(/Chiron serves at http:\/\/127\.0\.0\.1:(\d+)/);
  const body = signInAsNobody;
  const head = `POST /api/sessions HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n`;
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`${head}content-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  const answered = answerOn(socket);
  await wait(100);
  started.child.kill("SIGTERM");
  await wait(100);
  await assert.rejects(fetch(`http://127.0.0.1:${port}/healthz`), "nobody new is let in");
  socket.write(body.slice(10));
  assert.match(await answered, /^HTTP\/1\.1 4\d\d /);
  const answeredAt = Date.now();
  assert.equal((await started.ended).code, 0);
  assert.ok(Date.now() - answeredAt < 3000, "the connection is let go once it is answered");
});

test("under load, all that was answered arrives, whole, and is in the log", async () => {
  const started = startCommand(["serve", "--port", "0", "--data", folder]);
  const [, url = ""] = await started.heard(/Chiron serves at (http:\S+)/);
  const answers: number[] = [];
  let isCalled = false;
  const clients = Array.from({ length: 24 }, async (_, at) => {
    // Until nobody answers any more: a line that was refused or let go before an answer began.
    for (;;) {
      const path = ["/readyz", "/api/me", "/api/sessions"][at % 3]!;
      const body = { method: "POST", headers: { "content-type": "application/json" }, body: signInAsNobody };
      const answer = await fetch(url + path, at % 3 === 2 ? body : {}).catch(() => null);
      if (answer === null) break;
      const text = await answer.text();
      assert.ok(JSON.parse(text), "what was begun came whole");
      answers.push(answer.status);
    }
    assert.ok(isCalled, "nobody was sent away before the end was called");
  });
  await wait(1500);
  const before = answers.length;
  started.child.kill("SIGTERM");
  isCalled = true;
  await Promise.all(clients);
  const { code, err } = await started.ended;
  assert.equal(code, 0, err);
  assert.ok(before > 24 && answers.length > before, `${before} before the end was called, ${answers.length} in all`);
  assert.deepEqual(
    [...new Set(answers)].filter((status) => status >= 500),
    [],
    "nothing broke on the way",
  );
  const logged = err.split("\n").filter((line) => line.includes('"msg":"answered"'));
  assert.equal(logged.length, answers.length);
  assert.equal(postmasterOf(folder), null);
});

const signInAsNobody = JSON.stringify({ email: "nobody@example.edu", password: "a password that is long" });

function answerOn(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk) => (text += String(chunk)));
  return new Promise((resolve) => socket.once("close", () => resolve(text)));
}

test("the demo begins anew when its loading was broken off, and leaves a school's folder alone", async () => {
  const demo = join(root, "demo");
  const broken = startCommand(["demo", "--port", "0", "--data", demo, "--json"]);
  await broken.heard(/Founding the demo school/);
  await interrupt(broken);
  assert.equal((await broken.ended).code, 0);
  assert.equal(postmasterOf(demo), null);
  const again = startCommand(["demo", "--port", "0", "--data", demo, "--json"]);
  await again.heard(/begins anew/);
  await again.heard(/Importing its exports/);
  await interrupt(again);
  assert.equal((await again.ended).code, 0);
  for (const options of [[], ["--reset"]]) {
    const refused = await runCommand(["demo", "--port", "0", "--data", folder, ...options]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /holds something other than a demo, and is left as it is/);
  }
  assert.ok(existsSync(join(folder, "secrets.json")));
});

test("a folder that cannot be used is named, and nothing is left in it", async () => {
  const file = join(root, "a-file");
  writeFileSync(file, "");
  for (const command of ["serve", "demo"]) {
    const { code, err } = await runCommand([command, "--port", "0", "--data", join(file, "inside")]);
    assert.equal(code, 1);
    assert.match(err, /cannot write in the folder .*--data/);
  }
  assert.deepEqual(readdirSync(root).sort(), ["a-file", "demo", "school"]);
});
