// Handlers of goals.
import { addDays } from "../core/shapes.ts";
import { granted, Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import * as contract from "./contract.ts";
import { addFileRow, addLinkRow, evidenceOf, findFile, strikeEvidence } from "./evidence-store.ts";
import { fileNameOf, filesBytesMost, fileTypeOf } from "./file.ts";
import { goalMost, type GoalOwner, type WholeGoal } from "./goal.ts";
import * as store from "./store.ts";

/** How far back somebody can rate. */
const lookBackDays = 366;

export const goalRoutes: Route[] = [
  serve(contract.listGoals, async ({ tx, me, query: { learnerId = me.personId } }) => {
    const learner = await theOwner(tx, me, learnerId);
    if (learner.as === "coach") await noteRead(tx, "goal", learnerId);
    return { learner, items: await store.goalsOf(tx, me, { learnerId }) };
  }),

  serve(contract.listCoachedGoals, async ({ tx, me }) => ({ items: await store.coachedGoals(tx, me) })),

  serve(contract.addGoal, async ({ tx, me, body }) => {
    await theOwner(tx, me, me.personId);
    refuseMore("goals", await store.goalsOf(tx, me, { learnerId: me.personId }));
    return theGoal(tx, me, await store.addGoalRow(tx, me, body));
  }),

  serve(contract.getGoal, async ({ tx, me, params: { id } }) => {
    const goal = await theGoal(tx, me, id);
    if (goal.as === "coach") await noteRead(tx, "goal", goal.learnerId);
    return goal;
  }),

  serve(contract.writeGoal, async ({ tx, me, params: { id }, body }) => {
    await theOwnGoal(tx, me, id);
    if (!(await store.changeGoal(tx, me, id, body)))
      throw new Refusal(
        "conflict",
        "goal.version",
        "You wrote this goal anew meanwhile. Reload it, and apply your change to that.",
      );
    return theGoal(tx, me, id);
  }),

  serve(contract.addStep, ({ tx, me, params: { id }, body }) =>
    withMore(tx, me, id, "steps", () => store.addStepRow(tx, me, { goalId: id }, body)),
  ),

  serve(contract.markStep, async ({ tx, me, params: { id, stepId }, body: { done } }) => {
    await theOwnGoal(tx, me, id);
    refuseGone(await store.setStepDone(tx, me, id, stepId, done));
    return theGoal(tx, me, id);
  }),

  serve(contract.dropStep, async ({ tx, me, params: { id, stepId } }) => {
    await theOwnGoal(tx, me, id);
    refuseGone(await store.strikeStep(tx, me, id, stepId));
    return theGoal(tx, me, id);
  }),

  serve(contract.addLink, ({ tx, me, params: { id }, body }) =>
    withMore(tx, me, id, "evidence", () => addLinkRow(tx, me, id, body)),
  ),

  serve(contract.addFile, ({ tx, me, params: { id }, body: { name, base64 } }) =>
    withMore(tx, me, id, "evidence", async () => {
      const content = Buffer.from(base64, "base64");
      const type = granted(fileTypeOf(content));
      const kept = await evidenceOf(tx, me, { learnerId: me.personId });
      if (kept.reduce((sum, { fileBytes }) => sum + (fileBytes ?? 0), content.length) > filesBytesMost)
        throw new Refusal("invalid", "goal.files", "Your files together have at most 50 MB.", [
          { field: "base64", because: "Take a file away that you no longer need, or send a link." },
        ]);
      await addFileRow(tx, me, id, { name: fileNameOf(name), type, content });
    }),
  ),

  serve(contract.getFile, async ({ tx, me, params: { id, evidenceId } }) => {
    const { as, learnerId } = await theGoal(tx, me, id);
    const file = await findFile(tx, me, id, evidenceId);
    if (file === null) throw gone();
    if (as === "coach") await noteRead(tx, "goal", learnerId);
    return { name: file.title, type: file.fileType, base64: file.base64 };
  }),

  serve(contract.dropEvidence, async ({ tx, me, params: { id, evidenceId } }) => {
    await theOwnGoal(tx, me, id);
    refuseGone(await strikeEvidence(tx, me, id, evidenceId));
    return theGoal(tx, me, id);
  }),

  serve(contract.rateGoal, ({ tx, me, params: { id }, body: { score, on = me.today } }) =>
    withMore(tx, me, id, "ratings", () => {
      if (on > me.today || on < addDays(me.today, -lookBackDays))
        throw new Refusal("invalid", "goal.rating-day", "A rating is for today, or for a day of the last year.", [
          { field: "on", because: "Choose today, or a day of the last year." },
        ]);
      return store.addRating(tx, me, { goalId: id }, { score, on });
    }),
  ),

  serve(contract.checkIn, ({ tx, me, params: { id }, body: { words } }) =>
    withMore(tx, me, id, "checkins", () => store.addCheckIn(tx, me, { goalId: id }, words)),
  ),

  serve(contract.commentGoal, async ({ tx, me, params: { id }, body }) => {
    const goal = await theGoal(tx, me, id);
    if (goal.as !== "coach")
      throw new Refusal("forbidden", "goal.coach", "Comments are your coach's. Write how it goes in a check-in.");
    refuseMore("comments", goal.comments);
    await store.addComment(tx, me, { goalId: id, learnerId: goal.learnerId }, body);
    return theGoal(tx, me, id);
  }),
];

/** The same words for no learner, and for one whose goals are not the asker's to read. */
export async function theOwner(tx: Tx, me: Me, learnerId: string): Promise<GoalOwner> {
  const owner = await store.findOwner(tx, me, learnerId);
  if (owner === null) throw absent();
  return owner;
}

async function theGoal(tx: Tx, me: Me, goalId: string): Promise<WholeGoal> {
  const [goal] = await store.goalsOf(tx, me, { goalId });
  if (goal === undefined) throw absent();
  const { as, ...learner } = await theOwner(tx, me, goal.learnerId);
  const [evidence, checkins, comments] = await Promise.all([
    evidenceOf(tx, me, { goalId }),
    store.checkinsOf(tx, me, goalId),
    store.commentsOf(tx, me, goalId),
  ]);
  return { ...goal, learner, as, evidence, checkins, comments };
}

/** For writing: a coach may not, and is told so, since they may read it. */
async function theOwnGoal(tx: Tx, me: Me, goalId: string): Promise<WholeGoal> {
  const goal = await theGoal(tx, me, goalId);
  if (goal.as !== "learner")
    throw new Refusal("forbidden", "goal.learner", "A goal is the learner's own. Ask or comment instead.");
  return goal;
}

type Kind = Exclude<keyof typeof goalMost, "goals" | "comments">;

async function withMore(tx: Tx, me: Me, goalId: string, kind: Kind, add: () => Promise<void>): Promise<WholeGoal> {
  const goal = await theOwnGoal(tx, me, goalId);
  refuseMore(kind, goal[kind]);
  await add();
  return theGoal(tx, me, goalId);
}

const plurals: Record<keyof typeof goalMost, string> = {
  goals: "goals",
  steps: "steps in a goal",
  evidence: "pieces of evidence in a goal",
  ratings: "ratings of a goal",
  checkins: "check-ins of a goal",
  comments: "comments on a goal",
};

function refuseMore(kind: keyof typeof goalMost, there: readonly unknown[]): void {
  if (there.length >= goalMost[kind])
    throw new Refusal("conflict", "goal.most", `There are ${goalMost[kind]} ${plurals[kind]}, which is the most.`);
}

function refuseGone(touched: number): void {
  if (touched === 0) throw gone();
}

function gone(): Refusal {
  return new Refusal("absent", "goal.part", "This is not there any more. Reload the goal.");
}

function absent(): Refusal {
  return new Refusal("absent", "goal.absent", "There is no such goal here, or it is not yours to read.");
}
