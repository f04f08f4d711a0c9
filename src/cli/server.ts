// A running Chiron: the database, the web server in front of it, and their orderly end.
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import type { LanguageModel } from "../core/language-model.ts";
import { surviveBrokenLines } from "../db/broken-line.ts";
import { refuseRunning } from "../db/folder-lock.ts";
import { type Opened, openDatabase } from "../db/open.ts";
import { appOf } from "../http/app.ts";
import { routes } from "../http/routes.ts";
import { listen, tryPort } from "./listen.ts";
import { type MailSettings, startMail } from "./serve-mail.ts";

export interface Running extends Opened {
  url: string;
  /** Runs until the database ends by itself, which is a failure; the exit code. A signal ends the process elsewhere. */
  untilEnd(): Promise<number>;
}

export interface Start {
  dataDir: string;
  port: number;
  host: string;
  /** The embedded PostgreSQL serves when there is none. */
  databaseUrl: string | undefined;
  publicOrigin?: string | undefined;
  /** Proxies in front, whose X-Forwarded-For is believed. */
  proxies?: number;
  /** The mail server; or the demo's, which sends nothing and keeps the mails to be looked at. Without any, mail rests. */
  mail?: MailSettings | "kept" | undefined;
  model?: LanguageModel | undefined;
  quiet?: boolean;
  say(line: string): void;
}

const webFolder = join(import.meta.dirname, "..", "..", "dist", "web");

export async function startChiron(start: Start): Promise<Running> {
  const { dataDir, port, host, databaseUrl, publicOrigin, proxies = 0, mail, model, quiet = false, say } = start;
  if (databaseUrl === undefined) refuseRunning(dataDir);
  await tryPort(host, port);
  if (!existsSync(join(webFolder, "index.html")))
    say("The web app is not built yet; only the API will answer. Build it with: npm run build");
  const opened = await openDatabase({
    dataDir,
    databaseUrl,
    databaseAdminUrl: process.env.DATABASE_ADMIN_URL,
    onProgress: say,
  });
  const log = logTo(2, quiet ? "warn" : (process.env.LOG_LEVEL ?? "info"));
  surviveBrokenLines(() => log.warn("a connection to the database broke while it opened"));
  const app = appOf({
    door: opened.door,
    log,
    routes,
    webFolder,
    proxies,
    sendsMail: mail !== undefined,
    ...(model ? { model } : {}),
    ...(publicOrigin ? { publicOrigin } : {}),
  });
  const server = await listen(app.fetch, host, port).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const { port: actual } = server.address() as AddressInfo;
  const url = publicOrigin ?? addressOf(host, actual);
  const post = mail === undefined ? null : startMail(mail, { door: opened.door, origin: url }, log);
  let isClosing = false;
  const close = async () => {
    isClosing = true;
    await post?.stop();
    await endServer(server);
    await opened.close();
  };
  const untilEnd = async () => {
    await opened.ended;
    if (isClosing) return 0;
    say("The database has ended; stopping. Start again: what was answered is kept.");
    return 1;
  };
  return { ...opened, url, close, untilEnd };
}

/** Answers under way are finished; idle connections are let go at once. */
async function endServer(server: Awaited<ReturnType<typeof listen>>): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve));
  const letGo = () => "closeIdleConnections" in server && server.closeIdleConnections();
  letGo();
  const idling = setInterval(letGo, 50);
  const late = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 5000);
  await done;
  clearInterval(idling);
  clearTimeout(late);
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "localhost" : host}:${port}`;
}

/** Lines are written together, at the latest after a second, since one write each costs more than a small request. */
function logTo(descriptor: number, level: string): Logger {
  const destination = pino.destination({ fd: descriptor, sync: false, minLength: 4096, periodicFlush: 1000 });
  return pino({ level }, destination);
}
