// One's own address of the library's feed, and what stands behind it.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import type { Route } from "../http/serve.ts";
import { feedRoutesOf } from "../people/feed-routes.ts";
import { atomText } from "./changes.ts";
import { dropLibraryFeed, getLibraryFeed, makeLibraryFeed } from "./feed-contract.ts";
import { changesBehindSecret } from "./feed-store.ts";

export const feedRoutes: Route[] = feedRoutesOf(
  "library",
  { get: getLibraryFeed, make: makeLibraryFeed, drop: dropLibraryFeed },
  pathOf,
);

/** The feed behind `SECRET.atom`; an address that is wrong and one that was replaced get the same refusal. */
export async function feedBehind(door: Door, file: string, origin: string): Promise<string> {
  const secret = /^([\w-]{20,200})\.atom$/.exec(file)?.[1];
  const feed = secret === undefined ? null : await door.asSteward((tx) => changesBehindSecret(tx, secret));
  if (feed === null || secret === undefined)
    throw new Refusal(
      "absent",
      "library-feed.absent",
      "This address opens no feed. Make a new one where you are signed in.",
    );
  return atomText(feed, origin, pathOf(secret));
}

function pathOf(secret: string): string {
  return `/library-feed/${secret}.atom`;
}
