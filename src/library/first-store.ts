// What Chiron brings to a new school: claims and articles that nobody there has approved yet.
import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { addDays } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { ClaimFields } from "./claim.ts";
import { Wording } from "./passage.ts";
import { addPassages } from "./review-store.ts";
import { Key, SourceFields } from "./source.ts";
import type { Kind } from "./standing.ts";

const folder = new URL("./content/", import.meta.url);

/** When we read the sources; within a year somebody reads them again. */
const checkedOn = "2026-11-22";
const reviewBy = addDays(checkedOn, 365);

const FirstClaim = ClaimFields.omit({ checkedOn: true, reviewBy: true }).extend({ key: Key });

const FirstArticle = z.object({ key: Key, title: z.string(), topic: z.string(), wordings: z.array(Wording) });
export type FirstArticle = z.infer<typeof FirstArticle>;

export interface FirstLibrary {
  sources: SourceFields[];
  claims: z.infer<typeof FirstClaim>[];
  articles: FirstArticle[];
}

export async function firstLibrary(): Promise<FirstLibrary> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`${name}.json`, folder), "utf8"));
  const names = (await readdir(new URL("articles/", folder))).filter((name) => name.endsWith(".md")).sort();
  return {
    sources: z.array(SourceFields).parse(await read("sources")),
    claims: z.array(FirstClaim).parse(await read("claims")),
    articles: await Promise.all(
      names.map(async (name) =>
        articleIn(name.replace(/\.md$/, ""), await readFile(new URL(`articles/${name}`, folder), "utf8")),
      ),
    ),
  };
}

/** A title, a topic, and after "=== reader" the wording of each. */
export function articleIn(key: string, text: string): FirstArticle {
  const [head = "", ...parts] = text.split(/^=== (\w+)$/m);
  return FirstArticle.parse({
    key,
    title: /^# (.+)$/m.exec(head)?.[1],
    topic: /^topic: (.+)$/m.exec(head)?.[1],
    wordings: parts.flatMap((part, at) => (at % 2 === 0 ? [{ reader: part, words: parts[at + 1] }] : [])),
  });
}

/** As the steward, when a school is founded, or later what it does not have: everything submitted, nothing approved. */
export async function bringLibrary(tx: Tx, schoolId: string, missing?: FirstLibrary): Promise<void> {
  const { sources, claims, articles } = missing ?? (await firstLibrary());
  const because = "Came with Chiron";
  await tx.run(sql`insert into library_sources (school_id, key, authors, title, journal, year, locator, doi, pmid, pmcid, url, is_verified, note)
    select ${schoolId}, s.key, s.authors, s.title, s.journal, s.year, s.locator, s.doi, s.pmid, s.pmcid, s.url, s."isVerified", s.note
    from jsonb_to_recordset(${sources}::jsonb) as s (key text, authors text, title text, journal text, year int, locator text, doi text,
      pmid text, pmcid text, url text, "isVerified" boolean, note text)`);
  await tx.run(sql`insert into claims (school_id, key, version, statement, share, share_of, strength, design, setting, limits, sources, checked_on, review_by, because)
    select ${schoolId}, c.key, 1, c.statement, c.share, c."shareOf", c.strength, c.design, c.setting, c.limits,
      array(select jsonb_array_elements_text(c.sources)), ${checkedOn}, ${reviewBy}, ${because}
    from jsonb_to_recordset(${claims}::jsonb) as c (key text, statement text, share int, "shareOf" int, strength text, design text,
      setting text, limits text, sources jsonb)`);
  await submitted(tx, schoolId, "claim", claims);
  await tx.run(sql`insert into articles (school_id, key, version, title, topic, review_by, because)
    select ${schoolId}, a.key, 1, a.title, a.topic, ${reviewBy}, ${because} from jsonb_to_recordset(${articles}::jsonb) as a (key text, title text, topic text)`);
  // Once the claims are shown: a passage is found by what they say, too.
  for (const article of articles) await addPassages(tx, schoolId, { key: article.key, version: 1 }, article);
  await submitted(tx, schoolId, "article", articles);
}

async function submitted(tx: Tx, schoolId: string, kind: Kind, things: { key: string }[]): Promise<void> {
  await tx.run(sql`insert into submissions (school_id, kind, key, version)
    select ${schoolId}, ${kind}, key, 1 from unnest(${things.map(({ key }) => key)}::text[]) as key`);
}
