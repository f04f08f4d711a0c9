// The questions of the board's list as rows. Who asked is not among them, and nowhere else.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { AskedQuestion, type OutcomeKind } from "./asked.ts";

/** The latest so many; whoever has more to look at has other worries. */
const questionsMost = 300;

export function questionsAsked(tx: Tx, { schoolId }: Me): Promise<AskedQuestion[]> {
  return tx.rows(
    AskedQuestion,
    sql`select q.question_id, q.words, q.asked_on, coalesce(o.turn, 0) as turn,
      case when o.turn is not null then jsonb_build_object('kind', o.kind, 'articleKey', o.article_key, 'articleTitle', a.title, 'articleState', a.state,
        'reason', o.reason, 'by', n.name, 'at', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as outcome
    from library_questions q
    left join lateral (select * from question_outcomes o where (o.school_id, o.question_id) = (q.school_id, q.question_id) order by turn desc limit 1) o on true
    left join lateral (select v.title, s.state from article_standings s join articles v using (school_id, key, version)
      where s.school_id = q.school_id and s.key = o.article_key order by s.is_current desc, s.version desc limit 1) a on true
    left join app.library_names() n on n.person_id = o.decided_by
    where q.school_id = ${schoolId} order by q.asked_on desc, q.question_id limit ${questionsMost}`,
  );
}

const Near = z.object({ one: Id, other: Id });

/** From 0 to 1, of the stems of both: "Do coaches grade me?" and "Does a coach grade students?" are just near enough. */
const nearEnough = 0.6;

/** Pairs of questions with the same words or near ones: compared by their stems in alphabetical order, by trigrams. */
export async function nearQuestions(tx: Tx, { schoolId }: Me): Promise<[string, string][]> {
  const pairs = await tx.rows(
    Near,
    sql`with asked as materialized (
      select question_id, lexemes, coalesce(nullif(array_to_string(lexemes, ' '), ''), lower(words)) as stems
      from library_questions cross join lateral tsvector_to_array(to_tsvector('english', words)) as lexemes where school_id = ${schoolId} order by asked_on desc, question_id limit ${questionsMost}),
    lines as materialized (select distinct stems, lexemes from asked),
    near as materialized (
      -- What shares no stem is not compared by its letters.
      select a.stems as one, b.stems as other from lines a
      join lines b on a.stems = b.stems or (a.stems < b.stems and a.lexemes && b.lexemes and similarity(a.stems, b.stems) >= ${nearEnough}))
    select a.question_id as one, b.question_id as other from near n
    join asked a on a.stems = n.one join asked b on b.stems = n.other where a.question_id <> b.question_id`,
  );
  return pairs.map(({ one, other }) => [one, other]);
}

export interface Said {
  kind: OutcomeKind;
  articleKey: string | null;
  reason: string;
}

/** How many of them there are. Refused by the database when somebody said something of one of them meanwhile. */
export async function addOutcomes(
  tx: Tx,
  me: Me,
  questions: readonly { questionId: string; turn: number }[],
  { kind, articleKey, reason }: Said,
): Promise<number> {
  const added = await tx.rows(
    z.object({ questionId: Id }),
    sql`insert into question_outcomes (school_id, question_id, turn, kind, article_key, article_version, reason, decided_by)
    select q.school_id, q.question_id, n.turn + 1, ${kind}, ${articleKey},
      (select max(a.version) from articles a where (a.school_id, a.key) = (${me.schoolId}, ${articleKey})), ${reason}, ${me.personId}
    from jsonb_to_recordset(${questions}::jsonb) as n ("questionId" uuid, turn int)
    join library_questions q on (q.school_id, q.question_id) = (${me.schoolId}, n."questionId")
    returning question_id`,
  );
  return added.length;
}
