// Twin worlds, for some of the secrets that `npm run prove -- twins` tries in full; and leaks made on purpose, each found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { secrets } from "./proof/secrets.ts";
import type { Asker } from "./proof/specification.ts";
import { tryTwins } from "./proof/twins.ts";

test("nobody can tell two schools apart that differ in what they may not know", async () => {
  const told: string[] = [];
  const only = [
    "other words in the ground rules",
    "a learner declares a conflict",
    "who of the two declared it, told in one incident",
    "that the educator wrote back",
    "why the learner declined",
    "why a proposal was withdrawn",
    "that a mentor and their learner met",
    "another next step",
    "that another learner is mailed about something",
    "other words in a draft of an article",
    "that somebody asked the board",
    "what the learner wants to be mailed about",
    "what the coordinator put off on their desk",
    "what the learner put off",
  ];
  const who: Asker[] = ["another educator", "another learner", "dean", "registrar", "administrator"];
  const report = await tryTwins((difference) => told.push(difference), { only, who });
  assert.deepEqual(told, []);
  assert.equal(report.secrets, only.length);
  assert.ok(report.answers > 1000, String(report.answers));
});

const leaks: { name: string; secret: string; who: Asker; spoilt: string; told: RegExp }[] = [
  {
    name: "a policy that is too wide",
    secret: "other words in the ground rules",
    who: "dean",
    spoilt: "create policy leak on agreements for select to chiron_app using (school_id = (select app.school()))",
    told: /GET \/export\/agreements/,
  },
  {
    name: "a function that knows more people than the asker",
    secret: "that two others are brought together",
    who: "another learner",
    spoilt: `create or replace function app.counterparts() returns uuid[] language sql stable security definer
      set search_path = pg_catalog, public, pg_temp
      as 'select array_agg(learner_id) from relationships where school_id = app.school()'`,
    told: /GET \/people/,
  },
  {
    name: "a reason where a name stands",
    secret: "why the learner declined",
    who: "educator",
    spoilt: `create or replace function app.my_proposals()
      returns table (run_id uuid, learner_id uuid, educator_id uuid, other_name text, state text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select run_id, learner_id, educator_id, coalesce((select max(reason) from answers), ''), 'open' from proposals
        where school_id = app.school() and app.person() in (learner_id, educator_id) $$`,
    told: /GET \/proposals/,
  },
];

for (const { name, secret, who, spoilt, told } of leaks)
  test(`a leak made on purpose is found: ${name}`, async () => {
    assert.ok(secrets.some((one) => one.name === secret));
    const differences: string[] = [];
    await tryTwins((difference) => differences.push(difference), { only: [secret], who: [who], spoilt });
    assert.match(differences.join("\n"), told);
  });
