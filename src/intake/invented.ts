// Exports of an invented school, by a seed: shaped like a registrar's, with the faults that real ones have. Nobody in
// them is a real person. Faults put in, each at least once: a missing and a malformed address, impossible numbers,
// a spreadsheet formula as a name, one person under two ids, an exact duplicate, an unknown supervisor, a block that
// ends before it begins, and pairs that the wall closes.
import { addDays, type Day } from "../core/shapes.ts";
import { programs, roleOf } from "../programs/program.ts";
import { rawCsvOf } from "./table.ts";

export interface InventedSize {
  learners: number;
  educators: number;
}

const givenNames =
  "Amara Noah Grace Tomas Priya Joan Fatima Jonas Leila Mei-Lin Caleb Elif Teo Hugo Søren Lucía Emeka Hana Omar Ines Yusuf Nadia Pavel Zofia Kwame Aisha Ruth Daniel Ngozi Lars Chiara Ravi".split(
    " ",
  );
const familyNames =
  "Osei Brandt Adeyemi Lindqvist Rao Pereira Zahran Keller Haddad Zhou Nyong Kaya Rossi Larsen Núñez Okafor Ferrari Khan Novak Silva Demir Popov Wójcik Mensah Diallo Ibrahim Costa Hassan Holm Eze Tran Marin".split(
    " ",
  );
const departments = [
  "Internal Medicine",
  "Pediatrics",
  "Surgery",
  "Emergency Medicine",
  "Psychiatry",
  "Family Medicine",
  "Obstetrics and Gynecology",
  "Neurology",
  "Radiology",
  "Anesthesiology",
];
const skills = [
  "clinical reasoning",
  "communication",
  "leadership",
  "presentation",
  "procedures",
  "professional identity",
  "research",
  "study planning",
  "test taking",
  "time management",
  "wellbeing",
];
const tongues = ["English", "Spanish", "French", "Arabic", "Mandarin", "Polish", "Portuguese"];
const campuses = ["Main", "North", "Harbor"];

/** File names to their text. The same seed, size, day and modules give the same bytes. */
export function inventSchool(
  seed: number,
  size: InventedSize,
  today: Day,
  modules: readonly string[],
): Record<string, string> {
  const dice = new Dice(seed);
  const year = Number(today.slice(0, 4)) + (today.slice(5) >= "07-01" ? 1 : 0);
  const educators = Array.from({ length: size.educators }, (_, at) => educatorRow(dice, at));
  const learners = Array.from({ length: size.learners }, (_, at) => learnerRow(dice, at, year));
  return {
    "educators.csv": rawCsvOf(educatorHead, faulty(educators, educatorFaults, [[1, 0, "F9001"]])),
    "learners.csv": rawCsvOf(learnerHead, faulty(learners, learnerFaults, [[1, 0, "S9001"]])),
    "rotations.csv": rawCsvOf(rotationHead, rotationRows(dice, learners, educators, year)),
    "courses.csv": rawCsvOf(courseHead, courseRows(educators, year)),
    "committees.csv": rawCsvOf(["committee", "member_id", "role", "start", "end"], committeeRows(educators, year)),
    "training.csv": rawCsvOf(["faculty_id", "module", "completed"], trainingRows(dice, educators, modules, today)),
    "preferences.csv": rawCsvOf(
      ["student_id", "program", "rank", "faculty_id"],
      preferenceRows(dice, learners, educators),
    ),
    "relationships.csv": rawCsvOf(
      ["student_id", "faculty_id", "program", "since"],
      relationshipRows(dice, learners, educators, year),
    ),
  };
}

/** Row, column and what stands there instead. */
type Fault = [row: number, column: number, cell: string];
const educatorFaults: Fault[] = [
  [3, 9, "-1"],
  [5, 11, "250"],
  [7, 3, "not an address"],
];
const learnerFaults: Fault[] = [
  [2, 3, ""],
  [4, 2, '=HYPERLINK("http://example.invalid","x")'],
  [6, 4, "twenty-nine"],
];
const rotationHead = ["student_id", "clerkship", "site", "start", "end", "supervisor_id", "assessor_id"];
const courseHead = ["course", "director_id", "class_year", "start", "end"];

function courseRows(educators: string[][], year: number): string[][] {
  return departments.map((department, at) => {
    const span = [`${year - 1}-08-01`, `${year}-06-30`];
    return [`${department} course`, idOf(educators, 20 + at), String(year + (at % 4)), ...span];
  });
}

function committeeRows(educators: string[][], year: number): string[][] {
  return [30, 31, 32, 33, 34].map((at) => [
    "Student progress committee",
    idOf(educators, at),
    at === 30 ? "chair" : "member",
    `${year - 1}-07-01`,
    "",
  ]);
}

const educatorHead = [
  "faculty_id",
  "first_name",
  "last_name",
  "email",
  "department",
  "skills",
  "languages",
  "campus",
  ...programs.map((program) => `${roleOf[program]}_capacity`),
  "fte_percent",
  "paused_until",
];
const learnerHead = [
  "student_id",
  "first_name",
  "last_name",
  "email",
  "class_year",
  "phase",
  "campus",
  "status",
  "interests",
  "needs",
  "languages",
];

/** Two in seven advise; coaches and mentors together run slightly short of the learners. */
function educatorRow(dice: Dice, at: number): string[] {
  const id = `F${5000 + at}`;
  const [first, last] = [dice.one(givenNames), dice.one(familyNames)];
  const isAdvisor = at % 7 < 2;
  const places = [
    isAdvisor ? String(8 + dice.below(9)) : "0",
    isAdvisor ? "0" : String(1 + dice.below(3)),
    String(1 + dice.below(3)),
  ];
  return [
    id,
    first,
    last,
    `${id.toLowerCase()}@faculty.example.edu`,
    dice.one(departments),
    dice.some(skills, 2, 5),
    dice.some(tongues, 1, 2),
    dice.one(campuses),
    ...places,
    isAdvisor ? "0" : String(5 * (1 + dice.below(5))),
    "",
  ];
}

function learnerRow(dice: Dice, at: number, year: number): string[] {
  const id = `S${100000 + at}`;
  const classYear = year + (at % 4);
  const phase = classYear - year >= 2 ? "pre-clerkship" : classYear - year === 1 ? "clerkship" : "post-clerkship";
  return [
    id,
    dice.one(givenNames),
    dice.one(familyNames),
    `${id.toLowerCase()}@students.example.edu`,
    String(classYear),
    phase,
    dice.one(campuses),
    dice.below(40) === 0 ? "leave" : "active",
    dice.some(departments, 1, 3),
    dice.some(skills, 1, 3),
    dice.some(tongues, 1, 2),
  ];
}

/** Learners in their clerkships rotate through blocks of eight weeks. */
function rotationRows(dice: Dice, learners: string[][], educators: string[][], year: number): string[][] {
  const rows = learners
    .filter((learner) => learner[5] === "clerkship")
    .flatMap((learner) =>
      Array.from({ length: 6 }, (_, block) => {
        const start = addDays(`${year - 1}-08-03`, block * 56);
        const supervisor = dice.one(educators)[0] ?? "";
        return [
          learner[0] ?? "",
          departments[block] ?? "",
          dice.one(campuses),
          start,
          addDays(start, 55),
          supervisor,
          dice.below(3) === 0 ? (dice.one(educators)[0] ?? "") : supervisor,
        ];
      }),
    );
  if (rows[1]) rows[1][5] = "F9999";
  if (rows[2]) rows[2][4] = addDays(rows[2][3] ?? "", -7);
  return rows;
}

/** Nine in ten have completed everything; the others lack one module. */
function trainingRows(dice: Dice, educators: string[][], modules: readonly string[], today: Day): string[][] {
  return educators.flatMap((educator) => {
    const lacking = dice.below(10) === 0 ? dice.one(modules) : null;
    return modules
      .filter((module) => module !== lacking)
      .map((module) => [educator[0] ?? "", module, addDays(today, -30 - dice.below(900))]);
  });
}

/** Ranks run across programs and have gaps, as such lists do. */
function preferenceRows(dice: Dice, learners: string[][], educators: string[][]): string[][] {
  const [, coaching, mentoring] = programs;
  return learners.flatMap((learner) => {
    if (dice.below(3) === 0) return [];
    const wishes = Array.from({ length: 1 + dice.below(5) }, (_, at) => [
      learner[0] ?? "",
      dice.below(2) === 0 ? coaching : mentoring,
      String(at + 1),
      dice.one(educators)[0] ?? "",
    ]);
    return dice.below(20) === 0
      ? [...wishes, [learner[0] ?? "", "any", "never", dice.one(educators)[0] ?? ""]]
      : wishes;
  });
}

/** A quarter of the learners have somebody already. The first one's mentor directs a course of their class. */
function relationshipRows(dice: Dice, learners: string[][], educators: string[][], year: number): string[][] {
  const since = `${year - 2}-09-01`;
  return learners.flatMap(([id = ""], at) => {
    if (at === 0) return [[id, idOf(educators, 20), programs[2], since]];
    return at % 4 === 0 ? [[id, dice.one(educators)[0] ?? "", programs[at % 3] ?? "", since]] : [];
  });
}

/** Overwrites single cells, repeats a row under another id, and repeats one row exactly. */
function faulty(rows: string[][], cells: [number, number, string][], twins: [number, number, string][]): string[][] {
  const changed = rows.map((row, at) =>
    row.map((cell, column) => cells.find(([r, c]) => r === at && c === column)?.[2] ?? cell),
  );
  const more = twins.flatMap(([at, column, id]) =>
    changed[at] ? [changed[at].map((cell, c) => (c === column ? id : cell)), changed[at]] : [],
  );
  return [...changed, ...more];
}

function idOf(rows: string[][], at: number): string {
  return rows[at % rows.length]?.[0] ?? "";
}

/** Random numbers that a seed repeats (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  some(list: readonly string[], least: number, most: number): string {
    const count = least + this.below(most - least + 1);
    const chosen = new Set(Array.from({ length: count }, () => this.one(list)));
    return [...chosen].join("; ");
  }
}
