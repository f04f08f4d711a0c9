// Single facts of a learner's goals that few may know: how each comes to be, and who may notice.
import { textFile } from "../help/goals.ts";
import { byHand, ok } from "../help/matches.ts";
import type { Secret } from "./secret.ts";

const both = ["learner", "educator"] as const;

export const secretsOfGoals: readonly Secret[] = [
  {
    name: "what the learner wants to reach",
    state: "in force",
    knows: both,
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) => admin`update goals set words = 'Another', obstacle = 'Fear' where goal_id = ${ids.goal}`,
      ),
  },
  {
    name: "that the learner has one goal more",
    state: "in force",
    knows: both,
    right: async ({ world }) => ok(await world.ask("amara", "POST", "/goals", { words: "One more" })),
  },
  {
    name: "how close the learner finds themselves",
    state: "in force",
    knows: both,
    right: async ({ world, ids }) => ok(await world.ask("amara", "POST", `/goals/${ids.goal}/ratings`, { score: 9 })),
  },
  {
    name: "what stands as evidence of a goal",
    state: "in force",
    knows: both,
    right: async ({ world, ids }) =>
      ok(await world.ask("amara", "POST", `/goals/${ids.goal}/files`, textFile("Something else"))),
  },
  {
    name: "what the coach asked",
    state: "in force",
    knows: both,
    right: async ({ world, ids }) =>
      ok(await world.ask("tomas", "POST", `/goals/${ids.goal}/comments`, { kind: "question", words: "And then?" })),
  },
  {
    name: "what is in the learning plan",
    state: "in force",
    knows: both,
    right: ({ world, ids }) =>
      byHand(
        world,
        (admin) =>
          admin`update learning_plans set body = jsonb_set(body, '{title}', '"Another"') where learner_id = ${ids.learner}`,
      ),
  },
  {
    name: "that the learner made a link to the learning plan",
    state: "in force",
    knows: ["learner"],
    right: async ({ world }) =>
      ok(await world.ask("amara", "POST", "/learning-plan-links", { version: 1, label: "A program", days: 9 })),
  },
  {
    name: "what becomes of a goal after the pair has ended",
    state: "ended",
    knows: ["learner"],
    right: async ({ world, ids }) =>
      ok(await world.ask("amara", "POST", `/goals/${ids.goal}/checkins`, { words: "I did it." })),
  },
];
