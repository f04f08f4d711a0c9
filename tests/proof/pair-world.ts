// A school around one pair in one state, with one record of every kind; and the people who ask for them.
import { type Sql, sql } from "../../src/db/sql.ts";
import { answer, assesses, byHand, day, ok, wishes } from "../help/matches.ts";
import { agreementOf, brought, end, inForce } from "../help/relationships.ts";
import { requirementsIn, say } from "../help/plans.ts";
import { planProgram } from "../../src/programs/program.ts";
import { firstResources } from "../../src/requests/resource.ts";
import { arranged, type MeetingId, saysWhen } from "../help/meetings.ts";
import { type GoalIds, goalsOf } from "../help/goals.ts";
import { foundWorld, openWorld, type World } from "../help/world.ts";
import { libraryOf } from "./library-world.ts";
import type { Asker, State } from "./specification.ts";

/** Requests of the learner: open; with a handover that waits, or that they did not agree to; and closed. */
type RequestId = "asked" | "waiting" | "kept" | "closed";

export interface PairWorld {
  world: World;
  state: State;
  /** The first name of each asker; of another school its coordinator. */
  who: Record<Asker, string>;
  ids: Record<
    | "school"
    | "learner"
    | "educator"
    | "mentor"
    | "judge"
    | "stranger"
    | "wished"
    | "relationship"
    | "run"
    | "import"
    | "mail"
    | "void"
    | "set"
    | RequestId
    | keyof GoalIds
    | MeetingId,
    string
  >;
}

export const nameOf: Record<Asker, string> = {
  learner: "amara",
  educator: "tomas",
  "second educator": "joan",
  advisor: "ivo",
  judge: "fatima",
  "another learner": "noah",
  "another educator": "priya",
  coordinator: "marisol",
  director: "dana",
  dean: "imani",
  registrar: "ravi",
  reviewer: "rosa",
  safety: "sam",
  administrator: "ada",
  "another school": "elsewhere",
};

const [program, otherProgram] = ["coaching", "mentoring"];

export async function openPairWorld(state: State): Promise<PairWorld> {
  const world = await openWorld(`pair-${state.replace(" ", "-")}`);
  await withAnotherSchool(world);
  for (const name of ["selma", "ivo"]) await world.addEducator(name);
  await inForce(world, "amara", "joan", otherProgram);
  const set = await planOf(world);
  await brokenAndExcepted(world);
  await assesses(world, "amara", "fatima", day(0), day(30));
  await assesses(world, "grace", "selma", day(40), day(60));
  await recordOfAssessment(world);
  // A run that nobody but the office knows of.
  ok(await world.ask("marisol", "POST", "/runs", { program: otherProgram }));
  await libraryOf(world);
  await saysWhen(world, "tomas");
  const { path: _path, ...goals } = await goalsOf(world, "amara");
  const { run, requests, meetings } = await stateOf(world, state, goals.goal);
  ok(await world.ask("dana", "PUT", "/resources", { version: 0, items: firstResources }));
  await wishes(world, "amara", "selma", 1, "advising");
  ok(await world.ask("amara", "POST", "/wall/conflicts", { personId: idIn(world, "priya") }));
  ok(await world.ask("ada", "POST", `/people/${idIn(world, "tomas")}/offices`, { office: "safety" }));
  ok(await world.ask("marisol", "GET", `/people/${idIn(world, "amara")}`));
  const acknowledge = { headers: { "idempotency-key": "kept-for-a-repeat" } };
  ok(await world.ask("amara", "POST", "/charters/advising/acknowledgement", { version: 1 }, acknowledge.headers));
  const imported = await importOf(world);
  await credentialsOf(world);
  const mail = await mailOf(world);
  const relationship = state === "proposed" ? "" : await relationshipOf(world);
  const ids = {
    school: world.schoolId,
    learner: idIn(world, "amara"),
    educator: idIn(world, "tomas"),
    mentor: idIn(world, "joan"),
    judge: idIn(world, "fatima"),
    stranger: idIn(world, "noah"),
    wished: idIn(world, "selma"),
    relationship,
    run,
    mail,
    set,
    ...goals,
    ...imported,
    ...requests,
    ...meetings,
  };
  return { world, state, who: nameOf, ids };
}

interface Come {
  run: string;
  requests: Record<RequestId, string>;
  meetings: Record<MeetingId, string>;
}

/** The pair in its state, with what the learner asked for and what the two arranged; and the run that proposed it, or nothing. */
async function stateOf(world: World, state: State, goal: string): Promise<Come> {
  const none = { meeting: "", met: "" };
  if (state === "proposed")
    return { run: await runOf(world), requests: await requestsTo(world, "marisol"), meetings: none };
  if (state === "awaiting") {
    await agreementOf(world, "amara", await brought(world, "amara", "tomas", program));
    return { run: "", requests: await requestsTo(world, "marisol"), meetings: none };
  }
  const id = await inForce(world, "amara", "tomas", program);
  const requests = await requestsTo(world, "tomas");
  ok(await world.ask("tomas", "POST", `/goals/${goal}/comments`, { kind: "question", words: "What would help?" }));
  const meetings = await arranged(world, "amara", "tomas", id);
  if (state === "paused") ok(await world.ask("tomas", "POST", `/relationships/${id}/pauses`, { until: day(20) }));
  if (state === "ended") ok(await end(world, "amara", id, "moving on"));
  return { run: "", requests, meetings };
}

/** Four requests, all with `reader`: the educator, or a coordinator while there is none. */
async function requestsTo(world: World, reader: string): Promise<Record<RequestId, string>> {
  const readerId = reader === "marisol" ? null : idIn(world, reader);
  const send = async (words: string): Promise<string> =>
    ok(await world.ask("amara", "POST", "/requests", { program, words, readerId })).requestId;
  const propose = async (id: string) => {
    const other = { program: otherProgram, reason: "Joan knows more of this." };
    ok(await world.ask(reader, "POST", `/requests/${id}/handover`, other));
  };
  const requests = {
    asked: await send("How do I get better at presenting?"),
    waiting: await send("I doubt whether this is for me."),
    kept: await send("I want to set goals."),
    closed: await send("Can you look at my notes?"),
  };
  await propose(requests.waiting);
  await propose(requests.kept);
  if (reader !== "marisol") {
    const words = "Start with one goal.";
    ok(await world.ask(reader, "POST", `/requests/${requests.kept}/reply`, { words }));
  }
  const no = { agreed: false, readerId: null };
  ok(await world.ask("amara", "POST", `/requests/${requests.kept}/handover/answer`, no));
  ok(await world.ask(reader, "POST", `/requests/${requests.closed}/closing`));
  return requests;
}

/** Ivo advises Amara, has signed something off and noted something; she shows her plan to Joan. */
async function planOf(world: World): Promise<string> {
  await inForce(world, "amara", "ivo", planProgram);
  const set = await requirementsIn(world);
  ok(await say(world, "ivo", "amara", "signed", "done"));
  ok(await say(world, "amara", "amara", "own", "in progress"));
  ok(await world.ask("ivo", "POST", `/people/${idIn(world, "amara")}/plan/notes`, { words: "Begin with the form." }));
  ok(await world.ask("amara", "POST", "/plan/shares", { educatorId: idIn(world, "joan"), turn: 0, shown: true }));
  return set;
}

/** A run with a proposal for the pair and a gap for somebody else, approved, and accepted by the educator. */
async function runOf(world: World): Promise<string> {
  const pins = [{ learnerId: idIn(world, "amara"), educatorId: idIn(world, "tomas") }];
  const forbidden = ["grace", "noah"].flatMap((learner) =>
    ["tomas", "priya", "joan", "fatima", "selma", "ivo"].map((educator) => ({
      learnerId: idIn(world, learner),
      educatorId: idIn(world, educator),
    })),
  );
  const { runId } = ok(await world.ask("marisol", "POST", "/runs", { program, settings: { pins, forbidden } }));
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(10) }));
  ok(await answer(world, "tomas", runId, "amara", { answer: "accept" }));
  await withdrawnBeside(world, runId);
  return runId;
}

/** The pair was asked about another program as well, which was withdrawn. */
async function withdrawnBeside(world: World, runId: string): Promise<void> {
  const beside = crypto.randomUUID();
  await byHand(world, async (admin) => {
    await admin`insert into runs (school_id, run_id, program, name, settings, outcome, certificate, fingerprint, made_by)
      select school_id, ${beside}, 'advising', 'Beside', settings, outcome, certificate, fingerprint, made_by from runs where run_id = ${runId}`;
    await admin`insert into proposals (school_id, run_id, learner_id, educator_id)
      select school_id, ${beside}, learner_id, educator_id from proposals where run_id = ${runId}`;
    await admin`insert into proposal_scores (school_id, run_id, learner_id, score, parts)
      select school_id, ${beside}, learner_id, score, parts from proposal_scores where run_id = ${runId}`;
    await admin`insert into run_approvals (school_id, run_id, approved_by, answer_by)
      select school_id, ${beside}, approved_by, answer_by from run_approvals where run_id = ${runId}`;
    await admin`insert into withdrawals (school_id, run_id, learner_id, because)
      select school_id, run_id, learner_id, 'left' from proposals where run_id = ${beside}`;
  });
}

/** Joan guides Amara and, by an import, assesses and supervises her too: two incidents, of which the dean excepts one. */
async function brokenAndExcepted(world: World): Promise<void> {
  const [learner, mentor] = [idIn(world, "amara"), idIn(world, "joan")];
  const duty = crypto.randomUUID();
  const add = (id: string, word: string) => sql`
    insert into duties (school_id, duty_id, duty, educator_id, learner_id, during, source, tolerates)
    values (${world.schoolId}, ${id}, ${word}, ${mentor}, ${learner}, daterange(${day(0)}::date, ${day(25)}::date), 'rotation', true)`;
  await as(world, "ravi", [add(duty, "assesses"), add(crypto.randomUUID(), "supervises")]);
  const because = "The only one on call this month.";
  const exception = {
    learnerId: learner,
    educatorId: mentor,
    each: [{ wall: "assessment", dutyId: duty }],
    because,
    until: day(30),
  };
  ok(await world.ask("imani", "POST", "/wall/exceptions", exception));
}

async function recordOfAssessment(world: World): Promise<void> {
  const one = {
    learnerId: idIn(world, "amara"),
    assessorId: idIn(world, "fatima"),
    on: day(0),
    source: "lms",
    sourceId: "1",
  };
  ok(await world.ask("ravi", "POST", "/assessments", { assessments: [one] }));
}

async function importOf(world: World): Promise<{ import: string; void: string }> {
  const [imported, voided] = [crypto.randomUUID(), crypto.randomUUID()];
  const { schoolId } = world;
  await as(world, "ravi", [
    sql`insert into imports (school_id, import_id, made_by) values (${schoolId}, ${imported}, ${idIn(world, "ravi")})`,
    sql`insert into import_changes (school_id, import_id, changed, key, before) values (${schoolId}, ${imported}, 'people', ${idIn(world, "amara")}, '{}')`,
    sql`insert into column_maps (school_id, fingerprint, reading) values (${schoolId}, 'f', '{}')`,
    sql`insert into told_apart (school_id, import_id, first_id, second_id, shares) values (${schoolId}, ${imported}, 'L-1', 'L-2', '{}')`,
    sql`insert into source_ids (school_id, source_id, person_id) values (${schoolId}, 'L-1', ${idIn(world, "amara")})`,
    sql`insert into voids (school_id, void_id, act, because, voided_by) values (${schoolId}, ${voided}, 'correction', 'A mistake', ${idIn(world, "ravi")})`,
  ]);
  return { import: imported, void: voided };
}

/** What the learner chose about mail; and a mail to them whose link was used. */
async function mailOf(world: World): Promise<string> {
  ok(await world.ask("amara", "PUT", "/account/mail/exception", { how: "digest" }));
  ok(await world.ask("amara", "PUT", "/snoozes", { lines: ["see what is written"], until: null }));
  const hours = { quietFrom: "22:00", quietUntil: "06:00", digestAt: "12:00" };
  ok(await world.ask("amara", "PUT", "/account/mail", hours));
  return byHand(world, async (admin) => {
    const [mail] =
      await admin`select mail_id from mails where person_id = ${idIn(world, "amara")} order by made_at limit 1`;
    await admin`insert into act_uses (school_id, mail_id, act) values (${world.schoolId}, ${mail!.mail_id}, 'used')`;
    return mail!.mail_id as string;
  });
}

/** What only the server itself keeps. */
async function credentialsOf(world: World): Promise<void> {
  const { schoolId } = world;
  const learner = idIn(world, "amara");
  ok(await world.ask("ada", "POST", `/people/${learner}/invitations`, {}));
  await byHand(world, async (admin) => {
    await admin`insert into passwords (school_id, person_id, hash) values (${schoolId}, ${learner}, 'x')`;
    await admin`insert into passkeys (school_id, person_id, credential_id, public_key) values (${schoolId}, ${learner}, ${`c-${schoolId}`}, 'x')`;
    await admin`insert into challenges (challenge_hash, expires_at) values (${Buffer.from(schoolId)}, now() + interval '1 hour')`;
    await admin`insert into attempts (key_hash, count, resets_at) values (${Buffer.from(schoolId)}, 1, now() + interval '1 hour')`;
    await admin`insert into feeds (school_id, person_id, secret_hash) values (${schoolId}, ${learner}, ${Buffer.from(`f-${schoolId}`)})`;
    await admin`insert into founding_links (secret_hash) values (${Buffer.from(schoolId)})`;
  });
}

async function withAnotherSchool(world: World): Promise<void> {
  const other = await foundWorld(world.database, world.door, `other-${world.schoolId.slice(0, 8)}`);
  world.people.elsewhere = other.people.marisol!;
}

async function relationshipOf(world: World): Promise<string> {
  const [row] = await byHand(
    world,
    (admin) =>
      admin`select relationship_id from relationships where program = ${program} and school_id = ${world.schoolId}`,
  );
  return row!.relationship_id as string;
}

async function as(world: World, who: string, statements: Sql[]): Promise<void> {
  await world.door.asSession(world.people[who]!.secret, async (tx) => {
    for (const statement of statements) await tx.run(statement);
  });
}

function idIn(world: World, who: string): string {
  return world.people[who]!.personId;
}
