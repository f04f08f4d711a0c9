// What both homes rest on: the asker's own relationships and proposals, the charters and which of those are unread, and what is asked of them.
import type { Relationship } from "../agreements/relationship.ts";
import { relationshipsAfter } from "../agreements/store.ts";
import type { Tx } from "../db/door.ts";
import { ownProposals } from "../matching/proposal-store.ts";
import type { Me } from "../people/me.ts";
import { heldCount } from "../requests/store.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { unreadCharters } from "./store.ts";

/** More than anybody has, ended ones included. */
const relationshipsMost = 500;

/** Of relationships and proposals only those in which the asker is on this side. */
export async function affairsOf(tx: Tx, me: Me, as: "learner" | "educator") {
  const [all, proposed, unread, charters, requests] = await Promise.all([
    relationshipsAfter(tx, me, { mine: true, after: null, limit: relationshipsMost }),
    ownProposals(tx, me),
    unreadCharters(tx, me),
    chartersInForce(tx, me, me.today),
    as === "educator" ? heldCount(tx, me) : 0,
  ]);
  const relationships: Relationship[] = all.filter((one) => one[as].personId === me.personId);
  return {
    relationships,
    running: relationships.filter(({ state }) => state !== "ended"),
    proposals: proposed.filter((proposal) => proposal.as === as),
    unread,
    charters,
    requests,
  };
}
