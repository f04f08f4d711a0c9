// The driver alone: the same statements in begin, set_config and commit, sent in one flight, past all policies.
// Started with fork; each message names statements and how many times to send them, and is answered when they are done.
import postgres from "postgres";
import type { Connection } from "../../src/db/door.ts";

export interface Flight {
  text: string;
  parameters: unknown[];
}

const { admin, connections } = JSON.parse(process.argv[2] ?? "{}") as { admin: Connection; connections: number };
const pool = postgres({ ...admin, max: connections, onnotice: () => undefined });
const lines = await Promise.all(Array.from({ length: connections }, () => pool.reserve()));
process.on("message", (order: { secret: string; flights: Flight[][]; times: number }) => {
  void fly(order).then((rows) => process.send?.({ rows }));
});
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });

/** `flights` in turn, spread over the connections; the number of rows that came back. */
async function fly({
  secret,
  flights,
  times,
}: {
  secret: string;
  flights: Flight[][];
  times: number;
}): Promise<number> {
  let next = 0;
  let rows = 0;
  const work = async (line: postgres.ReservedSql) => {
    while (next < times) {
      const flight = flights[next++ % flights.length] ?? [];
      const sent = [
        line.unsafe("begin"),
        line.unsafe("select set_config('app.session', $1, true)", [secret], { prepare: true }),
        ...flight.map(({ text, parameters }) => line.unsafe(text, parameters as never[], { prepare: true })),
        line.unsafe("commit"),
      ];
      const answers = await Promise.all(sent.map((query) => query.execute()));
      for (const answer of answers.slice(2, -1)) rows += answer.length;
    }
  };
  await Promise.all(lines.map(work));
  return rows;
}
