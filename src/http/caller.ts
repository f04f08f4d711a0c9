// What a request says of who sends it: the session's secret, the site it comes from, the address.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { Refusal } from "../core/refusal.ts";

const plainCookie = "chiron";
/** Bound to the host and to https by its name, where there is https. */
const boundCookie = "__Host-chiron";

/** Anything else is no secret of ours, and may be what PostgreSQL cannot even look for. */
export function isSecret(text: string): boolean {
  return /^[\w-]{20,200}$/.test(text);
}

export function secretOf(context: Context): string | null {
  const bearer = context.req.header("authorization")?.match(/^Bearer (\S+)$/)?.[1];
  return (
    [bearer, getCookie(context, boundCookie), getCookie(context, plainCookie)].find(
      (sent) => sent !== undefined && isSecret(sent),
    ) ?? null
  );
}

export function writeCookie(context: Context, origin: string, secret: string | null): void {
  const secure = origin.startsWith("https:");
  setCookie(context, secure ? boundCookie : plainCookie, secret ?? "", {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: secret === null ? 0 : 12 * 3600,
  });
}

/** A page of another site cannot make the browser write here with the reader's cookie. */
export function refuseForeignOrigin(context: Context, publicOrigin?: string): void {
  if (context.req.method === "GET" || context.req.header("authorization") !== undefined) return;
  const origin = context.req.header("origin");
  const site = context.req.header("sec-fetch-site");
  const isOwn =
    origin !== undefined
      ? isSite(origin, publicOrigin, context.req.url)
      : site === undefined || site === "same-origin" || site === "none";
  if (isOwn) return;
  throw new Refusal(
    "forbidden",
    "request.origin",
    "This request came from another site. If it did not, Chiron has to be told the address that people use: set CHIRON_ORIGIN.",
  );
}

/** Without a public origin the scheme is not ours to know: a proxy may have taken the s off https. */
function isSite(origin: string, publicOrigin: string | undefined, url: string): boolean {
  if (!URL.canParse(origin)) return false;
  if (publicOrigin !== undefined) return new URL(origin).origin === new URL(publicOrigin).origin;
  return new URL(origin).host === new URL(url).host;
}

/**
 * Who called, for rate limits. Each proxy adds to X-Forwarded-For whom it heard, so the entry of the outermost of ours
 * is the first that nobody else can have written.
 */
export function addressOf(context: Context, proxies: number): string {
  const heard = context.req.header("x-forwarded-for")?.split(",") ?? [];
  const told = proxies > 0 ? heard.at(-proxies)?.trim() : undefined;
  return told ? told : socketAddress(context);
}

function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "local";
  } catch {
    return "local";
  }
}
