// What the two of each relationship see of their meetings together, put together from rows.
import { isParty, type Relationship } from "../agreements/relationship.ts";
import { findRelationship } from "../agreements/store.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { cadenceOf } from "./cadence.ts";
import type { PairMeetings } from "./pair.ts";
import { meetingsOf, pacesOf } from "./store.ts";

/** More than anybody has. */
const briefMost = 5000;
const meetingsMost = 200;

/** `isBrief`: only what lies ahead or waits, and the last few that took place. */
export async function pairsOf(
  tx: Tx,
  me: Me,
  relationships: Relationship[],
  isBrief: boolean,
): Promise<PairMeetings[]> {
  const relationshipIds = relationships.map(({ relationshipId }) => relationshipId);
  const [meetings, paces, charters] = await Promise.all([
    meetingsOf(tx, me, { relationshipIds, isBrief, limit: isBrief ? briefMost : meetingsMost }),
    pacesOf(tx, me),
    chartersInForce(tx, me, me.today),
  ]);
  return relationships.flatMap((relationship) => {
    const { relationshipId, program, startedOn, endedOn, pause } = relationship;
    const pace = paces.find((one) => one.relationshipId === relationshipId);
    const everyDays = charters.find((charter) => charter.program === program)?.body.cadenceDays;
    if (pace === undefined) return [];
    const cadence =
      startedOn === null || endedOn !== null || everyDays === undefined
        ? null
        : cadenceOf({ everyDays, startedOn, pause, ...pace }, me.today);
    const own = meetings.filter((meeting) => meeting.relationshipId === relationshipId);
    return [{ relationship, confidentiality: pace.confidentiality, phase: pace.phase, cadence, meetings: own }];
  });
}

/** An office that sees a relationship has no part in its meetings: for it this is as absent as for anyone else. */
export async function theOwnRelationship(tx: Tx, me: Me, id: string): Promise<Relationship> {
  const relationship = await findRelationship(tx, me, id);
  if (relationship === null || !isParty(relationship, me.personId))
    throw new Refusal("absent", "relationship.absent", "There is no such relationship here.");
  return relationship;
}
