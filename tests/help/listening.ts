// The whole server on a free port over a world, for what a request in one process cannot show.
import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { appOf } from "../../src/http/app.ts";
import { routes } from "../../src/http/routes.ts";
import type { World } from "./world.ts";

/** Its address; it closes with the test file. */
export async function listening({ door }: Pick<World, "door">, webFolder = "dist/web"): Promise<string> {
  const app = appOf({ door, log: pino({ level: "silent" }), routes, webFolder });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
      // By its name: browsers make no passkeys for an address in numbers.
      resolve(`http://localhost:${port}`),
    );
    after(() => {
      const closing = new Promise((closed) => server.close(closed));
      // A browser holds lines open on which it asked nothing; the server would wait minutes for them.
      if ("closeAllConnections" in server) server.closeAllConnections();
      return closing;
    });
  });
}
