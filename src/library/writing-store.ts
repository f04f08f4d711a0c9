// What whoever writes begins with: the claims that a text can cite, and all wordings of the newest version of an article.
import { z } from "zod";
import { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { Written } from "./article.ts";
import { ClaimLine } from "./claim.ts";
import { wordsOf } from "./passage.ts";
import { Reader, readers } from "./reader.ts";
import type { There } from "./shipped.ts";
import { State } from "./standing.ts";

/** Each in its newest version that was not returned. */
export function claimsToCite(tx: Tx, { schoolId }: Me): Promise<ClaimLine[]> {
  return tx.rows(
    ClaimLine,
    sql`select distinct on (c.key) c.key, c.version, c.statement, c.share, c.share_of, c.sources, s.state
    from claims c join claim_standings s using (school_id, key, version)
    where c.school_id = ${schoolId} and s.state <> 'returned' order by c.key, c.version desc limit 2000`,
  );
}

const Keys = z.object({
  sources: z.array(z.string()),
  claims: z.array(z.string()),
  shownClaims: z.array(z.string()),
  articles: z.array(z.string()),
});

/** Of everything in the library, drafts as well. */
export function keysThere(tx: Tx, { schoolId }: Me): Promise<There> {
  return tx.one(
    Keys,
    sql`select array(select distinct key from library_sources where school_id = ${schoolId}) as sources,
      array(select distinct key from claims where school_id = ${schoolId}) as claims,
      array(select distinct key from claims where school_id = ${schoolId} and is_shown) as shown_claims,
      array(select distinct key from articles where school_id = ${schoolId}) as articles`,
  );
}

const Newest = z.object({
  version: z.number().int(),
  title: z.string(),
  topic: z.string(),
  reviewBy: Day,
  state: State,
});
const Block = z.object({ reader: Reader, heading: z.string(), words: z.string() });

/** Null where there is no such article. */
export async function newestWritten(tx: Tx, { schoolId }: Me, key: string): Promise<Written | null> {
  const newest = await tx.maybe(
    Newest,
    sql`select a.version, a.title, a.topic, a.review_by, s.state from articles a join article_standings s using (school_id, key, version)
    where a.school_id = ${schoolId} and a.key = ${key} order by a.version desc limit 1`,
  );
  if (newest === null) return null;
  const blocks = await tx.rows(
    Block,
    sql`select reader, heading, words from passages
    where (school_id, article_key, version) = (${schoolId}, ${key}, ${newest.version}) order by reader, place`,
  );
  const wordings = readers.flatMap((reader) => {
    const own = blocks.filter((block) => block.reader === reader);
    return own.length === 0 ? [] : [{ reader, words: wordsOf(own, newest.title) }];
  });
  return { ...newest, wordings };
}
