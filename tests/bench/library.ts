// Search and questions over a large library: many times what ships, half of it misspelt or asked for in other words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
    (admin) => admin`select count(*)::int as rows, count(distinct article_key)::int as articles from passages`,
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
      `${said!.rows} passages of ${said!.articles} articles, as a learner who reads them under the policies. Time in the server, from the request to its answer in JSON, ` +
      `the database's included and the network left out; ${times} of the questions of \`tests/library\` one after another, after ${warmings} to warm up. ${machine()}.`,
    columns: ["Request", "Median", "95 of 100 within", "99 of 100 within", "Asked"],
    rows,
  };
}

/** The articles that ship, again and again under other keys, with words of their own between. */
async function grow(world: World): Promise<void> {
  const { schoolId, door } = world;
  const { items } = ok(await world.ask("amara", "GET", "/library"));
  const [found] = await byHand(world, (admin) => admin`select count(*)::int as rows from passages`);
  const copies = Math.ceil((passagesWanted - Number(found!.rows)) / Number(found!.rows));
  // The steward brings passages and reads none.
  await byHand(
    world,
    (
      admin,
    ) => admin`create function test_passages(school uuid, article text) returns setof passages language sql security definer
      as 'select * from passages where school_id = school and article_key = article and version = 1'`,
  );
  const keys = (items as { key: string }[]).map(({ key }) => key);
  for (let copy = 1; copy <= copies; copy++)
    await door.asSteward(async (tx) => {
      for (const key of keys) {
        const next = `${key}-${copy}`;
        await tx.run(sql`insert into articles (school_id, key, version, title, topic, review_by, because)
          values (${schoolId}, ${next}, 1, ${`Copy ${copy} of ${key}`}, 'Copies', current_date + 300, 'Copied')`);
        await tx.run(sql`insert into passages (school_id, article_key, version, reader, place, heading, words)
          select ${schoolId}, ${next}, 1, p.reader, p.place, p.heading, p.words || ${` Word${copy} stands here.`} from test_passages(${schoolId}, ${key}) p`);
        await tx.run(
          sql`insert into submissions (school_id, kind, key, version) values (${schoolId}, 'article', ${next}, 1)`,
        );
      }
    });
}
