// Calls a running Chiron from a script: every operation of the API, typed, with a personal API key.
// Offered to others, beside the operations themselves, as `chiron/client` (operations.ts).
import { addressOf, type BodyOf, type Endpoint, type ParamsOf, type QueryOf, type ReplyOf } from "./core/endpoint.ts";
import { sentTo } from "./core/files.ts";
import { downloadIn } from "./core/download.ts";
import { Refusal } from "./core/refusal.ts";
import { endingOf, type Progress, progressType } from "./core/progress.ts";

/** For endpoints that tell their progress; to stop them, abort. */
export interface Watching {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface Client {
  /** One operation; `files` are the contents of the body's, where it has some. A refusal of the server is thrown as a Refusal, with its rule and the fields to mend. */
  ask<E extends Endpoint>(
    endpoint: E,
    asked?: { params?: ParamsOf<E>; query?: QueryOf<E>; body?: BodyOf<E>; files?: Blob[] } & Watching,
  ): Promise<ReplyOf<E>>;
}

export function openClient(url: string, key: string): Client {
  return {
    async ask(endpoint, asked = {}) {
      const address = new URL(addressOf(endpoint, record(asked.params), record(asked.query)), url);
      const headers: Record<string, string> = { authorization: `Bearer ${key}` };
      const sent = sentTo(endpoint, asked.body, asked.files);
      if (sent !== null) headers["content-type"] = sent.type;
      if (endpoint.method === "POST") headers["idempotency-key"] = crypto.randomUUID();
      const { onProgress, signal } = asked;
      if (onProgress) headers.accept = progressType;
      const body = sent === null ? {} : { body: sent.body };
      const watched = signal ? { signal } : {};
      const response = await fetch(address, { method: endpoint.method, headers, ...body, ...watched }).catch(() => {
        throw new Refusal(
          "absent",
          "server.unreachable",
          `There is no Chiron at ${url}. Start it, or give another address.`,
        );
      });
      if (!response.ok) throw refusalOf(response.status, (await response.json().catch(() => ({}))) as Problem);
      if (onProgress) {
        const ending = await endingOf(response, onProgress);
        if ("problem" in ending) throw refusalOf(Number(ending.problem.status), ending.problem);
        return ending.reply as ReplyOf<typeof endpoint>;
      }
      if (endpoint.isDownload) return (await downloadIn(response)) as ReplyOf<typeof endpoint>;
      return (await response.json()) as ReplyOf<typeof endpoint>;
    },
  };
}

interface Problem {
  rule?: string;
  detail?: string;
  faults?: Refusal["faults"];
}

function refusalOf(status: number, problem: Problem): Refusal {
  const kinds: Record<number, Refusal["kind"]> = { 403: "forbidden", 404: "absent", 409: "conflict", 429: "busy" };
  const because =
    status === 401 ? "This key is unknown, ended or out of date. Make a new one on your account page." : problem.detail;
  return new Refusal(
    kinds[status] ?? "invalid",
    problem.rule ?? "server",
    because ?? "The server refused.",
    problem.faults,
  );
}

function record(given: unknown): Record<string, unknown> {
  return (given ?? {}) as Record<string, unknown>;
}
