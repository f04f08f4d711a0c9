// What tests of meetings say often: give hours, propose a time, and have met.
import { byHand, ok } from "./matches.ts";
import type { Reply, World } from "./world.ts";

/** One that a learner proposed and that waits, and one that took place. */
export type MeetingId = "meeting" | "met";

/** So many hours after the next full hour. */
export const later = (hours: number): string =>
  new Date((Math.ceil(Date.now() / 3_600_000) + hours) * 3_600_000).toISOString();

export const timeOf = (start: string, more = {}) => ({
  start,
  minutes: 45,
  timeZone: "America/New_York",
  mode: "video",
  place: "https://video.example.edu/1",
  ...more,
});

export const propose = (world: World, who: string, id: string, start: string, more = {}): Promise<Reply> =>
  world.ask(who, "POST", `/relationships/${id}/meetings`, timeOf(start, more));

/** The meeting begins so many minutes ago, and takes 45 of them. */
export const backdate = (world: World, meetingId: string, minutes: number) =>
  byHand(
    world,
    (admin) =>
      admin`update meetings set starts_at = now() - make_interval(mins => ${minutes}), ends_at = now() - make_interval(mins => ${minutes - 45})
        where meeting_id = ${meetingId}`,
  );

/** The two met an hour ago, without having arranged it here. */
export async function recorded(world: World, who: string, id: string, more = {}): Promise<string> {
  const start = new Date(Date.now() - 3_600_000).toISOString();
  return ok(await world.ask(who, "POST", `/relationships/${id}/meetings/record`, timeOf(start, more))).meetingId;
}

/** An educator has time on one night of the week, which is always ahead. */
export async function saysWhen(world: World, who: string): Promise<void> {
  const hours = [{ weekday: 3, from: "03:00", to: "05:00" }];
  const body = { timeZone: "America/New_York", minutes: 60, hours, exceptions: [] };
  ok(await world.ask(who, "PUT", "/me/availability", body));
}

/** The two met, marked and with a next step; and another time is proposed, with a line on its agenda. */
export async function arranged(
  world: World,
  learner: string,
  educator: string,
  id: string,
): Promise<Record<MeetingId, string>> {
  const met = await recorded(world, educator, id, { nextStep: "Film one presentation" });
  ok(await world.ask(educator, "PUT", `/meetings/${met}/mark`, { became: ["coaching"] }));
  const { meetingId } = ok(await propose(world, learner, id, later(100)));
  ok(await world.ask(learner, "POST", `/meetings/${meetingId}/agenda`, { lines: ["My next presentation"] }));
  return { meeting: meetingId, met };
}
