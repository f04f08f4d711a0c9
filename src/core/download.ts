// A file as an operation's reply: as base64 inside, outside as bytes that a browser saves and never shows.
import { z } from "zod";

export const Download = z.object({ name: z.string(), type: z.string(), base64: z.string() });
export type Download = z.infer<typeof Download>;

/** RFC 6266: saved under its name, in any script. */
export function dispositionOf(name: string): string {
  const told = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${told}`;
}

/** Such a reply, as whoever asked for it reads it. */
export async function downloadIn(response: Response): Promise<Download> {
  const told = /filename\*=UTF-8''(\S+)$/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "file";
  const bytes = new Uint8Array(await response.arrayBuffer());
  // In pieces: a call has only so many arguments.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 32_768) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 32_768, (at + 1) * 32_768)),
  );
  return {
    name: decodeURIComponent(told),
    type: response.headers.get("content-type") ?? "",
    base64: btoa(pieces.join("")),
  };
}
