// A OneRoster 1.2 export as it leaves a registrar's system: known by its headings, its users by their roles, its classes
// as who assesses whom; what it does not say stays as it is, and what it wants deleted is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { sql } from "../src/db/sql.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, door, people, schoolId } = world;

const userHead =
  "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone," +
  "agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName," +
  "primaryOrgSourcedId,pronouns,metadata.classYear";

interface User {
  status?: string;
  enabled?: string;
  email?: string;
  username?: string;
  grades?: string;
  org?: string;
  year?: string;
}

function userLine(id: string, given: string, family: string, more: User = {}): string {
  const { status = "", enabled = "true", email = `${id}@oneroster.example.edu`, username = id, grades = "" } = more;
  const cells = [id, status, "", enabled, username, "", given, family, "", "", email, "", "", "", grades, "", "", ""];
  return [...cells, "", "", "", more.org ?? "org-main", "", more.year ?? ""].join(",");
}

/** Two classes: u-t1 teaches both students of c1 in the fall; c2 has no days at all. */
const roster: Record<string, string> = {
  "manifest.csv": [
    "propertyName,value",
    "manifest.version,1.0",
    "oneroster.version,1.2",
    "file.orgs,bulk",
    "file.users,bulk",
    "file.roles,bulk",
    "file.classes,bulk",
    "file.enrollments,bulk",
    "file.academicSessions,bulk",
    "file.demographics,bulk",
  ].join("\n"),
  "orgs.csv": [
    "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "org-main,,,Main Campus,school,,",
    "org-harbor,,,Harbor Campus,school,,",
    "org-peds,,,Pediatrics,department,,org-main",
    "org-old,tobedeleted,,Old Campus,school,,",
  ].join("\n"),
  "users.csv": [
    userHead,
    userLine("u-s1", "Ines", "Rao", { year: "2029", grades: "clerkship" }),
    userLine("u-s2", "Omar", "Diaz", { grades: '"2028,clerkship"', org: "org-harbor" }),
    userLine("u-s3", "Lena", "Ott"),
    userLine("u-t1", "Tariq", "Shah", { org: "org-peds", email: "", username: "tariq@faculty.example.edu" }),
    userLine("u-t2", "Greta", "Lund"),
    userLine("u-g1", "Ana", "Rao"),
    userLine("u-off", "Pat", "Gone", { enabled: "false", year: "2028" }),
    userLine("u-del", "Del", "Eted", { status: "tobedeleted", year: "2028" }),
    userLine("u-who", "Who", "Knows", { year: "2028" }),
    userLine("u-s1", "Ines", "Rao", { year: "2029", grades: "clerkship" }),
  ].join("\n"),
  "roles.csv": [
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
    "r1,,,u-s1,primary,student,,,org-main,",
    "r2,,,u-s2,primary,student,,,org-harbor,",
    "r3,,,u-s3,primary,student,,,org-main,",
    "r4,,,u-t1,primary,teacher,,,org-peds,",
    "r5,,,u-t2,primary,ext:faculty,,,org-main,",
    "r6,,,u-g1,primary,guardian,,,org-main,",
    "r7,,,u-off,primary,student,,,org-main,",
    "r8,,,u-t2,secondary,student,2019-08-01,2023-06-01,org-main,",
    "r9,,,nobody,primary,student,,,org-main,",
  ].join("\n"),
  "academicSessions.csv": [
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    "fall,,,Fall,semester,2026-08-01,2099-01-01,,2026",
  ].join("\n"),
  "classes.csv": [
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "c1,,,Pediatrics clerkship,,k1,PED1,scheduled,,org-main,fall,,,",
    "c2,,,Ethics seminar,,k2,,scheduled,,org-main,,,,",
    "c3,tobedeleted,,Closed class,,k3,,scheduled,,org-main,fall,,,",
  ].join("\n"),
  "enrollments.csv": [
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    "e1,,,c1,org-main,u-s1,student,,,",
    "e2,,,c1,org-main,u-s2,student,,2026-10-01,2026-12-01",
    "e3,,,c1,org-main,u-t1,teacher,true,,",
    "e4,,,c2,org-main,u-s1,student,,,",
    "e5,,,c2,org-main,u-t2,teacher,true,,",
    "e6,,,c1,org-main,u-t2,proctor,,,",
    "e7,tobedeleted,,c1,org-main,u-s2,student,,,",
    "e8,,,c3,org-main,u-s2,student,,,",
    "e9,,,c1,org-main,u-s3,student,,,",
    "e10,,,c1,org-main,u-s1,student,,2026-12-01,2026-10-01",
    "e1,,,c1,org-main,u-s1,student,,,",
  ].join("\n"),
  "demographics.csv":
    "sourcedId,status,dateLastModified,birthDate,sex\nu-s1,,,2001-02-03,female\nu-s2,,,2000-02-03,male\n",
};

function send(texts: Record<string, string>) {
  return Object.entries(texts).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
}

interface Count {
  name: string;
  kind: string;
  rowsIn: number;
  taken: number;
  refused: number;
  unchanged: number;
  repeated: number;
  leftOut: number;
}

test("each file is known by its headings, and every row is taken, refused, said twice or not needed", async () => {
  const { status, body } = await ask("ravi", "POST", "/imports/preview", { files: send(roster) });
  assert.equal(status, 200, JSON.stringify(body));
  const counts = (body.files as Count[]).map((one) => {
    assert.equal(one.rowsIn, one.taken + one.refused + one.unchanged + one.repeated + one.leftOut, one.name);
    return [one.name, one.kind, one.taken, one.refused, one.unchanged, one.repeated, one.leftOut];
  });
  assert.deepEqual(counts, [
    ["manifest.csv", "manifest", 0, 0, 0, 0, 9],
    ["orgs.csv", "orgs", 3, 1, 0, 0, 0],
    ["users.csv", "users", 4, 5, 0, 1, 0],
    ["roles.csv", "roles", 4, 3, 2, 0, 0],
    ["academicSessions.csv", "sessions", 1, 0, 0, 0, 0],
    ["classes.csv", "classes", 2, 1, 0, 0, 0],
    ["enrollments.csv", "enrollments", 5, 5, 0, 1, 0],
    ["demographics.csv", "other", 0, 0, 0, 0, 2],
  ]);
});

test("each refusal names its row, why, and what to do; notes tell of the rest", async () => {
  const { body } = await ask("ravi", "POST", "/imports/preview", { files: send(roster) });
  const refused = new Map<string, string>(
    body.refused.map(({ file, line, field, because, fix }: Record<string, string>) => {
      assert.ok(fix, `${file}:${line}`);
      return [`${file}:${line} ${field}`, because];
    }),
  );
  for (const [where, because] of [
    ["orgs.csv:5 roster_status", /to be deleted/],
    ["users.csv:4 class_year", /which class year/],
    ["users.csv:7 role", /guardian is neither/],
    ["users.csv:8 enabled", /not enabled/],
    ["users.csv:9 roster_status", /to be deleted/],
    ["users.csv:10 role", /learner or an educator/],
    ["roles.csv:7 role", /guardian is neither/],
    ["roles.csv:9 endDate", /over/],
    ["roles.csv:10 user", /No user has the id nobody/],
    ["classes.csv:4 roster_status", /to be deleted/],
    ["enrollments.csv:7 role", /proctor/],
    ["enrollments.csv:8 roster_status", /to be deleted/],
    ["enrollments.csv:9 class", /No class has the id c3/],
    ["enrollments.csv:10 user", /No learner has the id u-s3/],
    ["enrollments.csv:11 endDate", /before its first day/],
  ] as const) {
    assert.match(refused.get(where) ?? "", because, where);
    refused.delete(where);
  }
  assert.deepEqual([...refused], []);
  const notes = body.notes.map(({ file, words }: Record<string, string>) => `${file} ${words}`).join("\n");
  assert.match(notes, /orgs\.csv It has 2 schools/);
  assert.match(notes, /demographics\.csv Nothing of it is needed/);
  assert.ok(!JSON.stringify(body).includes("2001-02-03"), "what is not needed comes back");
});

test("taken: students learn, teachers assess their classes while both are in them, and again nothing changes", async () => {
  const { body } = await ask("ravi", "POST", "/imports", { files: send(roster) });
  assert.deepEqual(
    { people: body.added.people, learners: body.added.learners, educators: body.added.educators },
    { people: 4, learners: 2, educators: 2 },
  );
  const today = await dayOfImport(body.importId);
  assert.deepEqual(
    await dutiesOf(),
    [
      ["Tariq", "Ines", "Pediatrics clerkship (PED1)", "[2026-08-01,2099-01-01)"],
      ["Tariq", "Omar", "Pediatrics clerkship (PED1)", "[2026-10-01,2026-12-01)"],
      ["Greta", "Ines", "Ethics seminar", `[${today},)`],
    ].toSorted(inOrder),
  );
  assert.deepEqual(await placeOf("u-s2"), { campus: "Harbor Campus", classYear: 2028, phase: "clerkship" });
  const again = await ask("ravi", "POST", "/imports", { files: send(roster) });
  const moved = [...Object.entries(again.body.added), ...Object.entries(again.body.changed)];
  assert.deepEqual(
    moved.filter(([, count]) => count !== 0),
    [],
  );
});

test("what the export does not say stays: places, skills and status set by another file are not emptied", async () => {
  const own = {
    "educators.csv":
      "faculty_id,first_name,last_name,email,skills,mentor_capacity,fte_percent\nu-t2,Greta,Lund,u-t2@oneroster.example.edu,research,3,20\n",
    "learners.csv":
      "student_id,first_name,last_name,email,class_year,phase,status,needs\nu-s1,Ines,Rao,u-s1@oneroster.example.edu,2029,clerkship,leave,research\n",
  };
  assert.equal((await ask("ravi", "POST", "/imports", { files: send(own) })).status, 200);
  const { body } = await ask("ravi", "POST", "/imports", { files: send(roster) });
  const moved = [...Object.entries(body.added), ...Object.entries(body.changed)];
  assert.deepEqual(
    moved.filter(([, count]) => count !== 0),
    [],
  );
});

test("an export of 1.1 bears roles in its users; without either, classes say who is who", async () => {
  const old = {
    "manifest.csv": "propertyName,value\noneroster.version,1.0\nfile.users,delta\nfile.enrollments,bulk\n",
    "users.csv":
      "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,email,grades\n" +
      "v-1,active,,true,o1,teacher,v1,,Vera,One,v1@oneroster.example.edu,\n" +
      "v-2,active,,true,o1,,v2,,Vito,Two,v2@oneroster.example.edu,2030\n",
    "classes.csv":
      "sourcedId,status,dateLastModified,title,classType,schoolSourcedId\nd1,active,,Anatomy,scheduled,o1\n",
  };
  const alone = await ask("ravi", "POST", "/imports/preview", { files: send(old) });
  assert.match(alone.body.refused[0].fix, /roles\.csv/);
  const notes = alone.body.notes.map(({ words }: { words: string }) => words).join("\n");
  assert.match(notes, /It says OneRoster 1\.0/);
  assert.match(notes, /names enrollments\.csv, which is not among/);
  assert.match(notes, /holds only what changed/);
  const enrollments =
    "sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role\nf1,active,,d1,v-2,student\nf2,active,,d1,v-1,teacher\n";
  const whole = await ask("ravi", "POST", "/imports/preview", {
    files: send({ ...old, "enrollments.csv": enrollments }),
  });
  assert.deepEqual(whole.body.refused, []);
  assert.deepEqual([whole.body.added.learners, whole.body.added.educators, whole.body.added.duties], [1, 1, 1]);
});

test("a whole OneRoster import is undone", async () => {
  const { body } = await ask("ravi", "GET", "/imports");
  const first = body.items.at(-1);
  const undone = await ask("ravi", "POST", `/imports/${first.importId}/undo`, { because: "A test" });
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  assert.deepEqual(await dutiesOf(), []);
});

async function dutiesOf(): Promise<string[][]> {
  const Duty = z.object({ educator: z.string(), learner: z.string(), about: z.string(), during: z.string() });
  const duties = await door.asSession(people.ravi!.secret, (tx) =>
    tx.rows(
      Duty,
      sql`select e.given_name as educator, l.given_name as learner, d.about, d.during::text from duties d
        join people e on (e.school_id, e.person_id) = (d.school_id, d.educator_id)
        join people l on (l.school_id, l.person_id) = (d.school_id, d.learner_id)
        where d.school_id = ${schoolId} and d.source = 'class' and d.voided_by is null`,
    ),
  );
  return duties.map(({ educator, learner, about, during }) => [educator, learner, about, during]).toSorted(inOrder);
}

/** The school's day when it was made: since then, midnight may have passed. */
async function dayOfImport(importId: string): Promise<string> {
  const { day } = await door.asSession(people.ravi!.secret, (tx) =>
    tx.one(
      z.object({ day: z.string() }),
      sql`select (i.made_at at time zone s.time_zone)::date as day from imports i join schools s using (school_id)
        where i.import_id = ${importId}`,
    ),
  );
  return day;
}

function inOrder(a: string[], b: string[]): number {
  return a.join() < b.join() ? -1 : 1;
}

async function placeOf(sourceId: string) {
  const Place = z.object({ campus: z.string(), classYear: z.number(), phase: z.string() });
  return door.asSession(people.ravi!.secret, (tx) =>
    tx.one(
      Place,
      sql`select l.campus, l.class_year, t.phase from source_ids s
        join learners l on (l.school_id, l.learner_id) = (s.school_id, s.person_id)
        join standings t on (t.school_id, t.learner_id) = (s.school_id, s.person_id)
        where s.school_id = ${schoolId} and s.source_id = ${sourceId}`,
    ),
  );
}
