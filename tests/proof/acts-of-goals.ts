// How the acts of docs/confidentiality.md about goals and learning plans are tried.
import { sql } from "../../src/db/sql.ts";
import { day } from "../help/matches.ts";
import type { Try } from "./acts.ts";

export const actsOfGoals: Record<string, Try> = {
  "write a goal of the learner": ({ ids }) =>
    sql`insert into goals (school_id, learner_id, words) values (${ids.school}, ${ids.learner}, 'Another one')`,
  "change a goal of the learner": ({ ids }) =>
    sql`update goals set words = 'Other' where school_id = ${ids.school} and goal_id = ${ids.goal}`,
  "add a step to a goal of the learner": ({ ids }) =>
    sql`insert into goal_steps (school_id, goal_id, learner_id, words) values (${ids.school}, ${ids.goal}, ${ids.learner}, 'One more')`,
  "mark a step of a goal as done": ({ ids }) =>
    sql`update goal_steps set done_at = clock_timestamp() where school_id = ${ids.school} and goal_id = ${ids.goal}`,
  "add evidence to a goal of the learner": ({ ids }) =>
    sql`insert into goal_evidence (school_id, goal_id, learner_id, title, link) values (${ids.school}, ${ids.goal}, ${ids.learner}, 'Guide', 'https://example.org')`,
  "take evidence out of a goal of the learner": ({ ids }) =>
    sql`update goal_evidence set struck_at = clock_timestamp() where school_id = ${ids.school} and goal_id = ${ids.goal}`,
  "empty a file of the learner": ({ ids }) =>
    sql`update goal_files set content = null where school_id = ${ids.school} and learner_id = ${ids.learner}`,
  "rate a goal of the learner": ({ ids }) =>
    sql`insert into goal_ratings (school_id, goal_id, learner_id, score, on_day) values (${ids.school}, ${ids.goal}, ${ids.learner}, 6, ${day(0)}::date)`,
  "write a check-in of the learner": ({ ids }) =>
    sql`insert into goal_checkins (school_id, goal_id, learner_id, words) values (${ids.school}, ${ids.goal}, ${ids.learner}, 'It goes')`,
  "ask about a goal of the learner": ({ ids, me }) =>
    sql`insert into goal_comments (school_id, goal_id, learner_id, author_id, kind, words) values (${ids.school}, ${ids.goal}, ${ids.learner}, ${me}, 'question', 'Why?')`,
  "write the learner's learning plan": ({ ids }) =>
    sql`insert into learning_plans (school_id, learner_id, version, body) values (${ids.school}, ${ids.learner}, 2, '{}')`,
  "change a version of a learning plan": ({ ids }) =>
    sql`update learning_plans set body = '{}' where school_id = ${ids.school} and learner_id = ${ids.learner}`,
  "make a link to the learner's learning plan": ({ ids }) =>
    sql`insert into plan_links (school_id, learner_id, version, label, expires_at) values (${ids.school}, ${ids.learner}, 1, 'Other', clock_timestamp() + interval '1 day')`,
  "take back a link of the learner": ({ ids }) =>
    sql`update plan_links set withdrawn_at = clock_timestamp() where school_id = ${ids.school} and learner_id = ${ids.learner}`,
};
