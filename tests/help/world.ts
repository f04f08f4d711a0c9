// A small school for tests: named people, each with an open session, and the server in front of them.
import { after } from "node:test";
import { pino } from "pino";
import { type Door, openDoor, type Tx } from "../../src/db/door.ts";
import { sql } from "../../src/db/sql.ts";
import { appOf, type Server } from "../../src/http/app.ts";
import { routes } from "../../src/http/routes.ts";
import { addOfficer, foundSchool } from "../../src/people/school-store.ts";
import type { Office } from "../../src/people/roles.ts";
import { openSession, type PersonKey } from "../../src/people/steward-store.ts";
import { firstCharters, firstRules } from "../../src/programs/first.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { sentAs } from "./sent-files.ts";

export interface Person extends PersonKey {
  secret: string;
}

export interface Reply {
  status: number;
  // Tests look into replies freely; the endpoint's own shape was checked on the way out.
  // oxlint-disable-next-line no-explicit-any
  body: any;
  headers: Headers;
}

export interface World {
  database: FreshDatabase;
  door: Door;
  schoolId: string;
  /** By first name, in lower case. */
  people: Record<string, Person>;
  /** A request as that person, through the whole server; without one, as a stranger. */
  ask(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  addLearner(name: string, classYear?: number): Promise<Person>;
  addEducator(name: string, places?: Record<string, number>): Promise<Person>;
}

const officers: [string, Office][] = [
  ["marisol", "coordinator"],
  ["dana", "director"],
  ["imani", "dean"],
  ["ravi", "registrar"],
  ["ada", "administrator"],
  ["rosa", "reviewer"],
  ["sam", "safety"],
];
const learners: [string, number][] = [
  ["amara", 2028],
  ["noah", 2028],
  ["grace", 2029],
];
const educators = ["tomas", "priya", "joan", "fatima"];
const timeZone = "America/New_York";
/** The day it is at the school, which for hours is another than here. */
export const today = (): string => new Date().toLocaleDateString("en-CA", { timeZone });

/** Officers by office, learners Amara, Noah (2028) and Grace (2029), educators Tomas, Priya, Joan, Fatima. */
export async function openWorld(slug = "wexcombe"): Promise<World> {
  const database = await freshDatabase();
  const door = await openDoor({ ...database.login, max: 6 }, database.stewardKey);
  after(() => door.close());
  const world = await foundWorld(database, door, slug);
  return world;
}

/** Another school in the same database, to show that nothing crosses. */
export async function foundWorld(database: FreshDatabase, door: Door, slug: string): Promise<World> {
  const school = { slug, name: "Wexcombe School of Medicine", timeZone };
  const schoolId = await door.asSteward((tx) =>
    foundSchool(tx, school, { rules: firstRules, charters: firstCharters }),
  );
  const people: Record<string, Person> = {};
  const signIn = async (name: string, key: PersonKey): Promise<Person> => {
    const person = { ...key, secret: await door.asSteward((tx) => openSession(tx, key, "test")) };
    people[name] = person;
    return person;
  };
  for (const [name, office] of officers) {
    const officer = { ...named(name), email: `${name}@${slug}.example.edu`, offices: [office] };
    await signIn(name, await door.asSteward((tx) => addOfficer(tx, schoolId, officer)));
  }
  const roster: Roster = { slug, schoolId, write: (work) => door.asSession(people.ravi!.secret, work) };
  const addLearner: World["addLearner"] = async (name, classYear = 2028) =>
    signIn(name, await writeLearner(roster, name, classYear));
  const addEducator: World["addEducator"] = async (name, places = fewPlaces) =>
    signIn(name, await writeEducator(roster, name, places));
  for (const [name, classYear] of learners) await addLearner(name, classYear);
  for (const name of educators) await addEducator(name);
  return { database, door, schoolId, people, ask: askerOf(door, people), addLearner, addEducator };
}

/** How the registrar writes into the roster. */
interface Roster {
  slug: string;
  schoolId: string;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

const fewPlaces = { advising: 10, coaching: 3, mentoring: 3 };

async function writePerson({ slug, schoolId, write }: Roster, name: string): Promise<PersonKey> {
  const personId = crypto.randomUUID();
  const { givenName, familyName } = named(name);
  await write((tx) =>
    tx.run(sql`insert into people (school_id, person_id, given_name, family_name, email)
      values (${schoolId}, ${personId}, ${givenName}, ${familyName}, ${`${name}@${slug}.example.edu`})`),
  );
  return { schoolId, personId };
}

async function writeLearner(roster: Roster, name: string, classYear: number): Promise<PersonKey> {
  const key = await writePerson(roster, name);
  const { schoolId, personId } = key;
  await roster.write(async (tx) => {
    await tx.run(sql`insert into learners (school_id, learner_id, class_year, campus)
      values (${schoolId}, ${personId}, ${classYear}, 'Main')`);
    await tx.run(sql`insert into standings (school_id, learner_id, from_day, phase, status)
      values (${schoolId}, ${personId}, ${today()}::date, 'clerkship', 'active')`);
    await tx.run(sql`insert into learner_profiles (school_id, learner_id, interests, needs, languages)
      values (${schoolId}, ${personId}, '{Pediatrics}', '{communication}', '{English}')`);
  });
  return key;
}

async function writeEducator(roster: Roster, name: string, places: Record<string, number>): Promise<PersonKey> {
  const key = await writePerson(roster, name);
  const { schoolId, personId } = key;
  const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
  await roster.write(async (tx) => {
    await tx.run(sql`insert into educators (school_id, educator_id, department, campus, skills, languages)
      values (${schoolId}, ${personId}, 'Pediatrics', 'Main', '{communication}', '{English}')`);
    await tx.run(sql`insert into educator_terms (school_id, educator_id, effort_percent)
      values (${schoolId}, ${personId}, 20)`);
    await tx.run(sql`insert into capacities (school_id, educator_id, program, places)
      select ${schoolId}, ${personId}, program, places::int from jsonb_each_text(${places}::jsonb) as p (program, places)`);
    await tx.run(sql`insert into trainings (school_id, educator_id, module, completed_on)
      select ${schoolId}, ${personId}, module, '2026-01-15' from unnest(${modules}::text[]) as module`);
  });
  return key;
}

/** Asks a server over that door, with what else it is given. */
export function askerOf(door: Door, people: Record<string, Person>, more: Partial<Server> = {}): World["ask"] {
  const app = appOf({ door, log: pino({ level: "silent" }), routes, webFolder: "dist/web", ...more });
  return async (who, method, path, body, headers = {}) => {
    if (who !== null) headers.authorization = `Bearer ${people[who]?.secret}`;
    const sent = body === undefined ? null : sentAs(body);
    if (sent !== null) headers["content-type"] = sent.type;
    const response = await app.request(`/api${path}`, { method, headers, body: sent?.body ?? null });
    const text = await response.text();
    return { status: response.status, body: bodyIn(response, text), headers: response.headers };
  };
}

function named(name: string): { givenName: string; familyName: string } {
  return { givenName: name[0]!.toUpperCase() + name.slice(1), familyName: "Example" };
}

/** What came back: JSON, or the text of a file. */
export function bodyIn(response: Response, text: string): unknown {
  if (text === "") return null;
  return /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
}
