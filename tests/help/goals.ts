// What tests of goals say often: a goal with something of each kind under it, and a learning plan with a link.
import { ok } from "./matches.ts";
import type { World } from "./world.ts";

export const goalWords = { words: "Present a new patient in three minutes on morning rounds" };

export const textFile = (text: string) => ({ name: "notes.txt", base64: Buffer.from(text).toString("base64") });

export interface GoalIds {
  goal: string;
  evidence: string;
  planLink: string;
}

/** A goal of `learner` with a step, a file, a rating and a check-in; a version of their learning plan, and a link to it. */
export async function goalsOf(world: World, learner: string): Promise<GoalIds & { path: string }> {
  const ask = async (method: string, path: string, body?: unknown) => ok(await world.ask(learner, method, path, body));
  const { goalId } = await ask("POST", "/goals", goalWords);
  await ask("POST", `/goals/${goalId}/steps`, { words: "Record myself once" });
  await ask("POST", `/goals/${goalId}/ratings`, { score: 4 });
  await ask("POST", `/goals/${goalId}/checkins`, { words: "I was faster today." });
  const { evidence } = await ask("POST", `/goals/${goalId}/files`, textFile("What I said"));
  const plan = { version: 0, title: "My winter", goalIds: [goalId], withRatings: true, withEvidence: true };
  await ask("POST", "/learning-plans", plan);
  const { link, path } = await ask("POST", "/learning-plan-links", { version: 1, label: "My mentor", days: 30 });
  return { goal: goalId, evidence: evidence[0].evidenceId, planLink: link.linkId, path };
}
