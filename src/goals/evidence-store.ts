// Evidence of goals as rows: links, and files with their bytes apart.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { FileType } from "./file.ts";
import { Evidence } from "./goal.ts";

export function evidenceOf(
  tx: Tx,
  { schoolId }: Me,
  { goalId, learnerId }: { goalId?: string; learnerId?: string },
): Promise<(Evidence & { goalId: string })[]> {
  return tx.rows(
    Evidence.extend({ goalId: z.string() }),
    sql`select evidence_id, goal_id, title, link, file_type, file_bytes, added_at from goal_evidence where ${all([
      sql`school_id = ${schoolId} and struck_at is null`,
      asked(goalId, (id) => sql`goal_id = ${id}`),
      asked(learnerId, (id) => sql`learner_id = ${id}`),
    ])} order by added_at, evidence_id`,
  );
}

export async function addLinkRow(
  tx: Tx,
  { schoolId, personId }: Me,
  goalId: string,
  { title, link }: { title: string; link: string },
): Promise<void> {
  await tx.run(sql`insert into goal_evidence (school_id, goal_id, learner_id, title, link)
    values (${schoolId}, ${goalId}, ${personId}, ${title}, ${link})`);
}

export async function addFileRow(
  tx: Tx,
  { schoolId, personId }: Me,
  goalId: string,
  { name, type, content }: { name: string; type: FileType; content: Buffer },
): Promise<void> {
  const evidenceId = crypto.randomUUID();
  await tx.run(sql`insert into goal_evidence (school_id, goal_id, evidence_id, learner_id, title, file_type, file_bytes)
    values (${schoolId}, ${goalId}, ${evidenceId}, ${personId}, ${name}, ${type}, ${content.length})`);
  await tx.run(sql`insert into goal_files (school_id, evidence_id, learner_id, content)
    values (${schoolId}, ${evidenceId}, ${personId}, ${content})`);
}

const Kept = z.object({ title: z.string(), fileType: z.string(), base64: z.string() });

/** Null where it is not there, was taken away, or is a link. */
export function findFile(
  tx: Tx,
  { schoolId }: Me,
  goalId: string,
  evidenceId: string,
): Promise<z.infer<typeof Kept> | null> {
  return tx.maybe(
    Kept,
    sql`select e.title, e.file_type, translate(encode(f.content, 'base64'), E'\n', '') as base64
    from goal_evidence e join goal_files f on (f.school_id, f.evidence_id) = (e.school_id, e.evidence_id)
    where e.school_id = ${schoolId} and e.goal_id = ${goalId} and e.evidence_id = ${evidenceId} and e.struck_at is null and f.content is not null`,
  );
}

/** Takes it out of the goal, and empties the file. How many rows it touched: none where it is not there any more. */
export async function strikeEvidence(tx: Tx, { schoolId }: Me, goalId: string, evidenceId: string): Promise<number> {
  const struck = await tx.run(sql`update goal_evidence set struck_at = clock_timestamp()
    where school_id = ${schoolId} and goal_id = ${goalId} and evidence_id = ${evidenceId} and struck_at is null`);
  if (struck === 1)
    await tx.run(
      sql`update goal_files set content = null where school_id = ${schoolId} and evidence_id = ${evidenceId}`,
    );
  return struck;
}
