// Handlers for those to whom something is proposed.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { answerProposal, listProposals } from "./contract.ts";
import { addAnswer, addRelationship, declareConflict, lockedProposal, ownProposals } from "./proposal-store.ts";

export const proposalRoutes: Route[] = [
  serve(listProposals, async ({ tx, me }) => ({ items: await ownProposals(tx, me) })),

  serve(answerProposal, async ({ tx, me, params, body }) => {
    const proposal = await lockedProposal(tx, params.runId, params.learnerId);
    if (proposal === null) throw new Refusal("absent", "proposal.absent", "There is no such proposal for you.");
    if (body.answer === "accept") {
      await addAnswer(tx, me, proposal, "accept", null);
      await addRelationship(tx, me, proposal);
    } else {
      // A conflict leaves no word of itself in the answer: it reads as any other absence.
      await addAnswer(tx, me, proposal, "decline", body.reason === "conflict" ? "unavailable" : body.reason);
      if (body.reason === "conflict") await declareConflict(tx, me, proposal);
    }
    return { items: await ownProposals(tx, me) };
  }),
];
