// What the API promises at every address: a document that is true, tags, refusals that name the field, repeated requests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openapiOf } from "../src/http/openapi.ts";
import { routes } from "../src/http/routes.ts";
import { listening } from "./help/listening.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;

interface Operation {
  operationId: string;
  tags: string[];
  parameters: { name?: string; in?: string; $ref?: string }[];
  responses: Record<string, unknown>;
}
const document = JSON.parse(JSON.stringify(openapiOf(routes))) as {
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string }[];
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

test("the document names each operation once, under a heading, with all of its path's parameters", () => {
  assert.equal(operations.length, routes.length);
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
  const headings = document.tags.map(({ name }) => name);
  for (const { path, method, tags, parameters, responses, operationId } of operations) {
    assert.match(operationId, /^[a-z][A-Za-z]+$/);
    assert.ok(tags.length === 1 && headings.includes(tags[0]!), `${method} ${path} has no heading`);
    const inPath = parameters.flatMap((one) => (one.in === "path" ? [one.name] : []));
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    assert.deepEqual(new Set(inPath), new Set(wanted), `${method} ${path}`);
    assert.equal("304" in responses, method === "get", `${method} ${path}`);
  }
});

test("what the document points at is there, and JSON Schema's own words are the only ones", () => {
  const faults: string[] = [];
  const look = (part: unknown, place: string): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (name === "$ref" && at(document, String(value)) === undefined) faults.push(`${place}: ${String(value)}`);
      if (name === "$defs" || name === "$schema" || name === "~standard") faults.push(`${place}: ${name}`);
      look(value, `${place}/${name}`);
    }
  };
  look(document, "#");
  assert.deepEqual(faults, []);
});

function at(part: unknown, pointer: string): unknown {
  const names = pointer.replace(/^#\//, "").split("/");
  return names.reduce((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], part);
}

test("what was read has a tag, also without a session, and is not sent again", async () => {
  const { secret } = ok(await ask("ada", "POST", `/people/${idOf("joan")}/invitations`, {}));
  for (const [who, path] of [
    ["amara", "/me"],
    ["marisol", `/people/${idOf("noah")}`],
    [null, `/invitations/${secret}`],
  ] as const) {
    const first = await ask(who, "GET", path);
    assert.equal(first.status, 200, JSON.stringify(first.body));
    const tag = first.headers.get("etag")!;
    assert.match(tag, /^"[\w-]{22}"$/);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask(who, "GET", path, undefined, { "if-none-match": header });
      assert.deepEqual([again.status, again.body], [304, null]);
      assert.equal(again.headers.get("etag"), tag);
    }
    assert.equal((await ask(who, "GET", path, undefined, { "if-none-match": '"other"' })).status, 200);
  }
  const document = await fetch(`${await listening(world)}/openapi.json`);
  assert.match(document.headers.get("etag") ?? "", /^"/);
});

test("a change that was decided on what is there no longer is refused, and one on what is there is kept", async () => {
  const path = `/people/${idOf("grace")}`;
  const tag = (await ask("ravi", "GET", path)).headers.get("etag")!;
  const rename = (givenName: string, ifMatch: string) =>
    ask("ravi", "PATCH", path, { givenName }, { "if-match": ifMatch });
  ok(await rename("Gracie", tag));
  const late = await rename("Gretchen", tag);
  refused(late, 412, "request.changed");
  assert.equal(late.body.faults[0].field, "If-Match");
  const now = await ask("ravi", "GET", path);
  assert.equal(now.body.givenName ?? now.body.person?.givenName, "Gracie");
  const both = await Promise.all(["Gwen", "Gail"].map((name) => rename(name, now.headers.get("etag")!)));
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 412],
  );
  const key = { label: "nightly", capabilities: ["see people"], days: 5 };
  refused(await ask("marisol", "POST", "/account/keys", key, { "if-match": tag }), 422, "request.if-match");
});

test("a word behind the ? or a field that is not read is told, not lost", async () => {
  for (const [path, field] of [
    ["/people?nmaed=amara", "nmaed"],
    ["/people?limit=5&limit=6", "limit"],
    ["/me?x=1", "x"],
  ] as const) {
    const told = await ask("marisol", "GET", path);
    refused(told, 422, "request.shape");
    assert.deepEqual(
      told.body.faults.map((fault: { field: string }) => fault.field),
      [field],
    );
  }
  const told = await ask("ravi", "PATCH", `/people/${idOf("noah")}`, { givenName: "Noah", familyNmae: "Smith" });
  refused(told, 422, "request.shape");
  assert.equal(told.body.faults[0].field, "familyNmae");
});

test("a POST sent again is not done again: at once, later, by another server; and its key serves nothing else", async () => {
  const close = (personId: string, key: string) =>
    ask("amara", "POST", "/wall/conflicts", { personId }, { "idempotency-key": key });
  const key = "one-key-for-one-request";
  const replies = await Promise.all([1, 2, 3].map(() => close(idOf("priya"), key)));
  for (const reply of replies) assert.deepEqual(ok(reply), replies[0]!.body);
  const told = refused(await close(idOf("joan"), key), 409, "idempotency.reused");
  assert.equal(told.faults[0].field, "Idempotency-Key");
  assert.match(told.detail, /Make a new one/);
  const other = await fetch(`${await listening(world)}/api/wall/conflicts`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${world.people.amara!.secret}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify({ personId: idOf("priya") }),
  });
  assert.deepEqual(await other.json(), replies[0]!.body);
  const [count] = await byHand(world, (admin) => admin`select count(*)::int as n from duties where duty = 'conflicts'`);
  assert.equal(count!.n, 1);
  const short = refused(await close(idOf("joan"), "short"), 422, "idempotency.key");
  assert.match(short.detail, /8 to 200/);
  // The same key in another hand is another key.
  ok(await ask("noah", "POST", "/wall/conflicts", { personId: idOf("priya") }, { "idempotency-key": key }));
});

test("what no address, secret, day or body can be is refused as such, and is not called a mistake of ours", async () => {
  const url = await listening(world);
  const statusOf = async (path: string, sent: RequestInit = {}) =>
    (await fetch(url + path, { redirect: "manual", ...sent })).status;
  for (const path of [
    "/%",
    "/%E0%A4%A",
    "/assets/%.js",
    "/%00.js",
    "/enter/%00",
    "/enter/%00abcdefghijklmnopqrstuvwxyz",
    "/calendar/%00.ics",
  ])
    assert.equal(await statusOf(path), 404, path);
  for (const cookie of [
    "chiron=%00abcdefghijklmnopqrstuvwxyz",
    "chiron=%",
    "__Host-chiron=%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00",
  ])
    assert.equal(await statusOf("/api/me", { headers: { cookie } }), 401, cookie);
  const pair = `/wall/pairs?learnerId=${idOf("amara")}&educatorId=${idOf("tomas")}`;
  const day = refused(await ask("marisol", "GET", `${pair}&from=0000-01-01`), 422, "request.shape");
  assert.deepEqual(day.faults, [{ field: "from", because: "Must be a day, such as 2026-11-23." }]);
  const headers = { authorization: `Bearer ${world.people.amara!.secret}`, "content-type": "application/json" };
  const body = `{"personId": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  const deep = await fetch(`${url}/api/wall/conflicts`, { method: "POST", headers, body });
  const told = (await deep.json()) as { rule: string; faults: { field: string }[] };
  assert.deepEqual([deep.status, told.rule, told.faults[0]?.field], [422, "request.shape", "personId"]);
});
