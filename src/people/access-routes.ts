// Handlers of what an administrator does for somebody's access.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Access } from "./access.ts";
import { addOfficer, endOffice, getAccess, giveOffice, invitePerson, withdrawInvitations } from "./access-contract.ts";
import { addInvitation, addOffice, endOfficeOf, findAccess, untilDays, withdrawInvitationsOf } from "./access-store.ts";
import type { Me } from "./me.ts";
import { insertPerson } from "./person-store.ts";
import { newSecret } from "./secrets.ts";
import { invitationDays } from "./sign-in.ts";

export const accessRoutes: Route[] = [
  serve(getAccess, ({ tx, me, params: { id } }) => theAccess(tx, me, id)),

  serve(addOfficer, async ({ tx, me, body: { office, ...fields } }) => {
    const id = await insertPerson(tx, me, fields);
    await addOffice(tx, me, id, office);
    return theAccess(tx, me, id);
  }),

  serve(invitePerson, async ({ tx, me, params: { id }, sendsMail }) => {
    await hereStill(tx, me, id);
    const secret = newSecret();
    await addInvitation(tx, id, secret);
    return { secret, until: untilDays(invitationDays), isMailed: sendsMail };
  }),

  serve(withdrawInvitations, async ({ tx, me, params: { id } }) => {
    await theAccess(tx, me, id);
    await withdrawInvitationsOf(tx, id);
    return theAccess(tx, me, id);
  }),

  serve(giveOffice, async ({ tx, me, params: { id }, body: { office } }) => {
    await hereStill(tx, me, id);
    await addOffice(tx, me, id, office);
    return theAccess(tx, me, id);
  }),

  serve(endOffice, async ({ tx, me, params: { id, officeId } }) => {
    if ((await endOfficeOf(tx, me, id, officeId)) === 0)
      throw new Refusal("absent", "office.absent", "This person does not hold that office any more. Reload the page.");
    return theAccess(tx, me, id);
  }),
];

async function theAccess(tx: Tx, me: Me, id: string): Promise<Access> {
  const access = await findAccess(tx, me, id);
  if (access === null) throw new Refusal("absent", "person.absent", "There is nobody here by that id.");
  return access;
}

async function hereStill(tx: Tx, me: Me, id: string): Promise<void> {
  const { leftOn } = await theAccess(tx, me, id);
  if (leftOn !== null)
    throw new Refusal(
      "conflict",
      "person.left",
      "This person has left. Correct that first, then give them access again.",
    );
}
