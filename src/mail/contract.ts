// What somebody is mailed about; whether mail flows; and the demo's mailbox.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id } from "../core/shapes.ts";
import { Choices, Hours } from "./choice.ts";
import { Flow, Shown } from "./flow.ts";
import { ways } from "./kinds.ts";

export const getMailChoices = endpoint({
  method: "GET",
  path: "/account/mail",
  summary: "What you are mailed about, how, and when",
  may: "take part",
  reply: Choices,
});

export const putMailChoice = endpoint({
  method: "PUT",
  path: "/account/mail/:kind",
  summary: "Choose how you are told of a kind: at once, in the daily mail, or not at all",
  may: "take part",
  params: z.object({ kind: z.string().min(1).max(40) }),
  body: z.object({ how: z.enum(ways, { error: "Choose at once, digest or off." }) }),
  reply: Choices,
});

export const putMailHours = endpoint({
  method: "PUT",
  path: "/account/mail",
  summary: "Choose when you get no mail, and when your daily one",
  may: "take part",
  body: Hours,
  reply: Choices,
});

export const getMailFlow = endpoint({
  method: "GET",
  path: "/mail",
  summary: "Whether mail flows, and which messages could not be delivered; never what they are about",
  may: "manage access",
  reply: Flow,
});

export const retryMails = endpoint({
  method: "POST",
  path: "/mail/retries",
  summary: "Try to send these messages again",
  may: "manage access",
  body: z.object({ messageIds: z.array(Id).min(1, "Name at least one message.").max(200, "At most 200 at a time.") }),
  reply: Flow,
});

export const getMailbox = endpoint({
  method: "GET",
  path: "/mailbox",
  summary: "The demo's mailbox: the newest mails, as they would be sent to whom. No other school has one",
  may: "anyone",
  reply: z.object({ items: z.array(Shown) }),
});
