// Handlers of meetings.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import {
  addAgendaLines,
  cancelMeeting,
  confirmMeeting,
  getMeeting,
  listTrend,
  logMeeting,
  markTalk,
  moveMeeting,
  proposeGroup,
  proposeMeeting,
  recordMeeting,
  strikeAgendaLine,
  type Time,
} from "./contract.ts";
import { type Meeting, timeRefusal } from "./meeting.ts";
import { theOwnRelationship } from "./pair-store.ts";
import { type Act, addAct, addLines, findMeeting, meetingsOf, putMark, strikeLine, trendOf } from "./store.ts";
import { instantOf } from "./zone.ts";

export const meetingRoutes: Route[] = [
  // Before the address with an id, which would otherwise take the words for one.
  serve(listTrend, async ({ tx, me }) => ({ items: await trendOf(tx, me) })),

  serve(proposeGroup, async ({ tx, me, body: { relationshipIds, ...time } }) => {
    const span = spanAhead(time);
    for (const id of relationshipIds) {
      const { educator } = await theOwnRelationship(tx, me, id);
      if (educator.personId !== me.personId)
        throw new Refusal("conflict", "meeting.group", "A group meeting is arranged by the educator of its learners.");
    }
    const groupId = crypto.randomUUID();
    const ids: string[] = [];
    // In one order for everybody, so that two groups at once do not wait for each other.
    for (const relationshipId of [...new Set(relationshipIds)].toSorted()) {
      const meetingId = crypto.randomUUID();
      ids.push(meetingId);
      await addAct(tx, me, { meetingId, number: 1, relationshipId, groupId, act: "propose", ...span });
    }
    const proposed = await meetingsOf(tx, me, { relationshipIds, limit: 5000 });
    return { items: proposed.filter(({ meetingId }) => ids.includes(meetingId)) };
  }),

  serve(getMeeting, ({ tx, me, params: { id } }) => theMeeting(tx, me, id)),

  serve(proposeMeeting, async ({ tx, me, params: { id }, body }) => {
    await theOwnRelationship(tx, me, id);
    return begun(tx, me, id, { act: "propose", ...spanAhead(body) });
  }),

  serve(recordMeeting, async ({ tx, me, params: { id }, body: { nextStep, ...time } }) => {
    await theOwnRelationship(tx, me, id);
    return begun(tx, me, id, { act: "record", ...spanOf(time), held: true, minutes: time.minutes, nextStep });
  }),

  serve(moveMeeting, ({ tx, me, params: { id }, body: { acts, ...time } }) =>
    acted(tx, me, id, acts, { act: "move", ...spanAhead(time) }),
  ),

  serve(confirmMeeting, ({ tx, me, params: { id }, body: { acts } }) => acted(tx, me, id, acts, { act: "confirm" })),

  serve(cancelMeeting, ({ tx, me, params: { id }, body: { acts } }) => acted(tx, me, id, acts, { act: "cancel" })),

  serve(logMeeting, ({ tx, me, params: { id }, body: { acts, ...log } }) =>
    acted(tx, me, id, acts, { act: "log", ...log }),
  ),

  serve(addAgendaLines, async ({ tx, me, params: { id }, body: { lines } }) => {
    await theMeeting(tx, me, id);
    await addLines(tx, me, id, lines);
    return theMeeting(tx, me, id);
  }),

  serve(strikeAgendaLine, async ({ tx, me, params: { id, lineId } }) => {
    await theMeeting(tx, me, id);
    if ((await strikeLine(tx, me, id, lineId)) === 0)
      throw new Refusal("absent", "agenda.absent", "There is no such line of yours on the agenda.");
    return theMeeting(tx, me, id);
  }),

  serve(markTalk, async ({ tx, me, params: { id }, body: { became } }) => {
    const { educator, state } = await theMeeting(tx, me, id);
    if (educator.personId !== me.personId)
      throw new Refusal("conflict", "talk.educator", "The educator marks for themselves what a talk turned into.");
    if (state !== "held")
      throw new Refusal(
        "conflict",
        "talk.held",
        "Say first that the meeting took place. Then mark what it turned into.",
      );
    await putMark(tx, me, id, became);
    return theMeeting(tx, me, id);
  }),
];

async function theMeeting(tx: Tx, me: Me, id: string): Promise<Meeting> {
  const meeting = await findMeeting(tx, me, id);
  if (meeting === null) throw new Refusal("absent", "meeting.absent", "There is no such meeting here.");
  return meeting;
}

type Doing = Omit<Act, "meetingId" | "number" | "relationshipId">;

/** A new meeting, by its first act. */
async function begun(tx: Tx, me: Me, relationshipId: string, doing: Doing): Promise<Meeting> {
  const meetingId = crypto.randomUUID();
  await addAct(tx, me, { ...doing, meetingId, number: 1, relationshipId });
  return theMeeting(tx, me, meetingId);
}

/** The next act of a meeting, after the `seen` ones. */
async function acted(tx: Tx, me: Me, meetingId: string, seen: number, doing: Doing): Promise<Meeting> {
  const { relationshipId } = await theMeeting(tx, me, meetingId);
  await addAct(tx, me, { ...doing, meetingId, number: seen + 1, relationshipId });
  return theMeeting(tx, me, meetingId);
}

function spanOf({ start, minutes, timeZone, mode, place }: Time) {
  const startsAt = instantOf(start, timeZone);
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  return { startsAt, endsAt, timeZone, mode, place };
}

function spanAhead(time: Time) {
  const span = spanOf(time);
  const refusal = timeRefusal(span.startsAt, new Date().toISOString());
  if (refusal !== null) throw refusal;
  return span;
}
