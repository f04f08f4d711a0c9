// One's own address of the library's feed, and what stands behind it.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import { feedMadeAt, makeFeed } from "../people/feed-store.ts";
import { newSecret } from "../people/secrets.ts";
import { atomText } from "./changes.ts";
import { dropLibraryFeed, getLibraryFeed, makeLibraryFeed } from "./feed-contract.ts";
import { changesBehindSecret } from "./feed-store.ts";

export const feedRoutes: Route[] = [
  serve(getLibraryFeed, async ({ tx }) => ({ madeAt: await feedMadeAt(tx, "library") })),

  serve(makeLibraryFeed, async ({ tx }) => {
    const secret = newSecret();
    await makeFeed(tx, "library", secret);
    return { path: pathOf(secret) };
  }),

  serve(dropLibraryFeed, async ({ tx }) => {
    await makeFeed(tx, "library", null);
    return { madeAt: await feedMadeAt(tx, "library") };
  }),
];

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
