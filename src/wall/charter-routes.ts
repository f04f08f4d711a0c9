// Handlers of changing a charter. The preview takes the same path as saving, in a transaction that is taken back.
import { granted, Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { type Charter, type CharterBody, type DutyRule, theCharter } from "../programs/charter.ts";
import { addCharter, newestRules, versionsOf } from "../programs/charter-store.ts";
import { dutiesOf, type Program } from "../programs/program.ts";
import { placesLost } from "../training/places.ts";
import { trainedFor } from "../training/store.ts";
import { previewCharter, saveCharter } from "./charter-contract.ts";
import {
  bodyRefusal,
  changesOf,
  type FieldChange,
  type NewConflict,
  nextRules,
  versionRefusal,
} from "./rule-change.ts";
import { addRuleset, conflictsSince, incidentIds, newestRuleset } from "./rule-store.ts";

interface Proposal {
  version: number;
  inForceFrom: Charter["inForceFrom"];
  body: CharterBody;
  rules?: DutyRule[] | undefined;
}

export const charterChangeRoutes: Route[] = [
  servePreview(previewCharter, async ({ tx, me, params: { program }, body: proposal }) => {
    const { newest, changes, conflicts } = await apply(tx, me, program, proposal, "Preview");
    const places = placesLost(newest.body, proposal.body, await trainedFor(tx, me, program), proposal.inForceFrom);
    return { changes, conflicts, places };
  }),

  serve(saveCharter, async ({ tx, me, params: { program }, body: { because, takeConflicts, ...proposal } }) => {
    const { saved, conflicts } = await apply(tx, me, program, proposal, because);
    if (conflicts.length > 0 && !takeConflicts)
      throw new Refusal(
        "conflict",
        "charter.conflicts",
        `${conflicts.length} ${conflicts.length === 1 ? "pair" : "pairs"} would collide under these rules. Look at them in the preview, then confirm to record them as incidents.`,
      );
    return saved;
  }),
];

/** Saves the next version and, where rules of the wall differ, the next ruleset; and says what came of it. */
async function apply(
  tx: Tx,
  me: Me,
  program: Program,
  proposal: Proposal,
  because: string,
): Promise<{ newest: Charter; saved: Charter; changes: FieldChange[]; conflicts: NewConflict[] }> {
  const { version, inForceFrom, body } = proposal;
  const newest = theCharter(await versionsOf(tx, me, program), program);
  const current = await newestRules(tx, me);
  const rules = granted(nextRules(program, current, proposal.rules) ?? current);
  const own = (list: DutyRule[]) => list.filter(({ duty }) => dutiesOf[program].includes(duty));
  const changes = changesOf(newest.body, body, own(current), own(rules));
  const refusal = versionRefusal(newest, version, inForceFrom, me.today, changes) ?? bodyRefusal(newest.body, body);
  if (refusal !== null) throw refusal;

  let ruleset = await newestRuleset(tx, me);
  let conflicts: NewConflict[] = [];
  if (rules !== current) {
    const known = await incidentIds(tx, me);
    ruleset += 1;
    await addRuleset(tx, me, ruleset, inForceFrom, because, rules);
    conflicts = await conflictsSince(tx, me, known);
  }
  await addCharter(tx, me, { program, version: version + 1, inForceFrom, body, ruleset, because });
  const saved = (await versionsOf(tx, me, program))[0];
  if (saved === undefined) throw new Error("the version just saved is not there");
  return { newest, saved, changes, conflicts };
}
