// What both homes rest on: the asker's own relationships and proposals, the charters and which of those are unread, and what is asked of them.
import type { Relationship } from "../agreements/relationship.ts";
import { relationshipsAfter } from "../agreements/store.ts";
import type { Tx } from "../db/door.ts";
import { ownProposals } from "../matching/proposal-store.ts";
import type { Me } from "../people/me.ts";
import { heldCount } from "../requests/store.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { actionsOf } from "./home.ts";
import { apart } from "./snooze.ts";
import { ownSnoozes } from "./snooze-store.ts";
import { unreadCharters, wordingsOf } from "./store.ts";

/** More than anybody has, ended ones included. */
const relationshipsMost = 500;

/** Of relationships and proposals only those in which the asker is on this side. */
export async function affairsOf(tx: Tx, me: Me, as: "learner" | "educator") {
  const [all, proposed, unread, charters, requests, snoozes] = await Promise.all([
    relationshipsAfter(tx, me, { mine: true, after: null, limit: relationshipsMost }),
    ownProposals(tx, me),
    unreadCharters(tx, me),
    chartersInForce(tx, me, me.today),
    as === "educator" ? heldCount(tx, me) : 0,
    ownSnoozes(tx, me),
  ]);
  const relationships: Relationship[] = all.filter((one) => one[as].personId === me.personId);
  const running = relationships.filter(({ state }) => state !== "ended");
  const proposals = proposed.filter((proposal) => proposal.as === as);
  const unsigned = running.filter(({ awaits }) => awaits.length > 0).map(({ relationshipId }) => relationshipId);
  const wordings = unsigned.length > 0 ? await wordingsOf(tx, me, unsigned) : new Map<string, number>();
  const waiting = actionsOf(me.personId, { running, proposals, unread, wordings });
  const { here, snoozed } = apart(waiting, snoozes, me.today);
  return { relationships, running, proposals, charters, requests, actions: here, snoozed };
}
