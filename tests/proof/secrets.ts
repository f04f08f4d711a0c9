// Single facts that few may know, by docs/confidentiality.md: how each comes to be, and who may notice.
import { sql } from "../../src/db/sql.ts";
import { answer, assesses, byHand, day, ok } from "../help/matches.ts";
import { brought, end } from "../help/relationships.ts";
import { secretsOfGoals } from "./secrets-of-goals.ts";
import { secretsOfPlans } from "./secrets-of-plans.ts";
import { secretsOfRequests } from "./secrets-of-requests.ts";
import { secretsOfSnoozes } from "./secrets-of-snoozes.ts";
import { secretsOfLibrary } from "./library-world.ts";
import { meetingSecrets } from "./meeting-secrets.ts";
import type { PairWorld } from "./pair-world.ts";
import type { Secret } from "./secret.ts";

const roster = ["coordinator", "director", "dean", "registrar"] as const;
const matching = ["coordinator", "director"] as const;

export const secrets: readonly Secret[] = [
  ...secretsOfRequests,
  ...secretsOfPlans,
  ...secretsOfGoals,
  ...meetingSecrets,
  ...secretsOfSnoozes,
  ...secretsOfLibrary,
  {
    name: "a learner declares a conflict",
    state: "in force",
    knows: [],
    right: async ({ world }) =>
      ok(await world.ask("grace", "POST", "/wall/conflicts", { personId: world.people.priya!.personId })),
  },
  {
    name: "a declared conflict of two who should not have to do with each other",
    state: "in force",
    // That the two are not available, and nothing else of it.
    knows: roster,
    right: (pair) => declaredToward(pair, "grace"),
  },
  {
    name: "who of the two declared it, told in one incident",
    state: "in force",
    knows: [],
    left: (pair) => declaredToward(pair, "selma"),
    right: (pair) => declaredToward(pair, "grace"),
  },
  {
    name: "other words in the ground rules",
    state: "in force",
    knows: ["learner", "educator"],
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) =>
          admin`update agreements set clauses = '[{"key": "scope", "text": "We talk about the exam."}]' where relationship_id = ${ids.relationship}`,
      ),
  },
  {
    name: "that another learner is mailed about something",
    state: "in force",
    knows: [],
    right: ({ world }) =>
      byHand(
        world,
        (admin) => admin`insert into mails (school_id, person_id, kind, key)
          values (${world.schoolId}, ${world.people.grace!.personId}, 'request-news', 'more')`,
      ),
  },
  {
    name: "what the learner wants to be mailed about",
    state: "in force",
    knows: ["learner"],
    right: async ({ world }) => ok(await world.ask("amara", "PUT", "/account/mail/ended", { how: "off" })),
  },
  {
    name: "why it ended",
    state: "in force",
    knows: ["learner"],
    left: async ({ world, ids }) => ok(await end(world, "amara", ids.relationship, "no time now")),
    right: async ({ world, ids }) => ok(await end(world, "amara", ids.relationship, "not working")),
  },
  {
    name: "who ended it",
    state: "in force",
    knows: ["learner", "educator"],
    left: async ({ world, ids }) => ok(await end(world, "amara", ids.relationship)),
    right: async ({ world, ids }) => ok(await end(world, "tomas", ids.relationship)),
  },
  {
    name: "what the learner is interested in",
    state: "in force",
    knows: ["learner", ...matching, "registrar"],
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) => admin`update learner_profiles set interests = '{Psychiatry}' where learner_id = ${ids.learner}`,
      ),
  },
  {
    name: "from whom the learner wants to be kept",
    state: "in force",
    knows: ["learner", ...matching, "registrar"],
    right: async ({ world, ids }) => {
      const never = { program: "mentoring", educatorId: ids.wished, never: true };
      const before = ok(await world.ask("amara", "GET", `/people/${ids.learner}/wishes`));
      const wished = before.wishes.map(({ program, educatorId }: { program: string; educatorId: string }) => {
        return { program, educatorId, never: false };
      });
      const body = { ...before, wishes: [...wished, never] };
      return ok(await world.ask("amara", "PUT", `/people/${ids.learner}/wishes`, body));
    },
  },
  {
    name: "that the learner was assessed once more",
    state: "in force",
    knows: ["learner", "judge", ...roster],
    right: async ({ world, ids }) => {
      const one = { learnerId: ids.learner, assessorId: ids.judge, on: day(0), source: "lms", sourceId: "again" };
      return ok(await world.ask("ravi", "POST", "/assessments", { assessments: [one] }));
    },
  },
  {
    name: "that another learner is on leave",
    state: "in force",
    knows: roster,
    right: async ({ world }) => {
      const leave = { from: day(0), phase: "clerkship", status: "leave" };
      return ok(await world.ask("marisol", "POST", `/people/${world.people.grace!.personId}/standings`, leave));
    },
  },
  {
    name: "what an educator is paid for",
    state: "in force",
    knows: ["educator", ...roster],
    right: async ({ world, ids }) =>
      ok(await world.ask("marisol", "PUT", `/people/${ids.educator}/terms`, { pausedUntil: null, effortPercent: 35 })),
  },
  {
    name: "an import",
    state: "in force",
    knows: ["coordinator", "registrar"],
    right: ({ world }) =>
      world.door.asSession(world.people.ravi!.secret, (tx) =>
        tx.run(
          sql`insert into imports (school_id, made_by, files) values (${world.schoolId}, ${world.people.ravi!.personId}, '[{"name": "secret.csv"}]')`,
        ),
      ),
  },
  {
    name: "that two ids of a file are two people",
    state: "in force",
    knows: ["coordinator", "registrar"],
    right: ({ world, ids }) =>
      world.door.asSession(world.people.ravi!.secret, (tx) =>
        tx.run(
          sql`insert into told_apart (school_id, import_id, first_id, second_id, shares) values (${ids.school}, ${ids.import}, 'L-1', 'L-9', '{}')`,
        ),
      ),
  },
  {
    name: "a run that is not approved",
    state: "in force",
    knows: matching,
    right: async ({ world }) => ok(await world.ask("dana", "POST", "/runs", { program: "advising" })),
  },
  {
    name: "a key of the learner's",
    state: "in force",
    knows: ["learner"],
    right: async ({ world }) =>
      ok(await world.ask("amara", "POST", "/account/keys", { label: "mine", capabilities: [], days: 3 })),
  },
  {
    name: "that the educator has a password",
    state: "in force",
    knows: ["educator", "administrator"],
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) =>
          admin`insert into passwords (school_id, person_id, hash) values (${ids.school}, ${ids.educator}, 'x')`,
      ),
  },
  {
    name: "that two others are brought together",
    state: "in force",
    knows: ["another educator", ...roster],
    right: ({ world }) => brought(world, "grace", "priya", "mentoring"),
  },
  {
    name: "that another relationship of the learner is paused",
    state: "in force",
    knows: ["learner", "second educator", "coordinator", "director", "dean"],
    right: async ({ world }) => {
      const { items } = ok(await world.ask("joan", "GET", "/relationships"));
      return ok(await world.ask("joan", "POST", `/relationships/${items[0].relationshipId}/pauses`, { until: day(9) }));
    },
  },
  {
    name: "who judges another learner",
    state: "in force",
    knows: ["judge", ...roster],
    right: ({ world }) => assesses(world, "grace", "fatima", day(0), day(9)),
  },
  {
    name: "that a coordinator opened another learner's record",
    state: "in force",
    knows: ["coordinator"],
    right: async ({ world }) => ok(await world.ask("marisol", "GET", `/people/${world.people.grace!.personId}`)),
  },
  {
    name: "a name in another school",
    state: "in force",
    knows: ["another school"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update people set given_name = 'Elsewhere' where school_id <> ${ids.school}`),
  },
  {
    name: "why the learner declined",
    state: "proposed",
    knows: ["learner", ...matching],
    left: ({ world, ids }) => declined(world, ids.run, { answer: "decline", reason: "no time now" }),
    right: ({ world, ids }) => declined(world, ids.run, { answer: "decline", reason: "other" }),
  },
  {
    name: "why a proposal was withdrawn",
    state: "proposed",
    knows: matching,
    left: ({ world }) => byHand(world, (admin) => admin`update withdrawals set because = 'left'`),
    right: ({ world }) => byHand(world, (admin) => admin`update withdrawals set because = 'other lane'`),
  },
  {
    name: "that a proposal was withdrawn",
    state: "proposed",
    knows: ["learner", "educator", ...matching],
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) => admin`insert into withdrawals (school_id, run_id, learner_id, because)
          values (${ids.school}, ${ids.run}, ${ids.learner}, 'left')`,
      ),
  },
  {
    name: "what carried the proposal",
    state: "proposed",
    knows: ["learner", ...matching],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update proposal_scores set score = 1 where learner_id = ${ids.learner}`),
  },
];

async function declined(world: PairWorld["world"], run: string, body: unknown): Promise<void> {
  ok(await answer(world, "amara", run, "amara", body));
}

/** Selma is to assess Grace; one of the two declares a conflict with the other. */
async function declaredToward({ world, ids }: PairWorld, who: "grace" | "selma"): Promise<void> {
  const { secret, personId: me } = world.people[who]!;
  const learner = world.people.grace!.personId;
  // Educators find no learner by name to whom they are nothing yet, so this takes no route.
  await world.door.asSession(secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, tolerates, made_by)
      values (${ids.school}, 'conflicts', ${ids.wished}, ${learner}, daterange(${day(0)}::date, null), 'declared', true, ${me})`),
  );
  // Last of all, since lists put the incidents of one day in the order of their random ids.
  const last = "ffffffff-ffff-4fff-8fff-ffffffffffff";
  const told = await byHand(
    world,
    (admin) => admin`update incidents set incident_id = ${last} where educator_id = ${ids.wished} returning 1`,
  );
  if (told.length !== 1) throw new Error(`The conflict is told in ${told.length} incidents.`);
}
