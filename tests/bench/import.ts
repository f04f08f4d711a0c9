// How fast an import is: 100,000 rows over HTTP, beside a COPY of the same rows into the same tables of another database
// of the same kind, with their constraints and triggers; and how much memory the server takes for it.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { filesType, withFiles } from "../../src/core/files.ts";
import { endingOf, progressType } from "../../src/core/progress.ts";
import { openWorld, type World } from "../help/world.ts";
import { machine, memoryOf } from "./cpu.ts";
import { refuseFailure } from "./school.ts";
import type { Section } from "./section.ts";

const rows = Number(process.env.CHIRON_BENCH_ROWS ?? 100_000);
/** As many as the import writes at a time: one COPY of everything is slower, and would flatter the ratio. */
const copyRows = 5000;
const educators = 500;
const learners = 2000;

export async function benchImport(): Promise<Section> {
  const sizes = [rows / 4, rows];
  const seen: string[][] = [];
  for (const size of sizes)
    for (const part of [benchPeople, benchRotations]) {
      const cells = await part(size);
      process.stderr.write(`${cells.join(" | ")}\n`);
      seen.push(cells);
    }
  return {
    title: "Importing beside COPY",
    command: "npm run bench -- import",
    about:
      "Wall time of one import over HTTP, from the request's first byte to the report: CSV, judging, writing, commit. " +
      "*COPY* is what the rows come to, written as the superuser whom no policy holds, straight into the same tables of another database with the same " +
      "constraints, wall and event triggers, in one transaction. *Memory* is what the server's process held before, and at its most, garbage included: rows are read, judged and written in lots; what grows with the files is their bytes, and of each row what is needed to notice that another says the same. " +
      `The same files once more change nothing; that time stands last. ${machine()}.`,
    columns: ["Rows", "Import", "COPY", "Ratio", "Memory before", "Memory at most", "Once more"],
    rows: seen,
  };
}

interface Case {
  name: string;
  rows: number;
  csv: string;
  prepare: Record<string, string>;
  /** Table, columns, and the lines that COPY takes; made once the ids of what was prepared are known. */
  copies: (ids: Map<string, string>, schoolId: string, importId: string) => [string, string, string[]][];
}

function benchPeople(size: number): Promise<string[]> {
  const people = Array.from({ length: size }, (_, at) => ({ id: `L${at}`, year: 2027 + (at % 4), given: `Lea${at}` }));
  return bench({
    name: "learners",
    rows: size,
    prepare: {},
    csv: learnersCsv(people),
    copies: (_ids, schoolId, importId) => {
      const known = people.map((one) => ({ ...one, person: crypto.randomUUID() }));
      const lines = (line: (one: (typeof known)[number]) => string) => known.map(line);
      return [
        [
          "people",
          "school_id, person_id, given_name, family_name, email, import_id",
          lines(({ person, id, given }) => row(schoolId, person, given, "Rner", emailOf(id), importId)),
        ],
        [
          "source_ids",
          "school_id, source_id, person_id, import_id",
          lines(({ person, id }) => row(schoolId, id, person, importId)),
        ],
        [
          "learners",
          "school_id, learner_id, class_year, campus, import_id",
          lines(({ person, year }) => row(schoolId, person, String(year), "Main", importId)),
        ],
        [
          "standings",
          "school_id, learner_id, from_day, phase, status, import_id",
          lines(({ person }) => row(schoolId, person, "2026-11-23", "clerkship", "active", importId)),
        ],
        [
          "learner_profiles",
          "school_id, learner_id, interests, needs, languages",
          lines(({ person }) => row(schoolId, person, "{Pediatrics,Surgery}", "{research}", "{English}")),
        ],
      ];
    },
  });
}

function benchRotations(size: number): Promise<string[]> {
  const people = Array.from({ length: learners }, (_, at) => ({ id: `L${at}`, year: 2027 + (at % 4), given: "Lea" }));
  const staff = Array.from({ length: educators }, (_, at) => `F${at},Edu,Cator${at},f${at}@faculty.example.edu`);
  const blocks = Array.from({ length: size }, (_, at) => {
    const from = new Date(Date.UTC(2026, 0, 1) + Math.floor(at / learners) * 7 * 86_400_000);
    const day = (more: number) => new Date(from.getTime() + more * 86_400_000).toISOString().slice(0, 10);
    const supervisor = `F${(at * 7 + Math.floor(at / learners)) % educators}`;
    const assessor = `F${(at * 13 + 1) % educators}`;
    return { learner: `L${at % learners}`, start: day(0), last: day(6), end: day(7), supervisor, assessor };
  });
  return bench({
    name: "rotations (two duties each)",
    rows: size,
    prepare: {
      "learners.csv": learnersCsv(people),
      "educators.csv": `faculty_id,first_name,last_name,email\n${staff.join("\n")}\n`,
    },
    csv: `student_id,clerkship,site,start,end,supervisor_id,assessor_id\n${blocks
      .map(
        ({ learner, start, last, supervisor, assessor }) =>
          `${learner},Surgery,Main,${start},${last},${supervisor},${assessor}`,
      )
      .join("\n")}\n`,
    copies: (ids, schoolId, importId) => {
      const duty = (word: string, { learner, start, end }: (typeof blocks)[number], who: string) =>
        row(
          schoolId,
          word,
          ids.get(who) ?? "",
          ids.get(learner) ?? "",
          `[${start},${end})`,
          "Surgery, Main",
          "rotation",
          "t",
          importId,
        );
      const lines = blocks.flatMap((one) => [
        duty("supervises", one, one.supervisor),
        duty("assesses", one, one.assessor),
      ]);
      return [
        [
          "duties",
          "school_id, duty, educator_id, learner_id, during, about, source, tolerates, import_id",
          [...new Set(lines)],
        ],
      ];
    },
  });
}

async function bench(one: Case): Promise<string[]> {
  const ours = await importing(one);
  const theirs = await copying(one);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    `${one.rows.toLocaleString("en-US")} ${one.name}`,
    seconds(ours.ms),
    seconds(theirs),
    (ours.ms / theirs).toFixed(2),
    `${ours.before} MB`,
    `${ours.most} MB`,
    seconds(ours.againMs),
  ];
}

interface Report {
  files: { taken: number }[];
  added: Record<string, number>;
  changed: Record<string, number>;
}

async function importing({ csv, rows: expected, prepare, name }: Case) {
  const world = await openWorld();
  const { child, origin } = await served(world);
  const send = async (files: Record<string, string>) => {
    const begun = performance.now();
    const contents = Object.values(files).map((text) => new Blob([text]));
    const said = Object.keys(files).map((name, at) => ({ name, size: contents[at]!.size }));
    // As a client that shows how far it is: on a busy machine the answer itself may take longer than fetch waits.
    const response = await fetch(`${origin}/api/imports`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${world.people.ravi!.secret}`,
        accept: progressType,
        "content-type": filesType,
      },
      body: withFiles({ files: said }, contents),
    });
    const ending = await endingOf(response, () => undefined);
    if (!("reply" in ending)) throw new Error(JSON.stringify(ending.problem));
    const body = ending.reply as Report;
    return { ms: performance.now() - begun, body };
  };
  if (Object.keys(prepare).length > 0) await send(prepare);
  await analyze(world);
  let most = 0;
  const before = memoryOf(child.pid!);
  const watch = setInterval(() => (most = Math.max(most, memoryOf(child.pid!))), 20);
  const file = { [`${name.split(" ")[0]}.csv`]: csv };
  const { ms, body } = await send(file);
  clearInterval(watch);
  if (body.files[0]?.taken !== expected) throw new Error(`${body.files[0]?.taken} of ${expected} rows were taken`);
  const again = await send(file);
  const changes = [...Object.values(again.body.added), ...Object.values(again.body.changed)];
  if (changes.some((count) => count > 0)) throw new Error("the same file again changed something");
  child.disconnect();
  await world.door.close();
  await world.database.drop();
  return { ms, before, most, againMs: again.ms };
}

async function copying({ prepare, copies }: Case): Promise<number> {
  const world = await openWorld();
  if (Object.keys(prepare).length > 0)
    refuseFailure(await world.ask("ravi", "POST", "/imports", { files: sent(prepare) }));
  await analyze(world);
  const sql = postgres({ ...world.database.admin, max: 1 });
  const { schoolId, people } = world;
  const ids = new Map((await sql`select source_id, person_id from source_ids`).map((s) => [s.source_id, s.person_id]));
  const [{ importId }] = (await sql`
    insert into imports (school_id, made_by, files) values (${schoolId}, ${people.ravi!.personId}, '[]')
    returning import_id as "importId"`) as unknown as [{ importId: string }];
  const texts = copies(ids, schoolId, importId).map(([table, columns, lines]) => ({ table, columns, lines }));
  const begun = performance.now();
  await sql.begin(async (tx) => {
    await tx`select set_config('app.batch', ${importId}, true)`;
    for (const { table, columns, lines } of texts)
      for (let at = 0; at < lines.length; at += copyRows)
        await pipeline(
          Readable.from(lines.slice(at, at + copyRows)),
          await tx.unsafe(`copy ${table} (${columns}) from stdin`).writable(),
        );
  });
  const ms = performance.now() - begun;
  await sql.end();
  await world.door.close();
  await world.database.drop();
  return ms;
}

async function served({ database }: World): Promise<{ child: ChildProcess; origin: string }> {
  const told = JSON.stringify({ login: database.login, stewardKey: database.stewardKey });
  const child = fork(join(import.meta.dirname, "served.ts"), [told]);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { child, origin: `http://127.0.0.1:${port}` };
}

/** As autovacuum has done by the time that a school sends its next file. */
async function analyze({ database }: World): Promise<void> {
  const sql = postgres({ ...database.admin, max: 1 });
  await sql`analyze`;
  await sql.end();
}

function sent(files: Record<string, string>) {
  return Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
}

function learnersCsv(people: { id: string; year: number; given: string }[]): string {
  const head = "student_id,first_name,last_name,email,class_year,phase,campus,status,interests,needs,languages";
  const lines = people.map(
    ({ id, year, given }) =>
      `${id},${given},Rner,${emailOf(id)},${year},clerkship,Main,active,Pediatrics; Surgery,research,English`,
  );
  return `${head}\n${lines.join("\n")}\n`;
}

function emailOf(id: string): string {
  return `${id.toLowerCase()}@students.example.edu`;
}

function row(...cells: string[]): string {
  return `${cells.join("\t")}\n`;
}
