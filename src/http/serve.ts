// Ties an endpoint's declaration to its handler: checks who asks, what they sent and what goes back.
import { z } from "zod";
import type { Endpoint } from "../core/endpoint.ts";
import type { Pieces } from "../core/files.ts";
import { type Fault, Refusal } from "../core/refusal.ts";
import type { LanguageModel } from "../core/language-model.ts";
import type { Tell } from "../core/progress.ts";
import type { Door, Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { fixOf } from "./fix.ts";

export interface Request<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** Of an endpoint that `takesFiles`, what is in them, in the order of the body's `files`. */
  files: Pieces[];
  tx: Tx;
  me: Me;
  /** Says how far the work is, of an endpoint that `tellsProgress`; to nobody where nobody asked. */
  tell: Tell;
  /** Whether this server sends mail. */
  sendsMail: boolean;
  /** Where people reach this server: scheme and host; worked out for those who ask. */
  origin: () => string;
}

/** Nobody is signed in, or not any more: answered with 401, and the web app goes to the sign-in page. */
export class NoSession extends Error {}

/** For endpoints that need no session yet: sign-in and the like. They enter by the door themselves. */
export interface OpenRequest<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  door: Door;
  /** The session's secret, if the asker sent one. */
  secret: string | null;
  /** The asker's address, for rate limits only; never stored in the clear. */
  address: string;
  /** The asker's browser and system in words, for their own list of sign-ins. */
  device: string;
  /** Where people reach this server, for links and for passkeys: scheme and host. */
  origin: string;
  /** The language model that this server may ask; null where there is none. */
  model: LanguageModel | null;
  /** Sets (or, with null, clears) the session cookie of the reply. */
  setSession(secret: string | null): void;
}

export type Route = (
  | {
      kind: "session";
      endpoint: Endpoint;
      handle: (request: Request<never, never, never>) => Promise<unknown>;
      rollback?: boolean;
    }
  | { kind: "open"; endpoint: Endpoint; handle: (request: OpenRequest<never, never, never>) => Promise<unknown> }
) & {
  /** Under which words the API's page lists it. */
  heading?: string;
};

/** These routes, listed under these words. */
export function under(heading: string, routes: Route[]): Route[] {
  return routes.map((route) => ({ ...route, heading }));
}

/** An operation of a signed-in person, in one transaction of theirs. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (request: Request<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Route {
  return { kind: "session", endpoint, handle: handle as never };
}

/** A preview: does the real thing in a transaction that is taken back, and answers what it found. */
export function servePreview<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (request: Request<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Route {
  return { kind: "session", endpoint, handle: handle as never, rollback: true };
}

/** An operation for askers whom we do not know yet, or who are leaving. */
export function serveOpen<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (request: OpenRequest<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Route {
  return { kind: "open", endpoint, handle: handle as never };
}

/** What was sent, in the endpoint's shape; or a refusal that names every field and its fix. */
export function read<T extends z.ZodType>(shape: T, sent: unknown): z.output<T> {
  const unstorable = unstorableIn(sent, []);
  if (unstorable !== null) throw refusalOf([unstorable]);
  const result = shape.safeParse(sent, { error: fixOf });
  if (result.success) return result.data;
  throw refusalOf(result.error.issues.map(({ path, message }) => ({ field: fieldOf(path), because: message })));
}

/** As `read`, for the words behind the `?`: one that the endpoint does not know, or that is there twice, is a mistake to tell. */
export function readQuery<T extends z.ZodType>(shape: T, sent: Record<string, string[]>): z.output<T> {
  const twice = Object.entries(sent).filter(([, values]) => values.length > 1);
  if (twice.length > 0) throw refusalOf(twice.map(([field]) => ({ field, because: "Send it once." })));
  return readWhole(shape, Object.fromEntries(Object.entries(sent).map(([name, [value]]) => [name, value])));
}

/** As `read`; what would be left unread is refused, since a misspelt field would otherwise be lost without a word. */
export function readWhole<T extends z.ZodType>(shape: T, sent: unknown): z.output<T> {
  const unknown = namesBeyond(shape, sent);
  if (unknown.length === 0) return read(shape, sent);
  throw refusalOf(unknown.map((field) => ({ field, because: "Nothing of this name is read here. Leave it out." })));
}

function namesBeyond(shape: z.ZodType, sent: unknown): string[] {
  if (!(shape instanceof z.ZodObject) || typeof sent !== "object" || sent === null) return [];
  return Object.keys(sent).filter((name) => !Object.hasOwn(shape.shape, name));
}

/** Deeper than any shape of ours, and far from what the stack holds. */
const depthMost = 32;

/** The first text that PostgreSQL cannot keep: one with a zero character, or with half of a character pair. */
function unstorableIn(sent: unknown, path: string[]): Fault | null {
  if (path.length > depthMost)
    return {
      field: fieldOf(path.slice(0, 1)),
      because: "Nothing here is nested so deep. Send it as /reference shows.",
    };
  if (typeof sent === "string")
    return sent.isWellFormed() && !sent.includes("\0")
      ? null
      : { field: fieldOf(path), because: "Take the unreadable character out." };
  if (typeof sent !== "object" || sent === null) return null;
  for (const [name, value] of Object.entries(sent)) {
    const fault = unstorableIn(name, path) ?? unstorableIn(value, [...path, name]);
    if (fault !== null) return fault;
  }
  return null;
}

function fieldOf(path: PropertyKey[]): string {
  return path.join(".") || "body";
}

function refusalOf(faults: Fault[]): Refusal {
  return new Refusal("invalid", "request.shape", "Some of what you sent cannot be used. Nothing was changed.", faults);
}
