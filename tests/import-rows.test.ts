// Rows that are sound each by itself and that the database would refuse: one of them is refused at its line, with why
// and what to do, and never the whole import.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask } = world;

type Files = Record<string, string>;
const learnerHead = "student_id,first_name,last_name,email,class_year,phase";
const educatorHead = "faculty_id,first_name,last_name,email";
const rotationHead = "student_id,clerkship,start,end,supervisor_id,assessor_id";
const pairHead = "student_id,faculty_id,program,since";
const lee = "Lee,Both,lee@school.example.edu";

async function send(path: string, files: Files, answers: Record<string, string> = {}) {
  const given = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
  const { status, body } = await ask("ravi", "POST", path, { files: given, answers });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const table = (head: string, ...rows: string[]) => `${head}\n${rows.join("\n")}\n`;

// Lee learns as S5 and teaches as F5; Ana has two ids.
await send("/imports", {
  "educators.csv": table(
    educatorHead,
    "F1,Eva,Roe,f1@school.example.edu",
    "F2,Max,Paz,f2@school.example.edu",
    `F5,${lee}`,
  ),
});
await send(
  "/imports",
  {
    "learners.csv": table(
      learnerHead,
      "S1,Ana,Li,s1@school.example.edu,2029,clerkship",
      "S1b,Ana,Li,s1@school.example.edu,2029,clerkship",
      "S2,Ben,Ode,s2@school.example.edu,2029,clerkship",
      `S5,${lee},2029,clerkship`,
    ),
  },
  { "S1b=S1": "same", "S5=F5": "same" },
);

const withoutId: string = (await ask("ravi", "GET", `/people/${world.people.amara!.personId}`)).body.email;

type Case = { what: string; files: Files; answers?: Record<string, string>; rows: [string, number, string, RegExp][] };

const cases: Case[] = [
  {
    what: "who would supervise themselves",
    files: { "rotations.csv": table(rotationHead, "S5,Surgery,2026-12-01,2026-12-31,F5,F1") },
    rows: [["rotations.csv", 2, "supervisor_id", /themselves/]],
  },
  {
    what: "who would assess themselves",
    files: { "rotations.csv": table(rotationHead, "S5,Surgery,2026-12-01,2026-12-31,F1,F5") },
    rows: [["rotations.csv", 2, "assessor_id", /themselves/]],
  },
  {
    what: "who would assess themselves, in files that bring both",
    files: {
      "educators.csv": table(educatorHead, "F6,New,Comer,new@school.example.edu"),
      "learners.csv": table(learnerHead, "S6,New,Comer,new@school.example.edu,2029,clerkship"),
      "rotations.csv": table(rotationHead, "S6,Surgery,2026-12-01,2026-12-31,,F6"),
    },
    answers: { "S6=F6": "same" },
    rows: [["rotations.csv", 2, "assessor_id", /themselves/]],
  },
  {
    what: "who would be their own coach",
    files: { "relationships.csv": table(pairHead, "S5,F5,coach,2026-01-01") },
    rows: [["relationships.csv", 2, "faculty_id", /one person/]],
  },
  {
    what: "who would wish for themselves",
    files: { "preferences.csv": table("student_id,program,rank,faculty_id", "S5,coach,1,F5") },
    rows: [["preferences.csv", 2, "faculty_id", /one person/]],
  },
  {
    what: "two educators of one lane, under two ids of the learner",
    files: { "relationships.csv": table(pairHead, "S1,F1,coach,2026-01-01", "S1b,F2,coach,2026-01-01") },
    rows: [["relationships.csv", 3, "program", /another educator/]],
  },
  {
    what: "a known id with the address of somebody who has none",
    files: { "learners.csv": table(learnerHead, `S2,Ben,Ode,${withoutId},2029,clerkship`) },
    rows: [["learners.csv", 2, "email", /Somebody else/]],
  },
  {
    what: "a known id with the address of somebody who comes with it",
    files: {
      "educators.csv": table(educatorHead, "F7,Ben,Ode,ben@school.example.edu"),
      "learners.csv": table(learnerHead, "S2,Ben,Ode,ben@school.example.edu,2029,clerkship"),
    },
    answers: { "S2=F7": "same" },
    rows: [["learners.csv", 2, "email", /Somebody else/]],
  },
  {
    what: "one person with two names",
    files: {
      "educators.csv": table(educatorHead, `F5,${lee}`),
      "learners.csv": table(learnerHead, "S5,Leigh,Both,lee@school.example.edu,2029,clerkship"),
    },
    rows: [["learners.csv", 2, "first_name", /another name/]],
  },
  {
    what: "a last day that no calendar goes beyond",
    files: { "rotations.csv": table(rotationHead, "S1,Surgery,2026-12-01,9999-12-31,F1,") },
    rows: [["rotations.csv", 2, "end", /1900 to 2200/]],
  },
  {
    what: "a first day in the year zero",
    files: { "rotations.csv": table(rotationHead, "S1,Surgery,0000-12-01,2026-12-31,F1,") },
    rows: [["rotations.csv", 2, "start", /1900 to 2200/]],
  },
];

for (const { what, files, answers, rows } of cases)
  test(`${what}: refused at the row, in a look as in the import`, async () => {
    for (const path of ["/imports/preview", "/imports"]) {
      const body = await send(path, files, answers);
      const seen = body.refused.map(({ file, line, field }: Record<string, unknown>) => [file, line, field]);
      assert.deepEqual(
        seen,
        rows.map((row) => row.slice(0, 3)),
      );
      for (const [at, row] of rows.entries()) assert.match(body.refused[at].because, row[3]);
      for (const { fix } of body.refused) assert.match(fix, /^[A-Z].*\.$/);
    }
    const { added, changed } = await send("/imports", files, answers);
    const moved = [...Object.values<number>(added), ...Object.values<number>(changed)];
    assert.deepEqual(
      moved.filter((count) => count > 0),
      [],
    );
  });

test("a pair in a lane that another educator has here is refused, and the one that is there is unchanged", async () => {
  const files = { "relationships.csv": table(pairHead, "S2,F1,coach,2026-01-01") };
  assert.equal((await send("/imports", files)).files[0].taken, 1);
  const body = await send("/imports", {
    "relationships.csv": table(pairHead, "S2,F1,coach,2026-01-01", "S2,F2,coach,2026-01-01"),
  });
  const [{ taken, unchanged, refused }] = body.files;
  assert.deepEqual([taken, unchanged, refused], [0, 1, 1]);
  const alone = await send("/imports", { "relationships.csv": table(pairHead, "S2,F2,coach,2026-01-01") });
  assert.match(alone.refused[0].because, /another educator/);
});

test("a pair that ended here stays ended, unless the file says that they began anew", async () => {
  const { schoolId } = world;
  const row = (since: string) => ({ "relationships.csv": table(pairHead, `S2,F1,coach,${since}`) });
  await byHand(
    world,
    (admin) =>
      admin`update relationships set ended_on = '2026-03-01' where school_id = ${schoolId} and program = 'coaching'`,
  );
  const again = await send("/imports", row("2026-01-01"));
  assert.equal(again.files[0].refused, 1);
  assert.equal(again.refused[0].field, "since");
  assert.match(again.refused[0].because, /ended here on 2026-03-01/);
  assert.equal((await send("/imports", row("2026-03-01"))).files[0].taken, 1);
  assert.equal((await send("/imports", row("2026-03-01"))).files[0].unchanged, 1);
});

test("whoever directs a course, or votes, and learns in that class has no duty toward themselves", async () => {
  const body = await send("/imports", {
    "courses.csv": table("course,director_id,class_year,start,end", "Surgery,F5,2029,2026-08-01,2099-07-01"),
    "committees.csv": table("committee,member_id,role,start,end", "Promotions,F5,member,2026-08-01,2099-07-01"),
  });
  assert.deepEqual([body.refused, body.added.duties], [[], 2]);
});

test("two who came in as two people are not made one by a later answer, and it says so", async () => {
  const files = {
    "learners.csv": table(
      learnerHead,
      "S8,Uma,Rey,u1@school.example.edu,2031,clerkship",
      "S9,Uma,Rey,u2@school.example.edu,2031,clerkship",
    ),
  };
  const { questions } = await send("/imports", files);
  assert.deepEqual([questions.length, questions[0].waits], [1, false]);
  const late = await send("/imports", files, { [questions[0].id]: "same" });
  assert.deepEqual([late.files[0].taken, late.files[0].unchanged, late.files[0].refused], [0, 1, 1]);
  assert.match(late.refused[0].because, /two people/);
});

test("an answer holds whichever of the two ids it names first", async () => {
  const files = {
    "learners.csv": table(
      learnerHead,
      "S10,Ida,Orr,ida@school.example.edu,2031,clerkship",
      "S11,Ida,Orr,ida@school.example.edu,2031,clerkship",
    ),
  };
  for (const answer of ["S10=S11", "S11=S10"]) {
    const { questions, refused, added } = await send("/imports/preview", files, { [answer]: "same" });
    assert.deepEqual([questions, refused, added.people], [[], [], 1], answer);
  }
});

test("a very wide file is remembered like any other", async () => {
  const wide = Array.from({ length: 190 }, () => crypto.randomUUID());
  const files = {
    "training.csv": table(
      ["faculty_id", "module", "completed", ...wide].join(),
      ["F1", "Coaching skills", "2026-02-13", ...wide].join(),
    ),
  };
  assert.equal((await send("/imports", files)).files[0].taken, 1);
  assert.equal((await send("/imports", files)).files[0].unchanged, 1);
});

test("two ids of one person are one although thousands of rows stand between them", async () => {
  const others = Array.from({ length: 5200 }, (_, at) => `M${at},Mo,Ny${at},m${at}@school.example.edu,2030,clerkship`);
  const [first, second] = [
    "N1,Uma,Xi,n1@school.example.edu,2030,clerkship",
    "N2,Uma,Xi,n2@school.example.edu,2030,clerkship",
  ];
  const files = { "learners.csv": table(learnerHead, first, ...others, second) };
  const asked = await send("/imports/preview", files);
  assert.deepEqual(
    asked.questions.map(({ id }: { id: string }) => id),
    ["N2=N1"],
  );
  const taken = await send("/imports", files, { "N2=N1": "same" });
  assert.equal(taken.added.people, others.length + 1);
  assert.deepEqual([taken.files[0].taken, taken.files[0].unchanged, taken.files[0].refused], [others.length + 2, 0, 0]);
  const found = (await ask("ravi", "GET", "/people?named=Uma%20Xi")).body.items;
  assert.equal(found.length, 1);
  assert.deepEqual((await ask("ravi", "GET", `/people/${found[0].personId}`)).body.sourceIds, ["N1", "N2"]);
  const again = await send("/imports", files, { "N2=N1": "same" });
  assert.deepEqual([again.files[0].taken, again.files[0].unchanged], [0, others.length + 2]);
});

test("an id that is somebody's here is not handed on to another name with another address", async () => {
  const another = { "learners.csv": table(learnerHead, "S2,Kim,Vos,kim@school.example.edu,2029,clerkship") };
  const body = await send("/imports", another);
  assert.deepEqual(
    body.refused.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [[2, "student_id"]],
  );
  assert.match(body.refused[0].because, /another name and another address/);
  const married = { "learners.csv": table(learnerHead, "S2,Ben,Ode-Vos,s2@school.example.edu,2029,clerkship") };
  assert.equal((await send("/imports", married)).changed.people, 1);
});
