// Mail of a running server: its settings, and the worker that empties the outbox.
import type { Logger } from "pino";
import { Refusal } from "../core/refusal.ts";
import type { Deliver } from "../mail/delivery.ts";
import { type Post, startPost } from "../mail/jobs.ts";
import { invitationPath } from "../mail/path-jobs.ts";
import { meetingEnclosures, meetingPaths } from "../meetings/mail-jobs.ts";
import { smtp } from "../mail/smtp-jobs.ts";

export interface MailSettings {
  url: string;
  from: string;
}

/** Undefined without a mail server. Mail without links that lead here would be of no use. */
export function mailIn({
  SMTP_URL: url,
  MAIL_FROM: from,
  CHIRON_ORIGIN: origin,
}: NodeJS.ProcessEnv): MailSettings | undefined {
  if (url === undefined || url === "") return undefined;
  const lacks = [
    ...(/^smtps?:\/\/.+/.test(url) && URL.canParse(url)
      ? []
      : [["SMTP_URL", "Write smtp:// or smtps://, then name:password@host."]]),
    ...(from?.includes("@") === true ? [] : [["MAIL_FROM", "Write the address that mail comes from."]]),
    ...(origin ? [] : [["CHIRON_ORIGIN", "Write the address that people use, since mails link to it."]]),
  ].map(([field = "", because = ""]) => ({ field, because }));
  if (lacks.length === 0) return { url, from: from ?? "" };
  throw new Refusal("invalid", "command.misused", "Mail cannot be sent with these settings.", lacks);
}

/** The worker that empties the outbox. */
export function startMail(mail: MailSettings | "kept", { door, origin }: Pick<Post, "door" | "origin">, log: Logger) {
  const { deliver, close } = mail === "kept" ? { deliver: kept, close: () => undefined } : smtp(mail.url, mail.from);
  const onBug = (error: unknown) => {
    // The message may quote an address; the code names what went wrong.
    log.error({ code: (error as { code?: string }).code, name: (error as Error).name }, "mail");
  };
  const sender = mail === "kept" ? {} : { from: mail.from };
  const paths = { invitation: invitationPath, ...meetingPaths };
  const worker = startPost({ door, origin, deliver, paths, enclosures: meetingEnclosures, ...sender }, onBug);
  return {
    stop: async () => {
      await worker.stop();
      close();
    },
  };
}

const kept: Deliver = () => Promise.resolve(null);
