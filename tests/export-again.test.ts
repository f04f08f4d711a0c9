// What the command line exports as CSV is read again by an import, of the kinds that an import knows; JSON and CSV bear
// the API's own names.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand } from "./help/command.ts";
import { listening } from "./help/listening.ts";
import { byHand, ok } from "./help/matches.ts";
import { brought, inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const url = await listening(world);
const folder = mkdtempSync(join(tmpdir(), "chiron-export-"));
after(() => rmSync(folder, { recursive: true }));

// Some came by import and have an id of the school's, most were added by hand.
await byHand(
  world,
  (admin) => admin`insert into source_ids (school_id, source_id, person_id) values
    (${world.schoolId}, 'S1', ${world.people.amara!.personId}), (${world.schoolId}, 'F1', ${world.people.joan!.personId})`,
);
await inForce(world, "amara", "joan");
await brought(world, "noah", "priya", "mentoring");
const wish = (who: string, never: boolean) => ({
  program: "coaching",
  educatorId: world.people[who]!.personId,
  never,
});
ok(
  await world.ask("grace", "PUT", `/people/${world.people.grace!.personId}/wishes`, {
    interests: [],
    needs: [],
    languages: [],
    wishes: [wish("joan", false), wish("tomas", true)],
  }),
);

const as = (who: string) => ["--url", url, "--key", world.people[who]!.secret];
const exportAs = async (format: string): Promise<string> => {
  const into = join(folder, format);
  const { code, err } = await runCommand(["export", into, "--format", format, ...as("marisol")]);
  assert.equal(code, 0, err);
  return into;
};
interface Report {
  files: { name: string; kind: string; rowsIn: number; taken: number; refused: number; unchanged: number }[];
}
const importOf = async (place: string): Promise<Report["files"]> => {
  const { code, out, err } = await runCommand(["import", place, "--json", ...as("ravi")]);
  assert.equal(code, 0, err);
  return (JSON.parse(out) as Report).files;
};

test("rows and files bear the API's names", async () => {
  const { items } = ok(await world.ask("marisol", "GET", "/export/learner-profiles"));
  assert.ok(items.length > 0 && items.every((row: object) => "learnerId" in row));
  const [json, csv] = [await exportAs("json"), await exportAs("csv")];
  for (const name of readdirSync(json)) {
    assert.match(name, /^[a-z]+(-[a-z]+)*\.json$/);
    const [row] = JSON.parse(readFileSync(join(json, name), "utf8")) as object[];
    const [header = ""] = readFileSync(join(csv, name.replace("json", "csv")), "utf8").split("\r\n");
    if (row !== undefined) assert.equal(header, Object.keys(row).join(","), name);
    assert.match(header, /^[a-zA-Z]+(,[a-zA-Z]+)+$/, name);
  }
});

test("a file without rows has its headings, and headings stand in the order of the record", async () => {
  const csv = await exportAs("csv");
  const text = (name: string) => readFileSync(join(csv, `${name}.csv`), "utf8");
  assert.equal(
    text("timeline-days"),
    "schoolId,classYear,event,version,title,onDay,beginsPhase,source,writtenBy,writtenAt\r\n",
  );
  assert.match(text("people"), /^schoolId,personId,givenName,familyName,email,/);
});

test("training, wishes and pairs are understood when they are imported again, and nothing of them is new", async () => {
  const csv = await exportAs("csv");
  for (const kind of ["trainings", "preferences", "relationships"]) {
    const [file] = await importOf(join(csv, `${kind}.csv`));
    assert.equal(file?.kind, kind.replace("trainings", "training"));
    assert.ok(file.rowsIn > 1, kind);
    assert.deepEqual([file.taken, file.refused, file.unchanged], [0, 0, file.rowsIn], kind);
  }
});

test("people whom the school's own systems do not know are named by the ids of the export, and no stranger is", async () => {
  const file = join(folder, "more.csv");
  const rows = ["priya", "joan"].map((who) => `${world.people[who]!.personId},Feedback that helps,2026-09-01`);
  writeFileSync(
    file,
    ["educatorId,module,completedOn", ...rows, `${crypto.randomUUID()},Feedback,2026-09-01`].join("\n"),
  );
  const [told] = await importOf(file);
  assert.deepEqual([told?.kind, told?.taken, told?.refused], ["training", 2, 1]);
});

test("a second educator in a lane is refused at its row, by whatever ids the two are named", async () => {
  const file = join(folder, "pairs.csv");
  const [noah, tomas] = [world.people.noah!.personId, world.people.tomas!.personId];
  writeFileSync(file, `learnerId,educatorId,program,since\n${noah},${tomas},mentoring,2026-09-01\n`);
  const [told] = await importOf(file);
  assert.deepEqual([told?.kind, told?.taken, told?.refused], ["relationships", 0, 1]);
});
