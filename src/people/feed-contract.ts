// An address of somebody's own, behind which a program reads without a session: whether there is one, a new one, and none.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Instant } from "../core/shapes.ts";

/** `name` says whose and what, as in "your calendar". */
export function feedEndpoints(path: string, name: string) {
  const reply = z.object({ madeAt: Instant.nullable() });
  return {
    get: endpoint({
      method: "GET",
      path,
      summary: `Whether ${name} has an address, and since when`,
      may: "take part",
      reply,
    }),
    make: endpoint({
      method: "POST",
      path,
      summary: `Make a new address for ${name}; the one before opens nothing any more`,
      may: "take part",
      isShownOnce: true,
      reply: z.object({
        /** Below the address of this server. */
        path: z.string(),
      }),
    }),
    drop: endpoint({ method: "DELETE", path, summary: `Turn the address of ${name} off`, may: "take part", reply }),
  };
}

export type FeedEndpoints = ReturnType<typeof feedEndpoints>;
