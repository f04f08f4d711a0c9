// Single facts of a learner's plan that few may know: how each comes to be, and who may notice.
import { byHand, ok } from "../help/matches.ts";
import { say } from "../help/plans.ts";
import type { Secret } from "./secret.ts";

export const secretsOfPlans: readonly Secret[] = [
  {
    name: "how the learner stands with a requirement",
    state: "in force",
    knows: ["learner", "advisor", "second educator", "coordinator"],
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) =>
          admin`update requirement_states set state = 'open' where learner_id = ${ids.learner} and key = 'signed'`,
      ),
  },
  {
    name: "that another learner says something of their plan",
    state: "in force",
    knows: ["coordinator"],
    right: async ({ world }) => ok(await say(world, "grace", "grace", "letter", "in progress")),
  },
  {
    name: "what the advisor noted",
    state: "in force",
    knows: ["learner", "advisor", "coordinator"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update plan_notes set words = 'Another' where learner_id = ${ids.learner}`),
  },
  {
    name: "that the advisor noted one thing more",
    state: "in force",
    knows: ["learner", "advisor", "coordinator"],
    right: async ({ world, ids }) =>
      ok(await world.ask("ivo", "POST", `/people/${ids.learner}/plan/notes`, { words: "One thing more." })),
  },
  {
    name: "that the plan is shown to the educator",
    state: "in force",
    knows: ["learner", "educator"],
    right: async ({ world, ids }) =>
      ok(await world.ask("amara", "POST", "/plan/shares", { educatorId: ids.educator, turn: 0, shown: true })),
  },
];
