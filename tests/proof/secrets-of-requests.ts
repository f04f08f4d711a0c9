// What few may know of requests and of what is written back to them.
import { byHand, ok } from "../help/matches.ts";
import type { Secret } from "./secret.ts";

export const secretsOfRequests: readonly Secret[] = [
  {
    name: "other words in a request",
    state: "in force",
    knows: ["learner", "educator"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update requests set words = 'Something else' where request_id = ${ids.asked}`),
  },
  {
    name: "other words in a request to an educator of before, who wrote back to it",
    state: "ended",
    knows: ["learner"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update requests set words = 'Something else' where request_id = ${ids.kept}`),
  },
  {
    name: "other words written back by an educator of before",
    state: "ended",
    knows: ["learner", "educator"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update replies set words = 'Something else' where request_id = ${ids.kept}`),
  },
  {
    name: "that the learner asked once more",
    state: "in force",
    knows: ["learner", "educator"],
    right: async ({ world, ids }) => {
      const request = { program: "coaching", words: "One thing more.", readerId: ids.educator };
      return ok(await world.ask("amara", "POST", "/requests", request));
    },
  },
  {
    name: "that another learner asks, and has nobody",
    state: "in force",
    knows: ["coordinator"],
    right: async ({ world }) =>
      ok(await world.ask("grace", "POST", "/requests", { program: "coaching", words: "Help.", readerId: null })),
  },
  {
    name: "why a handover is proposed",
    state: "in force",
    knows: ["learner", "educator"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update handovers set reason = 'Another' where request_id = ${ids.waiting}`),
  },
  {
    name: "what the learner answers to a handover",
    state: "in force",
    knows: ["learner", "educator", "second educator"],
    right: async ({ world, ids }) => {
      const yes = { agreed: true, readerId: ids.mentor };
      return ok(await world.ask("amara", "POST", `/requests/${ids.waiting}/handover/answer`, yes));
    },
  },
  {
    name: "other words written back to a request",
    state: "in force",
    knows: ["learner", "educator"],
    right: ({ world, ids }) =>
      byHand(world, (admin) => admin`update replies set words = 'Something else' where request_id = ${ids.kept}`),
  },
  {
    name: "that the educator wrote back",
    state: "in force",
    knows: ["learner", "educator"],
    right: async ({ world, ids }) =>
      ok(await world.ask("tomas", "POST", `/requests/${ids.asked}/reply`, { words: "Bring one case." })),
  },
];
