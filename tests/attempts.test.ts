// Tries to sign in are counted by account and by address: who guesses is stopped, and nobody else is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { appOf } from "../src/http/app.ts";
import { routes } from "../src/http/routes.ts";
import { attemptsMost } from "../src/people/sign-in.ts";
import { byHand, ok } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const sentence = "Nine herons waited by the quiet mill";
const names = [
  "amara",
  "noah",
  "grace",
  "tomas",
  "priya",
  "joan",
  "fatima",
  "marisol",
  "dana",
  "imani",
  "ravi",
  "rosa",
];
for (const name of names) {
  const { secret } = ok(await world.ask("ada", "POST", `/people/${world.people[name]!.personId}/invitations`, {}));
  ok(await world.ask(null, "POST", `/invitations/${secret}/acceptance`, { password: sentence }));
}

/** A server of its own each time: what it counts, it does not keep in its memory. */
async function signIn(name: string, password: string, { from = "", proxies = 0 } = {}): Promise<number> {
  const app = appOf({ door: world.door, log: pino({ level: "silent" }), routes, webFolder: "dist/web", proxies });
  const reply = await app.request("/api/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", ...(from === "" ? {} : { "x-forwarded-for": from }) },
    body: JSON.stringify({ email: `${name}@wexcombe.example.edu`, password }),
  });
  assert.equal(reply.headers.get("retry-after"), reply.status === 429 ? "900" : null);
  return reply.status;
}

const counted = (count: number) => byHand(world, (admin) => admin`update attempts set count = ${count}`);
const forgotten = () => byHand(world, (admin) => admin`delete from attempts`);

test("twelve people sign in from one address, and again", async () => {
  for (const name of [...names, ...names]) assert.equal(await signIn(name, sentence), 200, name);
});

test("an account is closed to guessing after ten tries, whatever server they reach, and to nobody else", async () => {
  await forgotten();
  for (let tries = 0; tries < attemptsMost.account; tries++) assert.equal(await signIn("noah", "wrong"), 403);
  assert.equal(await signIn("noah", sentence), 429);
  assert.equal(await signIn("amara", sentence), 200);
});

test("an address is closed after a hundred failures; one's own success gives back one's own try alone", async () => {
  await forgotten();
  assert.equal(await signIn("noah", "wrong"), 403);
  await counted(attemptsMost.address - 1);
  assert.equal(await signIn("amara", sentence), 200);
  assert.equal(await signIn("grace", "wrong"), 403);
  assert.equal(await signIn("amara", sentence), 429);
});

test("behind a proxy of ours, the address is what that proxy heard, and never what the caller wrote before it", async () => {
  await forgotten();
  const one = { proxies: 1 };
  assert.equal(await signIn("noah", "wrong", { ...one, from: "198.51.100.7" }), 403);
  await counted(attemptsMost.address);
  for (const from of ["198.51.100.7", "203.0.113.9, 198.51.100.7"])
    assert.equal(await signIn("amara", sentence, { ...one, from }), 429, from);
  assert.equal(await signIn("amara", sentence, { ...one, from: "203.0.113.9" }), 200);
  assert.equal(await signIn("grace", sentence, { proxies: 2, from: "192.0.2.1, 203.0.113.9, 10.0.0.1" }), 200);
  assert.equal(await signIn("grace", sentence, { proxies: 2, from: "198.51.100.7, 10.0.0.1" }), 429);
  assert.equal(await signIn("grace", sentence, { from: "198.51.100.7" }), 200, "without a proxy nobody is believed");
});

test("a request whose origin is no address at all is another site's, and its refusal says what may be wrong", async () => {
  const app = appOf({ door: world.door, log: pino({ level: "silent" }), routes, webFolder: "dist/web" });
  for (const origin of ["garbage", "null", "https://elsewhere.example"]) {
    const headers = { "content-type": "application/json", origin };
    const reply = await app.request("http://here.example/api/sessions", { method: "POST", headers, body: "{}" });
    const { rule, detail } = (await reply.json()) as { rule: string; detail: string };
    assert.deepEqual([reply.status, rule], [403, "request.origin"], origin);
    assert.match(detail, /CHIRON_ORIGIN/);
  }
});
