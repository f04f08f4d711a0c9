// Faulty files, one fault at a time: each is answered with where, why and how to mend it; what is refused changes
// nothing, what is taken changes nothing the second time, and the whole of it can be taken back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import postgres from "postgres";
import { type FaultyFile, undecided, unreadable } from "./help/faulty-files.ts";
import { understood, withFaultyRows } from "./help/faulty-rows.ts";
import { openWorld, type Reply } from "./help/world.ts";

const world = await openWorld();
const { ask } = world;
const admin = postgres({ ...world.database.admin, max: 1 });
after(() => admin.end());

function sent({ name, content }: Pick<FaultyFile, "name" | "content">) {
  return { files: [{ name, base64: Buffer.from(content).toString("base64") }] };
}

const importing = (path: string, file: Pick<FaultyFile, "name" | "content">) => ask("ravi", "POST", path, sent(file));

for (const [name, content] of [
  [
    "learners.csv",
    "student_id,first_name,last_name,email,class_year,phase\nS1,Ana,Li,s1@students.example.edu,2029,clerkship\nS2,Ben,Ode,s2@students.example.edu,2029,clerkship\n",
  ],
  [
    "educators.csv",
    "faculty_id,first_name,last_name,email\nF1,Eva,Roe,f1@faculty.example.edu\nF2,Max,Paz,f2@faculty.example.edu\n",
  ],
] as const)
  assert.equal((await importing("/imports", { name, content })).status, 200);

/** Everything in force that an import can touch, as one text. */
async function inForce(): Promise<string> {
  const voidable = ["people", "learners", "educators", "standings", "duties", "stands", "trainings", "preferences"];
  const listed = [...voidable, "relationships", "incidents"].map(
    (table) => admin`select ${table} as name, count(*)::int, md5(string_agg(md5(t::text), '' order by md5(t::text)))
      from ${admin(table)} t where voided_by is null`,
  );
  const ofPeople = [
    admin`select 'source_ids' as name, string_agg(source_id, ' ' order by source_id) from source_ids`,
    ...[
      ["learner_profiles", "learner_id"],
      ["educator_terms", "educator_id"],
      ["capacities", "educator_id"],
    ].map(
      ([table, id]) => admin`select ${table!} as name, md5(string_agg(md5(t::text), '' order by md5(t::text)))
        from ${admin(table!)} t join people p on (p.school_id, p.person_id) = (t.school_id, t.${admin(id!)}) where p.voided_by is null`,
    ),
  ];
  return JSON.stringify(await Promise.all([...listed, ...ofPeople]));
}

/** Each refused row says where, why and what to do; every row is counted once. */
function assertWhole({ body }: Reply, file: FaultyFile & { unchanged?: number }): void {
  const { name, rows = [], taken = 0, unchanged = 0, repeated = 0, asks = [] } = file;
  const [count] = body.files;
  assert.equal(count.rowsIn, count.taken + count.refused + count.unchanged + count.repeated + count.leftOut);
  assert.deepEqual(
    [count.taken, count.refused, count.unchanged, count.repeated],
    [taken, rows.length, unchanged, repeated],
  );
  assert.deepEqual(
    body.refused.map(({ file, line, field }: Record<string, unknown>) => [file, line, field]),
    rows.map(([line, field]) => [name, line, field]),
  );
  for (const [at, [, , because]] of rows.entries()) {
    assert.match(body.refused[at].because, because);
    assert.match(body.refused[at].fix, /^[A-Z].*\.$/);
  }
  assert.deepEqual(
    body.questions.map(({ id }: { id: string }) => id),
    asks,
  );
}

function assertNothingNew({ body, status }: Reply): void {
  assert.equal(status, 200, JSON.stringify(body));
  const counts = [...Object.values<number>(body.added), ...Object.values<number>(body.changed)];
  assert.deepEqual(
    counts.filter((count) => count > 0),
    [],
  );
}

for (const file of unreadable)
  test(`${file.fault}: refused as a whole, by name`, async () => {
    const before = await inForce();
    for (const path of ["/imports/preview", "/imports"]) {
      const { status, body } = await importing(path, file);
      assert.equal(status, 422, JSON.stringify(body));
      assert.match(body.detail, file.wholly!);
      assert.deepEqual([body.detail.split(" ")[0], body.faults[0].field], [file.name, file.name]);
    }
    assert.equal(await inForce(), before);
  });

for (const file of [...undecided, ...withFaultyRows].filter((one) => one.undecided))
  test(`${file.fault}: waits for a choice`, async () => {
    const before = await inForce();
    const preview = await importing("/imports/preview", file);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const [one] = preview.body.understood;
    assert.ok(one.reading === null || one.unclearDates);
    const { status, body } = await importing("/imports", file);
    assert.deepEqual([status, body.rule, body.faults[0].field], [422, "file.undecided", file.name]);
    assert.match(body.faults[0].because.replace("which order its", "order its"), file.undecided!);
    assert.equal(await inForce(), before);
  });

for (const file of [...withFaultyRows, ...understood].filter((one) => !one.undecided))
  test(`${file.fault}: each row taken or refused, once, and taken back`, async () => {
    const before = await inForce();
    const preview = await importing("/imports/preview", file);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    assertWhole(preview, file);
    for (const [key, value] of Object.entries(file.understood ?? {}))
      assert.deepEqual(preview.body.understood[0][key], value);
    assert.equal(await inForce(), before);

    const first = await importing("/imports", file);
    assertWhole(first, file);
    if (!file.taken) assertNothingNew(first);
    if (file.brings) {
      const [person] =
        await admin`select from people where given_name || ' ' || family_name = ${file.brings} and voided_by is null`;
      assert.ok(person, `nobody is called ${file.brings}`);
    }
    const second = await importing("/imports", file);
    const { taken: unchanged = 0 } = file;
    assertWhole(second, {
      ...file,
      taken: 0,
      unchanged,
      asks: second.body.questions.map(({ id }: { id: string }) => id),
    });
    assertNothingNew(second);
    for (const { body } of [second, first]) {
      const undone = await ask("ravi", "POST", `/imports/${body.importId}/undo`, { because: "A test" });
      const isEmpty = body === second.body || !file.taken;
      assert.deepEqual([undone.status, undone.body.rule], isEmpty ? [409, "import.nothing"] : [200, undefined]);
    }
    assert.equal(await inForce(), before);
  });

test("200 MB are refused before they are read", async () => {
  const before = await inForce();
  const { status, body } = await importing("/imports", {
    name: "a.csv",
    content: Buffer.alloc(200 * 2 ** 20, "a,b\n"),
  });
  assert.deepEqual([status, body.rule], [422, "request.size"]);
  assert.equal(await inForce(), before);
});
