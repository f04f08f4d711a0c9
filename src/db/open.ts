// Where the database is: the one that comes with Chiron, in a folder, or the one that DATABASE_URL names.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { connectionOf, refuseUnreachable, rightsRefused } from "./address.ts";
import { type Connection, type Door, openDoor } from "./door.ts";
import { migrate } from "./migrate.ts";
import { lacking, schemaFiles } from "./schema-files.ts";
import { loginRole as embeddedLogin, startServer } from "./server.ts";
import { sql } from "./sql.ts";

export interface Opened {
  door: Door;
  /** How an administrator of the machine reaches the database: for backups only. */
  admin: Connection | null;
  stewardKey: string;
  /** Resolves when the database itself has ended. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface Where {
  dataDir: string;
  /** A PostgreSQL 15 or newer instead of the embedded one: the role that serves. */
  databaseUrl?: string | undefined;
  /** The role that may create roles and tables there; used to migrate and then let go. */
  databaseAdminUrl?: string | undefined;
  onProgress?: (line: string) => void;
}

export const databaseName = "chiron";

export async function openDatabase(where: Where): Promise<Opened> {
  return where.databaseUrl === undefined ? openEmbedded(where) : openManaged(where, where.databaseUrl);
}

async function openEmbedded({ dataDir, onProgress = () => undefined }: Where): Promise<Opened> {
  const server = await startServer({ dataDir, onProgress });
  try {
    await server.createDatabase(databaseName);
    const { loginPassword, stewardKey } = server;
    const admin = server.connectionFor("admin", databaseName);
    await migrate({ admin, loginRole: embeddedLogin, loginPassword, stewardKey, onProgress });
    const door = await openDoor(server.connectionFor("login", databaseName), stewardKey);
    const close = async () => {
      await door.close();
      await server.stop();
    };
    return { door, admin, stewardKey, ended: server.ended, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openManaged({ dataDir, databaseAdminUrl, onProgress }: Where, databaseUrl: string): Promise<Opened> {
  const login = connectionOf(databaseUrl, "DATABASE_URL");
  const stewardKey = process.env.CHIRON_STEWARD_KEY ?? keyIn(dataDir);
  const admin = databaseAdminUrl === undefined ? null : connectionOf(databaseAdminUrl, "DATABASE_ADMIN_URL");
  if (admin !== null) {
    await refuseUnreachable(admin, "DATABASE_ADMIN_URL");
    const loginRole = String(login.username);
    await migrate({ admin, loginRole, stewardKey, ...(onProgress ? { onProgress } : {}) }).catch((error: unknown) => {
      throw rightsRefused(error);
    });
  }
  await refuseUnreachable(login, "DATABASE_URL");
  const door = await openDoor(login, stewardKey);
  await refuseUnprepared(door).catch(async (error: unknown) => {
    await door.close();
    throw error;
  });
  return { door, admin, stewardKey, ended: new Promise(() => undefined), close: () => door.close() };
}

const Seen = z.object({ name: z.string(), hash: z.string() });

async function refuseUnprepared(door: Door): Promise<void> {
  const seen = await door
    .asSteward((tx) => tx.rows(Seen, sql`select name, hash from migrations where app.steward()`))
    .catch(() => []);
  if (seen.length === 0)
    throw new Refusal(
      "invalid",
      "database.unprepared",
      "This database is not prepared for this Chiron. Start it once with DATABASE_ADMIN_URL, a role that may create roles and tables, and with the same CHIRON_STEWARD_KEY on every server.",
    );
  const [next] = lacking(await schemaFiles(), new Map(seen.map(({ name, hash }) => [name, hash])));
  if (next !== undefined)
    throw new Refusal(
      "conflict",
      "database.behind",
      `This database was made by an earlier Chiron (it lacks ${next.name}). Start once with DATABASE_ADMIN_URL to bring it forward.`,
    );
}

/** The steward's key of a server that brings its own database, kept beside its other files. */
function keyIn(dataDir: string): string {
  const file = join(dataDir, "steward-key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32).toString("hex");
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}
