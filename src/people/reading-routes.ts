// The handler of "who looked".
import { ByInstant, keysOf, page } from "../core/cursor.ts";
import { type Route, serve } from "../http/serve.ts";
import { listReadings } from "./reading-contract.ts";
import { readingsAfter } from "./reading-store.ts";

export const readingRoutes: Route[] = [
  serve(listReadings, async ({ tx, me, query: { after, limit } }) =>
    page(await readingsAfter(tx, me, keysOf(after, ByInstant), limit + 1), limit, ({ at, readingId }) => [
      at,
      readingId,
    ]),
  ),
];
