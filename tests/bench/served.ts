// Chiron's own server in a process of its own, as `npm start` serves it, over a database that a benchmark made ready.
// Started with fork; says its address once it listens, and ends when it is let go.
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { surviveBrokenLines } from "../../src/db/broken-line.ts";
import { type Connection, openDoor } from "../../src/db/door.ts";
import { appOf } from "../../src/http/app.ts";
import { routes } from "../../src/http/routes.ts";

const { login, stewardKey } = JSON.parse(process.argv[2] ?? "{}") as { login: Connection; stewardKey: string };
const door = await openDoor(login, stewardKey);
// Every answer is logged as in service; the lines go nowhere.
const log = pino(
  { level: "info" },
  pino.destination({ dest: "/dev/null", sync: false, minLength: 4096, periodicFlush: 1000 }),
);
surviveBrokenLines(() => undefined);
const app = appOf({ door, log, routes, webFolder: "dist/web" });
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) => process.send?.({ port }));
process.once("disconnect", () => process.exit());
