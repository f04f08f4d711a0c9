// Loads the invented school through the same doors as a real one: founded, imported, matched, answered, signed.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { addOfficer, foundSchool } from "../people/school-store.ts";
import type { Office } from "../people/roles.ts";
import { openSession, type PersonKey } from "../people/steward-store.ts";
import { firstCharters, firstRules } from "../programs/first.ts";

const slug = "wexcombe-demo";

const officers: { givenName: string; familyName: string; office: Office }[] = [
  { givenName: "Marisol", familyName: "Vega", office: "coordinator" },
  { givenName: "Dana", familyName: "Okafor", office: "director" },
  { givenName: "Imani", familyName: "Whitfield", office: "dean" },
  { givenName: "Ravi", familyName: "Menon", office: "registrar" },
  { givenName: "Rosa", familyName: "Lindgren", office: "reviewer" },
  { givenName: "Samuel", familyName: "Ortiz", office: "safety" },
  { givenName: "Ada", familyName: "Brandt", office: "administrator" },
];

/** Does nothing when the school is there already. */
export async function loadDemoSchool(door: Door, say: (line: string) => void): Promise<void> {
  if ((await demoSchoolId(door)) !== null) return;
  say("Founding the demo school");
  await door.asSteward(async (tx) => {
    const schoolId = await foundSchool(
      tx,
      { slug, name: "Wexcombe School of Medicine (demo)", timeZone: "America/New_York", demo: true },
      { rules: firstRules, charters: firstCharters },
    );
    for (const { givenName, familyName, office } of officers)
      await addOfficer(tx, schoolId, {
        givenName,
        familyName,
        email: `${givenName}.${familyName}@office.example.edu`.toLowerCase(),
        offices: [office],
      });
  });
}

const Found = z.object({ schoolId: Id });
const Officer = z.object({ personId: Id, name: z.string(), office: z.string() });

export async function demoSchoolId(door: Door): Promise<string | null> {
  const found = await door.asSteward((tx) => tx.maybe(Found, sql`select school_id from schools where slug = ${slug}`));
  return found?.schoolId ?? null;
}

/** The personas, each with a session of its own, opened anew. */
export async function demoPersonas(door: Door): Promise<{ name: string; office: string; secret: string }[]> {
  const schoolId = (await demoSchoolId(door)) ?? "";
  return door.asSteward(async (tx) => {
    const holders = await tx.rows(
      Officer,
      sql`
      select o.person_id, p.given_name || ' ' || p.family_name as name, o.office
      from offices o join people p using (school_id, person_id)
      where o.school_id = ${schoolId} and o.ended_at is null order by o.given_at, o.office`,
    );
    const personas = [];
    for (const { personId, name, office } of holders)
      personas.push({
        name,
        office,
        secret: await openSession(tx, { schoolId, personId } satisfies PersonKey, "Demo link"),
      });
    return personas;
  });
}
