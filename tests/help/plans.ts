// What tests of plans say often: a set of requirements, the plan of somebody, what is said of an item.
import { day, ok } from "./matches.ts";
import type { Reply, World } from "./world.ts";

export const requirement = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  title: `To do ${key}`,
  kind: "requirement",
  phase: "",
  classYear: null,
  due: null,
  dependsOn: [],
  signedBy: "learner",
  how: "",
  ...more,
});

/** One of each: late and the learner's, soon and the advisor's, the office's that waits for the first, a letter, another class's. */
export const fewRequirements = () => [
  requirement("own", { due: { on: day(-3) } }),
  requirement("signed", { due: { event: "opens", days: -5 }, signedBy: "advisor" }),
  requirement("filed", { kind: "document", dependsOn: ["own"], due: { on: day(40) }, signedBy: "office" }),
  requirement("letter", { kind: "letter" }),
  requirement("elsewhere", { classYear: 2029, due: { on: day(-9) } }),
];

/** Marisol's set with these, and a timeline in which "opens" is in 10 days for the class of 2028. */
export async function requirementsIn(world: World, items: unknown[] = fewRequirements()): Promise<string> {
  const opens = {
    classYear: 2028,
    event: "opens",
    title: "Applications open",
    on: day(10),
    beginsPhase: false,
    source: "invented for this test",
    version: 0,
  };
  ok(await world.ask("marisol", "POST", "/timelines", { days: [opens] }));
  const set = { name: "Advising", items, because: "The first" };
  return ok(await world.ask("marisol", "POST", "/requirements", set)).setId;
}

export interface Item {
  requirement: { key: string };
  state: { state: string; turn: number; saidAs: string | null; saidBy: string | null; fromWhom: string };
  group: string;
  due: string | null;
  blockedBy: string[];
  version: number;
}

export const planFor = (world: World, who: string, learner: string): Promise<Reply> =>
  world.ask(who, "GET", `/people/${world.people[learner]!.personId}/plan`);

export const itemIn = (plan: { items: Item[] }, key: string): Item =>
  plan.items.find((item) => item.requirement.key === key)!;

/** As `who`, over what they see at that moment. */
export async function say(world: World, who: string, learner: string, key: string, state: string, more = {}) {
  const plan = ok(await planFor(world, who, learner));
  const item = itemIn(plan, key) as Item & { setId: string };
  const body = { setId: item.setId, key, turn: item.state.turn, state, ...more };
  return world.ask(who, "POST", `/people/${world.people[learner]!.personId}/plan/states`, body);
}
