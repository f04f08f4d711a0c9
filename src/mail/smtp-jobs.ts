// Mail by way of a mail server: the one that SMTP_URL names. nodemailer speaks SMTP and MIME; what it is told by a mail
// server goes no further than one word, since such answers quote addresses.
import { createTransport } from "nodemailer";
import type { Deliver, Fault, Message } from "./delivery.ts";

/** One try of one message is over well before its lease is. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

export interface Smtp {
  deliver: Deliver;
  close(): void;
}

/** `url` like smtps://name:password@mail.example.edu; `from` like "Guidance <guidance@example.edu>". */
export function smtp(url: string, from: string): Smtp {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...patience });
  const deliver: Deliver = async ({ messageId, to, subject, text, headers, calendar }: Message) => {
    try {
      // An address is data: as an object it is taken as it stands, and cannot name further readers.
      const entry = calendar && {
        icalEvent: { method: calendar.method, content: calendar.text },
      };
      await transport.sendMail({ messageId, from, to: { name: "", address: to }, subject, text, headers, ...entry });
      return null;
    } catch (error) {
      return faultOf(error);
    }
  };
  return { deliver, close: () => transport.close() };
}

/** Who tries waits for the answer, so this is sooner given up than a mail. */
const trying = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** Connects and signs in as for a mail, and sends none. Null: the server would take one. */
export async function trySmtp(url: string): Promise<Fault | null> {
  const transport = createTransport({ url, ...trying });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return faultOf(error);
  } finally {
    transport.close();
  }
}

function faultOf(error: unknown): Fault {
  const {
    code = "",
    responseCode = 0,
    command = "",
    library = "",
  } = error as { code?: string; responseCode?: number; command?: string; library?: string };
  if (/^E(NO)?AUTH/.test(code) || code === "EOAUTH2") return "sign-in";
  if (library === "SSL routines" || code === "ETLS" || code === "EREQUIRETLS") return "secure";
  if (responseCode >= 400 && responseCode < 500) return "busy";
  // A no to the reader's address is for good. Any other may be the settings' fault, and is tried again.
  if (code === "EENVELOPE") return command === "" || command.startsWith("RCPT") ? "refused" : "other";
  if (/^E(CONN|TIMEDOUT|DNS|SOCKET|PIPE|HOST|NET)/.test(code)) return "unreachable";
  return "other";
}
