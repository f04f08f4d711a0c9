// The coordinator's work queue: what is stuck, since when, until when, and what to press.
import { z } from "zod";
import { plural } from "../core/plural.ts";
import { addDays, Day, Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { matchOrder } from "../programs/weights.ts";

export const queues = ["wall", "proposals", "unmatched", "unsigned", "plans", "capacity"] as const;
export const QueueName = z.enum(queues);
export type QueueName = z.infer<typeof QueueName>;

/** What a line's button does; the screen knows how. */
export const actions = [
  "open incident",
  "open run",
  "open draft",
  "approve run",
  "open answers",
  "match rest",
  "start run",
  "open relationship",
  "open person",
  "open plans",
] as const;

export const Line = z.object({
  /** Stable while the matter lasts, so that a selection survives a reload, and another once it changes. */
  key: z.string(),
  queue: QueueName,
  /** Null where it is about a whole run or class. */
  personId: Id.nullable(),
  /** Somebody's name, or that of the run or class. */
  who: z.string(),
  /** The other of the pair, or null. */
  withWhom: z.string().nullable(),
  program: Program.nullable(),
  found: z.string(),
  /** By when something should happen; null when any time will do. */
  by: Day.nullable(),
  next: z.string(),
  action: z.enum(actions),
  /** What the action is about: an incident, a run, a relationship, a person or a class. */
  target: z.string(),
  /** The addresses of those who have to act next; empty where no letter helps, or where they are many. */
  addresses: z.array(z.string()),
  /** Of a whole run: how many have not answered yet, whose addresses are asked for by themselves; 0 of anything else. */
  awaited: z.number().int(),
  phase: z.string().nullable(),
  campus: z.string().nullable(),
});
export type Line = z.infer<typeof Line>;

/** One that its reader put off, and until when; null: until what it is about changes. */
export const SnoozedLine = Line.extend({ until: Day.nullable() });
export type SnoozedLine = z.infer<typeof SnoozedLine>;

/** A collision that the rosters show ahead or that lasts today, for the horizon picture. */
export const Ahead = z.object({
  incidentId: Id,
  who: z.string(),
  withWhom: z.string(),
  program: Program.nullable(),
  duty: z.string(),
  from: Day,
  /** The first day after it; null is open-ended. */
  to: Day.nullable(),
  daysAhead: z.number().int(),
});
export type Ahead = z.infer<typeof Ahead>;

/** How many lines of a queue are read before somebody asks for more: a page shows the first of each queue. */
export const linesFirst = 20;

/** What is about a whole run before all that is about one pair; then soonest first, and what has no day last. */
export function soonestFirst(lines: Line[]): Line[] {
  const day = (line: Line) => line.by ?? "9999-12-31";
  const isOfOne = (line: Line) => Number(line.personId !== null);
  return lines.toSorted(
    (a, b) =>
      isOfOne(a) - isOfOne(b) ||
      day(a).localeCompare(day(b)) ||
      queues.indexOf(a.queue) - queues.indexOf(b.queue) ||
      a.who.localeCompare(b.who),
  );
}

interface Summary {
  queue: QueueName;
  open: number;
  dueSoon: number;
  first: Day | null;
  fitting: number;
}

/** How many open matters a queue has, how many are due soon, the first day on which one is due, and how many fit. */
export function summaryOf(lines: Line[], filters: Filters, today: Day, soon: Day): Summary[] {
  return queues.map((queue) => {
    const own = lines.filter((line) => line.queue === queue);
    const days = own.flatMap(({ by }) => (by === null ? [] : [by])).sort();
    return {
      queue,
      open: own.length,
      dueSoon: days.filter((day) => day <= soon || day < today).length,
      first: days[0] ?? null,
      fitting: own.filter((line) => fits(line, filters, today)).length,
    };
  });
}

/** A match of one program to make for lines of the queue. */
export interface Rematch {
  program: Program;
  /** The approved run whose settings are kept, where somebody declined; null starts from the charter's. */
  restOf: string | null;
  lines: Line[];
}

/** The runs that would help these lines, one a program; a line that no run helps is in none. */
export function rematchesOf(lines: Line[]): Rematch[] {
  return matchOrder.flatMap((program) => {
    const own = lines.filter(
      (line) => line.program === program && (line.action === "match rest" || line.queue === "unmatched"),
    );
    const restOf = own.find(({ action }) => action === "match rest")?.target ?? null;
    return own.length > 0 ? [{ program, restOf, lines: own }] : [];
  });
}

const Word = z.string().max(200).optional();

/** What lines are filtered by. All of it is text, since filters live in the address of the screen. */
export const Filters = z.object({
  queue: Word,
  name: Word,
  lane: Word,
  phase: Word,
  campus: Word,
  /** Due within so many days. */
  due: z
    .string()
    .regex(/^\d{0,3}$/, "Give a number of days.")
    .optional(),
});
export type Filters = z.infer<typeof Filters>;

export function fits(line: Line, { queue, name, lane, phase, campus, due }: Filters, today: Day): boolean {
  const names = `${line.who} ${line.withWhom ?? ""}`.toLowerCase();
  return (
    (!queue || line.queue === queue) &&
    (!name || names.includes(name.toLowerCase())) &&
    (!lane || line.program === lane) &&
    (!phase || line.phase === phase) &&
    (!campus || line.campus === campus) &&
    (!due || (line.by !== null && line.by <= addDays(today, Number(due))))
  );
}

/** The words among these lines, each once, in order. */
export function wordsAmong(lines: Line[], word: "phase" | "campus"): string[] {
  return [...new Set(lines.map((line) => line[word] ?? ""))].filter((value) => value !== "").sort();
}

/** Those who have to act on these lines, once each, as far as the lines name them. */
export function addressesOf(lines: Line[]): string[] {
  return [...new Set(lines.flatMap((line) => line.addresses))];
}

/** The runs of which many have not answered: their addresses are asked for by themselves. */
export function awaitedRuns(lines: Line[]): string[] {
  return lines.filter(({ awaited }) => awaited > 0).map(({ target }) => target);
}

/** Where they find what waits for them: the front page, where it is not one thing. */
export function pageOf(lines: Line[]): string {
  const pages = new Set(lines.filter(({ addresses, awaited }) => addresses.length > 0 || awaited > 0).map(actedOn));
  const [page] = pages;
  return pages.size === 1 && page !== undefined ? page : "/";
}

function actedOn({ queue, action, target }: Line): string {
  if (action === "open relationship") return `/agreements/${target}`;
  if (action === "open draft") return `/matching/${target}`;
  return queue === "proposals" ? "/proposals" : "/";
}

/** The lines for a spreadsheet, under these heads. */
export const queueHeads = ["queue", "who", "with", "program", "found", "by", "next step", "write to"];

export function queueRows(lines: Line[]): string[][] {
  return lines.map(({ queue, who, withWhom, program, found, by, next, addresses, awaited }) => {
    const writeTo = awaited > 0 ? plural(awaited, "person", "people") : addresses.join(" ");
    return [queue, who, withWhom, program, found, by, next, writeTo].map((cell) => cell ?? "");
  });
}
