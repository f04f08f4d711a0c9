// The addresses of a managed database: read, tried, and refused in words that name the variable.
import postgres from "postgres";
import { Refusal } from "../core/refusal.ts";
import type { Connection } from "./door.ts";

type Name = "DATABASE_URL" | "DATABASE_ADMIN_URL";

/** Refuses what is no address of a PostgreSQL database, naming the variable. */
export function connectionOf(url: string, name: Name): Connection {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw refused(name, `${name} must look like postgres://user:password@host:5432/database.`);
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? (decodeURIComponent(hostname) || "localhost");
  const ssl = searchParams.get("sslmode");
  return {
    host,
    port: Number(searchParams.get("port") ?? (port || 5432)),
    username: decodeURIComponent(username),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
    database: pathname.slice(1) || "chiron",
    ...(ssl === null || ssl === "disable" ? {} : { ssl: ssl as "require" }),
  };
}

/** Tries to connect, and refuses with what is wrong with the address. */
export async function refuseUnreachable(connection: Connection, name: Name): Promise<void> {
  const pool = postgres({ ...connection, max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await pool`select 1`;
  } catch (error) {
    throw refused(name, `${name} cannot be used. ${reasonOf(error as NodeJS.ErrnoException, connection)}`);
  } finally {
    await pool.end({ timeout: 1 });
  }
}

/** What the owner's role could not do, told as what it needs. */
export function rightsRefused(error: unknown): unknown {
  if ((error as { code?: string }).code !== "42501") return error;
  return refused(
    "DATABASE_ADMIN_URL",
    `The role in DATABASE_ADMIN_URL may not prepare this database (${(error as Error).message}). It must own the database and have CREATEROLE.`,
  );
}

function refused(field: Name, because: string): Refusal {
  return new Refusal("invalid", "database.address", because, [{ field, because: "Change it, then start again." }]);
}

function reasonOf(
  { code = "", message }: NodeJS.ErrnoException,
  { host, port, username, database }: Connection,
): string {
  const sentences: Record<string, string> = {
    "28P01": `The password of the role ${username} is wrong.`,
    "28000": `The server does not let the role ${username} in.`,
    "3D000": `There is no database "${database}". Create it first.`,
    "42501": `The role ${username} may not connect to the database "${database}".`,
    "53300": "The server has no connection left.",
    ECONNREFUSED: `Nothing answers at ${String(host)}, port ${String(port)}.`,
    ENOENT: `Nothing answers at ${String(host)}, port ${String(port)}.`,
    ENOTFOUND: `There is no computer called ${String(host)}.`,
    EAI_AGAIN: `There is no computer called ${String(host)}.`,
    CONNECT_TIMEOUT: `Nothing answers at ${String(host)}, port ${String(port)}, within 10 seconds.`,
  };
  return sentences[code] ?? `The server said: ${message}`;
}
