// The library as rows, for whoever reads it. How each version stands is the database's to say.
import { z } from "zod";
import { Day, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { ArticleCard, Past } from "./article.ts";
import { Claim } from "./claim.ts";
import { Passage } from "./passage.ts";
import { Reader } from "./reader.ts";
import { Source } from "./source.ts";
import type { Kind } from "./standing.ts";

/** By topic and title; what nobody can read yet is not among them. */
export function currentArticles(tx: Tx, { schoolId }: Me): Promise<ArticleCard[]> {
  return tx.rows(
    ArticleCard,
    sql`select a.key, a.version, a.title, a.topic, s.state, s.lapsed, s.claims, s.open_claims, a.written_at
    from article_standings s join articles a using (school_id, key, version)
    where s.school_id = ${schoolId} and s.is_current order by a.topic, a.title`,
  );
}

const ArticleRow = ArticleCard.extend({
  approvals: z.number().int(),
  submittedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  isCurrent: z.boolean(),
  reviewBy: Day,
  writtenBy: z.string().nullable(),
  approvedBy: z.array(z.string()),
  readers: z.array(Reader),
});
export type ArticleRow = z.infer<typeof ArticleRow>;

/** That version, or the one that everybody reads, or (of what nobody reads yet) the newest draft. */
export function findArticle(tx: Tx, { schoolId }: Me, key: string, version?: number): Promise<ArticleRow | null> {
  return tx.maybe(
    ArticleRow,
    sql`select a.key, a.version, a.title, a.topic, s.state, s.lapsed, s.claims, s.open_claims, a.written_at, s.approvals, s.submitted_at,
      s.approved_at, s.is_current, a.review_by, coalesce(w.name, a.phrased_by) as written_by,
      array(select n.name from reviews r join app.library_names() n on n.person_id = r.reviewer_id
        where (r.school_id, r.kind, r.key, r.version) = (a.school_id, 'article', a.key, a.version) and r.verdict = 'approve' order by r.at) as approved_by,
      array(select distinct p.reader from passages p where (p.school_id, p.article_key, p.version) = (a.school_id, a.key, a.version)) as readers
    from article_standings s join articles a using (school_id, key, version) left join app.library_names() w on w.person_id = a.written_by
    where s.school_id = ${schoolId} and s.key = ${key} ${version === undefined ? sql`` : sql`and s.version = ${version}`}
    order by s.is_current desc, s.version desc limit 1`,
  );
}

export function passagesOfVersion(tx: Tx, { schoolId }: Me, article: ArticleRow, reader: Reader): Promise<Passage[]> {
  return tx.rows(
    Passage,
    sql`select place, heading, words, claims from passages
    where (school_id, article_key, version, reader) = (${schoolId}, ${article.key}, ${article.version}, ${reader}) order by place`,
  );
}

const claimColumns = sql`c.key, c.version, c.statement, c.share, c.share_of, c.strength, c.design, c.setting, c.limits, c.sources, c.supports, c.checked_on,
  c.review_by, s.state, s.lapsed, s.approvals, s.approved_at`;

/** As everybody reads them today. */
export function claimsNamed(tx: Tx, { schoolId }: Me, keys: readonly string[]): Promise<Claim[]> {
  return tx.rows(
    Claim,
    sql`select ${claimColumns} from claim_standings s join claims c using (school_id, key, version)
    where s.school_id = ${schoolId} and s.is_current and s.key = any (${keys}::text[])`,
  );
}

const ClaimRow = Claim.extend({ isCurrent: z.boolean() });

export function findClaim(
  tx: Tx,
  { schoolId }: Me,
  key: string,
  version?: number,
): Promise<z.infer<typeof ClaimRow> | null> {
  return tx.maybe(
    ClaimRow,
    sql`select ${claimColumns}, s.is_current from claim_standings s join claims c using (school_id, key, version)
    where s.school_id = ${schoolId} and s.key = ${key} ${version === undefined ? sql`` : sql`and s.version = ${version}`}
    order by s.is_current desc, s.version desc limit 1`,
  );
}

/** All of them, or those with these keys. */
export function sourcesOf(tx: Tx, { schoolId }: Me, keys?: readonly string[]): Promise<Source[]> {
  return tx.rows(
    Source,
    sql`select distinct on (s.key) s.key, s.version, s.authors, s.title, s.journal, s.year, s.locator, s.doi, s.pmid, s.pmcid, s.url, s.is_verified, s.note,
      k.checked_on, k.is_retracted, coalesce(k.turn, 0) as turn
    from library_sources s
    left join lateral (select checked_on, is_retracted, turn from source_checks k
      where (k.school_id, k.source_key) = (s.school_id, s.key) order by turn desc limit 1) k on true
    where s.school_id = ${schoolId} ${keys === undefined ? sql`` : sql`and s.key = any (${keys}::text[])`} order by s.key, s.version desc`,
  );
}

const kinds: Record<Kind, { rows: Sql; standings: Sql; by: Sql }> = {
  claim: { rows: sql`claims`, standings: sql`claim_standings`, by: sql`w.name` },
  article: { rows: sql`articles`, standings: sql`article_standings`, by: sql`coalesce(w.name, v.phrased_by)` },
};

/** The newest first. */
export function pastOf(tx: Tx, { schoolId }: Me, kind: Kind, key: string): Promise<Past[]> {
  const { rows, standings, by } = kinds[kind];
  return tx.rows(
    Past,
    sql`select v.version, v.because, ${by} as written_by, v.written_at, s.state, s.lapsed, s.approvals, s.submitted_at, s.approved_at,
      coalesce((select jsonb_agg(jsonb_build_object('verdict', r.verdict, 'by', n.name, 'reason', r.reason,
          'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.at)
        from reviews r join app.library_names() n on n.person_id = r.reviewer_id
        where (r.school_id, r.kind, r.key, r.version) = (v.school_id, ${kind}, v.key, v.version)), '[]') as verdicts
    from ${rows} v join ${standings} s using (school_id, key, version) left join app.library_names() w on w.person_id = v.written_by
    where v.school_id = ${schoolId} and v.key = ${key} order by v.version desc limit 50`,
  );
}

const UsedIn = z.object({ key: z.string(), title: z.string() });

/** The articles that rest on it today. */
export function articlesOn(tx: Tx, { schoolId }: Me, claimKey: string): Promise<z.infer<typeof UsedIn>[]> {
  return tx.rows(
    UsedIn,
    sql`select a.key, a.title from article_claims l
    join article_standings s on (s.school_id, s.key, s.version) = (l.school_id, l.article_key, l.version) and s.is_current
    join articles a on (a.school_id, a.key, a.version) = (l.school_id, l.article_key, l.version)
    where l.school_id = ${schoolId} and l.claim_key = ${claimKey} order by a.title`,
  );
}

const Choice = z.object({ reader: Reader });

export async function readerOf(tx: Tx, { schoolId, personId }: Me): Promise<Reader | null> {
  const choice = await tx.maybe(
    Choice,
    sql`select reader from reader_choices where (school_id, person_id) = (${schoolId}, ${personId})`,
  );
  return choice?.reader ?? null;
}

export async function keepReader(tx: Tx, { schoolId, personId }: Me, reader: Reader): Promise<void> {
  await tx.run(sql`insert into reader_choices (school_id, person_id, reader) values (${schoolId}, ${personId}, ${reader})
    on conflict (school_id, person_id) do update set reader = excluded.reader`);
}
