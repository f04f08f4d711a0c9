// What the board writes: the next versions, what it says of them, and what it looked up.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { type ArticleFields, PassageComment, Waiting } from "./article.ts";
import type { ClaimFields } from "./claim.ts";
import { passagesOf } from "./cutting.ts";
import type { SourceFields } from "./source.ts";
import type { Kind } from "./standing.ts";

/** Drafts that nothing newer took the place of, submitted versions, and what everybody reads although its approval has lapsed: the longest written first. */
export function waitingFor(tx: Tx, { schoolId, personId }: Me): Promise<Waiting[]> {
  return tx.rows(
    Waiting,
    sql`select * from (
      select 'claim' as kind, c.key, c.version, c.statement as title, s.state, s.lapsed, s.approvals, c.written_at,
        exists (select from claims o where (o.school_id, o.key) = (c.school_id, c.key) and o.version > c.version) as is_overtaken,
        exists (select from claims o where (o.school_id, o.key) = (c.school_id, c.key) and o.version <= c.version and o.written_by = ${personId}) as is_own,
        exists (select from reviews r where (r.school_id, r.kind, r.key, r.version, r.reviewer_id, r.verdict) = (c.school_id, 'claim', c.key, c.version, ${personId}, 'approve')) as is_answered
      from claim_standings s join claims c using (school_id, key, version)
      where s.school_id = ${schoolId} and (s.is_current or s.version > coalesce((select max(v.version) from claim_standings v
        where (v.school_id, v.key) = (s.school_id, s.key) and v.is_current), 0))
      union all
      select 'article', a.key, a.version, a.title, s.state, s.lapsed, s.approvals, a.written_at,
        exists (select from articles o where (o.school_id, o.key) = (a.school_id, a.key) and o.version > a.version),
        exists (select from articles o where (o.school_id, o.key) = (a.school_id, a.key) and o.version <= a.version and o.written_by = ${personId}),
        exists (select from reviews r where (r.school_id, r.kind, r.key, r.version, r.reviewer_id, r.verdict) = (a.school_id, 'article', a.key, a.version, ${personId}, 'approve'))
      from article_standings s join articles a using (school_id, key, version)
      where s.school_id = ${schoolId} and (s.is_current or s.version > coalesce((select max(v.version) from article_standings v
        where (v.school_id, v.key) = (s.school_id, s.key) and v.is_current), 0))) as found
    where state not in ('approved', 'returned') and not (state = 'draft' and is_overtaken) order by kind desc, written_at, key limit 500`,
  );
}

/** Refused by the database when somebody revised it meanwhile. */
export async function addSourceRow(
  tx: Tx,
  { schoolId, personId }: Me,
  source: SourceFields,
  version: number,
): Promise<void> {
  const { key, authors, title, journal, year, locator, doi, pmid, pmcid, url, isVerified, note } = source;
  await tx.run(sql`insert into library_sources (school_id, key, version, authors, title, journal, year, locator, doi, pmid, pmcid, url, is_verified, note, written_by)
    values (${schoolId}, ${key}, ${version}, ${authors}, ${title}, ${journal}, ${year}, ${locator}, ${doi}, ${pmid}, ${pmcid}, ${url}, ${isVerified}, ${note}, ${personId})`);
}

export interface Check {
  /** Of the source, as it stood. */
  version: number;
  turn: number;
  checkedOn: string;
  isRetracted: boolean;
  note: string;
}

/** Refused by the database when somebody looked meanwhile. */
export async function addCheck(tx: Tx, { schoolId, personId }: Me, key: string, check: Check): Promise<void> {
  await tx.run(sql`insert into source_checks (school_id, source_key, source_version, turn, checked_on, is_retracted, note, checked_by)
    values (${schoolId}, ${key}, ${check.version}, ${check.turn}, ${check.checkedOn}, ${check.isRetracted}, ${check.note}, ${personId})`);
}

const Newest = z.object({ version: z.number().int() });

/** 0 where there is none. */
export async function newestVersion(tx: Tx, { schoolId }: Me, kind: Kind, key: string): Promise<number> {
  const table = kind === "claim" ? sql`claims` : sql`articles`;
  const { version } = await tx.one(
    Newest,
    sql`select coalesce(max(version), 0) as version from ${table} where school_id = ${schoolId} and key = ${key}`,
  );
  return version;
}

interface Next {
  key: string;
  version: number;
  because: string;
}

export async function addClaim(tx: Tx, me: Me, { key, version, because }: Next, claim: ClaimFields): Promise<void> {
  const { statement, share, shareOf, strength, design, setting, limits, sources, supports, checkedOn, reviewBy } =
    claim;
  await tx.run(sql`insert into claims (school_id, key, version, statement, share, share_of, strength, design, setting, limits, sources, supports, checked_on,
      review_by, because, written_by)
    values (${me.schoolId}, ${key}, ${version}, ${statement}, ${share}, ${shareOf}, ${strength}, ${design}, ${setting}, ${limits}, ${sources}::text[], ${supports}::text[],
      ${checkedOn}, ${reviewBy}, ${because}, ${me.personId})`);
}

export async function addArticle(
  tx: Tx,
  me: Me,
  { key, version, because }: Next,
  article: ArticleFields,
): Promise<void> {
  await tx.run(sql`insert into articles (school_id, key, version, title, topic, review_by, because, written_by)
    values (${me.schoolId}, ${key}, ${version}, ${article.title}, ${article.topic}, ${article.reviewBy}, ${because}, ${me.personId})`);
  await addPassages(tx, me.schoolId, { key, version }, article);
}

/** All wordings of a version, in one statement: the database reads out of them what they cite. */
export async function addPassages(
  tx: Tx,
  schoolId: string,
  { key, version }: Pick<Next, "key" | "version">,
  { title, wordings }: Pick<ArticleFields, "title" | "wordings">,
): Promise<void> {
  const rows = wordings.flatMap(({ reader, words }) =>
    passagesOf(words, title).map(({ place, heading, words: block }) => ({ reader, place, heading, words: block })),
  );
  await tx.run(sql`insert into passages (school_id, article_key, version, reader, place, heading, words)
    select ${schoolId}, ${key}, ${version}, r.reader, r.place, r.heading, r.words
    from jsonb_to_recordset(${rows}::jsonb) as r (reader text, place int, heading text, words text)`);
}

export async function addSubmission(tx: Tx, me: Me, kind: Kind, key: string, version: number): Promise<void> {
  await tx.run(sql`insert into submissions (school_id, kind, key, version, submitted_by)
    values (${me.schoolId}, ${kind}, ${key}, ${version}, ${me.personId})`);
}

export interface Verdict {
  verdict: "approve" | "return";
  reason: string;
}

export async function addReview(
  tx: Tx,
  me: Me,
  kind: Kind,
  key: string,
  version: number,
  said: Verdict,
): Promise<void> {
  await tx.run(sql`insert into reviews (school_id, kind, key, version, reviewer_id, verdict, reason)
    values (${me.schoolId}, ${kind}, ${key}, ${version}, ${me.personId}, ${said.verdict}, ${said.reason})`);
}

export function commentsOn(tx: Tx, { schoolId }: Me, key: string, version: number): Promise<PassageComment[]> {
  return tx.rows(
    PassageComment,
    sql`select k.comment_id, k.reader, k.place, k.words, n.name as by, k.at
    from passage_comments k join app.library_names() n on n.person_id = k.written_by
    where (k.school_id, k.article_key, k.version) = (${schoolId}, ${key}, ${version}) order by k.at limit 500`,
  );
}

const Added = z.object({ commentId: Id });

export function addCommentRow(
  tx: Tx,
  me: Me,
  on: { key: string; version: number; reader: string; place: number },
  words: string,
): Promise<{ commentId: string }> {
  return tx.one(
    Added,
    sql`insert into passage_comments (school_id, article_key, version, reader, place, words, written_by)
    values (${me.schoolId}, ${on.key}, ${on.version}, ${on.reader}, ${on.place}, ${words}, ${me.personId}) returning comment_id`,
  );
}

const Found = z.object({ found: z.boolean() });

/** Whether there is such a version that the asker sees. */
export async function isThere(tx: Tx, { schoolId }: Me, kind: Kind, key: string, version: number): Promise<boolean> {
  const table = kind === "claim" ? sql`claims` : sql`articles`;
  const { found } = await tx.one(
    Found,
    sql`select exists (select from ${table} where (school_id, key, version) = (${schoolId}, ${key}, ${version})) as found`,
  );
  return found;
}
