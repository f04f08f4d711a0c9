// What people put off on their own pages: nobody else may notice, whatever the line is about.
import { addDays } from "../../src/core/shapes.ts";
import { ok } from "../help/matches.ts";
import { today, type World } from "../help/world.ts";
import type { Secret } from "./secret.ts";

export const secretsOfSnoozes: readonly Secret[] = [
  {
    name: "what the coordinator put off on their desk",
    state: "awaiting",
    knows: ["coordinator"],
    right: async ({ world }) => {
      const { lines } = ok(await world.ask("marisol", "GET", "/desk"));
      if (lines.length === 0) throw new Error("The desk has no line to put off.");
      return putOff(world, "marisol", lines);
    },
  },
  {
    name: "what the learner put off",
    state: "awaiting",
    knows: ["learner"],
    right: async ({ world }) => {
      const { actions } = ok(await world.ask("amara", "GET", "/home/learner"));
      if (actions.length === 0) throw new Error("The home has no line to put off.");
      return putOff(world, "amara", actions);
    },
  },
];

async function putOff(world: World, who: string, lines: { key: string }[]): Promise<unknown> {
  const body = { lines: lines.map(({ key }) => key), until: addDays(today(), 7) };
  return ok(await world.ask(who, "PUT", "/snoozes", body));
}
