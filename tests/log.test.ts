// The log of a server that serves for real: every request has its line, written before the server ends, and none of its
// lines says who asked, what they wrote, or what opens a door. The database's own log keeps to the same.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startCommand } from "./help/command.ts";

const folder = mkdtempSync(join(tmpdir(), "chiron-log-"));

const ada = {
  givenName: "Adalberta",
  familyName: "Quisenberry",
  email: "adalberta.quisenberry@school.example",
  password: "eleven herons over the weir",
};
const officer = { givenName: "Oluwaseun", familyName: "Featherstone", email: "oluwaseun@school.example" };
/** Each of its own, so that a leak names its channel. */
const planted = {
  path: "planted-in-a-path",
  query: "planted-in-a-query",
  word: "planted-as-a-name-of-a-query",
  field: "planted-as-a-field",
  value: "planted-in-a-value",
  broken: "planted-in-broken-json",
  agent: "planted-in-the-agent",
  header: "planted-in-a-header",
  request: "planted-in-a-request-id",
  key: "planted-in-a-key-of-an-api",
  cookie: "planted-in-a-cookie",
  page: "planted-in-a-page",
};

test("no line of the log holds what people are, wrote or sent, and no line is lost at the end", async () => {
  const server = startCommand(["serve", "--port", "0", "--data", folder], { LOG_LEVEL: "trace" });
  after(async () => {
    server.child.kill("SIGTERM");
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const [, url = ""] = await server.heard(/Chiron serves at (http:\S+)/);
  const [, founding = ""] = await server.heard(/\/found\/(\S+)/);
  const secrets = [founding, ada.password, ada.email, ada.familyName, ada.givenName, ...Object.values(officer)];
  let asked = 0;
  const send = (path: string, init: RequestInit) => {
    asked += 1;
    return fetch(new URL(path, url), init);
  };
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });

  const school = { name: "Example School of Medicine", slug: "example", timeZone: "UTC" };
  const founded = await ask("POST", `/api/foundings/${founding}`, { ...school, ...ada });
  assert.equal(founded.status, 200, await founded.text());
  const cookie = String(founded.headers.get("set-cookie")).split(";")[0]!;
  secrets.push(cookie.split("=")[1]!);
  const mine = { cookie };

  const added = await ask("POST", "/api/officers", { ...officer, office: "coordinator" }, mine);
  const { personId: id, ...refused } = (await added.json()) as { personId: string };
  assert.equal(added.status, 200, JSON.stringify(refused));
  secrets.push(id);
  // The same address again: the database refuses it, and would quote it.
  assert.equal((await ask("POST", "/api/officers", { ...officer, office: "dean" }, mine)).status, 409);
  const invited = await ask("POST", `/api/people/${id}/invitations`, {}, mine);
  const { secret = "", ...uninvited } = (await invited.json()) as { secret?: string };
  assert.equal(invited.status, 200, JSON.stringify(uninvited));
  secrets.push(secret);
  assert.equal((await ask("GET", `/api/invitations/${secret}`)).status, 200);
  assert.equal((await ask("GET", `/api/people/${id}`, undefined, mine)).status, 200);
  assert.equal((await ask("POST", "/api/sessions", { email: ada.email, password: planted.value })).status, 403);

  for (const [path, status] of [
    [`/api/people/${planted.path}`, 422],
    [`/api/nowhere/${planted.path}`, 404],
    [`/api/people?named=${planted.query}`, 200],
    [`/api/people?${planted.word}=1`, 422],
    [`/found/${planted.page}`, null],
    [`/assets/${planted.page}.js`, 404],
  ] as const) {
    const answer = await ask("GET", path, undefined, mine);
    if (status !== null) assert.equal(answer.status, status, path);
  }
  const wrong = { ...officer, [planted.field]: planted.value, office: planted.value };
  assert.equal((await ask("POST", "/api/officers", wrong, mine)).status, 422);
  assert.equal((await ask("POST", "/api/officers", `{"x": ${planted.broken}`, mine)).status, 422);
  const headers = {
    authorization: `Bearer ${planted.key}`,
    cookie: `chiron=${planted.cookie}`,
    "user-agent": planted.agent,
    referer: `http://${planted.header}.example/`,
    "x-forwarded-for": planted.header,
    "x-request-id": planted.request,
    "idempotency-key": planted.header,
  };
  assert.equal(
    (await ask("POST", "/api/sessions", { email: ada.email, password: planted.value }, headers)).status,
    403,
  );
  const stranger = await ask("GET", "/api/me", undefined, { ...headers, "if-none-match": planted.header });
  assert.equal(stranger.status, 401, await stranger.text());

  server.child.kill("SIGTERM");
  const { code, out, err } = await server.ended;
  assert.equal(code, 0, err);
  // What the command tells the operator, with the founding link in it, is no line of the log.
  const log = (out + err).split("\n").filter((line) => line.startsWith("{"));
  const answered = log.filter((line) => line.includes('"msg":"answered"'));
  assert.equal(answered.length, asked, "each request has its line, also those of the last second");
  assert.ok(answered.some((line) => line.includes('"route":"/api/people/:id"')));
  const database = readFileSync(join(folder, "postgres.log"), "utf8").split("\n");
  assert.ok(database.length > 3, "the database writes a log");
  for (const word of [...secrets, ...Object.values(planted)])
    for (const lines of [log, database])
      assert.deepEqual(
        lines.filter((line) => line.toLowerCase().includes(word.toLowerCase())),
        [],
        word,
      );
});
