import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import postgres from "postgres";
import { discardFolder } from "./discard.ts";
import { type EmbeddedServer, startServer } from "./server.ts";

const dataDir = mkdtempSync(join(tmpdir(), "chiron-server-"));
after(() => rmSync(dataDir, { recursive: true, force: true }));

test("the first start prepares the folder, says so, and answers both roles' owner", async () => {
  const said: string[] = [];
  const server = await startServer({ dataDir, throwaway: true, onProgress: (line) => said.push(line) });
  assert.deepEqual(said, ["Preparing the database folder", `Starting PostgreSQL ${server.version}`]);
  await server.createDatabase("chiron");
  await server.createDatabase("chiron");
  const [row] = await ask(server, "select current_database() as name, current_setting('data_checksums') as sums");
  assert.deepEqual({ ...row }, { name: "chiron", sums: "on" });
  await server.stop();
  await server.stop();
  await server.ended;
  assert.equal(serverProcess(), null);
});

test("the passwords are for the folder's owner alone, and stay the same", async () => {
  assert.equal(statSync(join(dataDir, "secrets.json")).mode & 0o077, 0);
  const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
  const server = await startServer({ dataDir, throwaway: true });
  assert.equal(server.stewardKey, secrets.stewardKey);
  assert.match(server.stewardKey, /^[0-9a-f]{64}$/);
  await assert.rejects(ask(server, "select 1", { password: "a guess" }), { code: "28P01" });
  await server.stop();
});

test("a second start on the folder is refused and leaves the first alone", async () => {
  const server = await startServer({ dataDir, throwaway: true });
  await assert.rejects(startServer({ dataDir }), {
    rule: "folder.running",
    because: `Chiron is already running on this folder (process ${process.pid}). Stop it first, or give another folder with --data.`,
  });
  assert.equal((await ask(server, "select 1 as one"))[0]?.one, 1);
  await server.stop();
});

test("a folder that cannot be one is refused with the way out", async () => {
  await assert.rejects(startServer({ dataDir: join(dataDir, "secrets.json") }), { rule: "folder.unwritable" });
});

test("a folder whose passwords are gone is left as it is", async () => {
  const file = join(dataDir, "secrets.json");
  renameSync(file, `${file}.away`);
  await assert.rejects(startServer({ dataDir }), { rule: "folder.secrets" });
  renameSync(`${file}.away`, file);
});

for (const also of ["", " and of the database"])
  test(`after kill -9 of Chiron${also} the next start takes under 3 s and keeps what was written`, async () => {
    const holder = await holdInAnotherProcess();
    await assert.rejects(startServer({ dataDir }), { rule: "folder.running" });
    const orphan = serverProcess();
    assert.ok(orphan);
    process.kill(holder.pid, "SIGKILL");
    if (also) process.kill(orphan, "SIGKILL");
    await holder.ended;
    const started = performance.now();
    const server = await startServer({ dataDir });
    const took = performance.now() - started;
    assert.ok(took < 3000, `took ${took} ms`);
    assert.notEqual(serverProcess(), orphan);
    assert.ok(!isAlive(orphan));
    assert.equal((await ask(server, "select word from kept"))[0]?.word, "kept");
    await server.stop();
    assert.equal(serverProcess(), null);
  });

test("throwing a folder away takes what its holder left elsewhere when it was killed", async () => {
  const holder = await holdInAnotherProcess();
  const { socketDir } = JSON.parse(readFileSync(join(dataDir, "chiron.lock"), "utf8")) as { socketDir: string | null };
  process.kill(holder.pid, "SIGKILL");
  await holder.ended;
  await discardFolder(dataDir);
  assert.deepEqual([existsSync(dataDir), socketDir !== null && existsSync(socketDir)], [false, false]);
});

async function ask(
  server: EmbeddedServer,
  query: string,
  other: { password?: string } = {},
): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres({ ...server.connectionFor("admin", "chiron"), ...other, max: 1 });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
}

/** A Chiron with a written row that cannot say goodbye. */
async function holdInAnotherProcess(): Promise<{ pid: number; ended: Promise<void> }> {
  const program = `
    import postgres from "postgres";
    import { startServer } from ${JSON.stringify(import.meta.resolve("./server.ts"))};
    const server = await startServer({ dataDir: ${JSON.stringify(dataDir)} });
    const sql = postgres({ ...server.connectionFor("admin", "chiron"), max: 1, onnotice() {} });
    await sql.unsafe("drop table if exists kept; create table kept as select 'kept' as word");
    console.log("held");`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error("the holder ended before it held")));
  });
  assert.ok(child.pid);
  return { pid: child.pid, ended };
}

/** The PostgreSQL that the folder names and that lives. */
function serverProcess(): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    return isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** One that has ended but waits to be cleared away by the system does not count; it has no command line any more. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}
