// Learning plans and links to them, as rows.
import { z } from "zod";
import { Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { hashOfSecret } from "../people/secrets.ts";
import { LearningPlan, type PlanBody, PlanLink, SharedPlan } from "./learning-plan.ts";

const Line = z.object({ version: z.number().int(), title: z.string(), writtenAt: Instant });

export function planVersions(tx: Tx, { schoolId }: Me, learnerId: string): Promise<z.infer<typeof Line>[]> {
  return tx.rows(
    Line,
    sql`select version, body ->> 'title' as title, written_at from learning_plans
    where school_id = ${schoolId} and learner_id = ${learnerId} order by version desc`,
  );
}

export function findPlan(tx: Tx, { schoolId }: Me, learnerId: string, version: number): Promise<LearningPlan | null> {
  return tx.maybe(
    LearningPlan,
    sql`select version, written_at, body from learning_plans
    where school_id = ${schoolId} and learner_id = ${learnerId} and version = ${version}`,
  );
}

/** Refused by the database where that version is there by now. */
export async function addPlan(tx: Tx, { schoolId, personId }: Me, version: number, body: PlanBody): Promise<void> {
  await tx.run(sql`insert into learning_plans (school_id, learner_id, version, body)
    values (${schoolId}, ${personId}, ${version}, ${body}::jsonb)`);
}

export function linksOf(tx: Tx, { schoolId, personId }: Me): Promise<PlanLink[]> {
  return tx.rows(
    PlanLink,
    sql`select link_id, version, label, made_at, expires_at, withdrawn_at from plan_links
    where school_id = ${schoolId} and learner_id = ${personId} order by made_at desc, link_id`,
  );
}

export async function addPlanLink(
  tx: Tx,
  { schoolId, personId }: Me,
  { version, label, days, secret }: { version: number; label: string; days: number; secret: string },
): Promise<string> {
  const linkId = crypto.randomUUID();
  await tx.run(sql`insert into plan_links (school_id, link_id, learner_id, version, label, expires_at)
    values (${schoolId}, ${linkId}, ${personId}, ${version}, ${label}, clock_timestamp() + make_interval(days => ${days}))`);
  await tx.run(sql`select app.seal_plan_link(${linkId}::uuid, ${hashOfSecret(secret)}::bytea)`);
  return linkId;
}

/** How many rows it touched: none where there is no such link, or it is taken back. */
export function withdrawLink(tx: Tx, { schoolId, personId }: Me, linkId: string): Promise<number> {
  return tx.run(sql`update plan_links set withdrawn_at = clock_timestamp()
    where school_id = ${schoolId} and learner_id = ${personId} and link_id = ${linkId} and withdrawn_at is null`);
}

/** As the steward: what a link shows; null for one that is wrong, over or taken back. */
export function planBehind(tx: Tx, secret: string): Promise<SharedPlan | null> {
  return tx.maybe(
    SharedPlan,
    sql`select learner, version, body, written_at, expires_at from app.plan_behind(${hashOfSecret(secret)}::bytea)`,
  );
}
