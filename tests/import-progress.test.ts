// A long import tells how far it is, and whoever hangs up before its end has stopped it: nothing is kept.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import postgres from "postgres";
import { endingOf, type Progress, progressType } from "../src/core/progress.ts";
import { startCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { sentAs } from "./help/sent-files.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people } = world;
const origin = await listening(world);
const rows = 22_000;
const head = "student_id,first_name,last_name,email,class_year,phase";
const lines = Array.from(
  { length: rows },
  (_, at) => `P${at},Lea,Rner${at},p${at}@students.example.edu,2029,clerkship`,
);
const files = [{ name: "learners.csv", base64: Buffer.from(`${head}\n${lines.join("\n")}\n`).toString("base64") }];

function post(path: string, body: unknown, more: RequestInit & { key?: string } = {}): Promise<Response> {
  const sent = sentAs(body);
  const headers = {
    authorization: `Bearer ${people.ravi!.secret}`,
    "content-type": sent.type,
    accept: progressType,
    ...(more.key === undefined ? {} : { "idempotency-key": more.key }),
  };
  return fetch(`${origin}/api${path}`, {
    method: "POST",
    headers,
    body: sent.body,
    signal: more.signal ?? null,
  });
}

async function imports(): Promise<unknown[]> {
  return (await ask("ravi", "GET", "/imports")).body.items;
}

/** Until the server has let go of everything that it began. */
async function untilIdle(): Promise<void> {
  const sql = postgres({ ...world.database.admin, max: 1 });
  for (;;) {
    const busy = await sql`select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    if (busy.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await sql.end();
}

test("an import that is hung up on keeps nothing", async () => {
  const stopping = new AbortController();
  const response = await post("/imports", { files }, { signal: stopping.signal });
  assert.match(response.headers.get("content-type") ?? "", /x-ndjson/);
  const seen: Progress[] = [];
  await assert.rejects(
    endingOf(response, (progress) => {
      seen.push(progress);
      if (progress.done > 0) stopping.abort();
    }),
  );
  const last = seen.at(-1)!;
  assert.ok(last.done > 0 && last.done < last.of, `${last.done} of ${last.of}`);
  await untilIdle();
  // The same rows again all come to be: had any been kept, these would not.
  const preview = await ask("ravi", "POST", "/imports/preview", { files });
  assert.equal(preview.body.added.people, rows);
  assert.deepEqual(await imports(), []);
});

test("Ctrl-C in the CLI keeps nothing, and says so", async () => {
  const file = files[0]!;
  const folder = mkdtempSync(join(tmpdir(), "chiron-import-"));
  after(() => rmSync(folder, { recursive: true }));
  writeFileSync(`${folder}/${file.name}`, Buffer.from(file.base64, "base64"));
  const command = startCommand(["import", folder, "--url", origin, "--key", people.ravi!.secret]);
  await command.heard(/Taking 22,000 rows/);
  command.child.kill("SIGINT");
  const { code, err } = await command.ended;
  assert.equal(code, 130, err);
  assert.match(err, /Nothing of it is kept/);
  await untilIdle();
  assert.deepEqual(await imports(), []);
});

test("an import that is heard to its end tells every step and then its report, once for one key", async () => {
  const key = "progress-of-one-import";
  const seen: Progress[] = [];
  const ending = await endingOf(await post("/imports", { files }, { key }), (progress) => seen.push(progress));
  assert.ok("reply" in ending, JSON.stringify(ending));
  assert.deepEqual(
    seen.map(({ done }) => done),
    Array.from({ length: rows / 1000 + 1 }, (_, at) => at * 1000),
  );
  const again = await endingOf(await post("/imports", { files }, { key }), () => assert.fail("it was done once more"));
  assert.deepEqual(again, ending);
  const plain = await ask("ravi", "POST", "/imports", { files }, { "idempotency-key": key });
  assert.deepEqual({ reply: plain.body }, ending);
  assert.equal((await imports()).length, 1);
});

test("a refusal before the first word is an ordinary problem", async () => {
  const response = await post("/imports", { files: [{ name: "empty.csv", base64: "" }] });
  assert.equal(response.status, 422);
  assert.match(response.headers.get("content-type") ?? "", /problem\+json/);
});

test("a refusal after it is the last line, and nothing is kept", async () => {
  const before = (await imports()).length;
  const sql = postgres({ ...world.database.admin, max: 1 });
  await sql.unsafe(`create function refuse_for_test() returns trigger language plpgsql as
    $$ begin raise exception 'No training today.' using constraint = 'training.test'; end $$;
    create trigger refuse_for_test before insert on trainings for each row execute function refuse_for_test()`);
  await sql.end();
  const told = {
    "educators.csv": "faculty_id,first_name,last_name,email\nF0,Eva,Roe,f0@faculty.example.edu\n",
    "training.csv": "faculty_id,module,completed\nF0,Coaching skills,2026-02-13\n",
  };
  const both = Object.entries(told).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
  const ending = await endingOf(await post("/imports", { files: both }), () => undefined);
  assert.ok("problem" in ending, JSON.stringify(ending));
  assert.deepEqual([ending.problem.status, ending.problem.rule], [409, "training.test"]);
  assert.equal((await imports()).length, before);
});

test("OpenAPI tells of both answers", async () => {
  const { paths } = (await (await fetch(`${origin}/openapi.json`)).json()) as {
    paths: Record<string, { post: { responses: Record<string, { content: Record<string, unknown> }> } }>;
  };
  for (const path of ["/api/imports", "/api/imports/preview"])
    assert.deepEqual(Object.keys(paths[path]!.post.responses["200"]!.content), ["application/json", progressType]);
  assert.deepEqual(Object.keys(paths["/api/imports/{id}/undo"]!.post.responses["200"]!.content), ["application/json"]);
});
