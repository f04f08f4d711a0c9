// The kinds of files that an import knows: their fields, how schools head them, and how each is read.
import * as read from "./cells.ts";
import { day, field, type FieldOf, type Kind, plain, spelled } from "./field.ts";
import { rosterKinds } from "./oneroster-kinds.ts";

const learnerId = field("student_id", "Learner's id", read.text, {
  also: ["learner id", "student", "sid", "banner id", "netid", "student number"],
});
const educatorId = field("faculty_id", "Educator's id", read.text, {
  also: ["educator id", "faculty", "employee id", "staff id", "fid", "instructor id"],
});
const names = [
  field("first_name", "Given name", read.text, { also: ["given name", "givenName", "forename", "first"] }),
  field("last_name", "Family name", read.text, { also: ["family name", "familyName", "surname", "last"] }),
  field("email", "Email address", read.email, { also: ["mail", "e-mail", "email address"] }),
];
const campus = field("campus", "Campus", read.text, { also: ["site", "location"], optional: true });
const languages = field("languages", "Languages", read.list, { also: ["spoken languages"], optional: true });
const place = (program: string) =>
  field(`${program}_capacity`, `Places as ${program}`, read.whole(0, 60), {
    also: [`${program} places`, `max ${program}`],
    optional: true,
  });

export const kinds: Kind[] = [
  {
    kind: "learners",
    label: "Learners",
    fields: [
      learnerId,
      ...names,
      field("class_year", "Class year", read.whole(1950, 2200), {
        also: ["class of", "grad year", "graduation year", "cohort"],
      }),
      field("phase", "Phase", read.text, { also: ["stage", "pgy", "level"] }),
      campus,
      field("status", "Status", read.status, { also: ["enrollment status"], optional: true }),
      field("interests", "Interests", read.list, { also: ["specialty interests"], optional: true }),
      field("needs", "Needs", read.list, { also: ["goals"], optional: true }),
      languages,
    ],
  },
  {
    kind: "educators",
    label: "Educators",
    fields: [
      educatorId,
      ...names,
      field("department", "Department", read.text, { also: ["dept", "division"], optional: true }),
      field("skills", "Skills", read.list, { also: ["expertise"], optional: true }),
      languages,
      campus,
      place("advisor"),
      place("coach"),
      place("mentor"),
      field("fte_percent", "Effort in percent", read.percent, {
        also: ["effort", "fte", "effort percent"],
        optional: true,
      }),
      day("paused_until", "Paused until", { also: ["on leave until", "return date"], optional: true }),
    ],
  },
  {
    kind: "rotations",
    label: "Rotations",
    fields: [
      learnerId,
      field("clerkship", "Clerkship", read.text, { also: ["rotation", "block", "course"] }),
      field("site", "Site", read.text, { also: ["location"], optional: true }),
      day("start", "First day", { also: ["start date", "from", "begin"] }),
      day("end", "Last day", { also: ["end date", "to", "until"] }),
      field("supervisor_id", "Supervisor's id", read.text, { also: ["supervisor", "preceptor id"], optional: true }),
      field("assessor_id", "Assessor's id", read.text, {
        also: ["assessor", "evaluator id", "evaluator"],
        optional: true,
      }),
    ],
  },
  {
    kind: "courses",
    label: "Courses",
    fields: [
      field("course", "Course", read.text, { also: ["title", "name"] }),
      field("director_id", "Director's id", read.text, { also: ["director", "course director"] }),
      field("class_year", "Class year", read.whole(1950, 2200), { also: ["class of", "cohort"] }),
      day("start", "First day", { also: ["start date", "from"] }),
      day("end", "Last day", { also: ["end date", "to"], optional: true }),
    ],
  },
  {
    kind: "committees",
    label: "Committees",
    fields: [
      field("committee", "Committee", read.text, { also: ["name"] }),
      field("member_id", "Member's id", read.text, { also: ["member"] }),
      field("role", "Role", read.text, { optional: true }),
      day("start", "First day", { also: ["start date", "from"] }),
      day("end", "Last day", { also: ["end date", "to"], optional: true }),
    ],
  },
  {
    kind: "training",
    label: "Training",
    fields: [
      educatorId,
      field("module", "Module", read.text, { also: ["course", "training"] }),
      day("completed", "Completed on", { also: ["completion date", "date"] }),
    ],
  },
  {
    kind: "preferences",
    label: "Wishes",
    fields: [
      learnerId,
      field("program", "Program", read.programOrAny, { also: ["role"] }),
      field("rank", "Rank", (cell) => (cell.toLowerCase() === "never" ? { value: null } : read.whole(1, 1000)(cell)), {
        also: ["choice", "order"],
      }),
      educatorId,
    ],
  },
  {
    kind: "relationships",
    label: "Pairs that exist today",
    fields: [
      learnerId,
      educatorId,
      field("program", "Program", read.program, { also: ["role"] }),
      day("since", "Since", { also: ["start", "start date", "from"] }),
    ],
  },
  ...rosterKinds,
];

/** Which column holds which field; null where none does. */
export type Mapping = Record<string, number | null>;

export function guessMapping(kind: Kind, header: string[]): Mapping {
  const columns = header.map(plain);
  const taken = new Set<number>();
  return Object.fromEntries(
    kind.fields.map(({ key, also }) => {
      const at = also
        .map((word) => columns.findIndex((column, column_) => column === word && !taken.has(column_)))
        .find((found) => found >= 0);
      if (at !== undefined) taken.add(at);
      return [key, at ?? null];
    }),
  );
}

interface Fit {
  kind: Kind;
  /** Required fields without a column. */
  lacks: FieldOf[];
  /** Of the required fields, how many have one, from 0 to 1. */
  share: number;
  columns: number;
  isNamed: number;
}

/** The kind whose required fields fit best, by heading first and by the file's name second; null when none fits. */
export function guessKind(name: string, header: string[]): Kind | null {
  const whole = fitsOf(name, header).filter(({ lacks }) => lacks.length === 0);
  const [best] = whole.toSorted(
    (a, b) => b.columns / header.length + b.isNamed - (a.columns / header.length + a.isNamed),
  );
  return best?.kind ?? null;
}

/** Where no kind fits: that which knows most of the columns, with at least half of what it needs; null when none has. */
export function nearestKind(name: string, header: string[]): Pick<Fit, "kind" | "lacks"> | null {
  const near = fitsOf(name, header).filter(({ share }) => share >= 0.5);
  const [nearest] = near.toSorted((a, b) => b.columns + b.isNamed - (a.columns + a.isNamed) || b.share - a.share);
  return nearest ?? null;
}

/** All that the file's name allows. */
function fitsOf(name: string, header: string[]): Fit[] {
  return kinds
    .filter(({ named }) => named?.test(name) ?? true)
    .map((kind) => {
      const mapping = guessMapping(kind, header);
      const required = kind.fields.filter((one) => one.required);
      const lacks = required.filter(({ key }) => mapping[key] === null);
      return {
        kind,
        lacks,
        share: 1 - lacks.length / required.length,
        columns: Object.values(mapping).filter((column) => column !== null).length,
        isNamed: plain(name).includes(kind.kind) ? 1 : 0,
      };
    });
}

export function kindNamed(kind: string): Kind | undefined {
  return kinds.find((one) => one.kind === kind);
}

/** Whether a column of the file holds days. */
export function hasDays({ kind, mapping }: { kind: string; mapping: Mapping }): boolean {
  const days = kindNamed(kind)?.fields.filter(({ isDay }) => isDay) ?? [];
  return days.some(({ key }) => (mapping[key] ?? null) !== null);
}

/** What a column map is remembered by: the headings, whatever their order. */
export function fingerprintOf(header: string[]): string {
  return header.map(spelled).toSorted().join("|");
}
