// Handlers of an address behind which a program reads without a session.
import { type Route, serve } from "../http/serve.ts";
import type { FeedEndpoints } from "./feed-contract.ts";
import { type Feed, feedMadeAt, makeFeed } from "./feed-store.ts";
import { newSecret } from "./secrets.ts";

/** `pathOf` says where what the secret opens stands, below the address of this server. */
export function feedRoutesOf(
  feed: Feed,
  { get, make, drop }: FeedEndpoints,
  pathOf: (secret: string) => string,
): Route[] {
  return [
    serve(get, async ({ tx }) => ({ madeAt: await feedMadeAt(tx, feed) })),

    serve(make, async ({ tx }) => {
      const secret = newSecret();
      await makeFeed(tx, feed, secret);
      return { path: pathOf(secret) };
    }),

    serve(drop, async ({ tx }) => {
      await makeFeed(tx, feed, null);
      return { madeAt: await feedMadeAt(tx, feed) };
    }),
  ];
}
