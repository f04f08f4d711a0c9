// The process that the crash proof kills: opens the database as `serve` does, tells which rows it finds,
// then adds rows as the registrar and names each one once its commit was acknowledged.
import { z } from "zod";
import { openDatabase } from "../../src/db/open.ts";
import { sql } from "../../src/db/sql.ts";
import { addOfficer, foundSchool } from "../../src/people/school-store.ts";
import { openSession } from "../../src/people/steward-store.ts";
import { firstCharters, firstRules } from "../../src/programs/first.ts";

const [dataDir = ""] = process.argv.slice(2);

const { door } = await openDatabase({ dataDir });
const School = z.object({ schoolId: z.string(), personId: z.string() });
const found = await door.asSteward((tx) =>
  tx.maybe(School, sql`select school_id, person_id from offices where office = 'registrar'`),
);
const registrar = found ?? (await door.asSteward(foundWithRegistrar));
const secret = await door.asSteward((tx) => openSession(tx, registrar, "crash proof"));
const Email = z.object({ email: z.string() });
const rows = await door.asSession(secret, (tx) =>
  tx.rows(Email, sql`select email from people where family_name = 'Written'`),
);
say({ readyMs: Math.round(performance.now()), rows: rows.map(({ email }) => email) });

await Promise.all([1, 2, 3, 4].map(write));

async function write(): Promise<void> {
  for (;;) {
    const email = `${crypto.randomUUID()}@crash.example.edu`;
    await door.asSession(secret, (tx) =>
      tx.run(sql`insert into people (school_id, given_name, family_name, email)
        values (${registrar.schoolId}, 'Row', 'Written', ${email})`),
    );
    say({ written: email });
  }
}

async function foundWithRegistrar(tx: Parameters<Parameters<typeof door.asSteward>[0]>[0]) {
  const school = { slug: "crash", name: "Crash proof", timeZone: "UTC" };
  const schoolId = await foundSchool(tx, school, { rules: firstRules, charters: firstCharters });
  const names = { givenName: "Ravi", familyName: "Menon", email: "ravi@crash.example.edu" };
  return addOfficer(tx, schoolId, { ...names, offices: ["registrar"] });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
