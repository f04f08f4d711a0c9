// Goals of the invented school: some learners who are coached write goals, rate themselves over months, check in and keep a
// learning plan, and their coaches ask; all through
// the API.
import { listRelationships } from "../agreements/contract.ts";
import type { Client } from "../client.ts";
import { addDays, type Day } from "../core/shapes.ts";
import { addGoal, addLink, addStep, checkIn, commentGoal, markStep, rateGoal } from "../goals/contract.ts";
import { writeLearningPlan } from "../goals/learning-plan-contract.ts";
import { goalProgram } from "../programs/program.ts";

/** A session of anybody's, by their id. */
type As = (personId: string) => Promise<Client>;

/** More than the demo has in force. */
const pairsMost = 200;

const invented = [
  {
    words: "Present a new patient in three minutes on morning rounds",
    matters: "I lose the team when I tell everything, and then my plan is lost too.",
    measure: "Two of three presentations under three minutes, and the team asks about the plan",
    serves: "Internal medicine, and feedback from my first rotation",
    outcome: "The team acts on what I propose",
    obstacle: "I am afraid to leave something out",
    ifThen: "If I notice that I list everything, then I stop and say the one-line summary",
    steps: ["Record one presentation and listen to it", "Ask the resident for one thing to cut"],
    scores: [3, 4, 4, 6],
    checkin: "Yesterday I began with the summary. Nobody interrupted.",
    question: "What did you do differently on the day that went well?",
  },
  {
    words: "Ask for feedback on one thing at the end of each shift",
    matters: "I wait for feedback, and it comes too late to use.",
    measure: "A line in my notebook after four shifts of five",
    serves: "Every clerkship that follows",
    outcome: "I know by Friday what to try on Monday",
    obstacle: "I do not want to take people's time",
    ifThen: "If the shift ends busily, then I ask by a short message",
    steps: ["Write down the one question before the shift", "Try it with somebody I trust"],
    scores: [5, 5, 7],
    checkin: "Three times this week. It took two minutes each.",
    question: "Whose feedback helped you most, and how did you ask?",
  },
];

export async function loadDemoGoals(coordinator: Client, as: As, today: Day): Promise<void> {
  const { items } = await coordinator.ask(listRelationships, { query: { state: "in force", limit: pairsMost } });
  for (const [at, { learner, educator }] of items.filter(({ program }) => program === goalProgram).entries())
    await setGoals({ learner: await as(learner.personId), coach: await as(educator.personId), today }, at);
}

interface Pair {
  learner: Client;
  coach: Client;
  today: Day;
}

async function setGoals({ learner, coach, today }: Pair, at: number): Promise<void> {
  const goalIds: string[] = [];
  for (const [nth, goal] of invented.entries()) {
    const { steps, scores, checkin, question, ...written } = goal;
    const dueOn = addDays(today, 40 + 30 * nth + (at % 9));
    const { goalId } = await learner.ask(addGoal, { body: { ...written, dueOn } });
    goalIds.push(goalId);
    const params = { id: goalId };
    for (const words of steps) await learner.ask(addStep, { params, body: { words } });
    for (const [back, score] of scores.toReversed().entries())
      await learner.ask(rateGoal, { params, body: { score, on: addDays(today, -24 * back - (at % 5)) } });
    await learner.ask(checkIn, { params, body: { words: checkin } });
    const whole = await coach.ask(commentGoal, { params, body: { kind: "question", words: question } });
    const stepId = whole.steps[0]?.stepId;
    if (nth === 0 && stepId !== undefined)
      await learner.ask(markStep, { params: { ...params, stepId }, body: { done: true } });
    const link = { title: "A guide to short presentations (invented)", link: "https://example.edu/presenting" };
    if (nth === 0) await learner.ask(addLink, { params, body: link });
    await learner.ask(writeLearningPlan, { body: planOf(nth, goalIds) });
  }
}

/** Two versions: the first with one goal, the second with both, and with what was learnt since. */
function planOf(version: number, goalIds: readonly string[]) {
  return {
    version,
    title: "What I work on this year",
    strengths: "I prepare well, and I listen.",
    growth:
      version === 0 ? "Speaking briefly." : "Speaking briefly, and asking for feedback while it can still be used.",
    support: "A friend who listens to my recordings.",
    goalIds: [...goalIds],
    withRatings: true,
    withEvidence: true,
  };
}
