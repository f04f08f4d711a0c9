// Requests over HTTP to a server in a process of its own.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Case {
  name: string;
  /** The share of our processor time that the bare driver should need at least. */
  least: number;
  /** Whose requests they are, in turn. */
  secrets: string[];
  method: string;
  /** What is asked, in turn. */
  paths: string[];
  body?: unknown;
}

export interface Child {
  process: ChildProcess;
  port: number;
}

/** A file of this folder as a process; resolved once it has said that it is ready. */
export async function child(file: string, given: unknown): Promise<Child> {
  const process = fork(join(import.meta.dirname, file), [JSON.stringify(given)]);
  const [{ port }] = (await once(process, "message")) as [{ port: number }];
  return { process, port };
}

export function sent(secret: string, method: string, body: unknown): RequestInit {
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  return { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

/** The same request so many times over so many connections. */
export async function load(
  port: number,
  { secrets, method, paths, body }: Case,
  { times, connections }: { times: number; connections: number },
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < times) {
      const secret = secrets[next % secrets.length]!;
      const path = paths[next++ % paths.length]!;
      const reply = await fetch(`http://127.0.0.1:${port}/api${path}`, sent(secret, method, body));
      if (reply.status !== 200) throw new Error(`${method} ${path}: ${await reply.text()}`);
      await reply.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
}
