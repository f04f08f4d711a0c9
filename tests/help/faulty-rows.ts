// Files with a row that cannot be taken, and files that are odd and yet understood.
import { type FaultyFile, learner, learnerHead, other, sheet, sound, training } from "./faulty-files.ts";

const educatorHead = "faculty_id,first_name,last_name,email,coach_capacity,fte_percent,paused_until";
const educator = (row: string) => ({ name: "educators.csv", content: `${educatorHead}\n${row}\n` });
const rotation = (row: string) => ({
  name: "rotations.csv",
  content: `student_id,clerkship,site,start,end,supervisor_id,assessor_id\n${row}\n`,
});
const wish = (row: string) => ({ name: "preferences.csv", content: `student_id,program,rank,faculty_id\n${row}\n` });
const pair = (row: string) => ({ name: "relationships.csv", content: `student_id,faculty_id,program,since\n${row}\n` });

/** Rows that cannot be taken; the others of the file are. */
export const withFaultyRows: FaultyFile[] = [
  {
    fault: "more cells than headings",
    ...learner(`${sound},extra\n${other}`),
    rows: [[2, "row", /more cells/]],
    taken: 1,
  },
  {
    fault: "fewer cells than headings",
    ...learner(`S9,Zoe,Ng\n${other}`),
    rows: [[2, "row", /fewer cells/]],
    taken: 1,
  },
  {
    fault: "another separator in one row",
    ...learner(`${sound.replaceAll(",", ";")}\n${other}`),
    rows: [[2, "row", /fewer cells/]],
    taken: 1,
  },
  {
    fault: "an id with two contents",
    ...learner(`${sound}\n${sound.replace("Zoe", "Zoey")}`),
    rows: [[3, "student_id", /other values/]],
    taken: 1,
  },
  {
    fault: "a line break in a name",
    ...learner(`${sound.replace("Zoe", '"Zo\ne"')}\n${other.replace("2029", "soon")}`),
    rows: [
      [2, "first_name", /invisible/],
      [4, "class_year", /whole number/],
    ],
  },
  {
    fault: "characters that turn text around",
    ...learner(sound.replace("Zoe", "Zoe\u202e")),
    rows: [[2, "first_name", /invisible/]],
  },
  {
    fault: "a name of 201 characters",
    ...learner(sound.replace("Zoe", "z".repeat(201))),
    rows: [[2, "first_name", /200 characters/]],
  },
  {
    fault: "a formula that calls",
    ...learner(sound.replace("Zoe", "=HYPERLINK(1)")),
    rows: [[2, "first_name", /formula/]],
  },
  { fault: "no address", ...learner(sound.replace("zoe@students.example.edu", "")), rows: [[2, "email", /missing/]] },
  {
    fault: "an address without a place",
    ...learner(sound.replace("zoe@students.example.edu", "zoe@")),
    rows: [[2, "email", /no email/]],
  },
  {
    fault: "the address of somebody with another id",
    ...learner(sound.replace("zoe@", "s1@")),
    rows: [[2, "student_id", /waits for your answer/]],
    asks: ["S9=S1"],
  },
  {
    fault: "a known id that takes another's address",
    ...learner("S1,Ana,Li,s2@students.example.edu,2029,clerkship,active"),
    rows: [[2, "email", /Somebody else/]],
  },
  {
    fault: "an educator's address on a learner",
    ...learner(sound.replace("zoe@students", "f1@faculty")),
    rows: [[2, "student_id", /waits for your answer/]],
    asks: ["S9=F1"],
  },
  {
    fault: "two ids of one address",
    ...learner(`${sound}\n${sound.replace("S9", "S7")}`),
    rows: [[3, "student_id", /waits for your answer/]],
    taken: 1,
    asks: ["S7=S9"],
  },
  {
    fault: "a class year in words",
    ...learner(sound.replace("2029", "next")),
    rows: [[2, "class_year", /whole number/]],
  },
  {
    fault: "a status that nobody knows",
    ...learner(sound.replace("active", "asleep")),
    rows: [[2, "status", /not known/]],
  },
  {
    fault: "a negative capacity",
    ...educator("F9,Al,Fa,f9@faculty.example.edu,-1,10,"),
    rows: [[2, "coach_capacity", /0 to 60/]],
  },
  {
    fault: "half a place",
    ...educator("F9,Al,Fa,f9@faculty.example.edu,2.5,10,"),
    rows: [[2, "coach_capacity", /0 to 60/]],
  },
  {
    fault: "a capacity of 61",
    ...educator("F9,Al,Fa,f9@faculty.example.edu,61,10,"),
    rows: [[2, "coach_capacity", /0 to 60/]],
  },
  {
    fault: "an effort of 120 percent",
    ...educator("F9,Al,Fa,f9@faculty.example.edu,1,120,"),
    rows: [[2, "fte_percent", /percentage/]],
  },
  {
    fault: "a pause until a 13th month",
    ...educator("F9,Al,Fa,f9@faculty.example.edu,1,10,2026-13-01"),
    rows: [[2, "paused_until", /no day/]],
  },
  { fault: "February 31", ...rotation("S1,Surgery,Main,2026-02-31,2026-03-31,F1,"), rows: [[2, "start", /no day/]] },
  { fault: "a year of two digits", ...training("F1,Coaching skills,26-03-20"), rows: [[2, "completed", /no day/]] },
  {
    fault: "a day as a spreadsheet's number",
    ...training("F1,Coaching skills,46023"),
    rows: [[2, "completed", /no day/]],
  },
  {
    fault: "the end before the start",
    ...rotation("S1,Surgery,Main,2026-03-31,2026-03-01,F1,"),
    rows: [[2, "end", /before the first/]],
  },
  {
    fault: "a learner whom nobody knows",
    ...rotation("S99,Surgery,Main,2026-03-01,2026-03-31,F1,"),
    rows: [[2, "student_id", /No learner has the id S99/]],
  },
  {
    fault: "an educator whom nobody knows",
    ...rotation("S1,Surgery,Main,2026-03-01,2026-03-31,F1,F99"),
    rows: [[2, "assessor_id", /No educator has the id F99/]],
  },
  {
    fault: "a rotation that nobody supervises",
    ...rotation("S1,Surgery,Main,2026-03-01,2026-03-31,,"),
    rows: [[2, "assessor_id", /Neither/]],
  },
  { fault: "a program that is none", ...pair("S1,F1,tutoring,2026-01-01"), rows: [[2, "program", /not known/]] },
  {
    fault: "two lanes of one pair",
    ...pair("S1,F1,coach,2026-01-01\nS1,F1,mentor,2026-01-01"),
    rows: [[3, "faculty_id", /one lane/]],
    taken: 1,
  },
  {
    fault: "two educators of one lane",
    ...pair("S1,F1,coach,2026-01-01\nS1,F2,coach,2026-01-01"),
    rows: [[3, "program", /another educator/]],
    taken: 1,
  },
  { fault: "a wish of rank 0", ...wish("S1,coach,0,F1"), rows: [[2, "rank", /whole number/]] },
  { fault: "a ranked wish for any program", ...wish("S1,any,1,F1"), rows: [[2, "program", /one program/]] },
];

/** Odd, and understood. */
export const understood: FaultyFile[] = [
  { fault: "only headings", name: "learners.csv", content: `${learnerHead}\n` },
  {
    fault: "a title above the headings",
    name: "learners.csv",
    content: `Learners of 2026\n${learnerHead}\n${sound}\n`,
    taken: 1,
    understood: { linesAbove: 1 },
  },
  {
    fault: "UTF-16 with its mark",
    name: "a.csv",
    content: Buffer.from(`\ufeff${learnerHead}\n${sound.replace("Zoe", "Zoë")}\n`, "utf16le"),
    taken: 1,
    understood: { encoding: "utf-16le", hasByteOrderMark: true },
    brings: "Zoë Ng",
  },
  {
    fault: "Windows-1252",
    name: "a.csv",
    content: Buffer.from(`${learnerHead}\n${sound.replace("Zoe", "Zoë")}\n`, "latin1"),
    taken: 1,
    understood: { encoding: "windows-1252" },
    brings: "Zoë Ng",
  },
  {
    fault: "UTF-8 with its mark",
    name: "a.csv",
    content: `\ufeff${learnerHead}\n${sound}\n`,
    taken: 1,
    understood: { hasByteOrderMark: true },
  },
  {
    fault: "semicolons",
    name: "a.csv",
    content: `${learnerHead}\n${sound}\n`.replaceAll(",", ";"),
    taken: 1,
    understood: { separator: ";" },
  },
  {
    fault: "tabs",
    name: "a.tsv",
    content: `${learnerHead}\n${sound}\n`.replaceAll(",", "\t"),
    taken: 1,
    understood: { separator: "\t" },
  },
  {
    fault: "line ends of old Macs",
    name: "a.csv",
    content: `${learnerHead}\r${sound}\r${other.replace("2029", "soon")}\r`,
    taken: 1,
    rows: [[3, "class_year", /whole number/]],
  },
  {
    fault: "blank rows between",
    ...learner(`${sound}\n\n,,,,,,\n${other.replace("2029", "soon")}`),
    taken: 1,
    rows: [[5, "class_year", /whole number/]],
  },
  { fault: "a column that nobody needs", name: "a.csv", content: `${learnerHead},shoe_size\n${sound},38\n`, taken: 1 },
  {
    fault: "a formula that only counts, kept as it is",
    ...learner(sound.replace("Zoe", "=1+1")),
    taken: 1,
    brings: "=1+1 Ng",
  },
  { fault: "a row twice", ...learner(`${sound}\n${sound}`), taken: 1, repeated: 1 },
  { fault: "a separator in quotes", ...training('F1,"Three roles, three lanes",2026-02-13'), taken: 1 },
  { fault: "a spreadsheet", name: "a.xlsx", content: sheet, taken: 1, understood: { format: "xlsx" } },
];
