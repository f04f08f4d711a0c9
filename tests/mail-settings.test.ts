// Mail settings are tried without a mail: each fault is told with the setting that mends it, and never with the password.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { mailFinding } from "../src/cli/serve-mail-try.ts";
import { smtpSink } from "./help/mail.ts";

const others = { MAIL_FROM: "Guidance <guidance@example.edu>", CHIRON_ORIGIN: "https://guidance.example.edu" };
const found = (SMTP_URL: string) => mailFinding({ ...others, SMTP_URL });

test("a mail server that lets us in is sound, with a password and without, and gets no mail", async () => {
  const open = await smtpSink();
  const guarded = await smtpSink(() => null, "right");
  const { host } = new URL(guarded.url);
  assert.deepEqual(await found(open.url), {
    what: "Mail can leave",
    ok: true,
    saw: `${new URL(open.url).host} lets this server in`,
  });
  assert.equal((await found(`smtp://name:right@${host}`)).ok, true);
  assert.deepEqual([open.taken, guarded.taken], [[], []]);
});

test("without a mail server nothing is wrong, and it says that mail rests", async () => {
  const { ok, saw } = await mailFinding({});
  assert.equal(ok, true);
  assert.match(saw, /SMTP_URL/);
});

test("a wrong password is told without it", async () => {
  const { url } = await smtpSink(() => null, "right");
  const { ok, saw } = await found(`smtp://name:mistaken@${new URL(url).host}`);
  assert.equal(ok, false);
  assert.match(saw, /refuses the name or the password in SMTP_URL: correct them/);
  assert.doesNotMatch(saw, /mistaken/);
});

test("a server that is not there, one that is none, and a secure address of an open one are told apart", async () => {
  const { url } = await smtpSink();
  const { host } = new URL(url);
  assert.match((await found("smtp://127.0.0.1:1")).saw, /no mail server answers at 127\.0\.0\.1:1/);
  assert.match((await found(`smtps://${host}`)).saw, /no secure connection .* SMTP_URL write smtps:/);
  const web = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  after(() => web.close());
  const { port } = web.address() as { port: number };
  const other = await found(`smtp://127.0.0.1:${port}`);
  assert.equal(other.ok, false);
  assert.match(other.saw, /SMTP_URL/);
});

test("settings that lack something are told by name, before anybody is asked", async () => {
  const { ok, saw } = await mailFinding({ SMTP_URL: "mail.example.edu", MAIL_FROM: "us" });
  assert.equal(ok, false);
  for (const setting of ["SMTP_URL:", "MAIL_FROM:", "CHIRON_ORIGIN:"]) assert.ok(saw.includes(setting), setting);
});
