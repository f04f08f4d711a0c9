// The address behind which a feed reader finds what changed in the library.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Instant } from "../core/shapes.ts";

export const getLibraryFeed = endpoint({
  method: "GET",
  path: "/me/library-feed",
  summary: "Whether your feed of changes in the library has an address, and since when",
  may: "take part",
  reply: z.object({ madeAt: Instant.nullable() }),
});

export const makeLibraryFeed = endpoint({
  method: "POST",
  path: "/me/library-feed",
  summary: "Make a new address for your feed of changes in the library; the one before opens nothing any more",
  may: "take part",
  isShownOnce: true,
  reply: z.object({
    /** Below the address of this server. */
    path: z.string(),
  }),
});

export const dropLibraryFeed = endpoint({
  method: "DELETE",
  path: "/me/library-feed",
  summary: "Turn the address of your feed of changes in the library off",
  may: "take part",
  reply: z.object({ madeAt: Instant.nullable() }),
});
