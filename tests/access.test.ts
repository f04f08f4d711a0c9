// Access over the whole server: invitations, offices, sessions, keys and passwords, and who may keep which.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { openWorld, today, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const sentence = "Nine herons waited by the quiet mill";

/** A request with this secret instead of somebody's own. */
function askWith(secret: string, method: string, path: string, body?: unknown) {
  world.people.bearer = { ...world.people.amara!, secret };
  return ask("bearer", method, path, body);
}

const secretIn = ({ headers }: { headers: Headers }) => /chiron=([^;]+)/.exec(headers.get("set-cookie") ?? "")![1]!;

test("only an administrator sees how somebody gets in, and neither gives nor reads a secret that exists", async () => {
  for (const who of ["amara", "tomas", "marisol", "dana", "imani", "ravi", "rosa"])
    for (const [method, path, body] of [
      ["GET", `/people/${idOf("noah")}/access`, undefined],
      ["POST", `/people/${idOf("noah")}/invitations`, {}],
      ["POST", `/people/${idOf(who)}/offices`, { office: "administrator" }],
    ] as const)
      refused(await ask(who, method, path, body), 403, "office.may");
  const access = ok(await ask("ada", "GET", `/people/${idOf("noah")}/access`));
  assert.deepEqual([access.hasPassword, access.passkeys, access.invitedUntil, access.offices], [false, 0, null, []]);
  refused(await ask("ada", "GET", `/people/${crypto.randomUUID()}/access`), 404, "person.absent");
});

test("an invitation opens an account once; a newer one and a withdrawal close the older", async () => {
  const invite = async () => ok(await ask("ada", "POST", `/people/${idOf("noah")}/invitations`, {})).secret as string;
  const first = await invite();
  const second = await invite();
  const third = await invite();
  refused(await ask(null, "GET", `/invitations/${first}`), 404, "invitation.absent");
  assert.equal(ok(await ask(null, "GET", `/invitations/${third}`)).givenName, "Noah");
  refused(
    await ask(null, "POST", `/invitations/${second}/acceptance`, { password: sentence }),
    404,
    "invitation.absent",
  );
  refused(await ask(null, "POST", `/invitations/${third}/acceptance`, { password: "short" }), 422, "password.length");
  refused(await ask(null, "POST", `/invitations/${third}/acceptance`, {}), 422, "request.shape");
  const opened = await ask(null, "POST", `/invitations/${third}/acceptance`, { password: sentence });
  ok(opened);
  assert.equal(ok(await askWith(secretIn(opened), "GET", "/me")).givenName, "Noah");
  // Whoever had been signed in as Noah before is so no more.
  assert.equal((await ask("noah", "GET", "/me")).status, 401);
  refused(
    await ask(null, "POST", `/invitations/${third}/acceptance`, { password: sentence }),
    404,
    "invitation.absent",
  );
  assert.equal(ok(await ask("ada", "GET", `/people/${idOf("noah")}/access`)).hasPassword, true);
  const fourth = await invite();
  ok(await ask("ada", "DELETE", `/people/${idOf("noah")}/invitations`));
  refused(await ask(null, "GET", `/invitations/${fourth}`), 404, "invitation.absent");
  ok(await ask(null, "POST", "/sessions", { email: "noah@wexcombe.example.edu", password: sentence }));
});

test("offices are given and ended by name, once, and a school keeps an administrator", async () => {
  const given = ok(await ask("ada", "POST", `/people/${idOf("tomas")}/offices`, { office: "reviewer" }));
  assert.deepEqual(
    given.offices.map(({ office, givenBy }: Record<string, string>) => [office, givenBy]),
    [["reviewer", "Ada Example"]],
  );
  refused(await ask("ada", "POST", `/people/${idOf("tomas")}/offices`, { office: "reviewer" }), 409, "office.held");
  refused(await ask("ada", "POST", `/people/${idOf("tomas")}/offices`, { office: "king" }), 422, "request.shape");
  const path = `/people/${idOf("tomas")}/offices/${given.offices[0].officeId}`;
  refused(await ask("ada", "DELETE", path.replace(idOf("tomas"), idOf("priya"))), 404, "office.absent");
  ok(await ask("ada", "DELETE", path));
  refused(await ask("ada", "DELETE", path), 404, "office.absent");
  const own = ok(await ask("ada", "GET", `/people/${idOf("ada")}/access`)).offices[0];
  refused(await ask("ada", "DELETE", `/people/${idOf("ada")}/offices/${own.officeId}`), 409, "office.last");
});

const makeKey = async (who: string, capabilities: string[], days = 30) =>
  ask(who, "POST", "/account/keys", { label: "nightly import", capabilities, days });

test("a key carries a part of its holder's rights, as long as they have them, and opens no further door", async () => {
  const tooMuch = refused(await makeKey("amara", ["see people"]), 409, "key.capabilities");
  assert.equal(tooMuch.faults[0].field, "capabilities");
  refused(await makeKey("marisol", ["approve matches"]), 409, "key.capabilities");
  refused(await makeKey("marisol", ["fly"]), 422, "request.shape");
  refused(await makeKey("marisol", [], 1000), 422, "request.shape");
  const { secret } = ok(await makeKey("marisol", ["see people"]));
  assert.deepEqual(ok(await askWith(secret, "GET", "/me")).may, ["see people"]);
  ok(await askWith(secret, "GET", `/certifications?program=coaching`));
  refused(await askWith(secret, "GET", "/wall/stands"), 403, "office.may");
  refused(
    await askWith(secret, "POST", "/account/keys", { label: "more", capabilities: [], days: 1 }),
    403,
    "key.in-person",
  );
  refused(await askWith(secret, "DELETE", "/sessions"), 403, "key.in-person");
  ok(await ask("marisol", "GET", "/me"));
  refused(await askWith(secret, "PUT", "/account/password", { password: sentence }), 403, "key.in-person");
  const keys = ok(await ask("marisol", "GET", "/account/sessions")).items.filter(
    ({ kind }: { kind: string }) => kind === "key",
  );
  assert.deepEqual(
    keys.map(({ label, isThisOne }: Record<string, unknown>) => [label, isThisOne]),
    [["nightly import", false]],
  );
  refused(await ask("dana", "DELETE", `/account/sessions/${keys[0].sessionId}`), 404, "session.absent");
  refused(await askWith(secret, "DELETE", `/account/sessions/${keys[0].sessionId}`), 404, "session.absent");
  ok(await ask("marisol", "DELETE", `/account/sessions/${keys[0].sessionId}`));
  assert.equal((await askWith(secret, "GET", "/me")).status, 401);
});

test("a key that only reads changes nothing, by the server's word and by the database's", async () => {
  const body = { label: "wall screen", capabilities: ["see people", "edit people"], days: 1, readsOnly: true };
  const { secret } = ok(await ask("marisol", "POST", "/account/keys", body));
  ok(await askWith(secret, "GET", `/people/${idOf("amara")}`));
  refused(await askWith(secret, "PATCH", `/people/${idOf("amara")}`, { givenName: "Other" }), 403, "key.reads");
  await assert.rejects(
    world.door.asSession(secret, (tx) =>
      tx.run(sql`update people set given_name = 'Other' where person_id = ${idOf("amara")}`),
    ),
    { rule: "key.reads" },
  );
  const own = ok(
    await ask("amara", "POST", "/account/keys", { label: "mine", capabilities: [], days: 1, readsOnly: true }),
  );
  refused(await askWith(own.secret, "POST", "/wall/conflicts", { personId: idOf("tomas") }), 403, "key.reads");
  const [key] = ok(await ask("amara", "GET", "/account/sessions")).items.filter(({ kind }: never) => kind === "key");
  assert.equal(key.readsOnly, true);
});

test("a key whose time is over signs nobody out", async () => {
  const { secret } = ok(await makeKey("dana", []));
  await byHand(
    world,
    (admin) => admin`update sessions set expires_at = now() where kind = 'key' and person_id = ${idOf("dana")}`,
  );
  refused(await askWith(secret, "DELETE", "/sessions"), 401, "session.none");
  ok(await ask("dana", "GET", "/me"));
});

test("a key loses what its holder's office loses", async () => {
  const offices = ok(await ask("ada", "POST", `/people/${idOf("joan")}/offices`, { office: "dean" })).offices;
  const { secret } = ok(await makeKey("joan", ["see wall"]));
  ok(await askWith(secret, "GET", "/wall/stands"));
  ok(await ask("ada", "DELETE", `/people/${idOf("joan")}/offices/${offices[0].officeId}`));
  refused(await askWith(secret, "GET", "/wall/stands"), 403, "office.may");
});

test("what is shown once is kept nowhere", async () => {
  const headers = { "idempotency-key": "a-key-of-sixteen" };
  const { secret } = ok(await ask("ada", "POST", `/people/${idOf("grace")}/invitations`, {}, headers));
  const held = await byHand(
    world,
    (admin) => admin`select count(*)::int as n from idempotency_keys where body like ${`%${secret}%`}`,
  );
  assert.equal(held[0]!.n, 0);
});

test("a changed password signs out everywhere else, and wants the old one", async () => {
  const signIn = async (password: string) =>
    ask(null, "POST", "/sessions", { email: "noah@wexcombe.example.edu", password });
  const [here, there] = [secretIn(await signIn(sentence)), secretIn(await signIn(sentence))];
  const next = "Eleven lanterns over a slow river";
  refused(await askWith(here, "PUT", "/account/password", { before: "wrong", password: next }), 403, "password.before");
  for (const password of ["noah noah noah noah", "wexcombe wexcombe"])
    refused(await askWith(here, "PUT", "/account/password", { before: sentence, password }), 422, "password.common");
  ok(await askWith(here, "PUT", "/account/password", { before: sentence, password: next }));
  ok(await askWith(here, "GET", "/me"));
  assert.equal((await askWith(there, "GET", "/me")).status, 401);
  refused(await signIn(sentence), 403, "sign-in.wrong");
  ok(await signIn(next));
  const { items } = ok(await askWith(here, "GET", "/export/events"));
  const own = items.map(({ verb, subject }: Record<string, string>) => `${verb} ${subject}`);
  for (const line of ["add session", "change session", "add password", "change password"])
    assert.ok(own.includes(line), `no event: ${line}`);
});

test("a passkey's answer that answers nothing opens nothing, and each challenge is used once", async () => {
  const options = ok(await ask(null, "POST", "/sessions/passkey/challenge"));
  const clientDataJSON = Buffer.from(
    JSON.stringify({ type: "webauthn.get", challenge: options.challenge, origin: "http://localhost" }),
  ).toString("base64url");
  const answer = { id: "unknown", response: { clientDataJSON } };
  for (const sent of [answer, answer, { id: "x", response: { clientDataJSON: "nonsense" } }])
    refused(await ask(null, "POST", "/sessions/passkey", { answer: sent }), 403, "passkey.unfit");
  refused(await ask(null, "POST", "/sessions/passkey", { answer: {} }), 422, "request.shape");
  refused(await ask("amara", "POST", "/account/passkeys", { label: "mine", answer }), 403, "passkey.unfit");
  assert.equal((await ask(null, "POST", "/account/passkeys/challenge")).status, 401);
});

test("an administrator adds somebody for an office, and nobody else does", async () => {
  const fields = { givenName: "Oluwaseun", familyName: "Adebayo", email: "oluwaseun@school.example" };
  const added = ok(await ask("ada", "POST", "/officers", { ...fields, office: "registrar" }));
  assert.deepEqual(
    added.offices.map(({ office }: { office: string }) => office),
    ["registrar"],
  );
  const again = refused(await ask("ada", "POST", "/officers", { ...fields, office: "dean" }), 409, "person.email");
  assert.match(again.detail, /address/);
  assert.deepEqual(again.faults, [{ field: "email", because: "Give another one." }]);
  const bare = refused(await ask("ada", "POST", "/officers", { ...fields, office: "king" }), 422, "request.shape");
  assert.equal(bare.faults[0].field, "office");
  for (const who of ["amara", "marisol", "dana"])
    refused(
      await ask(who, "POST", "/officers", { ...fields, email: "x@school.example", office: "dean" }),
      403,
      "office.may",
    );
});

test("the last administrator neither leaves nor loses the office, and of two who go at once one stays", async () => {
  const leave = (who: string) => ask("marisol", "PATCH", `/people/${idOf(who)}`, { leftOn: today() });
  refused(await leave("ada"), 409, "office.last");
  ok(await ask("ada", "GET", "/me"));
  const pair = ["ada", "fatima"];
  ok(await ask("ada", "POST", `/people/${idOf("fatima")}/offices`, { office: "administrator" }));
  const left = await Promise.all(pair.map(leave));
  assert.deepEqual(
    left.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  const stays = pair.find((_, at) => left[at]!.status === 409)!;
  const gone = pair.find((who) => who !== stays)!;
  assert.deepEqual(ok(await ask(stays, "GET", `/people/${idOf(gone)}/access`)).offices, []);
  const { offices } = ok(await ask(stays, "GET", `/people/${idOf(stays)}/access`));
  refused(await ask(stays, "DELETE", `/people/${idOf(stays)}/offices/${offices[0].officeId}`), 409, "office.last");
});
