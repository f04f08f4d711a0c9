// An import's people: names and addresses, then what learners and educators are. What a file does not say is null, and
// stays as it is here. What is there is looked up row by row, by its key and behind a fence ("offset 0"): a school that is
// being filled has no statistics yet, and the planner would read it whole for every row.
import { sql } from "../db/sql.ts";
import { firstIdOf } from "./sound-people.ts";
import type { SoundEducator, SoundLearner } from "./sound.ts";
import { add, addTelling, change, personOf, upsert, type Writer } from "./write-store.ts";

type Sound = SoundLearner | SoundEducator;

/** Names, addresses and source ids. Tells who of them is new here: of those nothing can be there already. */
export async function writePeople(writer: Writer, chunk: Sound[]): Promise<Set<string>> {
  const { ids } = writer;
  const known: ReturnType<typeof rowOf>[] = [];
  const fresh: ReturnType<typeof rowOf>[] = [];
  const named: { source_id: string; person_id: string }[] = [];
  for (const one of chunk) {
    const before = personHere(writer, one);
    const personId = before ?? crypto.randomUUID();
    if (!ids.has(one.sourceId)) writer.touched.touch(one.lines);
    writer.touched.touch(one.alsoIds.filter(({ id }) => !ids.has(id)).map(({ line }) => line));
    (before === undefined ? fresh : known).push(rowOf(personId, one));
    // The first id of a newcomer too, since its own row may wait for an answer and be written last.
    for (const id of idsOf(one)) {
      if (ids.has(id)) continue;
      ids.set(id, personId);
      named.push({ source_id: id, person_id: personId });
    }
  }
  touchThose(writer, chunk, await changePeople(writer, known));
  await addPeople(writer, fresh, named);
  return new Set(fresh.map(({ person_id }) => person_id));
}

function ownIds({ sourceId, alsoIds }: Sound): string[] {
  return [sourceId, ...alsoIds.map(({ id }) => id)];
}

function idsOf(one: Sound): string[] {
  const first = firstIdOf(one.person);
  return first === null ? ownIds(one) : [...ownIds(one), first];
}

/** Undefined of somebody who comes with this very row. */
function personHere({ ids }: Writer, one: Sound): string | undefined {
  const first = firstIdOf(one.person);
  return first === null ? one.person : ids.get(first);
}

function rowOf(personId: string, { givenName, familyName, email }: Sound) {
  return { person_id: personId, given_name: givenName, family_name: familyName, email };
}

function touchThose(writer: Writer, chunk: Sound[], people: Set<string>): void {
  writer.touched.touchThose(chunk, people, ({ sourceId }) => [personOf(writer, sourceId)]);
}

/** Tells whom it changed. */
async function changePeople(writer: Writer, known: object[]): Promise<Set<string>> {
  if (known.length === 0) return new Set();
  const { schoolId } = writer;
  const differing = sql`
    from json_to_recordset(${known}::json) as k (person_id uuid, given_name text, family_name text, email text)
    cross join lateral (select * from people x where (x.school_id, x.person_id) = (${schoolId}, k.person_id) offset 0) p
    where (p.given_name, p.family_name, lower(p.email)) is distinct from (k.given_name, k.family_name, lower(k.email))`;
  return change(
    writer,
    "people",
    ["person_id"],
    sql`select p.person_id as key, to_jsonb(p) as before ${differing}`,
    sql`update people t set given_name = d.given_name, family_name = d.family_name, email = d.email
      from (select k.person_id, k.given_name, k.family_name, k.email ${differing}) d
      where t.school_id = ${schoolId} and t.person_id = d.person_id`,
  );
}

async function addPeople(writer: Writer, fresh: object[], ids: object[]): Promise<void> {
  const { schoolId, importId } = writer;
  if (fresh.length > 0)
    await add(
      writer,
      "people",
      sql`
      insert into people (school_id, person_id, given_name, family_name, email, import_id)
      select ${schoolId}, k.person_id, k.given_name, k.family_name, k.email, ${importId}
      from json_to_recordset(${fresh}::json) as k (person_id uuid, given_name text, family_name text, email text)`,
    );
  if (ids.length === 0) return;
  await add(
    writer,
    "source_ids",
    sql`
    insert into source_ids (school_id, source_id, person_id, import_id)
    select ${schoolId}, s.source_id, s.person_id, ${importId}
    from json_to_recordset(${ids}::json) as s (source_id text, person_id uuid) on conflict do nothing`,
  );
  // The first id of a newcomer comes with them, and is nothing beside them.
  writer.added.source_ids = (writer.added.source_ids ?? 0) - fresh.length;
}

/**
 * Newcomers take the short way: nothing of theirs is there to differ. `write` tells of which of the others something
 * came to be or changed.
 */
async function inTwo<T extends Sound>(
  writer: Writer,
  chunk: T[],
  newcomers: Set<string>,
  write: (part: T[], areNew: boolean) => Promise<Set<string>>,
): Promise<void> {
  const isNew = (one: T) => newcomers.has(personOf(writer, one.sourceId));
  const fresh = chunk.filter(isNew);
  const known = chunk.filter((one) => !isNew(one));
  if (fresh.length > 0) await write(fresh, true);
  for (const { lines } of fresh) writer.touched.touch(lines);
  if (known.length > 0) touchThose(writer, known, await write(known, false));
}

export function writeLearners(writer: Writer, chunk: SoundLearner[], newcomers: Set<string>): Promise<void> {
  return inTwo(writer, chunk, newcomers, (part, areNew) => writeLearnerPart(writer, part, areNew));
}

async function writeLearnerPart(writer: Writer, part: SoundLearner[], areNew: boolean): Promise<Set<string>> {
  const { schoolId, importId } = writer;
  const given = part.map(({ sourceId, classYear, campus, phase, status, interests, needs, languages }) => ({
    learner_id: personOf(writer, sourceId),
    class_year: classYear,
    campus,
    phase,
    status,
    interests,
    needs,
    languages,
  }));
  const from = sql`json_to_recordset(${given}::json) as g (learner_id uuid, class_year int, campus text, phase text, status text,
    interests text[], needs text[], languages text[])`;
  const key = ["learner_id"];
  const placed = await upsert(writer, {
    table: "learners",
    key,
    columns: ["class_year", "campus"],
    rows: sql`select g.learner_id, coalesce(g.class_year, l.class_year) as class_year, coalesce(g.campus, l.campus, '') as campus
      from ${from} left join lateral (select * from learners x where ${!areNew} and (x.school_id, x.learner_id) = (${schoolId}, g.learner_id) offset 0) l on true`,
    marked: true,
    areNew,
  });
  const stood = await addTelling(
    writer,
    "standings",
    areNew ? [] : key,
    sql`
    insert into standings (school_id, learner_id, from_day, phase, status, import_id)
    select ${schoolId}, g.learner_id, app.today(${schoolId}), coalesce(g.phase, s.phase, ''), coalesce(g.status, s.status, 'active'), ${importId}
    from ${from} left join lateral (select phase, status from standings s
      where ${!areNew} and (s.school_id, s.learner_id) = (${schoolId}, g.learner_id) order by s.from_day desc, s.at desc limit 1) s on true
    where row(coalesce(g.phase, s.phase, ''), coalesce(g.status, s.status, 'active')) is distinct from row(s.phase, s.status)`,
  );
  const profiled = await upsert(writer, {
    table: "learner_profiles",
    key,
    columns: ["interests", "needs", "languages"],
    rows: sql`select g.learner_id, coalesce(g.interests, p.interests, '{}') as interests, coalesce(g.needs, p.needs, '{}') as needs,
        coalesce(g.languages, p.languages, '{}') as languages
      from ${from} left join lateral (select * from learner_profiles x where ${!areNew} and (x.school_id, x.learner_id) = (${schoolId}, g.learner_id) offset 0) p on true`,
    marked: false,
    areNew,
  });
  return new Set([...placed, ...stood, ...profiled]);
}

export function writeEducators(writer: Writer, chunk: SoundEducator[], newcomers: Set<string>): Promise<void> {
  return inTwo(writer, chunk, newcomers, (part, areNew) => writeEducatorPart(writer, part, areNew));
}

async function writeEducatorPart(writer: Writer, part: SoundEducator[], areNew: boolean): Promise<Set<string>> {
  const { schoolId } = writer;
  const given = part.map(({ sourceId, department, campus, skills, languages, effortPercent, pausedUntil, places }) => ({
    educator_id: personOf(writer, sourceId),
    department,
    campus,
    skills,
    languages,
    effort_percent: effortPercent,
    // "Not paused" and "not said" differ.
    says_pause: pausedUntil !== undefined,
    paused_until: pausedUntil ?? null,
    programs: places,
  }));
  const from = sql`json_to_recordset(${given}::json) as g (educator_id uuid, department text, campus text, skills text[],
    languages text[], effort_percent numeric, says_pause boolean, paused_until date, programs json)`;
  const key = ["educator_id"];
  const placed = await upsert(writer, {
    table: "educators",
    key,
    columns: ["department", "campus", "skills", "languages"],
    rows: sql`select g.educator_id, coalesce(g.department, e.department, '') as department, coalesce(g.campus, e.campus, '') as campus,
        coalesce(g.skills, e.skills, '{}') as skills, coalesce(g.languages, e.languages, '{}') as languages
      from ${from} left join lateral (select * from educators x where ${!areNew} and (x.school_id, x.educator_id) = (${schoolId}, g.educator_id) offset 0) e on true`,
    marked: true,
    areNew,
  });
  const termed = await upsert(writer, {
    table: "educator_terms",
    key,
    columns: ["effort_percent", "paused_until"],
    rows: sql`select g.educator_id, coalesce(g.effort_percent, t.effort_percent, 0) as effort_percent,
        case when g.says_pause then g.paused_until else t.paused_until end as paused_until
      from ${from} left join lateral (select * from educator_terms x where ${!areNew} and (x.school_id, x.educator_id) = (${schoolId}, g.educator_id) offset 0) t on true`,
    marked: false,
    areNew,
  });
  const spaced = await upsert(writer, {
    table: "capacities",
    key: ["educator_id", "program"],
    told: key,
    columns: ["places"],
    rows: sql`select g.educator_id, p.key as program, coalesce(p.value::int, c.places, 0) as places
      from ${from} cross join lateral json_each_text(g.programs) p
      left join lateral (select * from capacities x where ${!areNew} and (x.school_id, x.educator_id, x.program) = (${schoolId}, g.educator_id, p.key) offset 0) c on true`,
    marked: false,
    areNew,
  });
  return new Set([...placed, ...termed, ...spaced]);
}
