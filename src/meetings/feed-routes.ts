// An address that is no operation of the API: the calendar that a program subscribes to.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { feedText } from "./calendar.ts";
import { calendarBehindSecret } from "./feed-store.ts";

/** The calendar behind `SECRET.ics`; one that is wrong and one that was replaced get the same refusal. */
export async function calendarBehind(door: Door, file: string): Promise<string> {
  const secret = /^([\w-]{20,200})\.ics$/.exec(file)?.[1];
  const calendar = secret === undefined ? null : await door.asSteward((tx) => calendarBehindSecret(tx, secret));
  if (calendar === null)
    throw new Refusal(
      "absent",
      "calendar.absent",
      "This address opens no calendar. Make a new one where you are signed in.",
    );
  return feedText(calendar.meetings, calendar.due);
}
