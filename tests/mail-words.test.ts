// What a mail can hold: nothing but the sentences of mail/kinds.ts, the server's address, ids and a link. Tried in a school
// whose people, words and reasons would be known again anywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds } from "../src/mail/kinds.ts";
import { byHand } from "./help/matches.ts";
import { origin, postOf, schoolTime } from "./help/mail.ts";
import { openPairWorld } from "./proof/pair-world.ts";
import { states } from "./proof/specification.ts";
import { migrations } from "./tidy/sources.ts";

test("every occasion in the database is of a kind that has words, and every kind has its occasion", () => {
  const text = migrations.map(({ lines }) => lines.join("\n")).join("\n");
  const written = [
    ...text.matchAll(/app\.mail(?:_offices|_one)?\((?:[^()';]|'[a-z ]+')*?'([a-z-]+)', (?:new|[mrw]|wanted|null)\b/g),
  ].map(([, kind]) => kind!);
  // These two are chosen by what has turned.
  const turned = [...text.matchAll(/then '(ended)' else '(in-force)' end/g)].flatMap(([, one, other]) => [
    one!,
    other!,
  ]);
  assert.deepEqual([...new Set([...written, ...turned])].toSorted(), Object.keys(kinds).toSorted());
});

test("no mail of a whole school holds a name, an address, a program, a reason or anybody's words", async () => {
  const seen = new Set<string>();
  for (const state of states) {
    const { world } = await openPairWorld(state);
    const marked = await marksOf(world);
    const { box, send } = postOf(world);
    for (const days of [1, 2, 8, 9]) await send(schoolTime("12:00", days));
    assert.ok(box.length > 3, String(box.length));
    for (const { subject, text, headers } of box) {
      const said = `${subject}\n${text}\n${Object.values(headers).join("\n")}`.replaceAll(/https:\S+/g, (link) =>
        link.replace(origin, "here").replace(/\/(welcome|act)\/[\w.-]+/, "/$1/secret"),
      );
      for (const mark of marked)
        assert.ok(!new RegExp(`\\b${mark}\\b`, "i").test(said), `"${mark}" stands in a mail, ${state}:\n${said}`);
      seen.add(subject);
    }
  }
  // In these schools nearly everything has happened.
  assert.ok(seen.size >= 5, [...seen].join("; "));
});

test("each letter is its kind's own sentence in a frame that is the same for everybody", () => {
  for (const [name, { subject, line, path }] of Object.entries(kinds)) {
    assert.match(line, /:$/, name);
    assert.doesNotMatch(`${subject} ${line}`, /[{}$<>]|undefined|null/, name);
    assert.match(`${origin}${path(null)}`, /^https:\/\/guidance\.example\.edu\/[a-z/-]*$/, name);
  }
});

/** Everything that people are called there or wrote, and what the programs and judgements are called. */
async function marksOf(world: Parameters<typeof byHand>[0]): Promise<string[]> {
  const rows = await byHand(
    world,
    (admin) => admin<{ mark: string }[]>`
      select given_name as mark from people union select family_name from people union select email from people
      union select words from requests union select reason from handovers union select reason from answers where reason is not null
      union select because from exceptions union select because from withdrawals union select name from schools union select slug from schools
      union select interest from learner_profiles, unnest(interests) as interest union select need from learner_profiles, unnest(needs) as need
      union select department from educators union select reason from endings`,
  );
  const words =
    "coach coaching mentor mentoring advisor advising counselor assessment grade judge conflict decline declined".split(
      " ",
    );
  return [...rows.map(({ mark }) => mark), ...words].map((mark) =>
    mark.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
  );
}
