import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import ICAL from "ical.js";
import { type Entry, feedText, invitationText } from "./calendar.ts";
import { isZone, zoneOptions, zones } from "./zone-names.ts";

const entry: Entry = {
  meetingId: "5f0c6b1e-0000-4000-8000-000000000001",
  sequence: 0,
  state: "confirmed",
  startsAt: "2026-11-25T20:00:00.000Z",
  endsAt: "2026-11-25T20:45:00.000Z",
  timeZone: "America/New_York",
  program: "advising",
  place: "Room 4, north wing; ring twice",
  changedAt: "2026-11-20T10:00:00.000Z",
};
const letter = {
  organizer: { name: "Guidance", email: "guidance@example.edu" },
  attendee: { email: "amara@example.edu" },
  sentAt: "2026-11-21T10:00:00.000Z",
};

/** As another library reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    // Only by the VTIMEZONE that came with it.
    const tzid = component.getFirstProperty("dtstart")?.getParameter("tzid");
    const block = calendar.getAllSubcomponents("vtimezone").find((zone) => zone.getFirstPropertyValue("tzid") === tzid);
    const zone = block ? new ICAL.Timezone(block) : undefined;
    const [start, end] = ["dtstart", "dtend"].map((name) => {
      const time = component.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>;
      if (zone) time.zone = zone;
      return time;
    });
    return { component, tzid, hasBlock: block !== undefined, start: start!, end: end! };
  });
  return { calendar, events, value: (name: string) => events[0]?.component.getFirstPropertyValue(name)?.toString() };
}
const instant = (time: InstanceType<typeof ICAL.Time>) => new Date(time.toUnixTime() * 1000).toISOString();

test("an invitation, its update and its cancellation are one event, with a sequence that rises", () => {
  const [asked, moved, cancelled] = [
    invitationText({ ...entry, state: "proposed" }, letter),
    invitationText({ ...entry, state: "proposed", sequence: 1 }, letter),
    invitationText({ ...entry, state: "cancelled", sequence: 2 }, letter),
  ].map(read);
  assert.deepEqual(
    [asked, moved, cancelled].map((one) => one?.calendar.getFirstPropertyValue("method")),
    ["REQUEST", "REQUEST", "CANCEL"],
  );
  assert.deepEqual(
    [asked, moved, cancelled].map((one) => one?.value("sequence")),
    ["0", "1", "2"],
  );
  assert.deepEqual(
    [asked, moved, cancelled].map((one) => one?.value("status")),
    ["TENTATIVE", "TENTATIVE", "CANCELLED"],
  );
  assert.equal(new Set([asked, moved, cancelled].map((one) => one?.value("uid"))).size, 1);
  assert.equal(cancelled?.value("organizer"), "mailto:guidance@example.edu");
  assert.equal(cancelled?.value("attendee")?.toLowerCase(), "mailto:amara@example.edu");
  assert.equal(asked?.value("dtstamp"), "2026-11-21T10:00:00Z");
});

test("of a confidential pair it says Meeting, and no more", () => {
  const text = invitationText({ ...entry, program: null, place: "" }, letter);
  const { events, value } = read(text);
  assert.equal(value("summary"), "Meeting");
  const names = events[0]!.component.getAllProperties().map(({ name }) => name);
  for (const absent of ["description", "location", "url", "comment", "categories", "contact"])
    assert.ok(!names.includes(absent), absent);
  assert.equal(events[0]!.component.getAllProperties("attendee").length, 1);
  assert.doesNotMatch(text, /mentor|coach|advis/i);
});

test("where the pair is not confidential it names the program and the place", () => {
  const { value } = read(feedText([entry]));
  assert.equal(value("summary"), "Advising meeting");
  assert.equal(value("location"), "Room 4, north wing; ring twice");
});

test("each zone comes with its VTIMEZONE, whatever zone this machine is in, and meetings in two zones keep theirs", () => {
  const there = { ...entry, meetingId: "5f0c6b1e-0000-4000-8000-000000000002", timeZone: "Europe/Berlin" };
  const { events, calendar } = read(feedText([entry, there]));
  assert.deepEqual(
    calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid")),
    ["America/New_York", "Europe/Berlin"],
  );
  assert.deepEqual(
    events.map(({ start }) => start.toString()),
    ["2026-11-25T15:00:00", "2026-11-25T21:00:00"],
  );
  assert.deepEqual(
    events.map(({ start, end }) => [instant(start), instant(end)]),
    [
      [entry.startsAt, entry.endsAt],
      [entry.startsAt, entry.endsAt],
    ],
  );
});

test("the same meetings give the same bytes", () => {
  assert.equal(feedText([entry]), feedText([{ ...entry }]));
  assert.notEqual(feedText([entry]), feedText([{ ...entry, sequence: 1 }]));
});

test("what is due is a whole day without a zone, up to the day after, whatever the clock of the machine says", () => {
  const dues = [
    ["2026-11-01", "2026-11-02"],
    ["2026-12-31", "2027-01-01"],
    ["2027-03-14", "2027-03-15"],
    ["2028-02-28", "2028-02-29"],
  ];
  const title = "Letter; first, of two";
  const given = dues.map(([due], at) => ({
    dueId: entry.meetingId.replace(/.$/, `${at}`),
    due: due!,
    title,
    changedAt: entry.changedAt,
  }));
  const before = process.env.TZ;
  const texts = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Kolkata"].map((zone) => {
    process.env.TZ = zone;
    return feedText([], given);
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  assert.equal(new Set(texts).size, 1);
  const { events } = read(texts[0]!);
  assert.deepEqual(
    events.map(({ start, end, tzid }) => [start.isDate, end.isDate, start.toString(), end.toString(), tzid]),
    dues.map(([due, next]) => [true, true, due, next, undefined]),
  );
  const first = events[0]!.component;
  assert.deepEqual(
    [
      first.getFirstPropertyValue("summary"),
      first.getFirstPropertyValue("transp"),
      first.getFirstProperty("dtstart")?.type,
    ],
    [`Due: ${title}`, "TRANSPARENT", "date"],
  );
  assert.equal(
    read(feedText([], [{ ...given[0]!, title: null }])).events[0]!.component.getFirstPropertyValue("summary"),
    "Due",
  );
});

test("whatever the zone and the day, another library reads the instants that were meant, by the VTIMEZONE alone", () => {
  const zone = fc.constantFrom(
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/St_Johns",
    "Asia/Tokyo",
    "UTC",
    "America/Phoenix",
    "Europe/London",
  );
  // Now and then around a change of clocks.
  const changes = [
    "2026-11-01T05:00Z",
    "2027-03-14T07:00Z",
    "2027-10-31T01:00Z",
    "2027-03-28T01:00Z",
    "2027-04-03T16:00Z",
  ];
  const minute = fc.oneof(
    fc.integer({ min: Date.parse("2026-06-01") / 60_000, max: Date.parse("2029-06-01") / 60_000 }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
      .map(([at, by]) => Date.parse(at) / 60_000 + by),
  );
  fc.assert(
    fc.property(zone, minute, fc.integer({ min: 5, max: 720 }), (timeZone, at, minutes) => {
      const [startsAt, endsAt] = [at, at + minutes].map((one) => new Date(one * 60_000).toISOString()) as [
        string,
        string,
      ];
      const { events } = read(feedText([{ ...entry, timeZone, startsAt, endsAt }]));
      const { start, end, tzid, hasBlock } = events[0]!;
      assert.equal(hasBlock, tzid !== undefined);
      assert.deepEqual([instant(start), instant(end)], [startsAt, endsAt]);
    }),
    { numRuns: 400 },
  );
});

test("what touches an hour that comes twice is said in UTC, since calendars disagree on which of the two a wall time is", () => {
  const night = (startsAt: string, endsAt: string) => read(feedText([{ ...entry, startsAt, endsAt }])).events[0]!;
  const first = night("2026-11-01T05:10:00.000Z", "2026-11-01T05:40:00.000Z");
  const second = night("2026-11-01T06:10:00.000Z", "2026-11-01T06:40:00.000Z");
  assert.deepEqual([first.start.toString(), second.start.toString()], ["2026-11-01T05:10:00Z", "2026-11-01T06:10:00Z"]);
  assert.deepEqual([instant(first.end), instant(second.end)], ["2026-11-01T05:40:00.000Z", "2026-11-01T06:40:00.000Z"]);
});

test("every zone that one can choose has a VTIMEZONE under the name that the event bears", () => {
  for (const timeZone of zones) {
    const { events } = read(feedText([{ ...entry, timeZone }]));
    const { tzid, hasBlock, start } = events[0]!;
    const isUtc = tzid === undefined;
    assert.equal(hasBlock, !isUtc, timeZone);
    assert.equal(instant(start), entry.startsAt, timeZone);
  }
});

test("a zone is known by its present name and by older ones, and its calendar entry is right under each", () => {
  const names = [
    "Asia/Kolkata",
    "Asia/Calcutta",
    "Europe/Kyiv",
    "Europe/Kiev",
    "America/Argentina/Buenos_Aires",
    "US/Eastern",
  ];
  for (const timeZone of [...names, "America/new_york"]) {
    assert.ok(isZone(timeZone), timeZone);
    const { tzid, hasBlock, start } = read(feedText([{ ...entry, timeZone }])).events[0]!;
    assert.equal(hasBlock, tzid !== undefined, timeZone);
    assert.equal(instant(start), entry.startsAt, timeZone);
    assert.ok(
      zoneOptions(timeZone).some(({ value }) => value === timeZone),
      `${timeZone} cannot be left as it is`,
    );
  }
  for (const none of ["", "+05:30", "Mars/Base", "Asia/Kolkata; DROP", "../etc"]) assert.ok(!isZone(none), none);
});

test("a calendar's own properties come before all that it holds", () => {
  for (const text of [feedText([entry]), invitationText(entry, letter)]) {
    const [head = "", ...rest] = text.split(/\r\n(?=BEGIN:V(?:TIMEZONE|EVENT))/);
    assert.match(head, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    for (const part of rest)
      assert.match(
        part,
        /^BEGIN:(V\w+)\r\n[^]*\r\nEND:\1(\r\nEND:VCALENDAR\s*)?$/,
        "something stands between two parts",
      );
  }
  assert.match(feedText([entry]), /REFRESH-INTERVAL;VALUE=DURATION:PT1H/);
});
