// Handlers of signing off for several learners: the preview does all of it and keeps nothing.
import type { BodyOf } from "../core/endpoint.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { addSignOffs, previewSignOffs } from "./plan-contract.ts";
import { addDone, standpointsOf } from "./plan-store.ts";
import { theSet } from "./routes.ts";
import { type SignOffReport, sorted, titlesBefore } from "./sign-off.ts";

export const signOffRoutes: Route[] = [
  servePreview(previewSignOffs, ({ tx, me, body }) => signedOff(tx, me, body)),
  serve(addSignOffs, ({ tx, me, body }) => signedOff(tx, me, body)),
];

async function signedOff(tx: Tx, me: Me, body: BodyOf<typeof addSignOffs>): Promise<SignOffReport> {
  const { setId, key, learnerIds } = body;
  const { version, items } = await theSet(tx, me, setId);
  const requirement = items.find((one) => one.key === key);
  if (requirement === undefined)
    throw new Refusal("absent", "requirement.absent", "There is no such requirement in this set by now. Reload it.");
  const { sound, refused } = sorted(requirement, learnerIds, await standpointsOf(tx, me, body, requirement.dependsOn));
  if (sound.length > 0) await addDone(tx, me, { setId, version, key }, sound);
  const signed = sound.map((one) => ({
    learnerId: one.learnerId,
    name: one.name,
    openBefore: titlesBefore(items, one),
  }));
  return { signed, refused };
}
