// The web server's port: tried before anything is prepared, so that a port that cannot be had costs nobody a wait.
import { createServer } from "node:net";
import { serve } from "@hono/node-server";
import { Refusal } from "../core/refusal.ts";

type Listening = ReturnType<typeof serve>;

/** Refuses with `port.taken`, `port.forbidden` or `host.foreign`. */
export async function tryPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(refusalFor(error, host, port)));
    probe.listen({ host, port }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Refuses as `tryPort` does: somebody may have taken the port meanwhile. */
export function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  hostname: string,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once("error", (error) => reject(refusalFor(error, hostname, port)));
  });
}

function refusalFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const refused = (rule: string, field: string, because: string) =>
    new Refusal("conflict", rule, because, [{ field, because: "Choose another." }]);
  switch (error.code) {
    case "EADDRINUSE":
      return refused(
        "port.taken",
        "--port",
        `Port ${port} is taken. Give another one with --port, or 0 for any free one.`,
      );
    case "EACCES":
      return refused(
        "port.forbidden",
        "--port",
        `This account may not serve on port ${port}. Give one above 1023, and put a proxy in front.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return refused(
        "host.foreign",
        "--host",
        `"${host}" is no address of this machine. 127.0.0.1 serves this machine alone, 0.0.0.0 everyone who reaches it.`,
      );
    default:
      return error;
  }
}
