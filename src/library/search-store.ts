// Full text and trigrams over what the asker may read.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Found } from "./found.ts";
import { type Reader, readersFrom } from "./reader.ts";
import { hitBegins, hitEnds } from "./segments.ts";

const LibraryWord = z.object({ askedWord: z.string(), word: z.string(), lexeme: z.string(), share: z.number() });
export type LibraryWord = z.infer<typeof LibraryWord>;

/** Those of the words that the library has, each once. */
export function wordsFor(tx: Tx, asked: readonly string[]): Promise<LibraryWord[]> {
  return tx.rows(LibraryWord, sql`select * from app.library_words_for(${asked}::text[])`);
}

const Near = z.object({ askedWord: z.string(), word: z.string() });

export function wordsNear(tx: Tx, asked: readonly string[]): Promise<z.infer<typeof Near>[]> {
  return tx.rows(Near, sql`select * from app.library_words_near(${asked}::text[])`);
}

const Candidate = Found.omit({ segments: true }).extend({
  /** The words with what was looked for marked. */
  marked: z.string(),
  lexemes: z.array(z.string()),
});
export type Candidate = z.infer<typeof Candidate>;

const candidatesMost = 240;
const passagesMost = 60;

/** Of current articles, each in the wording that comes nearest to the reader's; the best first by how the words stand in it. */
export function candidatesFor(
  tx: Tx,
  { schoolId }: Me,
  lexemes: readonly string[],
  reader: Reader,
): Promise<Candidate[]> {
  if (lexemes.length === 0) return Promise.resolve([]);
  const order = readersFrom(reader);
  const marks = `StartSel=${hitBegins},StopSel=${hitEnds},HighlightAll=true`;
  return tx.rows(
    Candidate,
    sql`
    with found as materialized (select * from app.passages_matching(${lexemes}::text[], ${order}::text[], ${candidatesMost})),
    standing as materialized (select key, version, state, approvals, lapsed from article_standings
      where school_id = ${schoolId} and is_current and key = any (array(select distinct article_key from found))),
    wording as materialized (
      select distinct on (p.article_key, p.version) p.article_key, p.version, p.reader from passages p
      where p.school_id = ${schoolId} and (p.article_key, p.version) in (select article_key, version from found)
      order by p.article_key, p.version, array_position(${order}::text[], p.reader)),
    claim as materialized (select key, state, app.claim_digest(statement, share, share_of) as digest from claim_standings
      where school_id = ${schoolId} and is_current),
    best as materialized (
      select f.*, s.state, s.approvals, s.lapsed from found f join standing s on (s.key, s.version) = (f.article_key, f.version)
      join wording w on (w.article_key, w.version, w.reader) = (f.article_key, f.version, f.reader)
      order by f.rank desc limit ${passagesMost})
    select p.article_key, a.title, a.topic, p.version, p.reader, p.place, p.heading, b.state, tsvector_to_array(p.found_by) as lexemes,
      ts_headline('english', p.words, (select string_agg(quote_literal(one), ' | ')::tsquery from unnest(${lexemes}::text[]) as one), ${marks}) as marked,
      coalesce((select jsonb_agg(jsonb_build_object('key', c.key, 'state', c.state) order by c.key) from claim c where c.key = any (p.claims)), '[]') as claims,
      b.approvals >= 2 and b.lapsed is distinct from 'day' and not exists (
        select from article_claims l left join claim c on c.key = l.claim_key
        where (l.school_id, l.article_key, l.version) = (p.school_id, p.article_key, p.version) and l.claim_key = any (p.claims)
          and (c.state is distinct from 'approved' or c.digest <> l.digest)) as is_approved
    from best b join passages p on (p.school_id, p.article_key, p.version, p.reader, p.place) = (${schoolId}, b.article_key, b.version, b.reader, b.place)
    join articles a on (a.school_id, a.key, a.version) = (p.school_id, p.article_key, p.version)
    order by b.rank desc, p.article_key, p.place`,
  );
}

export async function addQuestion(tx: Tx, { schoolId }: Me, words: string): Promise<void> {
  await tx.run(
    sql`insert into library_questions (school_id, question_id, words) values (${schoolId}, gen_random_uuid(), ${words})`,
  );
}

const Question = z.object({ questionId: Id, words: z.string(), askedOn: Day });

export function questionsAsked(tx: Tx, { schoolId }: Me): Promise<z.infer<typeof Question>[]> {
  return tx.rows(
    Question,
    sql`select question_id, words, asked_on from library_questions where school_id = ${schoolId} order by asked_on desc, question_id limit 200`,
  );
}
