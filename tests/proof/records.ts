// Where the one record of each kind stands, by the names of docs/confidentiality.md.
import { type Sql, sql } from "../../src/db/sql.ts";
import { recordsOfLibrary } from "./library-world.ts";
import type { PairWorld } from "./pair-world.ts";

type Ids = PairWorld["ids"];

/** Conditions over the record's table, with its school. A kind that this state does not have finds no row. */
export const records: Record<string, (ids: Ids) => Sql> = {
  "the school": () => sql`true`,
  "who holds which office": () => sql`office = 'dean'`,
  "what an office may do": () => sql`office = 'dean'`,
  "a charter": () => sql`true`,
  "a set of rules of the wall": () => sql`true`,
  "a rule of the wall": () => sql`true`,
  "who has read a charter": ({ learner }) => sql`person_id = ${learner}`,
  "the learner's name and address": ({ learner }) => sql`person_id = ${learner}`,
  "the educator's name and address": ({ educator }) => sql`person_id = ${educator}`,
  "an officer's name and address": () => sql`given_name = 'Imani'`,
  "class and campus": ({ learner }) => sql`learner_id = ${learner}`,
  "phase and status": ({ learner }) => sql`learner_id = ${learner}`,
  "interests and needs": ({ learner }) => sql`learner_id = ${learner}`,
  "a wish": ({ learner }) => sql`learner_id = ${learner}`,
  "department, skills and languages": ({ educator }) => sql`educator_id = ${educator}`,
  "paid time and pause": ({ educator }) => sql`educator_id = ${educator}`,
  places: ({ educator }) => sql`educator_id = ${educator}`,
  "a completed module": ({ educator }) => sql`educator_id = ${educator}`,
  "an id in another system": () => sql`true`,
  "a run of the match": () => sql`true`,
  "that a run is approved": () => sql`true`,
  "a proposal": ({ learner }) => sql`learner_id = ${learner}`,
  "what carried a proposal": ({ learner }) => sql`learner_id = ${learner}`,
  "why somebody has no proposal": () => sql`true`,
  "the educator's answer with its reason": ({ educator }) => sql`person_id = ${educator}`,
  "why a proposal was withdrawn": ({ learner }) => sql`learner_id = ${learner}`,
  "that the two are in a program": (ids) => ofPair(ids),
  "a wording of the ground rules": (ids) => ofPair(ids),
  "a signature": (ids) => sql`agreement_id in (${agreementsOf(ids)})`,
  "a pause": (ids) => ofPair(ids),
  "who ended it and why": (ids) => ofPair(ids),
  "what the learner asked for": ({ asked }) => sql`request_id = ${asked}`,
  "who has a request": ({ asked }) => sql`request_id = ${asked}`,
  "a handover that was proposed, with its reason": ({ kept }) => sql`request_id = ${kept}`,
  "the learner's answer to it": ({ kept }) => sql`request_id = ${kept}`,
  "what the educator wrote back": ({ kept }) => sql`request_id = ${kept}`,
  "that a request is closed": ({ closed }) => sql`request_id = ${closed}`,
  "where to turn": () => sql`true`,
  "a set of requirements": ({ set }) => sql`set_id = ${set}`,
  "a requirement": ({ set }) => sql`set_id = ${set}`,
  "a date of a class": () => sql`event = 'opens'`,
  "how the learner stands with a requirement": ({ learner }) => sql`learner_id = ${learner}`,
  "a note about the learner's plan": ({ learner }) => sql`learner_id = ${learner}`,
  "to whom the learner shows the plan": ({ learner }) => sql`learner_id = ${learner}`,
  "a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "a step of a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "evidence of a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "what is in a file of a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "how close the learner finds themselves to a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "a check-in of a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "what the coach asked or said about a goal": ({ learner }) => sql`learner_id = ${learner}`,
  "a version of a learning plan": ({ learner }) => sql`learner_id = ${learner}`,
  "that a link shows a learning plan outward": ({ learner }) => sql`learner_id = ${learner}`,
  "by what such a link is known": ({ learner }) => sql`learner_id = ${learner}`,
  "when the educator has time": ({ educator }) => sql`educator_id = ${educator}`,
  "a meeting with its place and next step": (ids) => ofPair(ids),
  "who proposed, confirmed, moved, cancelled or logged it": (ids) => ofPair(ids),
  "what is on its agenda": ({ meeting }) => sql`meeting_id = ${meeting === "" ? null : meeting}::uuid`,
  "what the talk turned into": ({ met }) => sql`meeting_id = ${met === "" ? null : met}::uuid`,
  "which times are taken": () => sql`true`,
  "the address of a feed": () => sql`true`,
  ...recordsOfLibrary,
  "the duty of a relationship": (ids) => ofPair(ids),
  "a duty of a judge": ({ judge }) => sql`educator_id = ${judge}`,
  "a conflict that the learner declared": () => sql`duty = 'conflicts'`,
  "where the pair stands": ({ learner, educator }) => sql`${learner} in (lo, hi) and ${educator} in (lo, hi)`,
  "where a judge stands": ({ learner, judge }) => sql`${learner} in (lo, hi) and ${judge} in (lo, hi)`,
  "that a conflict closes a pair": () => sql`side = 'closed'`,
  "that an assessment took place": ({ learner }) => sql`learner_id = ${learner}`,
  "an incident": () => sql`true`,
  "how an incident was closed": () => sql`true`,
  "an exception": ({ mentor }) => sql`educator_id = ${mentor}`,
  "an import": () => sql`true`,
  "what a row was before an import": () => sql`true`,
  "how a file's columns were read": () => sql`true`,
  "that two ids are two people": () => sql`true`,
  "a named act that took rows out of force": () => sql`true`,
  "where the learner is signed in": ({ learner }) => sql`person_id = ${learner}`,
  "an answer kept for a repeated request": ({ learner }) => sql`person_id = ${learner}`,
  "that a coordinator opened the learner's record": ({ learner }) => sql`verb = 'read' and about_id = ${learner}
    and actor_id in (select person_id from offices where office = 'coordinator')`,
  "that the learner declared a conflict": ({ learner }) => sql`subject = 'duty' and actor_id = ${learner}`,
  "that the learner signed in": ({ learner }) => sql`subject = 'session' and about_id = ${learner}`,
  "that an office was given": ({ educator }) => sql`subject = 'office' and about_id = ${educator}`,
  "a mail to the learner": ({ learner }) => sql`person_id = ${learner}`,
  "a mail to the educator": ({ educator }) => sql`person_id = ${educator}`,
  "what the learner wants to be mailed about": ({ learner }) => sql`person_id = ${learner}`,
  "when the learner wants no mail": ({ learner }) => sql`person_id = ${learner}`,
  "that a link in a mail was used": () => sql`true`,
  "what the learner put off on their own page": ({ learner }) => sql`person_id = ${learner}`,
  "an invitation": () => sql`true`,
  "a password": () => sql`true`,
  "a passkey": () => sql`true`,
  "a challenge of a passkey": () => sql`true`,
  "tries to sign in": () => sql`true`,
  "a link that founds a school": () => sql`true`,
  "the server's own secret": () => sql`true`,
  "which migrations ran": () => sql`true`,
};

/** Tables that belong to the server rather than to a school. */
export const ofTheServer = new Set([
  "office_capabilities",
  "challenges",
  "attempts",
  "founding_links",
  "steward_keys",
  "migrations",
]);

function ofPair({ relationship }: Ids): Sql {
  return sql`relationship_id = ${relationship === "" ? null : relationship}::uuid`;
}

/** Found past the policies, so that a signature is looked for by its own. */
function agreementsOf({ relationship }: Ids): Sql {
  return sql`select id from unnest(${relationship === "" ? [] : [relationship]}::uuid[]) as pair (relation)
    cross join lateral test_agreements(relation) as id`;
}
