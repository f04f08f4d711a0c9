// A running Chiron: the database, the web server in front of it, and their orderly end.
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { Refusal } from "../core/refusal.ts";
import { type Opened, openDatabase } from "../db/open.ts";
import { appOf } from "../http/app.ts";
import { routes } from "../http/routes.ts";

export interface Running extends Opened {
  url: string;
  /** Runs until a signal asks it to stop or the database ends; the exit code. */
  untilEnd(): Promise<number>;
}

export interface Start {
  dataDir: string;
  port: number;
  host: string;
  publicOrigin?: string | undefined;
  quiet?: boolean;
  say(line: string): void;
}

const webFolder = join(import.meta.dirname, "..", "..", "dist", "web");

export async function startChiron({ dataDir, port, host, publicOrigin, quiet = false, say }: Start): Promise<Running> {
  if (!existsSync(join(webFolder, "index.html")))
    say("The web app is not built yet; only the API will answer. Build it with: npm run build");
  const opened = await openDatabase({
    dataDir,
    databaseUrl: process.env.DATABASE_URL,
    databaseAdminUrl: process.env.DATABASE_ADMIN_URL,
    onProgress: say,
  });
  const log = pino({ level: quiet ? "warn" : (process.env.LOG_LEVEL ?? "info") }, pino.destination(2));
  const app = appOf({ door: opened.door, log, routes, webFolder, ...(publicOrigin ? { publicOrigin } : {}) });
  const server = await listen(app.fetch, host, port).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const { port: actual } = server.address() as AddressInfo;
  const close = async () => {
    // Answers under way are finished; idle connections are let go at once.
    const done = new Promise((resolve) => server.close(resolve));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    const late = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 5000);
    await done;
    clearTimeout(late);
    await opened.close();
  };
  const url =
    publicOrigin ?? `http://${host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "localhost" : host}:${actual}`;
  return { ...opened, url, close, untilEnd: () => untilEnd(opened, close, say) };
}

async function untilEnd(opened: Opened, close: () => Promise<void>, say: (line: string) => void): Promise<number> {
  const reason = await new Promise<"signal" | "database">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve("signal"));
    void opened.ended.then(() => resolve("database"));
  });
  say(reason === "signal" ? "Stopping." : "The database has ended; stopping.");
  await close();
  return reason === "signal" ? 0 : 1;
}

function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  hostname: string,
  port: number,
): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Refusal(
              "conflict",
              "port.taken",
              `Port ${port} is taken. Give another one with --port, or 0 for any free one.`,
            )
          : error,
      ),
    );
  });
}
