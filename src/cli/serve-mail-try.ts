// Whether mail would leave with these settings: somebody signs in at the mail server and says goodbye, and no mail is sent.
import { Refusal } from "../core/refusal.ts";
import type { Finding } from "../db/checkup.ts";
import type { Fault } from "../mail/delivery.ts";
import { trySmtp } from "../mail/smtp-jobs.ts";
import { mailIn } from "./serve-mail.ts";

const what = "Mail can leave";

/** From whom mail comes, and whether the reader's own server takes it, shows only a mail that is sent. */
export async function mailFinding(env: NodeJS.ProcessEnv): Promise<Finding> {
  try {
    const mail = mailIn(env);
    if (mail === undefined)
      return { what, ok: true, saw: "no mail server is set, so mail rests until SMTP_URL names one" };
    const fault = await trySmtp(mail.url);
    const host = new URL(mail.url).host;
    if (fault === null) return { what, ok: true, saw: `${host} lets this server in` };
    return { what, ok: false, saw: saidOf[fault](host) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const lacks = error.faults.map(({ field, because }) => `${field}: ${because}`);
    return { what, ok: false, saw: [error.because, ...lacks].join(" ") };
  }
}

/** Each names the setting and what to do about it; none the name or the password. */
const saidOf: Record<Fault, (host: string) => string> = {
  unreachable: (host) =>
    `no mail server answers at ${host}: correct the host and the port in SMTP_URL, write smtps:// for port 465 and smtp:// for 25 and 587, or let this machine through to it`,
  "sign-in": (host) =>
    `${host} refuses the name or the password in SMTP_URL: correct them, and write signs such as @ and / in them as %40 and %2F`,
  secure: (host) =>
    `no secure connection to ${host} comes about: in SMTP_URL write smtps:// for port 465 and smtp:// for 25 and 587, and the host by the name in its certificate`,
  busy: (host) => `${host} is busy, which passes: try again in some minutes`,
  refused: (host) => `${host} refuses this server: ask who runs it to let it in, or name another in SMTP_URL`,
  other: (host) => `${host} answers, but not as a mail server does: correct the host and the port in SMTP_URL`,
};
