// Handlers of ground rules: reading, the next wording, signing, renewing. Only the two ever get here.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { charterInForce } from "../programs/charter-store.ts";
import { roleOf } from "../programs/program.ts";
import { addMonths } from "../training/certification.ts";
import { type Agreement, leftOutOf, limitsOf, linesOf, renewalRefusal, renewed, wordingRefusal } from "./agreement.ts";
import {
  addSignature,
  addWording,
  beginWording,
  findNewestWording,
  relationshipOfWording,
  type Wording,
} from "./agreement-store.ts";
import { changeAgreement, getAgreement, renewAgreement, signAgreement } from "./contract.ts";
import { findRelationship, noteReadIn } from "./store.ts";

export const agreementRoutes: Route[] = [
  serve(getAgreement, async ({ tx, me, params }) => {
    const agreement = await theAgreement(tx, me, params.id);
    const { learner } = agreement.relationship;
    if (learner.personId !== me.personId) await noteReadIn(tx, me, "agreement", params.id);
    return agreement;
  }),

  serve(changeAgreement, async ({ tx, me, params, body: { version, clauses, renewOn } }) => {
    const newest = await theWording(tx, me, params.id);
    if (version !== newest.version)
      throw new Refusal(
        "conflict",
        "agreement.version",
        "The ground rules were changed meanwhile. Reload, and read the new wording.",
      );
    const isSameDay = renewOn === undefined || renewOn === newest.renewOn;
    const refusal =
      wordingRefusal(newest.clauses, clauses, isSameDay) ?? (isSameDay ? null : renewalRefusal(renewOn, me.today));
    if (refusal !== null) throw refusal;
    const { charterVersion, program, relationshipId } = newest;
    const next = { relationshipId, program, charterVersion, clauses, renewOn: renewOn ?? newest.renewOn };
    await addWording(tx, me, { ...next, version: version + 1 });
    return theAgreement(tx, me, params.id);
  }),

  serve(signAgreement, async ({ tx, me, params }) => {
    const relationshipId = await relationshipOfWording(tx, me, params.id);
    if (relationshipId === null) throw absent();
    await addSignature(tx, me, params.id);
    return theAgreement(tx, me, relationshipId);
  }),

  serve(renewAgreement, async ({ tx, me, params, body: { renewOn } }) => {
    const newest = await theWording(tx, me, params.id);
    if (newest.signatures.length < 2)
      throw new Refusal(
        "conflict",
        "agreement.unsigned",
        "A wording still waits for a signature. Sign that one, or change it.",
      );
    const charter = await charterInForce(tx, me, newest.program);
    if (charter === null) throw absent();
    const until = renewOn ?? addMonths(me.today, charter.body.termMonths);
    const refusal = renewalRefusal(until, me.today);
    if (refusal !== null) throw refusal;
    const clauses = renewed(newest.clauses, charter.body.clauses);
    const { relationshipId, program, version } = newest;
    const next = { relationshipId, program, clauses, charterVersion: charter.version, renewOn: until };
    await addWording(tx, me, { ...next, version: version + 1 });
    return theAgreement(tx, me, params.id);
  }),
];

/** The newest wording; the first of the two to open it finds the charter's own. */
async function theWording(tx: Tx, me: Me, relationshipId: string): Promise<Wording> {
  const found = await findNewestWording(tx, me, relationshipId);
  if (found !== null) return found;
  await beginWording(tx, relationshipId);
  const begun = await findNewestWording(tx, me, relationshipId);
  if (begun === null) throw absent();
  return begun;
}

async function theAgreement(tx: Tx, me: Me, relationshipId: string): Promise<Agreement> {
  const wording = await theWording(tx, me, relationshipId);
  const relationship = await findRelationship(tx, me, relationshipId);
  if (relationship === null) throw absent();
  const inForce = await charterInForce(tx, me, wording.program);
  const { charter, clauses, before, signatures, ...rest } = wording;
  return {
    ...rest,
    relationship,
    isCharterNewer: inForce !== null && inForce.version > wording.charterVersion,
    lines: linesOf(clauses, charter.clauses, before),
    leftOut: leftOutOf(clauses, charter.clauses),
    signatures: [relationship.learner, relationship.educator].map(({ personId, name }) => {
      const signed = signatures.find((signature) => signature.personId === personId);
      return { personId, name, at: signed === undefined ? null : new Date(signed.at).toISOString() };
    }),
    confidentiality: {
      class: charter.confidentiality,
      text: charter.confidentialityText,
      limits: limitsOf(roleOf[wording.program]),
    },
  };
}

function absent(): Refusal {
  return new Refusal("absent", "agreement.absent", "There are no such ground rules of yours.");
}
