// Calls a running Chiron from a script: every operation of the API, typed, with a personal API key.
// Offered to others as `chiron/client`.
import { addressOf, type BodyOf, type Endpoint, type ParamsOf, type QueryOf, type ReplyOf } from "./core/endpoint.ts";
import { Refusal } from "./core/refusal.ts";

export interface Client {
  /** One operation. A refusal of the server is thrown as a Refusal, with its rule and the fields to mend. */
  ask<E extends Endpoint>(
    endpoint: E,
    asked?: { params?: ParamsOf<E>; query?: QueryOf<E>; body?: BodyOf<E> },
  ): Promise<ReplyOf<E>>;
}

export function openClient(url: string, key: string): Client {
  return {
    async ask(endpoint, asked = {}) {
      const address = new URL(addressOf(endpoint, record(asked.params), record(asked.query)), url);
      const headers: Record<string, string> = { authorization: `Bearer ${key}` };
      if (asked.body !== undefined) headers["content-type"] = "application/json";
      if (endpoint.method === "POST") headers["idempotency-key"] = crypto.randomUUID();
      const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
      const response = await fetch(address, { method: endpoint.method, headers, ...body }).catch(() => {
        throw new Refusal(
          "absent",
          "server.unreachable",
          `There is no Chiron at ${url}. Start it, or give another address.`,
        );
      });
      if (!response.ok) throw await refusalOf(response);
      return (await response.json()) as ReplyOf<typeof endpoint>;
    },
  };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as {
    rule?: string;
    detail?: string;
    faults?: Refusal["faults"];
  };
  const kinds: Record<number, Refusal["kind"]> = { 403: "forbidden", 404: "absent", 409: "conflict", 429: "busy" };
  const because =
    response.status === 401
      ? "This key is unknown, ended or out of date. Make a new one on your account page."
      : problem.detail;
  return new Refusal(
    kinds[response.status] ?? "invalid",
    problem.rule ?? "server",
    because ?? "The server refused.",
    problem.faults,
  );
}

function record(given: unknown): Record<string, unknown> {
  return (given ?? {}) as Record<string, unknown>;
}
