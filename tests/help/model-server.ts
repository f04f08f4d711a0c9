// A language model that answers as a test tells it, over HTTP as a real one does.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after } from "node:test";

export interface Heard {
  headers: Record<string, unknown>;
  /** The body as it came. */
  body: string;
}

export interface ModelServer {
  url: string;
  heard: Heard[];
  /** What it does with the next questions. */
  does(what: (response: ServerResponse) => void): void;
  /** It answers with these words, as a completion. */
  says(content: string): void;
}

export async function modelServer(): Promise<ModelServer> {
  const heard: Heard[] = [];
  let act: (response: ServerResponse) => void = (response) => response.end();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      act(response);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const does = (what: typeof act) => void (act = what);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    does,
    says: (content) =>
      does((response) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
      }),
  };
}
