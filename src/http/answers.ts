// What every answer looks like: its headers, its tag, and files.
import type { Context } from "hono";
import { type Download, dispositionOf } from "../core/download.ts";
import { names, tagOf } from "./if-match.ts";

/** A text with an ETag of its bytes; a reader who has them already gets 304. */
export function withTag(
  context: Context,
  status: number,
  text: string,
  type = "application/json; charset=utf-8",
): Response {
  const headers: Record<string, string> = {
    "content-type": type,
    "cache-control": "no-store",
  };
  if (context.req.method !== "GET") return plain(context, status, text, headers);
  const tag = tagOf(text);
  headers.etag = tag;
  headers["cache-control"] = "private, no-cache";
  if (names(context.req.header("if-none-match") ?? "", tag)) return plain(context, 304, null, headers);
  return plain(context, status, text, headers);
}

/** A file: saved, never shown, whatever somebody named it or put into it. */
export function asDownload(context: Context, { name, type, base64 }: Download): Response {
  return plain(context, 200, Buffer.from(base64, "base64"), {
    "content-type": type,
    "content-disposition": dispositionOf(name),
    "cache-control": "no-store",
  });
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const securing = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

export async function secured(context: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.get("isSecured") === true) return;
  const { headers } = context.res;
  for (const [name, value] of Object.entries(securing)) headers.set(name, value);
}

/** An answer with all its headers at once: to add them one by one costs more than the rest of a small request. */
export function plain(
  context: Context,
  status: number,
  body: string | Buffer | null,
  headers: Record<string, string>,
): Response {
  context.set("isSecured", true);
  const id = context.get("requestId") as string;
  return new Response(typeof body === "string" || body === null ? body : new Uint8Array(body), {
    status,
    headers: { ...securing, "x-request-id": id, ...headers },
  });
}
