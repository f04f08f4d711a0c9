// One declaration per HTTP operation: it feeds validation, capability, OpenAPI, the browser's calls and the CLI.
import { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** Below /api, with `:name` for parameters. */
  path: string;
  summary: string;
  /** The capability that an asker needs; "anyone" needs no session, "take part" only a session. */
  may: string;
  /** The reply holds a secret that is shown once: it is kept nowhere, so that a repeated call makes a new one. */
  isShownOnce?: true;
  /** Long work: whoever asks for `application/x-ndjson` (core/progress.ts) is told how far it is, and stops it by hanging up. */
  tellsProgress?: true;
  /** The body's `files` say their names and sizes, and their bytes come behind it (core/files.ts). */
  takesFiles?: true;
  /** The reply is a file (core/download.ts), which is sent as its bytes, to be saved. */
  isDownload?: true;
  params: Params;
  query: Query;
  body: Body;
  reply: Reply;
}

const Nothing = z.object({});

type Declaration<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Endpoint,
  "method" | "path" | "summary" | "may" | "isShownOnce" | "tellsProgress" | "takesFiles" | "isDownload"
> & { params?: P; query?: Q; body?: B; reply: R };

export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(declaration: Declaration<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    ...declaration,
    params: declaration.params ?? (Nothing as unknown as P),
    query: declaration.query ?? (Nothing as unknown as Q),
    body: declaration.body ?? (z.undefined() as unknown as B),
  };
}

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;

/** The address of an operation under `base`, parameters and query filled in. */
export function addressOf(
  { path }: Pick<Endpoint, "path">,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `/api${filled}${search.size > 0 ? `?${search}` : ""}`;
}
