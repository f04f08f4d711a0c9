// Goals and what belongs to them, as rows. Whose they are to read and to write, the policies decide.
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { CheckIn, CoachedGoals, Comment, Goal, GoalOwner, type GoalState, type Rating, type Written } from "./goal.ts";

/** A learner with the part in which the asker reads their goals; null where they do not, or where there is no such learner. */
export function findOwner(tx: Tx, { schoolId, personId }: Me, learnerId: string): Promise<GoalOwner | null> {
  return tx.maybe(
    GoalOwner,
    sql`select l.learner_id as person_id, p.given_name || ' ' || p.family_name as name,
      case when l.learner_id = ${personId} then 'learner' else 'coach' end as as
    from learners l join people p on (p.school_id, p.person_id) = (l.school_id, l.learner_id)
    where l.school_id = ${schoolId} and l.learner_id = ${learnerId}
      and (l.learner_id = ${personId} or l.learner_id = any ((select app.coachees())::uuid[]))`,
  );
}

/** Open ones first, then by day. */
export function goalsOf(
  tx: Tx,
  { schoolId }: Me,
  { learnerId, goalId }: { learnerId?: string; goalId?: string },
): Promise<Goal[]> {
  return tx.rows(
    Goal,
    sql`select g.goal_id, g.learner_id, g.words, g.matters, g.measure, g.serves, g.due_on, g.outcome, g.obstacle, g.if_then, g.milestone,
      g.state, g.version, g.changed_at,
      coalesce((select jsonb_agg(jsonb_build_object('stepId', s.step_id, 'words', s.words, 'dueOn', s.due_on, 'doneAt', s.done_at) order by s.added_at, s.step_id)
        from goal_steps s where (s.school_id, s.goal_id) = (g.school_id, g.goal_id) and s.struck_at is null), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('score', r.score, 'on', r.on_day) order by r.on_day, r.at, r.rating_id)
        from goal_ratings r where (r.school_id, r.goal_id) = (g.school_id, g.goal_id)), '[]') as ratings
    from goals g where ${all([
      sql`g.school_id = ${schoolId}`,
      asked(learnerId, (id) => sql`g.learner_id = ${id}`),
      asked(goalId, (id) => sql`g.goal_id = ${id}`),
    ])} order by g.state <> 'open', g.due_on nulls last, g.made_at, g.goal_id`,
  );
}

export function coachedGoals(tx: Tx, { schoolId }: Me): Promise<CoachedGoals[]> {
  return tx.rows(
    CoachedGoals,
    sql`select jsonb_build_object('personId', p.person_id, 'name', p.given_name || ' ' || p.family_name) as learner,
      (select count(*)::int from goals g where (g.school_id, g.learner_id) = (p.school_id, p.person_id) and g.state = 'open') as open,
      (select max(c.at) from goal_checkins c where (c.school_id, c.learner_id) = (p.school_id, p.person_id)) as last_checkin_at
    from people p where p.school_id = ${schoolId} and p.person_id = any ((select app.coachees())::uuid[])
    order by p.family_name, p.given_name, p.person_id`,
  );
}

export async function addGoalRow(tx: Tx, { schoolId, personId }: Me, written: Written): Promise<string> {
  const goalId = crypto.randomUUID();
  const { words, matters, measure, serves, dueOn, outcome, obstacle, ifThen, milestone } = written;
  await tx.run(sql`insert into goals (school_id, goal_id, learner_id, words, matters, measure, serves, due_on, outcome, obstacle, if_then, milestone)
    values (${schoolId}, ${goalId}, ${personId}, ${words}, ${matters}, ${measure}, ${serves}, ${dueOn}::date, ${outcome}, ${obstacle}, ${ifThen}, ${milestone})`);
  return goalId;
}

/** False where it is another version by now. */
export async function changeGoal(
  tx: Tx,
  { schoolId }: Me,
  goalId: string,
  { state, version, ...written }: Written & { state: GoalState; version: number },
): Promise<boolean> {
  const { words, matters, measure, serves, dueOn, outcome, obstacle, ifThen, milestone } = written;
  const changed =
    await tx.run(sql`update goals set words = ${words}, matters = ${matters}, measure = ${measure}, serves = ${serves},
      due_on = ${dueOn}::date, outcome = ${outcome}, obstacle = ${obstacle}, if_then = ${ifThen}, milestone = ${milestone},
      state = ${state}, version = version + 1, changed_at = clock_timestamp()
    where school_id = ${schoolId} and goal_id = ${goalId} and version = ${version}`);
  return changed === 1;
}

/** A goal of the asker's own, under which something new is kept. */
export interface Under {
  goalId: string;
}

export async function addStepRow(
  tx: Tx,
  { schoolId, personId }: Me,
  { goalId }: Under,
  { words, dueOn }: { words: string; dueOn: string | null },
): Promise<void> {
  await tx.run(sql`insert into goal_steps (school_id, goal_id, learner_id, words, due_on)
    values (${schoolId}, ${goalId}, ${personId}, ${words}, ${dueOn}::date)`);
}

/** How many rows it touched: none where it is not there any more. */
export function setStepDone(tx: Tx, { schoolId }: Me, goalId: string, stepId: string, done: boolean): Promise<number> {
  return tx.run(sql`update goal_steps set done_at = case when ${done} then coalesce(done_at, clock_timestamp()) end
    where school_id = ${schoolId} and goal_id = ${goalId} and step_id = ${stepId} and struck_at is null`);
}

export function strikeStep(tx: Tx, { schoolId }: Me, goalId: string, stepId: string): Promise<number> {
  return tx.run(sql`update goal_steps set struck_at = clock_timestamp()
    where school_id = ${schoolId} and goal_id = ${goalId} and step_id = ${stepId} and struck_at is null`);
}

export async function addRating(
  tx: Tx,
  { schoolId, personId }: Me,
  { goalId }: Under,
  { score, on }: Rating,
): Promise<void> {
  await tx.run(sql`insert into goal_ratings (school_id, goal_id, learner_id, score, on_day)
    values (${schoolId}, ${goalId}, ${personId}, ${score}, ${on}::date)`);
}

export function checkinsOf(tx: Tx, { schoolId }: Me, goalId: string): Promise<CheckIn[]> {
  return tx.rows(
    CheckIn,
    sql`select checkin_id, words, at from goal_checkins where school_id = ${schoolId} and goal_id = ${goalId} order by at desc, checkin_id`,
  );
}

export async function addCheckIn(tx: Tx, { schoolId, personId }: Me, { goalId }: Under, words: string): Promise<void> {
  await tx.run(sql`insert into goal_checkins (school_id, goal_id, learner_id, words)
    values (${schoolId}, ${goalId}, ${personId}, ${words})`);
}

export function commentsOf(tx: Tx, { schoolId }: Me, goalId: string): Promise<Comment[]> {
  return tx.rows(
    Comment,
    sql`select c.comment_id, coalesce(p.given_name || ' ' || p.family_name, '') as author, c.kind, c.words, c.at
    from goal_comments c left join people p on (p.school_id, p.person_id) = (c.school_id, c.author_id)
    where c.school_id = ${schoolId} and c.goal_id = ${goalId} order by c.at desc, c.comment_id`,
  );
}

export async function addComment(
  tx: Tx,
  { schoolId, personId }: Me,
  { goalId, learnerId }: Under & { learnerId: string },
  { kind, words }: Pick<Comment, "kind" | "words">,
): Promise<void> {
  await tx.run(sql`insert into goal_comments (school_id, goal_id, learner_id, author_id, kind, words)
    values (${schoolId}, ${goalId}, ${learnerId}, ${personId}, ${kind}, ${words})`);
}
