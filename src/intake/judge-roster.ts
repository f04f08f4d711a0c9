// Judges the people of a OneRoster export: its users become learners and educators. Its rows are read by those before them, so the order is roles, orgs, users, classes.
import { type Judging, lineOf } from "./judging.ts";
import type { PeopleJudge } from "./judge-people.ts";
import { refuseInactive, rosterRole } from "./roster-rows.ts";
import type { ReadRow } from "./reading.ts";
import type { Line } from "./sound.ts";
import { textIn, type Values } from "./sound-people.ts";

interface Org {
  name: string;
  isDepartment: boolean;
  parent: string;
  row: Line;
}

/** What a user is, and the rows that say so. */
interface Roles {
  words: Set<string>;
  rows: Line[];
}

export async function judgeRoster(judging: Judging, people: PeopleJudge): Promise<void> {
  manifest(judging);
  for (const { name, kind } of judging.files)
    if (kind === "other") judging.note(name, "Nothing of it is needed here, so none of it is kept.");
  const orgs = orgsOf(judging);
  const users = new Set(judging.rowsOf("users").map(({ values }) => textIn(values, "sourcedId")));
  const roles = rolesOf(judging, users);
  const enrolled = enrolledAs(judging);
  await judging.each("users", (row) => user(judging, people, row, orgs, roles, enrolled));
}

/** Says what the export holds and we were not given. */
function manifest(judging: Judging): void {
  const sent = new Set(judging.files.map(({ name }) => name.replace(/\.\w+$/, "").toLowerCase()));
  for (const { file, values } of judging.rowsOf("manifest")) {
    const property = textIn(values, "property");
    const value = textIn(values, "value");
    if (property === "oneroster.version" && !/^1\.[12]/.test(value))
      judging.note(file, `It says OneRoster ${value}; files are read as those of 1.2.`);
    const needed = /^file\.(orgs|users|roles|classes|enrollments|academicSessions)$/.exec(property)?.[1];
    if (needed !== undefined && value !== "absent" && !sent.has(needed.toLowerCase()))
      judging.note(file, `It names ${needed}.csv, which is not among these files.`);
    if (needed !== undefined && value === "delta")
      judging.note(file, `${needed}.csv holds only what changed; whatever it does not name stays as it is.`);
  }
}

function orgsOf(judging: Judging): Map<string, Org> {
  const orgs = new Map<string, Org>();
  const schools: string[] = [];
  let file = "";
  for (const row of judging.rowsOf("orgs")) {
    if (refuseInactive(judging, row)) continue;
    const { values } = row;
    const name = textIn(values, "name");
    const type = textIn(values, "type").toLowerCase();
    judging.once("org", row, () => {
      orgs.set(textIn(values, "sourcedId"), {
        name,
        isDepartment: type === "department",
        parent: textIn(values, "parent"),
        row: lineOf(row),
      });
      if (type === "school") schools.push(name);
    });
    ({ file } = row);
  }
  if (schools.length > 1)
    judging.note(
      file,
      `It has ${schools.length} schools. All of them come into this one, each as a campus. To keep them apart, import the export of each by itself.`,
    );
  return orgs;
}

/** By user, what they are according to roles.csv. */
function rolesOf(judging: Judging, users: Set<string>): Map<string, Roles> {
  const roles = new Map<string, Roles>();
  const { learners, educators, today } = judging.known;
  for (const row of judging.rowsOf("roles")) {
    if (refuseInactive(judging, row)) continue;
    const { values } = row;
    const id = textIn(values, "user");
    const role = textIn(values, "role");
    const end = textIn(values, "endDate");
    if (!users.has(id) && !learners.has(id) && !educators.has(id))
      judging.refuse(row, "user", id, `No user has the id ${id}.`, "Send users.csv along, or correct the id.");
    else if (end !== "" && end <= today)
      judging.refuse(row, "endDate", end, "This role is over.", "Nothing, unless the day is wrong.");
    else {
      const { words, rows } = roles.get(id) ?? { words: new Set(), rows: [] };
      roles.set(id, { words: words.add(role), rows: [...rows, lineOf(row)] });
      if (rosterRole(role) === null) refuseRole(judging, row, role);
      else judging.once("role", row, () => undefined);
    }
  }
  return roles;
}

function refuseRole(judging: Judging, row: ReadRow, role: string): void {
  const because = `The role ${role} is neither a learner's nor an educator's here.`;
  judging.refuse(row, "role", role, because, "Nothing, unless they take part: then write student or teacher.");
}

/** By user, what they are in classes; only looked at where nothing else says it. */
function enrolledAs(judging: Judging): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { values } of judging.rowsOf("enrollments")) {
    const id = textIn(values, "user");
    if (values.roster_status !== "tobedeleted") roles.set(id, (roles.get(id) ?? new Set()).add(textIn(values, "role")));
  }
  return roles;
}

function user(
  judging: Judging,
  people: PeopleJudge,
  row: ReadRow,
  orgs: Map<string, Org>,
  roles: Map<string, Roles>,
  enrolled: Map<string, Set<string>>,
): void {
  const { values } = row;
  if (refuseInactive(judging, row)) return;
  const id = textIn(values, "sourcedId");
  if (values.enabled === false)
    return judging.refuse(
      row,
      "enabled",
      "false",
      "This account is not enabled. An import ends nobody.",
      "Nothing, or enable it. If they have left, say so on their page.",
    );
  const own = textIn(values, "role");
  const said = [...(roles.get(id)?.words ?? []), ...(own === "" ? [] : [own])];
  const words = said.length > 0 ? said : [...(enrolled.get(id) ?? [])];
  const kinds = new Set(words.map(rosterRole));
  const isLearner = kinds.has("learners") || (words.length === 0 && judging.known.learners.has(id));
  const isEducator = kinds.has("educators") || (words.length === 0 && judging.known.educators.has(id));
  if (!isLearner && !isEducator) return refuseNeither(judging, row, words);
  const person = personIn(values, orgs);
  if (textIn(person, "email") === "")
    return judging.refuse(row, "email", "", "email is missing, and the username is none.", "Fill it in.");
  if (isLearner && person.class_year === undefined && !judging.known.learners.has(id))
    return judging.refuse(
      row,
      "class_year",
      "",
      "Nothing says which class year this learner is of.",
      "Add a column metadata.classYear, choose the column that holds it, or import the learners from another file first.",
    );
  const leansOn = [...(roles.get(id)?.rows ?? []), ...orgRowsOf(values, orgs)];
  if (isEducator) people.person({ ...row, values: person }, "sourcedId", "educators", leansOn);
  if (isLearner) people.person({ ...row, values: person }, "sourcedId", "learners", leansOn);
}

function refuseNeither(judging: Judging, row: ReadRow, words: string[]): void {
  if (words.length > 0) return refuseRole(judging, row, words.join(", "));
  const because = "Nothing says whether this is a learner or an educator.";
  judging.refuse(row, "role", "", because, "Send roles.csv along, or enrollments.csv.");
}

/** Where a user is: the first org that is named, and the school that it is or belongs to. */
function orgIn(values: Values, orgs: Map<string, Org>): { org: Org | undefined; school: Org | undefined } {
  const [first] = (values.org as string[] | null | undefined) ?? [];
  const org = orgs.get(first ?? "");
  return { org, school: org?.isDepartment ? orgs.get(org.parent) : org };
}

function orgRowsOf(values: Values, orgs: Map<string, Org>): Line[] {
  const { org, school } = orgIn(values, orgs);
  return [...new Set([org, school])].flatMap((one) => one?.row ?? []);
}

/** What the export says of somebody, by the keys of our own files; what it does not say is left out. */
function personIn(values: Values, orgs: Map<string, Org>): Values {
  const grades = (values.grades as string[] | null | undefined) ?? [];
  const isYear = (grade: string) => /^(19|20|21)\d\d$/.test(grade);
  const year = (values.class_year as number | null | undefined) ?? grades.filter(isYear).map(Number)[0];
  const phase = textIn(values, "phase") || grades.find((grade) => !isYear(grade));
  const username = textIn(values, "username");
  const { org, school } = orgIn(values, orgs);
  return {
    sourcedId: textIn(values, "sourcedId"),
    first_name: textIn(values, "first_name"),
    last_name: textIn(values, "last_name"),
    email: textIn(values, "email") || (username.includes("@") ? username : ""),
    ...(year === undefined ? {} : { class_year: year }),
    ...(phase === undefined ? {} : { phase }),
    ...(school === undefined ? {} : { campus: school.name }),
    ...(org?.isDepartment ? { department: org.name } : {}),
  };
}
