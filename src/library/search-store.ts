// Full text and trigrams over what the asker may read.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { anyOf as queryOf, type Asking, type Sought } from "./answer.ts";
import { Found } from "./found.ts";
import type { Reader } from "./reader.ts";
import { hitBegins, hitEnds } from "./segments.ts";

const LibraryWord = z.object({ askedWord: z.string(), word: z.string(), lexeme: z.string(), share: z.number() });
export type LibraryWord = z.infer<typeof LibraryWord>;

/** Those of the words that the library has, each once. */
export function wordsFor(tx: Tx, asked: readonly string[]): Promise<LibraryWord[]> {
  return tx.rows(LibraryWord, sql`select * from app.library_words_for(${asked}::text[])`);
}

/** Words that the library has and that look like these, the likest first. */
export function wordsNear(tx: Tx, asked: readonly string[]): Promise<LibraryWord[]> {
  return tx.rows(LibraryWord, sql`select * from app.library_words_near(${asked}::text[])`);
}

/** A passage that was found, before what was looked for is marked in it. */
const Candidate = Found.omit({ segments: true }).extend({ words: z.string(), cover: z.number() });
export type Candidate = z.infer<typeof Candidate>;

/** Of what covers enough, some is of versions that others stand for by now. */
const coveringMost = 120;

/**
 * Of current articles, in the reader's wording, those that cover at least so much; the best first. Standings are worked out
 * once all of this is decided, of what is left.
 */
export function candidatesFor(
  tx: Tx,
  { schoolId }: Me,
  { anyOf, queries, worths, least }: Asking,
  reader: Reader,
  most: number,
): Promise<Candidate[]> {
  return tx.rows(
    Candidate,
    sql`
    with found as materialized (
      select * from app.passages_covering(${reader}, ${anyOf}::tsquery, ${queries}::tsquery[], ${worths}::real[], ${least}, ${coveringMost})),
    -- Only of an article with several versions that everybody reads can one stand for another.
    past as materialized (select key, version from article_standings where school_id = ${schoolId} and is_shown and not is_current
      and key = any (array(select f.article_key from found f join articles o on (o.school_id, o.key) = (${schoolId}, f.article_key) and o.is_shown
        group by f.article_key having count(distinct o.version) > 1))),
    best as materialized (select f.* from found f where (f.article_key, f.version) not in (select key, version from past)
      order by f.cover desc, f.article_key, f.place limit ${most}),
    standing as materialized (select key, version, state, approvals, lapsed from article_standings
      where school_id = ${schoolId} and is_current and key = any (array(select distinct article_key from best))),
    passage as materialized (select b.cover, p.* from best b join passages p
      on (p.school_id, p.article_key, p.version, p.reader, p.place) = (${schoolId}, b.article_key, b.version, b.reader, b.place)),
    claim as materialized (select key, state, app.claim_digest(statement, share, share_of) as digest from claim_standings
      where school_id = ${schoolId} and is_current and key = any (array(select distinct cited from passage cross join unnest(claims) as cited)))
    select p.article_key, a.title, a.topic, p.version, p.reader, p.place, p.heading, p.words, p.cover, s.state,
      coalesce((select jsonb_agg(jsonb_build_object('key', c.key, 'state', c.state) order by c.key) from claim c where c.key = any (p.claims)), '[]') as claims,
      s.approvals >= 2 and s.lapsed is distinct from 'day' and not exists (
        select from article_claims l left join claim c on c.key = l.claim_key
        where (l.school_id, l.article_key, l.version) = (p.school_id, p.article_key, p.version) and l.claim_key = any (p.claims)
          and (c.state is distinct from 'approved' or c.digest <> l.digest)) as is_approved
    from passage p join standing s on (s.key, s.version) = (p.article_key, p.version)
    join articles a on (a.school_id, a.key, a.version) = (p.school_id, p.article_key, p.version)
    order by p.cover desc, ts_rank_cd('{0, 0.3, 0.9, 1}', p.found_by, ${anyOf}::tsquery, 1) desc, p.article_key, p.place`,
  );
}

const Marked = z.object({ marked: z.string() });

/** The words of each with what was looked for marked, in their order. */
export async function markedIn(tx: Tx, texts: readonly string[], lexemes: Sought["lexemes"]): Promise<string[]> {
  if (texts.length === 0 || lexemes.length === 0) return [...texts];
  const marks = `StartSel=${hitBegins},StopSel=${hitEnds},HighlightAll=true`;
  const rows = await tx.rows(
    Marked,
    sql`select ts_headline('english', text, ${queryOf(lexemes)}::tsquery, ${marks}) as marked from unnest(${texts}::text[]) with ordinality as one (text, at) order by at`,
  );
  return rows.map(({ marked }) => marked);
}

export async function addQuestion(tx: Tx, { schoolId }: Me, words: string): Promise<void> {
  await tx.run(
    sql`insert into library_questions (school_id, question_id, words) values (${schoolId}, gen_random_uuid(), ${words})`,
  );
}
