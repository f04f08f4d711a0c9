// How the text of a cell becomes a value, or a reason why it cannot, with the fix.
import { type Day, Day as DayShape } from "../core/shapes.ts";
import { type Program, programs, roleOf } from "../programs/program.ts";

export type Read<T> = { value: T } | { because: string; fix: string };

export function text(cell: string): Read<string> {
  if (/^[=+@]/.test(cell) && /[(!]/.test(cell)) return no("It is a spreadsheet formula.", "Write the value itself.");
  if (cell.length > 200) return no("It is longer than 200 characters.", "Shorten it.");
  // Characters that turn the direction of text, or have no width, can make one name or id look like another.
  if (/[\p{Cc}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/u.test(cell))
    return no("It has invisible characters.", "Type it anew.");
  return { value: cell };
}

export function email(cell: string): Read<string> {
  if (/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\.]+(\.[^\s@<>()",;:\\.]+)+$/u.test(cell) && cell.length <= 320)
    return { value: cell };
  return no("It is no email address.", "Write one such as name@school.edu.");
}

export function whole(least: number, most: number): (cell: string) => Read<number> {
  return (cell) => {
    const value = Number(cell);
    if (/^-?\d+([.,]0+)?$/.test(cell) && value >= least && value <= most) return { value: Math.trunc(value) };
    return no(`It is no whole number from ${least} to ${most}.`, `Write a whole number from ${least} to ${most}.`);
  };
}

export function percent(cell: string): Read<number> {
  const value = Number(cell.replace("%", "").replace(",", ".").trim());
  if (value > 0 && value < 1)
    return no("It is less than one percent. A share of a post is not a percentage.", "Write 20 for a fifth of a post.");
  if (cell !== "" && value >= 0 && value <= 100) return { value };
  return no("It is no percentage from 0 to 100.", "Write a number from 0 to 100.");
}

export function list(cell: string): Read<string[]> {
  const values = cell
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { value: [...new Set(values)] };
}

/** A list as OneRoster writes it: several ids or codes in one cell, with commas between them. */
export function commaList(cell: string): Read<string[]> {
  return list(cell.replaceAll(",", ";"));
}

export function trueOrFalse(cell: string): Read<boolean> {
  if (/^(true|false|1|0|yes|no)$/i.test(cell)) return { value: /^(true|1|yes)$/i.test(cell) };
  return no("It is neither true nor false.", "Write true or false.");
}

export function rosterStatus(cell: string): Read<"active" | "tobedeleted"> {
  const word = cell.toLowerCase();
  if (word === "active" || word === "tobedeleted") return { value: word };
  return no("This status is not known.", "Write active or tobedeleted, or leave it empty.");
}

const statuses: Record<string, "active" | "leave" | "graduated" | "withdrawn"> = {
  active: "active",
  enrolled: "active",
  current: "active",
  matriculated: "active",
  leave: "leave",
  loa: "leave",
  "on leave": "leave",
  "leave of absence": "leave",
  graduated: "graduated",
  alumni: "graduated",
  withdrawn: "withdrawn",
  dismissed: "withdrawn",
};

export function status(cell: string): Read<"active" | "leave" | "graduated" | "withdrawn"> {
  const value = statuses[cell.toLowerCase()];
  return value === undefined
    ? no("This status is not known.", "Write active, leave, graduated or withdrawn.")
    : { value };
}

export function program(cell: string): Read<Program> {
  const word = cell.toLowerCase();
  const value = programs.find((name) => name === word || roleOf[name] === word);
  return value === undefined ? no("This program is not known.", `Write ${programs.join(", ")}.`) : { value };
}

/** A program, or "any" for a wish that holds in all of them. */
export function programOrAny(cell: string): Read<Program | "any"> {
  return /^(any|all)$/i.test(cell) ? { value: "any" } : program(cell);
}

export const dateOrders = ["iso", "dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * A day in the file's own order, or with the name of its month, which can be read in one way only; years of two digits
 * are refused, since nobody knows their century.
 */
export function day(order: DateOrder): (cell: string) => Read<Day> {
  return (cell) => {
    const parts = partsOfDay(cell);
    const [a = "", b = "", c = ""] = parts;
    const isMonthFirst = order === "mdy" && !hasMonthName(cell);
    const [year, month, date] = a.length === 4 ? [a, b, c] : isMonthFirst ? [c, a, b] : [c, b, a];
    if (order === "iso" && a !== b && isEither(cell))
      return no("It could be read in two ways.", "Say in which order the days are written.");
    if (parts.length !== 3 || year?.length !== 4) return noDay;
    if (year < "1900" || year > "2200")
      return no(
        "Its year is not from 1900 to 2200.",
        "Write the day that is meant, or leave the cell empty where it may be.",
      );
    const value = `${year}-${(month ?? "").padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
    if (!DayShape.safeParse(value).success) return noDay;
    return { value };
  };
}

const noDay = no("It is no day of the calendar.", "Write it as YYYY-MM-DD.");

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

/** The three parts of a day, its time of day left out; where the month is named: day, month as a number, year. */
function partsOfDay(cell: string): string[] {
  const parts = withoutTime(cell).split(/\s*[./,-]\s*|\s+/);
  const at = parts.findIndex((part) => monthName.test(part));
  if (at < 0 || at > 1) return parts;
  const month = String(months.indexOf((parts[at] ?? "").slice(0, 3).toLowerCase()) + 1);
  return at === 0 ? [parts[1] ?? "", month, ...parts.slice(2)] : parts.with(1, month);
}

/** A time of day may name its zone, which is no month. */
function hasMonthName(cell: string): boolean {
  return /[a-z]{3}/i.test(withoutTime(cell));
}

function withoutTime(cell: string): string {
  return cell.replace(/[T ]\d{1,2}:\d\d.*$/, "");
}

/**
 * In which order a file writes its days, over all of its cells. "unclear" when every cell could be read both ways, or
 * when some say one order and others another: then a human must say. Cells that are no day at all say nothing.
 */
export class DateOrderGuess {
  private isDayFirst = false;
  private isMonthFirst = false;
  private isEither = false;

  see(cell: string): void {
    const [, first = "", second = ""] = /^(\d{1,4})[./-](\d{1,2})[./-]\d{1,4}/.exec(cell) ?? [];
    if (first === "" || first.length === 4) return;
    if (Number(first) > 12 || /^\d+\.\d+\./.test(cell)) this.isDayFirst = true;
    else if (Number(second) > 12) this.isMonthFirst = true;
    else this.isEither = true;
  }

  get order(): DateOrder | "unclear" {
    if (this.isDayFirst && this.isMonthFirst) return "unclear";
    if (this.isDayFirst) return "dmy";
    if (this.isMonthFirst) return "mdy";
    return this.isEither ? "unclear" : "iso";
  }
}

function isEither(cell: string): boolean {
  const guess = new DateOrderGuess();
  guess.see(cell);
  return guess.order === "unclear";
}

function no(because: string, fix: string): { because: string; fix: string } {
  return { because, fix };
}
