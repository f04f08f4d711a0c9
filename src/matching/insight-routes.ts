// Handlers that explain a run: its proof, one learner's pair, what would help, and the other lanes.
import { type Route, serve } from "../http/serve.ts";
import { getExplanation, getLanes, getProblem, getStudy } from "./contract.ts";
import { explain, theProblem } from "./explain-store.ts";
import { theLanes } from "./lanes-store.ts";
import { theStudy } from "./study-store.ts";

export const insightRoutes: Route[] = [
  serve(getProblem, ({ tx, me, params }) => theProblem(tx, me, params.id)),

  serve(getExplanation, ({ tx, me, params, query }) => explain(tx, me, params.id, params.learnerId, query.instead)),

  serve(getStudy, ({ tx, me, params }) => theStudy(tx, me, params.id)),

  serve(getLanes, async ({ tx, me, params }) => ({ items: await theLanes(tx, me, params.id) })),
];
