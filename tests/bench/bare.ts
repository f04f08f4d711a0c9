// The driver alone: the same statements in begin, set_config and commit, sent in one flight, past all policies.
// Started with fork; each message names statements and how many times to send them, and is answered when they are done.
// The same statements are sent once for each HTTP request to its port: the least that any server in front of them takes.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import type { Connection } from "../../src/db/door.ts";

export interface Flight {
  text: string;
  parameters: unknown[];
}

const { admin, connections } = JSON.parse(process.argv[2] ?? "{}") as { admin: Connection; connections: number };
const pool = postgres({ ...admin, max: connections, onnotice: () => undefined });
const lines = await Promise.all(Array.from({ length: connections }, () => pool.reserve()));
let current: Order = { secret: "", flights: [], times: 0 };
let answered = 0;
process.on("message", (order: Order) => {
  current = order;
  void flyAll(order).then((rows) => process.send?.({ rows }));
});
process.once("disconnect", () => process.exit());

const idle = [...lines];
const waiting: (() => void)[] = [];
const server = createServer((_, response) => {
  void answer().then((text) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));

interface Order {
  secret: string;
  flights: Flight[][];
  times: number;
}

async function answer(): Promise<string> {
  while (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  const line = idle.pop() as postgres.ReservedSql;
  const rows = await fly(line, current.secret, current.flights[answered++ % current.flights.length] ?? []);
  idle.push(line);
  waiting.shift()?.();
  return JSON.stringify(rows);
}

/** `flights` in turn, spread over the connections; the number of rows that came back. */
async function flyAll({ secret, flights, times }: Order): Promise<number> {
  let next = 0;
  let rows = 0;
  const work = async (line: postgres.ReservedSql) => {
    while (next < times)
      for (const answer of await fly(line, secret, flights[next++ % flights.length] ?? [])) rows += answer.length;
  };
  await Promise.all(lines.map(work));
  return rows;
}

async function fly(line: postgres.ReservedSql, secret: string, flight: Flight[]) {
  const sent = [
    line.unsafe("begin"),
    line.unsafe("select set_config('app.session', $1, true)", [secret], { prepare: true }),
    ...flight.map(({ text, parameters }) => line.unsafe(text, parameters as never[], { prepare: true })),
    line.unsafe("commit"),
  ];
  const answers = await Promise.all(sent.map((query) => query.execute()));
  return answers.slice(2, -1);
}
