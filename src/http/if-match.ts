// If-Match: a change is kept only while what its sender read is still what there is. What was read is the address itself,
// or the nearest one above it that can be read: /people/1 for a change of /people/1/places.
import { createHash } from "node:crypto";
import { Refusal } from "../core/refusal.ts";
import { tellNobody } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { isTheirs } from "./asker.ts";
import type { Route } from "./serve.ts";

type SessionRoute = Extract<Route, { kind: "session" }>;

/** The ETag of an answer: of its bytes. */
export function tagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

/** Whether one of the tags of an If-Match or If-None-Match header is this one; a proxy may have made it a weak one. */
export function names(header: string, tag: string): boolean {
  return header.split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));
}

/** The route whose answer `route` changes: the nearest that reads, at its address or above. */
export function compared({ endpoint }: Pick<Route, "endpoint">, routes: Route[]): SessionRoute | null {
  for (let path = endpoint.path; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = routes.find((one) => one.endpoint.method === "GET" && one.endpoint.path === path);
    if (found?.kind === "session" && found.endpoint.query.safeParse({}).success) return found;
  }
  return null;
}

/** What a change asks first; null without the header. */
export function comparing(
  header: string | undefined,
  route: Route,
  routes: Route[],
): ((tx: Tx, me: Me, params: unknown) => Promise<void>) | null {
  if (header === undefined || route.endpoint.method === "GET") return null;
  const read = compared(route, routes);
  if (read === null)
    throw new Refusal("invalid", "request.if-match", "There is nothing here that If-Match could compare with.", [
      { field: "If-Match", because: "Leave it out." },
    ]);
  return (tx, me, params) => refuseChanged(tx, me, header, { route: read, params });
}

/**
 * Refuses with `request.changed` when the answer of `read` is not the one that `header` names. It is read inside the
 * transaction of the change, and whoever else changes it with If-Match waits for that, so that no two can both be first.
 */
async function refuseChanged(tx: Tx, me: Me, header: string, read: { route: SessionRoute; params: unknown }) {
  const { endpoint, handle } = read.route;
  if (!isTheirs(endpoint, me)) throw new Refusal("forbidden", "office.may", "Your offices here do not include this.");
  const params = endpoint.params.parse(read.params);
  const place = `${me.schoolId} ${endpoint.path} ${JSON.stringify(params)}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 1))`);
  const query = endpoint.query.parse({});
  const reply = await handle({ params, query, body: undefined, tx, me, tell: tellNobody } as never);
  if (names(header, tagOf(JSON.stringify(endpoint.reply.parse(reply) ?? null)))) return;
  throw new Refusal(
    "changed",
    "request.changed",
    "This has changed since you read it, and nothing was changed now. Read it again, then decide.",
    [{ field: "If-Match", because: "Send the ETag of what you read last." }],
  );
}
