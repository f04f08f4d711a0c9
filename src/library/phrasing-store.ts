// What a phrased answer is checked with, and how it comes before the board: as an article of its own, submitted, by nobody here.
import { createHash } from "node:crypto";
import { z } from "zod";
import { addDays } from "../core/shapes.ts";
import type { Door, Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { Found } from "./found.ts";
import type { Sentence } from "./phrasing.ts";
import { addPassages } from "./review-store.ts";

const Read = z.object({ lexemes: z.array(z.string()) });

/** The stems of the content words of each text. */
export async function lexemesIn(tx: Tx, texts: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const each = [...new Set(texts)];
  const rows = await tx.rows(
    Read,
    sql`select tsvector_to_array(to_tsvector('english', text)) as lexemes from unnest(${each}::text[]) with ordinality as one (text, at) order by at`,
  );
  return new Map(each.map((text, at) => [text, new Set(rows[at]?.lexemes)]));
}

const Count = z.object({ count: z.number().int() });

/** How many were written in the last day: the board reads each of them. */
export async function phrasedOfLate(tx: Tx, { schoolId }: Me): Promise<number> {
  const { count } = await tx.one(
    Count,
    sql`select count(*)::int as count from articles where school_id = ${schoolId} and phrased_by is not null and written_at > now() - interval '1 day'`,
  );
  return count;
}

const reviewDays = 180;

/** The same answer twice is one article. Of the question nothing is kept: it is its asker's. */
export async function submitPhrased(
  door: Door,
  { schoolId, today }: Me,
  { sentences, quotes, by }: { sentences: readonly Sentence[]; quotes: readonly Found[]; by: string },
): Promise<string> {
  const words = sentences.map((sentence) => citedWords(sentence, quotes)).join(" ");
  const [first] = quotes;
  const key = `answer-${createHash("sha256").update(`${first?.reader} ${words}`).digest("hex").slice(0, 16)}`;
  const title = `In short: ${first?.title ?? ""}`.slice(0, 160);
  await door.asSteward(async (tx) => {
    const added =
      await tx.run(sql`insert into articles (school_id, key, version, title, topic, review_by, because, phrased_by)
      values (${schoolId}, ${key}, 1, ${title}, 'Answers', ${addDays(today, reviewDays)}, 'Phrased from approved passages', ${by}) on conflict do nothing`);
    if (added === 0) return;
    await addPassages(
      tx,
      schoolId,
      { key, version: 1 },
      { title, wordings: [{ reader: first?.reader ?? "public", words }] },
    );
    await tx.run(
      sql`insert into submissions (school_id, kind, key, version) values (${schoolId}, 'article', ${key}, 1)`,
    );
  });
  return key;
}

/** The sentence with the claims of the passages that it cites, as the board reads and the database checks them. */
function citedWords({ text, cites }: Sentence, quotes: readonly Found[]): string {
  const keys = [...new Set(cites.flatMap((number) => quotes[number - 1]?.claims.map(({ key }) => key) ?? []))];
  const end = /[.!?]$/.exec(text)?.[0] ?? ".";
  return `${text.replace(/[.!?]$/, "")} ${keys.map((key) => `[^${key}]`).join(" ")}${end}`;
}
