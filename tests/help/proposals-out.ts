// A school in which proposals are out, and files that come in meanwhile.
import assert from "node:assert/strict";
import { sql } from "../../src/db/sql.ts";
import { answer, day, ok, proposalsFor, run } from "./matches.ts";
import { openWorld, type World } from "./world.ts";

export const pairs = { amara: "tomas", noah: "priya", grace: "joan" };
export const learnerHead = "student_id,first_name,last_name,email,class_year,phase,status";
export const educatorHead = "faculty_id,first_name,last_name,email,department";
export const pairHead = "student_id,faculty_id,program,since";

/** A school in which three coaching pairs are proposed, and whose people have their first names as ids. */
export async function asked(fresh?: World): Promise<{ world: World; runId: string }> {
  const world = fresh ?? (await openWorld());
  const { people, schoolId } = world;
  const named = ["amara", "noah", "grace", "tomas", "priya", "joan", "fatima"];
  await world.door.asSession(people.ravi!.secret, async (tx) => {
    for (const name of named)
      await tx.run(sql`insert into source_ids (school_id, source_id, person_id)
        values (${schoolId}, ${name}, ${people[name]!.personId})`);
  });
  return { world, runId: await approved(world, "coaching", pairs) };
}

export async function approved(world: World, program: string, together: Record<string, string>) {
  const { people } = world;
  const pins = Object.entries(together).map(([learner, educator]) => ({
    learnerId: people[learner]!.personId,
    educatorId: people[educator]!.personId,
  }));
  const { runId } = await run(world, program, { pins });
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(10) }));
  return runId as string;
}

export const send = async (world: World, path: string, files: Record<string, string[]>, who = "marisol") => {
  const given = Object.entries(files).map(([name, lines]) => ({
    name,
    base64: Buffer.from(`${lines.join("\n")}\n`).toString("base64"),
  }));
  const report = ok(await world.ask(who, "POST", path, { files: given }));
  assert.deepEqual(report.refused, []);
  return report;
};

export const stateOf = async (world: World, who: string, program = "coaching") =>
  (await proposalsFor(world, who)).find((one: { program: string }) => one.program === program)?.state;
export const asksOf = async (world: World, who: string, as: "learner" | "educator") =>
  ok(await world.ask(who, "GET", `/home/${as}`)).actions.filter(({ kind }: { kind: string }) => kind === "answer");
export const linesOf = async (world: World, who = "marisol") =>
  ok(await world.ask(who, "GET", "/desk")).lines.filter(({ key }: { key: string }) => key.startsWith("shaken "));
export const learnerRow = (name: string, status: string) =>
  `${name},${name[0]!.toUpperCase()}${name.slice(1)},Example,${name}@wexcombe.example.edu,2028,clerkship,${status}`;
export const educatorRow = (name: string, ...more: string[]) =>
  [name, `${name[0]!.toUpperCase()}${name.slice(1)}`, "Example", `${name}@wexcombe.example.edu`, "Pediatrics"]
    .concat(more)
    .join(",");

export const answerOf = (world: World, runId: string) => answer(world, "amara", runId, "amara", { answer: "accept" });
