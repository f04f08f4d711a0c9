// Requirements and dates of an invented school, for the demo. Each date says where it is from: invented, or a source that
// names it; none is a fact about a real year. The four career phases follow AAMC Careers in Medicine, in our own words.
import { addDays, type Day } from "../core/shapes.ts";
import type { Due, Kind, Part, Requirement } from "./requirement.ts";
import type { KeptDay } from "./timeline.ts";

const invented = "Invented for the demo";
const phases = "Phases as in AAMC Careers in Medicine, in our own words; the day is invented for the demo";

/** Key, title, month and day, and how many years before the class year. */
const events: [event: string, title: string, day: string, yearsBefore: number, source: string, beginsPhase?: true][] = [
  ["know-yourself", "Know yourself", "08-03", 4, phases, true],
  ["explore", "Explore specialties", "08-02", 3, phases, true],
  ["clerkships-begin", "Clerkships begin", "04-06", 2, invented],
  ["choose", "Choose a specialty", "01-04", 1, phases, true],
  ["apply", "Apply for residency", "06-01", 1, phases, true],
  ["applications-open", "Programs can read applications", "09-23", 1, invented],
  [
    "mspe-release",
    "MSPE is released",
    "10-01",
    1,
    "October 1 in an older text of the LCME standards (11.4); schools look the present day up. For the demo only",
  ],
  ["rank-lists-due", "Rank lists are due", "03-03", 0, invented],
  ["match-day", "Match day", "03-19", 0, invented],
  ["graduation", "Graduation", "05-21", 0, invented],
];

/** Days count from the class, but for the term's advising weeks: these end soon, whenever the demo is made. */
export function inventTimeline(classYear: number, today: Day): KeptDay[] {
  const term = { classYear, beginsPhase: false, source: invented, version: 0 };
  return [
    { ...term, event: "advising-weeks", title: "Advising weeks end", on: addDays(today, 10) },
    ...events.map(([event, title, day, yearsBefore, source, beginsPhase]) => ({
      classYear,
      event,
      title,
      on: `${classYear - yearsBefore}-${day}`,
      beginsPhase: beginsPhase ?? false,
      source,
      version: 0,
    })),
  ];
}

export const inventedSet = "Career and residency (demo)";

export function inventRequirements(): Requirement[] {
  const titles = events.flatMap(([, title, , , , begins]) => (begins ? [title] : []));
  return [...of("", everyTerm), ...titles.flatMap((title, at) => of(title, lines[at] ?? []))];
}

type Line = [key: string, kind: Kind, title: string, due: Due, signedBy: Part, dependsOn?: string[]];

const everyTerm: Line[] = [
  ["contact", "requirement", "Address and emergency contact confirmed", from("advising-weeks", -14), "learner"],
  ["term-talk", "requirement", "Advising conversation of this term", from("advising-weeks", 0), "advisor"],
];

/** By phase, in the order of the phases. */
const lines: Line[][] = [
  [
    ["first-advising", "milestone", "First advising conversation", from("know-yourself", 75), "advisor"],
    ["self-assessment", "requirement", "Career self-assessment", from("explore", -30), "learner"],
    ["immunizations", "document", "Immunization record", from("clerkships-begin", -60), "office"],
    ["background-check", "document", "Background check", from("clerkships-begin", -45), "office"],
    ["life-support", "requirement", "Basic life support course", from("clerkships-begin", -30), "office"],
    ["step-1", "requirement", "Step 1 taken", from("clerkships-begin", -14), "office"],
  ],
  [
    ["three-specialties", "requirement", "Three specialties, and what draws you", from("choose", -120), "learner"],
    ["clerkship-order", "requirement", "Clerkship order chosen", from("clerkships-begin", -75), "advisor"],
    ["clerkships-half", "milestone", "Half of the clerkships completed", from("clerkships-begin", 200), "office"],
    ["electives", "requirement", "Elective wishes handed in", from("clerkships-begin", 245), "advisor"],
  ],
  [
    ["specialty", "milestone", "Specialty chosen", from("apply", -21), "advisor", ["three-specialties"]],
    ["sub-internship", "requirement", "Sub-internship chosen", from("apply", -45), "advisor"],
    ["step-2", "requirement", "Step 2 CK date booked", from("applications-open", -100), "learner", ["step-1"]],
    ["parallel-plan", "requirement", "Parallel plan talked through", from("apply", 30), "advisor", ["specialty"]],
  ],
  [
    ["cv", "document", "Curriculum vitae", from("applications-open", -60), "advisor"],
    ["personal-statement", "document", "Personal statement", from("applications-open", -45), "advisor", ["specialty"]],
    ["letter-1", "letter", "First letter of recommendation", from("applications-open", -21), "learner", ["specialty"]],
    ["letter-2", "letter", "Second letter of recommendation", from("applications-open", -21), "learner", ["specialty"]],
    ["letter-3", "letter", "Third letter of recommendation", from("applications-open", -14), "learner", ["specialty"]],
    ["mspe-read", "document", "Your MSPE read and checked", from("mspe-release", -21), "learner"],
    ["transcript", "document", "Transcript sent", from("applications-open", -10), "office"],
    [
      "application",
      "milestone",
      "Application sent",
      from("applications-open", 0),
      "learner",
      ["cv", "personal-statement", "letter-1", "letter-2"],
    ],
    ["rank-list", "requirement", "Rank list certified", from("rank-lists-due", -2), "learner", ["application"]],
    ["exit-interview", "requirement", "Exit conversation", from("graduation", -30), "office"],
  ],
];

function of(phase: string, lines: Line[]): Requirement[] {
  return lines.map(([key, kind, title, due, signedBy, dependsOn]) => ({
    key,
    title,
    kind,
    phase,
    classYear: null,
    due,
    dependsOn: dependsOn ?? [],
    signedBy,
    how: "",
  }));
}

function from(event: string, days: number): Due {
  return { event, days };
}

/**
 * What has been done by `today` in the class of a year: nearly all whose date is over, and some of what comes soon.
 * `chance` gives a number from 0 to 1 for each.
 */
export function inventDone(classYear: number, today: Day, chance: () => number): Requirement[] {
  const days = new Map(inventTimeline(classYear, today).map(({ event, on }) => [event, on ?? today]));
  const done = new Set<string>();
  return inventRequirements().filter(({ key, due, dependsOn }) => {
    const on = due === null || "on" in due ? today : addDays(days.get(due.event) ?? today, due.days);
    const likely = on < addDays(today, -21) ? 0.985 : on < today ? 0.8 : on < addDays(today, 60) ? 0.4 : 0.02;
    const isDone = chance() < likely && dependsOn.every((one) => done.has(one));
    if (isDone) done.add(key);
    return isDone;
  });
}
