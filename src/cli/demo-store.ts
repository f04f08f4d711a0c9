// What the demo does as the steward: founding the school, and sessions for its personas.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { bringLibrary } from "../library/first-store.ts";
import type { Office } from "../people/roles.ts";
import { addOfficer, foundSchool } from "../people/school-store.ts";
import { openSession, type PersonKey } from "../people/steward-store.ts";
import { firstCharters, firstRules } from "../programs/first.ts";

const slug = "wexcombe-demo";

const officers: { givenName: string; familyName: string; office: Office }[] = [
  { givenName: "Marisol", familyName: "Vega", office: "coordinator" },
  { givenName: "Dana", familyName: "Okafor", office: "director" },
  { givenName: "Imani", familyName: "Whitfield", office: "dean" },
  { givenName: "Ravi", familyName: "Menon", office: "registrar" },
  { givenName: "Rosa", familyName: "Lindgren", office: "reviewer" },
  { givenName: "Leon", familyName: "Abara", office: "reviewer" },
  { givenName: "Samuel", familyName: "Ortiz", office: "safety" },
  { givenName: "Ada", familyName: "Brandt", office: "administrator" },
];

const School = z.object({ schoolId: Id });

/** The new school's id, or null when it was there. */
export async function foundDemo(door: Door): Promise<string | null> {
  return door.asSteward(async (tx) => {
    const there = await tx.maybe(School, sql`select school_id from schools where slug = ${slug}`);
    if (there !== null) return null;
    const school = { slug, name: "Wexcombe School of Medicine (demo)", timeZone: "America/New_York", demo: true };
    const schoolId = await foundSchool(tx, school, { rules: firstRules, charters: firstCharters });
    await bringLibrary(tx, schoolId);
    for (const { givenName, familyName, office } of officers) {
      const email = `${givenName}.${familyName}@office.example.edu`.toLowerCase();
      await addOfficer(tx, schoolId, { givenName, familyName, email, offices: [office] });
    }
    return schoolId;
  });
}

const Persona = z.object({ schoolId: Id, personId: Id, name: z.string(), office: z.string() });
export type Persona = z.infer<typeof Persona>;

export function demoOfficers(door: Door, schoolId: string): Promise<Persona[]> {
  return door.asSteward((tx) =>
    tx.rows(
      Persona,
      sql`
    select o.school_id, o.person_id, p.given_name || ' ' || p.family_name as name, o.office
    from offices o join people p using (school_id, person_id)
    where o.school_id = ${schoolId} and o.ended_at is null order by o.given_at`,
    ),
  );
}

export function sessionOf(door: Door, key: PersonKey): Promise<string> {
  return door.asSteward((tx) => openSession(tx, key, "Demo link"));
}

/** Ends what was opened to fill the school: nobody sits there any more. */
export async function endDemoSessions(door: Door, schoolId: string): Promise<void> {
  await door.asSteward((tx) =>
    tx.run(sql`update sessions set ended_at = now() where school_id = ${schoolId} and ended_at is null`),
  );
}

/** The officers, and a learner and an educator who already have each other; each with a session opened anew. */
export async function demoPersonas(door: Door): Promise<(Persona & { secret: string })[]> {
  const { schoolId } = await door.asSteward((tx) =>
    tx.one(School, sql`select school_id from schools where slug = ${slug}`),
  );
  const personas = [...(await demoOfficers(door, schoolId)), ...(await demoPair(door, schoolId))];
  return Promise.all(personas.map(async (persona) => ({ ...persona, secret: await sessionOf(door, persona) })));
}

async function demoPair(door: Door, schoolId: string): Promise<Persona[]> {
  return door.asSteward((tx) =>
    tx.rows(
      Persona,
      sql`
    select p.school_id, p.person_id, p.given_name || ' ' || p.family_name as name, x.office
    from app.a_demo_pair(${schoolId}) x join people p on p.school_id = ${schoolId} and p.person_id = x.person_id`,
    ),
  );
}
