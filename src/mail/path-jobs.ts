// The addresses that are made only when a mail leaves.
import type { PathOf } from "./jobs.ts";
import { invitationPurpose, mailedInvitation } from "./invitation-store.ts";

export const invitationPath: PathOf = ({ tx, door, schoolId, aboutId }) =>
  mailedInvitation(tx, door.keyFor(invitationPurpose), schoolId, aboutId);
