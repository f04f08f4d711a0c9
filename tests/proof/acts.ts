// How each act of docs/confidentiality.md is tried: as SQL of the asker's own, past every route, so that only the database
// can refuse it. What it wrote is taken back.
import { type Sql, sql } from "../../src/db/sql.ts";
import { day } from "../help/matches.ts";
import { actsOfGoals } from "./acts-of-goals.ts";
import { actsOfLibrary } from "./library-world.ts";
import type { PairWorld } from "./pair-world.ts";

export interface Trying {
  ids: PairWorld["ids"];
  /** Of the asker. */
  me: string;
}

export type Try = (trying: Trying) => Sql;

/** One statement each; an act that touches no row counts as refused. */
export const acts: Record<string, Try> = {
  ...actsOfGoals,
  "add a person": ({ ids }) =>
    sql`insert into people (school_id, given_name, family_name, email) values (${ids.school}, 'New', 'Person', 'new@example.edu')`,
  "correct a person": ({ ids }) =>
    sql`update people set given_name = 'Other' where school_id = ${ids.school} and person_id = ${ids.learner}`,
  "move a learner to another class": ({ ids }) =>
    sql`update learners set class_year = 2031 where school_id = ${ids.school} and learner_id = ${ids.learner}`,
  "write a standing": ({ ids }) =>
    sql`insert into standings (school_id, learner_id, from_day, phase, status) values (${ids.school}, ${ids.learner}, ${day(0)}::date, 'clerkship', 'leave')`,
  "change the learner's interests": ({ ids }) =>
    sql`update learner_profiles set interests = '{}' where school_id = ${ids.school} and learner_id = ${ids.learner}`,
  "wish for somebody": ({ ids }) =>
    sql`insert into preferences (school_id, learner_id, program, educator_id, rank) values (${ids.school}, ${ids.learner}, 'advising', ${ids.educator}, 2)`,
  "change skills and languages": ({ ids }) =>
    sql`update educators set skills = '{}' where school_id = ${ids.school} and educator_id = ${ids.educator}`,
  "pause as an educator": ({ ids }) =>
    sql`update educator_terms set paused_until = ${day(9)}::date where school_id = ${ids.school} and educator_id = ${ids.educator}`,
  "raise an educator's paid time": ({ ids }) =>
    sql`update educator_terms set effort_percent = 90 where school_id = ${ids.school} and educator_id = ${ids.educator}`,
  "change places": ({ ids }) =>
    sql`update capacities set places = 9 where school_id = ${ids.school} and educator_id = ${ids.educator}`,
  "record a completed module": ({ ids }) =>
    sql`insert into trainings (school_id, educator_id, module, completed_on) values (${ids.school}, ${ids.educator}, 'New', ${day(-1)}::date)`,
  "save a charter": ({
    ids,
    me,
  }) => sql`insert into charters (school_id, program, version, in_force_from, body, ruleset, because, made_by)
    values (${ids.school}, 'advising', 2, ${day(1)}::date, '{}', 1, 'x', ${me})`,
  "read a charter in the learner's name": ({ ids }) =>
    sql`insert into acknowledgements (school_id, program, version, person_id) values (${ids.school}, 'mentoring', 1, ${ids.learner})`,
  "save a run": ({
    ids,
    me,
  }) => sql`insert into runs (school_id, program, name, settings, outcome, certificate, fingerprint, made_by)
    values (${ids.school}, 'advising', 'Try', '{}', '{}', '{}', 'f', ${me})`,
  "approve a run": ({ ids, me }) => sql`insert into run_approvals (school_id, run_id, approved_by, answer_by)
    select ${ids.school}, test_unapproved_run(${ids.school}), ${me}, ${day(5)}::date`,
  "answer as the learner": ({ ids }) => sql`insert into answers (school_id, run_id, learner_id, person_id, answer)
    values (${ids.school}, ${orNull(ids.run)}, ${ids.learner}, ${ids.learner}, 'accept')`,
  "withdraw a proposal": ({ ids }) => sql`insert into withdrawals (school_id, run_id, learner_id, because)
    values (${ids.school}, ${orNull(ids.run)}, ${ids.learner}, 'left')`,
  "bring a relationship": ({
    ids,
  }) => sql`insert into relationships (school_id, program, learner_id, educator_id, since)
    values (${ids.school}, 'advising', ${ids.stranger}, ${ids.wished}, ${day(0)}::date)`,
  "write the next ground rules": ({
    ids,
    me,
  }) => sql`insert into agreements (school_id, relationship_id, version, program, charter_version, clauses, renew_on, written_by)
    select ${ids.school}, ${orNull(ids.relationship)}, 1 + test_last_version(${orNull(ids.relationship)}), 'coaching', 1, '[]', ${day(300)}::date, ${me}`,
  "sign in the educator's name": ({ ids }) => sql`insert into signatures (school_id, agreement_id, person_id)
    select ${ids.school}, id, ${ids.educator} from test_agreements(${orNull(ids.relationship)}) as id limit 1`,
  "pause the relationship": ({
    ids,
    me,
  }) => sql`insert into pauses (school_id, relationship_id, paused_by, from_day, until)
    values (${ids.school}, ${orNull(ids.relationship)}, ${me}, ${day(0)}::date, ${day(7)}::date)`,
  "end the relationship": ({ ids, me }) =>
    sql`insert into endings (school_id, relationship_id, ended_by, reason) values (${ids.school}, ${orNull(ids.relationship)}, ${me}, 'not said')`,
  "send a request in the learner's name": ({ ids }) =>
    sql`insert into requests (school_id, learner_id, program, words) values (${ids.school}, ${ids.learner}, 'advising', 'Which form?')`,
  "give a request to somebody": ({
    ids,
  }) => sql`insert into request_turns (school_id, request_id, turn, learner_id, program, counsels)
    values (${ids.school}, ${ids.asked}, 2, ${ids.learner}, 'mentoring', false)`,
  "propose to hand a request over": ({
    ids,
    me,
  }) => sql`insert into handovers (school_id, request_id, turn, learner_id, from_id, program, reason)
    values (${ids.school}, ${ids.asked}, 1, ${ids.learner}, ${me}, 'mentoring', 'It is about who you become.')`,
  "agree to a handover": ({ ids }) =>
    sql`insert into handover_answers (school_id, request_id, turn, learner_id, agreed) values (${ids.school}, ${ids.waiting}, 1, ${ids.learner}, true)`,
  "write back to a request": ({
    ids,
    me,
  }) => sql`insert into replies (school_id, request_id, turn, learner_id, from_id, words)
    values (${ids.school}, ${ids.asked}, 1, ${ids.learner}, ${me}, 'Let us look at one together.')`,
  "close a request": ({
    ids,
    me,
  }) => sql`insert into request_closings (school_id, request_id, learner_id, closed_by, how)
    values (${ids.school}, ${ids.asked}, ${ids.learner}, ${me}, case when ${me} = ${ids.learner} then 'taken back' else 'done' end)`,
  "write where to turn": ({ ids, me }) =>
    sql`insert into resource_lists (school_id, version, items, written_by) values (${ids.school}, 2, '[]', ${me})`,
  "write a set of requirements": ({
    ids,
    me,
  }) => sql`insert into requirement_sets (school_id, set_id, version, name, because, written_by)
    values (${ids.school}, ${ids.set}, 2, 'Other', 'Why', ${me})`,
  "add a requirement to a version that is written": ({
    ids,
  }) => sql`insert into requirements (school_id, set_id, version, key, place, title, kind, signed_by)
    values (${ids.school}, ${ids.set}, 1, 'more', 9, 'One more', 'requirement', 'learner')`,
  "write a date of a class": ({
    ids,
    me,
  }) => sql`insert into timeline_days (school_id, class_year, event, version, title, on_day, written_by)
    values (${ids.school}, 2028, 'closes', 1, 'Applications close', ${day(30)}::date, ${me})`,
  "say that something is under way": (trying) => said(trying, "letter", 1, "in progress"),
  "sign off what the learner signs": (trying) => said(trying, "own", 2, "done"),
  "take back what the advisor signed off": (trying) => said(trying, "signed", 2, "in progress"),
  "sign off what the office signs": (trying) => said(trying, "filed", 1, "done"),
  "say that something is not needed": (trying) => said(trying, "letter", 1, "waived"),
  "write a note about the learner's plan": ({
    ids,
    me,
  }) => sql`insert into plan_notes (school_id, learner_id, author_id, words)
    values (${ids.school}, ${ids.learner}, ${me}, 'Another one')`,
  "show the learner's plan to somebody": ({
    ids,
  }) => sql`insert into plan_shares (school_id, learner_id, educator_id, turn, shown)
    values (${ids.school}, ${ids.learner}, ${ids.mentor}, 2, false)`,
  "say in the educator's name when they have time": ({
    ids,
  }) => sql`insert into availabilities (school_id, educator_id, time_zone, minutes, hours, exceptions)
    values (${ids.school}, ${ids.educator}, 'UTC', 30, '[]', '[]') on conflict (school_id, educator_id) do update set minutes = 30`,
  "propose a meeting": ({
    ids,
    me,
  }) => sql`insert into meeting_acts (school_id, meeting_id, number, relationship_id, act, by_id, starts_at, ends_at, time_zone, mode, place)
    select ${ids.school}, coalesce(${orNull(ids.meeting)}::uuid, gen_random_uuid()), case when ${orNull(ids.meeting)}::uuid is null then 1 else 2 end,
      ${orNull(ids.relationship)}::uuid, case when ${orNull(ids.meeting)}::uuid is null then 'propose' else 'move' end, ${me},
      now() + interval '60 days', now() + interval '60 days 1 hour', 'UTC', 'phone', ''`,
  "confirm a meeting in the educator's name": ({
    ids,
  }) => sql`insert into meeting_acts (school_id, meeting_id, number, relationship_id, act, by_id)
    values (${ids.school}, ${orNull(ids.meeting)}, 2, ${orNull(ids.relationship)}, 'confirm', ${ids.educator})`,
  "write on the agenda in the learner's name": ({ ids }) =>
    sql`insert into agenda_lines (school_id, meeting_id, written_by, words) values (${ids.school}, ${orNull(ids.meeting)}, ${ids.learner}, 'One thing more')`,
  "mark what the talk turned into": ({ ids, me }) =>
    sql`insert into talk_marks (school_id, meeting_id, educator_id, became) values (${ids.school}, ${orNull(ids.met)}, ${me}, '{mentoring}')
    on conflict (school_id, meeting_id) do update set became = '{mentoring}'`,
  "write what a meeting has come to": ({ ids }) =>
    sql`update meetings set place = 'Elsewhere' where school_id = ${ids.school}`,
  "take a time": ({ ids, me }) =>
    sql`insert into meeting_holds (school_id, hold_id, person_id, during) values (${ids.school}, gen_random_uuid(), ${me}, tstzrange(now(), now() + interval '1 hour'))`,
  "give a feed an address": ({ ids, me }) =>
    sql`insert into feeds (school_id, person_id, secret_hash) values (${ids.school}, ${me}, 'x') on conflict (school_id, person_id, kind) do update set secret_hash = 'x'`,
  "give a judge a duty": ({ ids }) => sql`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${ids.school}, 'supervises', ${ids.judge}, ${ids.learner}, daterange(${day(0)}::date, ${day(9)}::date), 'office')`,
  "end a judge's duty": ({ ids }) =>
    sql`update duties set during = daterange(lower(during), ${day(2)}::date) where school_id = ${ids.school} and educator_id = ${ids.judge}`,
  "declare a conflict in the learner's name": ({
    ids,
    me,
  }) => sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, made_by)
    values (${ids.school}, 'conflicts', ${ids.wished}, ${ids.learner}, daterange(${day(0)}::date, null), 'declared', ${me})`,
  "approve an exception": ({
    ids,
    me,
  }) => sql`insert into exceptions (school_id, learner_id, educator_id, wall, duty_id, because, from_day, until, approved_by)
    select ${ids.school}, ${ids.learner}, ${ids.mentor}, 'observation', test_open_duty(${ids.school}), 'The only one on call.', ${day(0)}::date, ${day(20)}::date, ${me}`,
  "record an assessment": ({
    ids,
  }) => sql`insert into assessments (school_id, learner_id, assessor_id, on_day, source, source_id, stand_id)
    select ${ids.school}, ${ids.learner}, ${ids.judge}, ${day(0)}::date, 'lms', '2', test_judge_stand(${ids.learner}, ${ids.judge})`,
  "close an incident": ({ ids, me }) => sql`insert into incident_closures (school_id, incident_id, outcome, closed_by)
    select ${ids.school}, test_open_incident(${ids.school}), 'mistaken', ${me}`,
  "choose what the learner is mailed about": ({ ids }) =>
    sql`insert into mail_choices (school_id, person_id, kind, how) values (${ids.school}, ${ids.learner}, 'request', 'off')`,
  "choose when the learner gets no mail": ({ ids }) =>
    sql`update mail_hours set quiet_from = '21:00' where school_id = ${ids.school} and person_id = ${ids.learner}`,
  "put a line of the learner's page off": ({ ids }) =>
    sql`insert into snoozes (school_id, person_id, line) values (${ids.school}, ${ids.learner}, 'see another')`,
  "write a mail": ({ ids, me }) =>
    sql`insert into mails (school_id, person_id, kind, key) values (${ids.school}, ${me}, 'request', 'mine')`,
  "change a mail": ({ ids, me }) =>
    sql`update mails set state = 'dropped' where school_id = ${ids.school} and person_id = ${me}`,
  "use a link of a mail": ({ ids }) =>
    sql`insert into act_uses (school_id, mail_id, act) values (${ids.school}, ${ids.mail}, 'stop')`,
  "give an office": ({ ids, me }) =>
    sql`insert into offices (school_id, person_id, office, given_by) values (${ids.school}, ${ids.judge}, 'safety', ${me})`,
  "end an office": ({ ids }) =>
    sql`update offices set ended_at = now() where school_id = ${ids.school} and office = 'reviewer'`,
  "begin an import": ({ ids, me }) => sql`insert into imports (school_id, made_by) values (${ids.school}, ${me})`,
  "lengthen the learner's session": ({ ids }) =>
    sql`update sessions set expires_at = now() + interval '1 year' where school_id = ${ids.school} and person_id = ${ids.learner}`,
  "write a stand": ({
    ids,
  }) => sql`insert into stands (school_id, lo, hi, wall, side, during, cooling_days, duty_id, duty, ruleset)
    values (${ids.school}, least(${ids.learner}::uuid, ${ids.wished}::uuid), greatest(${ids.learner}::uuid, ${ids.wished}::uuid), 'role', 'coach', daterange(${day(0)}::date, null), 0,
      test_open_duty(${ids.school}), 'coaches', 1)`,
  "write an event": ({ ids, me }) =>
    sql`insert into events (school_id, actor_id, verb, subject) values (${ids.school}, ${me}, 'add', 'nothing')`,
  "change an event": ({ ids }) => sql`update events set actor_id = null where school_id = ${ids.school}`,
  ...actsOfLibrary,
  "delete a relationship": ({ ids }) => sql`delete from relationships where school_id = ${ids.school}`,
  "delete a signature": ({ ids }) => sql`delete from signatures where school_id = ${ids.school}`,
};

/** What the asker says of a requirement of the learner, in their own name. */
function said({ ids, me }: Trying, key: string, turn: number, state: string): Sql {
  return sql`insert into requirement_states (school_id, learner_id, set_id, key, turn, version, state, said_by)
    values (${ids.school}, ${ids.learner}, ${ids.set}, ${key}, ${turn}, 1, ${state}, ${me})`;
}

/**
 * What a try needs to name and may not read: the test gives it, so that a refusal is the policy's and not a missing id.
 * They live in the test's database only.
 */
export const helpers = `
  create function test_agreements(relation uuid) returns setof uuid language sql security definer as $$ select agreement_id from agreements where relationship_id = relation order by version desc $$;
  create function test_last_version(relation uuid) returns int language sql security definer as $$ select coalesce(max(version), 0) from agreements where relationship_id = relation $$;
  create function test_unapproved_run(school uuid) returns uuid language sql security definer as $$ select run_id from runs r where school_id = school and not exists (select from run_approvals a where a.run_id = r.run_id) $$;
  create function test_open_duty(school uuid) returns uuid language sql security definer as $$ select duty_id from duties where school_id = school and tolerates and duty = 'supervises' $$;
  create function test_judge_stand(learner uuid, judge uuid) returns uuid language sql security definer as $$ select stand_id from stands where learner in (lo, hi) and judge in (lo, hi) and side = 'judge' limit 1 $$;
  create function test_open_incident(school uuid) returns uuid language sql security definer as $$ select incident_id from incidents i where school_id = school and not exists (select from incident_closures c where c.incident_id = i.incident_id) limit 1 $$;
`;

function orNull(id: string): string | null {
  return id === "" ? null : id;
}
