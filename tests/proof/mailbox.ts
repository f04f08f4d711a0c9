// The mail server of a proof: it keeps what it said yes to, read as a mail program would, and can be watched at the two
// moments that matter: before its yes, and right after.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Taken {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  /** The calendar entry; empty without one. */
  calendar: string;
  /** Of the connections that were made while `Mailbox.run` was this. */
  run: number;
}

export interface Mailbox {
  url: string;
  taken: Taken[];
  /** Which life of the server it is: the proof counts. */
  run: number;
  /** Called when a message is all there; true keeps the mail server from ever answering. */
  beforeYes: () => boolean;
  /** Called when the yes is on its way. */
  afterYes: () => void;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const runs = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect({ id }, done) {
      runs.set(id, box.run);
      done();
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        if (box.beforeYes()) return;
        const to = session.envelope.rcptTo.map(({ address }) => address).join(",");
        box.taken.push({ ...read(Buffer.concat(pieces).toString("utf8"), to), run: runs.get(session.id) ?? -1 });
        done();
        box.afterYes();
      });
    },
  });
  // Whoever is killed breaks off.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const box: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    run: 0,
    beforeYes: () => false,
    afterYes: () => undefined,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return box;
}

function read(raw: string, to: string): Omit<Taken, "run"> {
  const parts = partsOf(raw);
  const headers = headOf(raw);
  return {
    messageId: field(headers, "message-id"),
    to,
    subject: field(headers, "subject"),
    text: parts.find(({ type }) => type.startsWith("text/plain"))?.body ?? "",
    calendar: parts.find(({ type }) => type.startsWith("text/calendar"))?.body ?? "",
  };
}

const headOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
const field = (head: string, name: string) => new RegExp(`^${name}: *(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";

/** The parts of a message that hold text, however deep they lie. */
function partsOf(raw: string): { type: string; body: string }[] {
  const head = headOf(raw);
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const type = field(head, "content-type") || "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined)
    return [{ type: type.toLowerCase(), body: decoded(body, field(head, "content-transfer-encoding").toLowerCase()) }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.replace(/^\r\n/, "")));
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
