// Handlers of the two homes: each is put together from what the earlier slices keep.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { effortIn } from "../training/effort.ts";
import { findEducator } from "../training/store.ts";
import { checkWall } from "../wall/check.ts";
import { wallFacts } from "../wall/check-store.ts";
import { getEducatorHome, getLearnerHome } from "./contract.ts";
import { educatorLanes, ownFirst } from "./educator-home.ts";
import { affairsOf } from "./home-store.ts";
import { lanesOf } from "./learner-home.ts";
import { aboutEducators, factsOfLearners, findLearnerRow, judgingDuties, standingsOf } from "./store.ts";

export const homeRoutes: Route[] = [
  serve(getLearnerHome, async ({ tx, me }) => {
    const row = await findLearnerRow(tx, me);
    if (row === null)
      throw new Refusal("absent", "home.learner", "This is a learner's home, and you are not a learner here.");
    const { relationships, running, proposals, charters, actions, snoozed } = await affairsOf(tx, me, "learner");
    const educators = running.map(({ educator }) => educator.personId);
    const purposes = new Map(charters.map(({ program, body }) => [program as string, body.purpose]));
    const facts = { purposes, abouts: await aboutEducators(tx, me, educators), today: me.today };
    return {
      today: me.today,
      ...row,
      lanes: lanesOf(relationships, proposals, facts),
      wall: checkWall(await wallFacts(tx, me, "learner")),
      actions,
      snoozed,
      standings: await standingsOf(tx, me),
    };
  }),

  serve(getEducatorHome, async ({ tx, me }) => {
    const educator = await findEducator(tx, me, me.personId);
    if (educator === null)
      throw new Refusal("absent", "home.educator", "This is an educator's home, and you are not an educator here.");
    const { running, proposals, charters, requests, actions, snoozed } = await affairsOf(tx, me, "educator");
    const learners = await factsOfLearners(
      tx,
      me,
      running.map(({ learner }) => learner.personId),
    );
    return {
      today: me.today,
      department: educator.department,
      pausedUntil: educator.pausedUntil,
      lanes: ownFirst(educatorLanes({ educator, charters, running, proposals, learners, today: me.today })),
      effort: effortIn(charters, educator),
      wall: checkWall(await wallFacts(tx, me, "educator")),
      duties: await judgingDuties(tx, me),
      actions,
      snoozed,
      requests,
    };
  }),
];
