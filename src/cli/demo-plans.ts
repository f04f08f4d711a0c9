// The demo's requirements, dates and what its learners have done of them: all invented, and marked as such where they stand.
import { z } from "zod";
import type { Client } from "../client.ts";
import { Id } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { Dice } from "../intake/invented.ts";
import { addRequirementSet, changeTimelines } from "../requirements/contract.ts";
import { inventDone, inventedSet, inventRequirements, inventTimeline } from "../requirements/invented.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { sessionOf } from "./demo-store.ts";

const Learner = z.object({ learnerId: Id, classYear: z.number().int() });
const seed = 2026;
const writers = ["Dr. Lindqvist", "Dr. Okafor", "Dr. Haddad", "Dr. Rossi"];

interface Demo {
  door: Door;
  schoolId: string;
  today: string;
  coordinator: Client;
  /** The coordinator's session, for what is written in one go. */
  secret: string;
}

export async function inventPlans({ door, schoolId, today, coordinator, secret }: Demo): Promise<void> {
  const learners = await door.asSession(secret, (tx) =>
    tx.rows(
      Learner,
      sql`select learner_id, class_year from learners where school_id = ${schoolId} order by learner_id`,
    ),
  );
  const years = [...new Set(learners.map(({ classYear }) => classYear))].toSorted((a, b) => a - b);
  await coordinator.ask(changeTimelines, { body: { days: years.flatMap((year) => inventTimeline(year, today)) } });
  const body = { name: inventedSet, items: inventRequirements(), because: "Invented for the demo" };
  const { setId } = await coordinator.ask(addRequirementSet, { body });
  const dice = new Dice(seed);
  const chance = () => dice.below(1000) / 1000;
  for (const { learnerId, classYear } of learners) {
    const done = inventDone(classYear, today, chance);
    const say = (by: string, session: string, items: Requirement[]) =>
      items.length === 0 ? undefined : saidBy({ door, schoolId, setId, learnerId }, by, session, items, dice);
    await say(
      "office",
      secret,
      done.filter(({ signedBy }) => signedBy !== "learner"),
    );
    const own = done.filter(({ signedBy }) => signedBy === "learner");
    if (own.length > 0) await say("learner", await sessionOf(door, { schoolId, personId: learnerId }), own);
  }
}

interface Of {
  door: Door;
  schoolId: string;
  setId: string;
  learnerId: string;
}

/** In one statement, as whoever holds the session: the database judges each row as it would any other. */
async function saidBy(
  { door, schoolId, setId, learnerId }: Of,
  by: string,
  session: string,
  items: Requirement[],
  dice: Dice,
): Promise<void> {
  const rows = items.map(({ key, kind }) => ({
    key,
    from_whom: kind === "letter" && by === "learner" ? dice.one(writers) : "",
  }));
  await door.asSession(session, (tx) =>
    tx.run(sql`insert into requirement_states (school_id, learner_id, set_id, version, key, turn, state, from_whom, said_by)
      select ${schoolId}, ${learnerId}, ${setId}, 1, r.key, 1, 'done', r.from_whom, app.person()
      from jsonb_to_recordset(${rows}::jsonb) as r (key text, from_whom text)`),
  );
}
