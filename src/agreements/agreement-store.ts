// Wordings of ground rules and their signatures, for the two whose they are.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { CharterBody, Clause } from "../programs/charter.ts";
import { Program } from "../programs/program.ts";

export const Wording = z.object({
  agreementId: Id,
  relationshipId: Id,
  program: Program,
  version: z.number().int(),
  charterVersion: z.number().int(),
  clauses: z.array(Clause),
  /** The clauses of the version before; null for the first. */
  before: z.array(Clause).nullable(),
  renewOn: Day,
  writtenBy: z.string().nullable(),
  writtenAt: Instant,
  signatures: z.array(z.object({ personId: Id, at: z.string() })),
  charter: CharterBody.pick({ clauses: true, confidentiality: true, confidentialityText: true }),
});
export type Wording = z.infer<typeof Wording>;

/** Writes the charter's wording as the first one where there is none; the two at once write it once. */
export async function beginWording(tx: Tx, relationshipId: string): Promise<void> {
  await tx.run(sql`select app.first_agreement(${relationshipId})`);
}

const wording = sql`
  select a.agreement_id, a.relationship_id, a.program, a.version, a.charter_version, a.clauses, a.renew_on, a.written_at,
    (select clauses from agreements b where (b.school_id, b.relationship_id, b.version) = (a.school_id, a.relationship_id, a.version - 1)) as before,
    (select name from app.my_partners() p where (p.relationship_id, p.person_id) = (a.relationship_id, a.written_by)) as written_by,
    coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'at', s.at)) from signatures s
      where (s.school_id, s.agreement_id) = (a.school_id, a.agreement_id)), '[]') as signatures,
    c.body as charter
  from agreements a join charters c on (c.school_id, c.program, c.version) = (a.school_id, a.program, a.charter_version)`;

/** Null when the asker is no party to it. */
export function findNewestWording(tx: Tx, { schoolId }: Me, relationshipId: string): Promise<Wording | null> {
  return tx.maybe(
    Wording,
    sql`${wording} where a.school_id = ${schoolId} and a.relationship_id = ${relationshipId} order by a.version desc limit 1`,
  );
}

const Key = z.object({ relationshipId: Id });

/** Whose wording this is; null when the asker is no party to it. */
export async function relationshipOfWording(tx: Tx, { schoolId }: Me, agreementId: string): Promise<string | null> {
  const found = await tx.maybe(
    Key,
    sql`select relationship_id from agreements where school_id = ${schoolId} and agreement_id = ${agreementId}`,
  );
  return found?.relationshipId ?? null;
}

export type NextWording = Pick<
  Wording,
  "relationshipId" | "program" | "version" | "charterVersion" | "clauses" | "renewOn"
>;

/** Refused by the database when that version is there already. */
export async function addWording(tx: Tx, { schoolId, personId }: Me, next: NextWording): Promise<void> {
  const { relationshipId, program, version, charterVersion, clauses, renewOn } = next;
  await tx.run(sql`
    insert into agreements (school_id, relationship_id, version, program, charter_version, clauses, renew_on, written_by)
    values (${schoolId}, ${relationshipId}, ${version}, ${program}, ${charterVersion}, ${clauses}::jsonb, ${renewOn}::date, ${personId})`);
}

/** The database opens the relationship and its duty with the second one, or refuses both. */
export async function addSignature(tx: Tx, { schoolId, personId }: Me, agreementId: string): Promise<void> {
  await tx.run(sql`
    insert into signatures (school_id, agreement_id, person_id) values (${schoolId}, ${agreementId}, ${personId})`);
}
