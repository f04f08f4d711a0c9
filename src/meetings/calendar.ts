// Meetings as iCalendar (RFC 5545), and as invitations that a calendar program understands (RFC 5546).
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { z } from "zod";
import { capitalised } from "../core/capitalised.ts";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { MeetingState } from "./meeting.ts";

export const Entry = z.object({
  meetingId: Id,
  sequence: z.number().int(),
  state: MeetingState,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: z.string(),
  /** Null where the pair is confidential: then nothing but "Meeting" is said. */
  program: Program.nullable(),
  /** A room or a video link; empty where the pair is confidential. */
  place: z.string(),
  changedAt: Instant,
});
export type Entry = z.infer<typeof Entry>;

/** Something to do by a day. */
export const DueEntry = z.object({
  dueId: z.string(),
  due: Day,
  /** Null where plans are confidential: then nothing but "Due" is said. */
  title: z.string().nullable(),
  changedAt: Instant,
});
export type DueEntry = z.infer<typeof DueEntry>;

const product = { company: "Chiron", product: "Meetings" };

/** A calendar to subscribe to. The same meetings and days give the same bytes. */
export function feedText(meetings: readonly Entry[], due: readonly DueEntry[] = []): string {
  const events = [...meetings.map((entry) => eventOf(entry, entry.changedAt)), ...due.map(dayOf)];
  const text = ical({ prodId: product, timezone: zones, events }).toString();
  // A calendar's own properties come before all that it holds (RFC 5545, 3.4); the library would put these after its zones.
  return text.replace(/^PRODID:.*\r\n/m, (line) => `${line}${askHourly}`);
}

/** How often to ask again, in the words of the standard and in those that were there before it. */
const askHourly = "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n";

export interface Letter {
  /** Whom replies reach, if anybody: the server's own address, and no person's. */
  organizer: { name: string; email: string };
  /** Who gets this letter. Nobody else is named, so that a calendar that others see tells them of no pair. */
  attendee: { email: string };
  sentAt: string;
}

/** An invitation, its update or its cancellation: the same UID, a higher sequence with each new time. */
export function invitationText(entry: Entry, { organizer, attendee, sentAt }: Letter): string {
  const isCancelled = entry.state === "cancelled";
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const event = { ...eventOf(entry, sentAt), organizer, attendees: [{ ...attendee, rsvp: false }] };
  return ical({ prodId: product, method, timezone: zones, events: [event] }).toString();
}

export function summaryOf(program: Program | null): string {
  return program === null ? "Meeting" : `${capitalised(program)} meeting`;
}

function eventOf(entry: Entry, stamp: string): ICalEventData {
  const { id, isUtc } = zoneFor(entry);
  // As zoned times: a plain Date would be written in the wall time of the machine that serves.
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(id);
  return {
    id: `${entry.meetingId}@chiron`,
    sequence: entry.sequence,
    stamp: Temporal.Instant.from(stamp),
    start: at(entry.startsAt),
    end: at(entry.endsAt),
    timezone: isUtc ? null : id,
    summary: summaryOf(entry.program),
    status: statusOf[entry.state],
    ...(entry.place === "" ? {} : { location: entry.place }),
  };
}

/** A day is the same day wherever its reader is: no zone goes with it. It takes nobody's time. */
function dayOf({ dueId, due, title, changedAt }: DueEntry): ICalEventData {
  const day = Temporal.PlainDate.from(due);
  return {
    id: `${dueId}@chiron`,
    stamp: Temporal.Instant.from(changedAt),
    allDay: true,
    start: day,
    end: day.add({ days: 1 }),
    summary: title === null ? "Due" : `Due: ${title}`,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

const statusOf: Record<MeetingState, ICalEventStatus> = {
  proposed: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  "not held": ICalEventStatus.CANCELLED,
};

const zones = { name: null, generator: blockOf };

/** The VTIMEZONE of a zone. */
function blockOf(timeZone: string): string | null {
  return tzlib_get_ical_block(timeZone)[0] ?? null;
}

/**
 * The zone of a meeting, under the name that its VTIMEZONE bears, which for an old name is the present one. Calendars
 * disagree on which of an hour that comes twice a wall time is, so that what touches such an hour is said in UTC.
 */
function zoneFor({ timeZone, startsAt, endsAt }: Entry): { id: string; isUtc: boolean } {
  const [, tzid] = tzlib_get_ical_block(timeZone);
  // Without a VTIMEZONE a wall time says nothing.
  if (tzid === undefined) return { id: "Etc/UTC", isUtc: true };
  const id = tzid.replace("TZID=", "");
  const isTwice = [startsAt, endsAt].some((instant) => {
    const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(id).toPlainDateTime();
    const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
      wall.toZonedDateTime(id, { disambiguation }),
    );
    return first?.epochMilliseconds !== second?.epochMilliseconds;
  });
  return isTwice ? { id: "Etc/UTC", isUtc: true } : { id, isUtc: id === "Etc/UTC" };
}
