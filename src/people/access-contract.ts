// What an administrator does: look how somebody gets in, invite them, give and end offices.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, Instant } from "../core/shapes.ts";
import { Access } from "./access.ts";
import { PersonFields } from "./person.ts";
import { offices } from "./roles.ts";

const params = z.object({ id: Id });
const Chosen = z.enum(offices, { error: "Choose one of the offices." });

export const getAccess = endpoint({
  method: "GET",
  path: "/people/:id/access",
  summary: "How somebody gets in, and which offices they hold",
  may: "manage access",
  params,
  reply: Access,
});

export const addOfficer = endpoint({
  method: "POST",
  path: "/officers",
  summary: "Add somebody who is neither learner nor educator, with the office they hold",
  may: "manage access",
  body: PersonFields.extend({ office: Chosen }),
  reply: Access,
});

export const invitePerson = endpoint({
  method: "POST",
  path: "/people/:id/invitations",
  summary:
    "Invite somebody: a link that opens their account once, mailed to them too where mail is set up. The links before it open nothing any more",
  may: "manage access",
  isShownOnce: true,
  params,
  body: z.object({}),
  reply: z.object({ secret: z.string(), until: Instant, isMailed: z.boolean() }),
});

export const withdrawInvitations = endpoint({
  method: "DELETE",
  path: "/people/:id/invitations",
  summary: "Take the open invitation of somebody back",
  may: "manage access",
  params,
  reply: Access,
});

export const giveOffice = endpoint({
  method: "POST",
  path: "/people/:id/offices",
  summary: "Give somebody an office",
  may: "manage access",
  params,
  body: z.object({ office: Chosen }),
  reply: Access,
});

export const endOffice = endpoint({
  method: "DELETE",
  path: "/people/:id/offices/:officeId",
  summary: "End an office of somebody; a school keeps an administrator",
  may: "manage access",
  params: z.object({ id: Id, officeId: Id }),
  reply: Access,
});
