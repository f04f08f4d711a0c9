// Meetings of the invented school: some who have had each other for long sign and have met; educators give their hours,
// and times are proposed and confirmed, all through the API.
import { getAgreement, listRelationships, signAgreement } from "../agreements/contract.ts";
import type { Relationship } from "../agreements/relationship.ts";
import type { Client } from "../client.ts";
import {
  addAgendaLines,
  confirmMeeting,
  listSlots,
  markTalk,
  proposeMeeting,
  recordMeeting,
} from "../meetings/contract.ts";
import { addDays, type Day } from "../core/shapes.ts";
import { putAvailability } from "../meetings/own-contract.ts";
import { agendasFor } from "../programs/agendas.ts";
import { listIncidents } from "../wall/contract.ts";

/** A session of anybody's, by their id. */
type As = (personId: string) => Promise<Client>;

const signedMost = 16;
const steps = ["Write down one question a day", "Ask for feedback on a presentation", "Look at the dates together", ""];

export async function loadDemoMeetings(coordinator: Client, as: As, today: Day): Promise<void> {
  await signLongKnown(coordinator, as, today);
  const { items } = await coordinator.ask(listRelationships, { query: { state: "in force", limit: 200 } });
  const withHours = new Set<string>();
  for (const [at, relationship] of items.entries()) {
    const { learner, educator } = relationship;
    const [one, other] = [await as(learner.personId), await as(educator.personId)];
    if (!withHours.has(educator.personId)) await giveHours(other, withHours.size, today);
    withHours.add(educator.personId);
    await haveMet(relationship, other, at, today);
    if (at % 4 !== 3) await plan(relationship, [one, other], at);
  }
}

/** Of those whom the import brought: who is kept apart by nothing. */
async function signLongKnown(coordinator: Client, as: As, today: Day): Promise<void> {
  const { items: apart } = await coordinator.ask(listIncidents, { query: { limit: 200 } });
  const isApart = ({ learner, educator }: Relationship) =>
    apart.some((one) => one.learnerId === learner.personId && one.educatorId === educator.personId);
  const { items } = await coordinator.ask(listRelationships, { query: { state: "awaiting", limit: 200 } });
  const known = items.filter((one) => one.since < today.slice(0, 4) && !isApart(one));
  for (const { relationshipId, learner, educator } of known.slice(0, signedMost))
    for (const { personId } of [learner, educator]) {
      const client = await as(personId);
      const { agreementId } = await client.ask(getAgreement, { params: { id: relationshipId } });
      await client.ask(signAgreement, { params: { id: agreementId }, body: { readLimits: true } });
    }
}

/** Afternoons of the week; every fifth educator sits in another zone, and every fourth is away for a week. */
async function giveHours(educator: Client, at: number, today: Day): Promise<void> {
  const days = at % 2 === 0 ? [1, 3, 4] : [2, 3, 5];
  await educator.ask(putAvailability, {
    body: {
      timeZone: at % 5 === 4 ? "America/Chicago" : "America/New_York",
      minutes: at % 3 === 0 ? 45 : 30,
      hours: days.map((weekday) => ({ weekday, from: "14:00", to: "17:00" })),
      exceptions: at % 4 === 0 ? [{ from: addDays(today, 10), last: addDays(today, 16), hours: [] }] : [],
    },
  });
}

/** Up to two meetings of the last months, where the two have known each other that long. */
async function haveMet(
  { relationshipId, program, since }: Relationship,
  educator: Client,
  at: number,
  today: Day,
): Promise<void> {
  for (const daysAgo of at % 3 === 2 ? [] : [80 - (at % 7), 24 + (at % 11)]) {
    const start = `${addDays(today, -daysAgo)}T15:00`;
    if (start < since) continue;
    const nextStep = steps[(at + daysAgo) % steps.length] || null;
    const body = { start, minutes: 40, timeZone: "America/New_York", mode: "in person" as const, place: "", nextStep };
    const { meetingId } = await educator.ask(recordMeeting, { params: { id: relationshipId }, body });
    await educator.ask(markTalk, { params: { id: meetingId }, body: { became: [program] } });
  }
}

/** A time that the educator offers; most are confirmed, and some have lines on their agenda. */
async function plan(relationship: Relationship, [learner, educator]: [Client, Client], at: number): Promise<void> {
  const { relationshipId, program } = relationship;
  const params = { id: relationshipId };
  const { items, minutes, timeZone } = await learner.ask(listSlots, { params });
  const slot = items[at % Math.max(1, Math.min(items.length, 12))];
  if (slot === undefined || minutes === null || timeZone === null) return;
  const place = at % 2 === 0 ? "https://video.example.edu/room" : "Room 210";
  const mode = at % 2 === 0 ? ("video" as const) : ("in person" as const);
  const [first, second] = at % 3 === 0 ? [educator, learner] : [learner, educator];
  const body = { start: slot.startsAt, minutes, timeZone, mode, place };
  const { meetingId, acts } = await first.ask(proposeMeeting, { params, body });
  const lines = [...(agendasFor(program, null)[0]?.lines ?? [])].slice(0, 2);
  if (at % 2 === 0) await learner.ask(addAgendaLines, { params: { id: meetingId }, body: { lines } });
  if (at % 3 !== 1) await second.ask(confirmMeeting, { params: { id: meetingId }, body: { acts } });
}
