// The database for an administrator of the machine: the managed one by its URL, the embedded one through the server
// that runs on the folder, or, when none runs, one started for the purpose.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal } from "../core/refusal.ts";
import type { Connection } from "./door.ts";
import { connectionOf, refuseUnreachable } from "./address.ts";
import { databaseName } from "./open.ts";
import { startServer } from "./server.ts";

export interface Reached {
  admin: Connection;
  close(): Promise<void>;
}

export async function reachAdmin(dataDir: string, onProgress: (line: string) => void): Promise<Reached> {
  const url = process.env.DATABASE_ADMIN_URL;
  if (url !== undefined) {
    const admin = connectionOf(url, "DATABASE_ADMIN_URL");
    await refuseUnreachable(admin, "DATABASE_ADMIN_URL");
    return { admin, close: async () => undefined };
  }
  if (process.env.DATABASE_URL !== undefined)
    throw new Refusal(
      "invalid",
      "database.admin",
      "Give DATABASE_ADMIN_URL too: this needs the role that owns the tables.",
    );
  const home = resolve(dataDir);
  if (!existsSync(join(home, "secrets.json")))
    throw new Refusal("absent", "folder.empty", `There is no Chiron in ${home}. Name its folder with --data.`);
  try {
    const server = await startServer({ dataDir, onProgress });
    await server.createDatabase(databaseName);
    return { admin: server.connectionFor("admin", databaseName), close: () => server.stop() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.rule !== "folder.running") throw error;
    return { admin: runningOn(home), close: async () => undefined };
  }
}

/** The socket is named in the lock, the password in the folder's secrets; both are for this account only. */
function runningOn(home: string): Connection {
  const { socketDir } = JSON.parse(readFileSync(join(home, "chiron.lock"), "utf8")) as { socketDir: string | null };
  const { adminPassword } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as { adminPassword: string };
  if (socketDir === null)
    throw new Refusal(
      "conflict",
      "folder.running",
      "Chiron is running on this folder. Stop it first: on Windows this cannot be done beside it.",
    );
  return { host: socketDir, port: 5432, database: databaseName, username: "postgres", password: adminPassword };
}
