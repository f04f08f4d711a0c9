// One throwaway PostgreSQL for a test run: npm's own, or with CHIRON_TEST_PG=15 the one that Debian packages.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../../src/db/door.ts";
import { startServer } from "../../src/db/server.ts";

/** What another process needs to use the server; plain JSON. */
export interface Coordinates {
  admin: Connection;
  login: Connection;
  loginPassword: string;
  stewardKey: string;
}

export async function startTestServer(): Promise<{ coordinates: Coordinates; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "chiron-test-"));
  const programs = debianPrograms(process.env.CHIRON_TEST_PG);
  const server = await startServer({ dataDir, throwaway: true, ...(programs ? { programs } : {}) });
  const { loginPassword, stewardKey } = server;
  return {
    coordinates: {
      admin: server.connectionFor("admin", "postgres"),
      login: server.connectionFor("login", "postgres"),
      loginPassword,
      stewardKey,
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function debianPrograms(version: string | undefined): string | undefined {
  if (version === undefined || version === "") return undefined;
  const folder = `/usr/lib/postgresql/${version}/bin`;
  if (existsSync(folder)) return folder;
  throw new Error(`CHIRON_TEST_PG=${version}, but there is no ${folder}: install Debian's postgresql-${version}.`);
}
