// The built web app: files with their compressed twins, and the one page for every other address.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "hono";
import { Refusal } from "../core/refusal.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};
const twins = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

export function webApp(folder: string) {
  return async (context: Context): Promise<Response> => {
    const asked = decoded(context.req.path);
    const path = asked === null ? null : normalize(join(folder, asked));
    if (path === null || (!path.startsWith(folder + sep) && path !== folder))
      throw new Refusal("absent", "file.absent", "There is no such file.");
    const type = types[extname(path)];
    if (type === undefined) return page(context, folder);
    const accepted = context.req.header("accept-encoding") ?? "";
    for (const [encoding, suffix] of twins)
      if (accepted.includes(encoding) && (await exists(path + suffix)))
        return file(context, path + suffix, type, encoding);
    if (await exists(path)) return file(context, path, type);
    throw new Refusal("absent", "file.absent", "There is no such file.");
  };
}

/** Null for an address with a percent sign that begins nothing. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

async function page(context: Context, folder: string): Promise<Response> {
  const html = await readFile(join(folder, "index.html"), "utf8").catch(() => null);
  if (html === null) throw new Refusal("absent", "web.unbuilt", "The web app is not built. Run: npm run build");
  return context.html(html, 200, { "cache-control": "no-cache" });
}

/** Names of built files carry a hash of their content, so they may be kept for ever. */
function file(context: Context, path: string, type: string, encoding?: string): Response {
  const headers: Record<string, string> = { "content-type": type, vary: "accept-encoding" };
  headers["cache-control"] = path.includes("assets") ? "public, max-age=31536000, immutable" : "no-cache";
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  return context.body(Readable.toWeb(createReadStream(path)) as never, 200, headers);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
