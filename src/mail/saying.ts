// Words for why a message did not leave, and what to do.
import type { Fault } from "./delivery.ts";
import type { Way } from "./kinds.ts";

export const wayWords: Record<Way, string> = { "at once": "At once", digest: "Daily", off: "Off" };

export const faultWords: Record<Fault, { what: string; fix: string }> = {
  unreachable: { what: "The mail server cannot be reached", fix: "Look at SMTP_URL, and whether the server runs." },
  "sign-in": { what: "The mail server does not let us in", fix: "Look at the name and password in SMTP_URL." },
  secure: { what: "The mail server's certificate is not accepted", fix: "Look at its certificate, and at SMTP_URL." },
  busy: { what: "The mail server asked to wait", fix: "Nothing to do; it is tried again by itself." },
  refused: { what: "The address was refused", fix: "Correct the address on the person's page, then try again." },
  other: { what: "The mail server did not take it", fix: "Its own log says why. Look at MAIL_FROM, too." },
};
