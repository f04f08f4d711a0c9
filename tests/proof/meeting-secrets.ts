// Facts about meetings that few may know.
import { byHand, ok } from "../help/matches.ts";
import { later, propose, recorded } from "../help/meetings.ts";
import type { PairWorld } from "./pair-world.ts";
import type { Secret } from "./secret.ts";

const two = ["learner", "educator"] as const;
const told = ["coordinator", "director", "dean"] as const;

export const meetingSecrets: readonly Secret[] = [
  {
    name: "that the two cancel a time",
    state: "in force",
    // The learner's mentor learns, when they look for a time, that this one is free.
    knows: [...two, "second educator"],
    right: async ({ world, ids }) =>
      ok(await world.ask("amara", "POST", `/meetings/${ids.meeting}/cancellation`, { acts: 1 })),
  },
  {
    name: "that a coach and their learner met once more",
    state: "in force",
    knows: [...two, ...told],
    // After the one that stands there: what two write down of one time counts once.
    right: ({ world, ids }) =>
      recorded(world, "tomas", ids.relationship, { start: new Date(Date.now() - 600_000).toISOString(), minutes: 5 }),
  },
  {
    name: "that a mentor and their learner met",
    state: "in force",
    knows: ["learner", "second educator"],
    right: async ({ world }) => recorded(world, "joan", await mentoringOf({ world })),
  },
  {
    name: "that a mentor proposes a time",
    state: "in force",
    // The learner's coach learns, when they look for a time, that this one is taken.
    knows: ["learner", "second educator", "educator"],
    right: async ({ world }) => ok(await propose(world, "joan", await mentoringOf({ world }), later(40))),
  },
  {
    name: "another next step",
    state: "in force",
    knows: two,
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update meetings set next_step = 'Something else' where meeting_id = ${ids.met}`),
  },
  {
    name: "another line on the agenda",
    state: "in force",
    knows: two,
    right: async ({ world, ids }) =>
      ok(await world.ask("amara", "POST", `/meetings/${ids.meeting}/agenda`, { lines: ["One thing more"] })),
  },
  {
    name: "what the talk turned into",
    state: "in force",
    knows: ["educator"],
    left: async ({ world, ids }) =>
      ok(await world.ask("tomas", "PUT", `/meetings/${ids.met}/mark`, { became: ["mentoring"] })),
    right: async ({ world, ids }) =>
      ok(await world.ask("tomas", "PUT", `/meetings/${ids.met}/mark`, { became: ["advising", "coaching"] })),
  },
  {
    name: "when an educator has time",
    state: "in force",
    knows: two,
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update availabilities set minutes = 20 where educator_id = ${ids.educator}`),
  },
  {
    name: "that a calendar has an address",
    state: "in force",
    knows: ["judge"],
    right: async ({ world }) => ok(await world.ask("fatima", "POST", "/me/calendar")),
  },
];

async function mentoringOf({ world }: Pick<PairWorld, "world">): Promise<string> {
  const { items } = ok(await world.ask("joan", "GET", "/relationships"));
  return items[0].relationshipId;
}
