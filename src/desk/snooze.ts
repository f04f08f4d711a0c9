// A line of a home or a desk that its reader put off: gone from their own page until a day, or until what it is about changes.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { addDays, Day } from "../core/shapes.ts";

export const Snooze = z.object({
  /** The line's key. */
  line: z.string(),
  /** The day on which the line comes back; null: when what it is about changes. */
  until: Day.nullable(),
});
export type Snooze = z.infer<typeof Snooze>;

export const snoozeDaysMost = 90;

/** Lines that no act of their reader's here settles: a look, somebody else's turn, or something outside. */
const settledByNoAct = ["see", "awaited", "unanswered", "unsigned", "capacity", "late"];

/** Whether a line can be done for now. Any other is done by its act, and can only be put off until a day. */
export function canBeDone(line: string): boolean {
  return settledByNoAct.includes(line.split(" ")[0] ?? "");
}

/** Why these lines cannot be put off until that day; null where they can. */
export function snoozeRefusal(lines: string[], until: Day | null, today: Day): Refusal | null {
  if (until === null) {
    if (lines.every(canBeDone)) return null;
    const because = "This line is done by its act. Put it off until a day instead.";
    return new Refusal("conflict", "snooze.done", because, [{ field: "until", because }]);
  }
  const [first, last] = [addDays(today, 1), addDays(today, snoozeDaysMost)];
  if (until >= first && until <= last) return null;
  const because = `Choose a day from ${first} to ${last}.`;
  return new Refusal("invalid", "snooze.day", `A line is put off for 1 to ${snoozeDaysMost} days.`, [
    { field: "until", because },
  ]);
}

type PutOff<Line> = Line & { until: Day | null };

/** Those that stand on the page today, and those that are put off, each in the order they came. */
export function apart<Line extends { key: string }>(
  lines: Line[],
  snoozes: Snooze[],
  today: Day,
): { here: Line[]; snoozed: PutOff<Line>[] } {
  const asleep = new Map(
    snoozes.flatMap(({ line, until }) => (until === null || until > today ? [[line, until] as const] : [])),
  );
  return {
    here: lines.filter(({ key }) => !asleep.has(key)),
    snoozed: lines.flatMap((line) => {
      const until = asleep.get(line.key);
      return until === undefined ? [] : [{ ...line, until }];
    }),
  };
}
