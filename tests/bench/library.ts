// Search and questions over a large library: many times what ships, half of it misspelt or asked for in other words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tx } from "../../src/db/door.ts";
import { sql } from "../../src/db/sql.ts";
import { libraryIn } from "../help/library.ts";
import { byHand, ok } from "../help/matches.ts";
import { openWorld, type World } from "../help/world.ts";
import { machine, median, percentile } from "./cpu.ts";
import { refuseFailure } from "./school.ts";
import type { Section } from "./section.ts";

const passagesWanted = 20_000;
const warmings = 30;
const times = 300;

export async function benchLibrary(): Promise<Section> {
  const world = await openWorld();
  await libraryIn(world);
  await grow(world);
  await byHand(world, (admin) => admin`vacuum analyze`);
  const [said] = await byHand(
    world,
    (admin) =>
      admin`select count(*)::int as rows, count(distinct article_key)::int as articles, (select count(*)::int from claims) as claims from passages`,
  );
  const questions = readFileSync(join(import.meta.dirname, "..", "library", "answerable.tsv"), "utf8")
    .split("\n")
    .flatMap((line) => line.split("\t")[1] ?? []);
  const rows: string[][] = [];
  for (const [name, ask] of Object.entries({
    "a search": (q: string) => world.ask("amara", "GET", `/library/search?q=${encodeURIComponent(q)}`),
    "a question": (question: string) => world.ask("amara", "POST", "/library/answer", { question }),
  })) {
    const seen: number[] = [];
    for (let at = -warmings; at < times; at++) {
      const begun = performance.now();
      refuseFailure(await ask(questions[(at + warmings) % questions.length]!));
      if (at >= 0) seen.push(performance.now() - begun);
    }
    const in100 = (share: number) => `${percentile(seen, share).toFixed(1)} ms`;
    rows.push([name, `${median(seen).toFixed(1)} ms`, in100(0.95), in100(0.99), "95 of 100 within 30 ms"]);
  }
  return {
    title: "Search in a large library",
    command: "npm run bench -- library",
    about:
      `${said!.rows} passages of ${said!.articles} articles over ${said!.claims} claims, as a learner who reads them under the policies. Time in the server, from the request to its answer in JSON, ` +
      `the database's included and the network left out; ${times} of the questions of \`tests/library\` one after another, after ${warmings} to warm up. ${machine()}.`,
    columns: ["Request", "Median", "95 of 100 within", "99 of 100 within", "Asked"],
    rows,
  };
}

/**
 * The articles that ship with the claims that they cite, again and again under other keys, with words of their own between. All is
 * approved by two; one article in six has a second version that is submitted, and one in six a draft of one.
 */
export async function grow(world: World): Promise<void> {
  const { schoolId, door } = world;
  const { items } = ok(await world.ask("amara", "GET", "/library"));
  const [found] = await byHand(world, (admin) => admin`select count(*)::int as rows from passages`);
  const copies = Math.ceil((passagesWanted - Number(found!.rows)) / (Number(found!.rows) * (1 + 2 / 6)));
  // The steward brings all of it and reads none.
  await byHand(world, async (admin) => {
    await admin`create function test_passages(school uuid, article text) returns setof passages language sql security definer
      as 'select * from passages where school_id = school and article_key = article and version = 1'`;
    await admin`create function test_claims(school uuid) returns setof claims language sql security definer
      as 'select * from claims where school_id = school and version = 1 and key !~ ''-copy'''`;
  });
  const keys = (items as { key: string }[]).map(({ key }) => key);
  for (let copy = 1; copy <= copies; copy++)
    await door.asSteward(async (tx) => {
      await tx.run(sql`insert into claims (school_id, key, version, statement, share, share_of, strength, design, setting, limits, sources, checked_on, review_by, because)
        select ${schoolId}, c.key || ${`-copy${copy}`}, 1, c.statement, c.share, c.share_of, c.strength, c.design, c.setting, c.limits, c.sources, c.checked_on, c.review_by, 'Copied'
        from test_claims(${schoolId}) c`);
      await tx.run(sql`insert into submissions (school_id, kind, key, version)
        select ${schoolId}, 'claim', c.key || ${`-copy${copy}`}, 1 from test_claims(${schoolId}) c`);
      for (const [at, key] of keys.entries()) {
        const sixth = (copy + at) % 6;
        await bring(tx, schoolId, { key, copy, version: 1, isShown: true });
        if (sixth < 2) await bring(tx, schoolId, { key, copy, version: 2, isShown: sixth === 0 });
      }
    });
  await byHand(
    world,
    (admin) => admin`insert into reviews (school_id, kind, key, version, reviewer_id, verdict)
      select s.school_id, s.kind, s.key, s.version, o.person_id, 'approve' from submissions s cross join people o
      where o.given_name in ('Lena', 'Omar') and s.version = 1`,
  );
}

interface Copied {
  key: string;
  copy: number;
  version: number;
  isShown: boolean;
}

async function bring(tx: Tx, schoolId: string, { key, copy, version, isShown }: Copied): Promise<void> {
  const next = `${key}-${copy}`;
  await tx.run(sql`insert into articles (school_id, key, version, title, topic, review_by, because)
    values (${schoolId}, ${next}, ${version}, ${`Copy ${copy} of ${key}`}, 'Copies', current_date + 300, 'Copied')`);
  await tx.run(sql`insert into passages (school_id, article_key, version, reader, place, heading, words)
    select ${schoolId}, ${next}, ${version}, p.reader, p.place, p.heading,
      regexp_replace(p.words, '\\[\\^([a-z0-9-]+)\\]', ${`[^\\1-copy${copy}]`}, 'g') || ${` Word${copy} stands here.`}
    from test_passages(${schoolId}, ${key}) p`);
  if (isShown)
    await tx.run(
      sql`insert into submissions (school_id, kind, key, version) values (${schoolId}, 'article', ${next}, ${version})`,
    );
}
