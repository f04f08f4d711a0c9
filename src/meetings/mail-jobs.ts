// What goes out about meetings: the calendar entry, links that need no signing in, and a word after too long a silence.
import { addDays } from "../core/shapes.ts";
import type { Enclose, PathOf } from "../mail/jobs.ts";
import { cadenceOf, dueBy, graceDays } from "./cadence.ts";
import { invitationText } from "./calendar.ts";
import { askAgain, cadenceFacts, mailedMeeting } from "./mail-store.ts";

/** Still silent when the mail leaves, or asked again when it would be; nothing where the two have planned to meet. */
const silentPath: PathOf = async (leaving) => {
  const { tx, schoolId, aboutId } = leaving;
  const found = await cadenceFacts(tx, schoolId, aboutId);
  if (found === null) return null;
  const { facts, today } = found;
  const { state } = cadenceOf(facts, today);
  if (state === "silent") return `/meetings/${aboutId}`;
  if (state !== "planned") {
    const first = addDays(dueBy(facts), graceDays(facts.everyDays) + 1);
    await askAgain(tx, leaving, first > today ? first : addDays(today, 1));
  }
  return null;
};

export const meetingPaths: Readonly<Record<string, PathOf>> = { "meeting-silent": silentPath };

const entry: Enclose = async ({ tx, schoolId, mailId, from }) => {
  const meeting = await mailedMeeting(tx, schoolId, mailId);
  if (meeting === null) return {};
  const text = invitationText(meeting, {
    organizer: senderIn(from),
    attendee: { email: meeting.email },
    sentAt: meeting.changedAt,
  });
  return {
    calendar: { method: meeting.state === "cancelled" ? "CANCEL" : "REQUEST", text },
    acts: meeting.waits ? [{ name: "meeting-confirm", words: "To confirm the time without signing in" }] : [],
  };
};

const question: Enclose = () =>
  Promise.resolve({
    acts: [
      { name: "meeting-held", words: "It took place; how long, how and the next step can be said with it" },
      { name: "meeting-missed", words: "It did not take place" },
    ],
  });

export const meetingEnclosures: Readonly<Record<string, Enclose>> = { meeting: entry, "meeting-log": question };

/** "Guidance <guidance@example.edu>", or an address alone. */
function senderIn(from: string): { name: string; email: string } {
  const [, name = "", email = from] = /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name === "" ? "Chiron" : name, email };
}
