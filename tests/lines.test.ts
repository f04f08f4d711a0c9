// A database that loses its connections, as when it is restarted or the net between breaks: whoever was under way is told,
// nothing hangs, the server lives, and the next request is served.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { startCommand } from "./help/command.ts";
import { byHand } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const folder = mkdtempSync(join(tmpdir(), "chiron-lines-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function urlOf({ host, port, username, user, password, database }: Record<string, unknown>): string {
  const who = `${String(username ?? user)}:${encodeURIComponent(String(password))}`;
  const place = String(host).startsWith("/")
    ? `localhost/${String(database)}?host=${encodeURIComponent(String(host))}&port=${String(port)}`
    : `${String(host)}:${String(port)}/${String(database)}`;
  return `postgres://${who}@${place}`;
}

test("connections that break are told to whoever used them, and replaced", async () => {
  const { login, stewardKey } = world.database;
  const server = startCommand(["serve", "--port", "0", "--data", folder], {
    DATABASE_URL: urlOf(login as Record<string, unknown>),
    CHIRON_STEWARD_KEY: stewardKey,
    LOG_LEVEL: "error",
  });
  after(() => server.child.kill("SIGKILL"));
  const [, url = ""] = await server.heard(/Chiron serves at (\S+)/);
  const ask = async (who: string) => {
    const headers = { authorization: `Bearer ${world.people[who]!.secret}` };
    const reply = await fetch(`${url}/api/me`, { headers, signal: AbortSignal.timeout(10_000) });
    await reply.text();
    return reply.status;
  };
  const end = Date.now() + 4000;
  const seen = new Map<number, number>();
  const asking = async (who: string) => {
    while (Date.now() < end) {
      const status = await ask(who);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  };
  const breaking = async () => {
    for (; Date.now() < end - 500; await wait(600))
      await byHand(
        world,
        (admin) => admin`
          select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
      );
  };
  await Promise.all([...["amara", "noah", "tomas", "marisol", "dana", "ravi"].map(asking), breaking()]);
  assert.deepEqual(
    [...seen.keys()].filter((status) => status !== 200 && status !== 503),
    [],
    JSON.stringify([...seen]) + server.said(),
  );
  assert.ok(seen.get(200)! > 50, JSON.stringify([...seen]));
  assert.equal(await ask("amara"), 200);
  server.child.kill("SIGTERM");
  const { code, err } = await server.ended;
  assert.equal(code, 0, err);
});
