// The browser's calls: an endpoint's declaration in, its typed reply out, refusals as AskError.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { sentTo } from "../core/files.ts";
import { downloadIn } from "../core/download.ts";
import { addressOf, type BodyOf, type Endpoint, type ParamsOf, type QueryOf, type ReplyOf } from "../core/endpoint.ts";
import type { Fault } from "../core/refusal.ts";
import { endingOf, type Progress, progressType } from "../core/progress.ts";

/** The server's no, or no answer at all (`status` 0): which rule, why in plain words, which fields. */
export class AskError extends Error {
  readonly status: number;
  readonly rule: string;
  readonly because: string;
  readonly faults: Fault[];
  /** Names the accident in the server's log; only with a 500. */
  readonly id: string | undefined;

  constructor(status: number, told: { rule: string; because: string; faults?: Fault[]; id?: string }) {
    super(told.because);
    this.name = "AskError";
    this.status = status;
    this.rule = told.rule;
    this.because = told.because;
    this.faults = told.faults ?? [];
    this.id = told.id;
  }
}

export type Asked<E extends Endpoint> = {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  /** The contents of the body's files, where it has some; of the same objects it is known that they are the same. */
  files?: Blob[];
  /** The same key again answers what it answered before and does nothing twice; made when absent. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Of an endpoint that tells its progress; aborting then stops the work itself. */
  onProgress?: (progress: Progress) => void;
};

/** One call. Throws AskError. */
export async function ask<E extends Endpoint>(endpoint: E, asked: Asked<E> = {}): Promise<ReplyOf<E>> {
  const { params, query, body, signal, onProgress } = asked;
  const headers: Record<string, string> = { accept: onProgress ? progressType : "application/json" };
  const sent = sentTo(endpoint, body, asked.files);
  if (sent !== null) headers["content-type"] = sent.type;
  if (endpoint.method === "POST") headers["idempotency-key"] = asked.idempotencyKey ?? newKey();
  const address = addressOf(endpoint, asRecord(params), asRecord(query));
  const response = await fetch(address, {
    method: endpoint.method,
    headers,
    credentials: "same-origin",
    ...(sent === null ? {} : { body: sent.body }),
    ...(signal ? { signal } : {}),
  }).catch(unreachable);
  if (!response.ok) throw refusalIn(response.status, asRecord(await response.json().catch(() => ({}))));
  if (onProgress) {
    const ending = await endingOf(response, onProgress).catch(unreachable);
    if ("problem" in ending) throw refusalIn(Number(ending.problem.status), ending.problem);
    return ending.reply as ReplyOf<E>;
  }
  if (endpoint.isDownload) return (await downloadIn(response).catch(unreachable)) as ReplyOf<E>;
  return (response.status === 204 ? undefined : await response.json().catch(unreachable)) as ReplyOf<E>;
}

/** What a read depends on; pass it nowhere but to TanStack Query. */
export function keyOf(endpoint: Endpoint, params?: unknown, query?: unknown): readonly unknown[] {
  const name = `${endpoint.method} ${endpoint.path}`;
  if (params === undefined && query === undefined) return [name];
  return [name, params ?? {}, query ?? {}];
}

type Reading = {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Ask again every so many seconds while on screen. */
  everySeconds?: number;
  /** Keep showing the last answer while the next query runs; for filters and searches. */
  keepPrevious?: boolean;
};

/** Reads on mount and again after each write. `data` is undefined until the first answer: show `Waiting`. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  asked: Pick<Asked<E>, "params" | "query"> = {},
  reading: Reading = {},
) {
  return useQuery<ReplyOf<E>, AskError>({
    queryKey: keyOf(endpoint, asked.params ?? {}, asked.query ?? {}),
    queryFn: ({ signal }) => ask(endpoint, { ...asked, signal }),
    enabled: reading.enabled ?? true,
    refetchInterval: reading.everySeconds === undefined ? false : reading.everySeconds * 1000,
    ...(reading.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type Page = { items: unknown[]; next: string | null };
type ItemOf<E extends Endpoint> = ReplyOf<E> extends { items: (infer Item)[] } ? Item : never;

/** A list that comes in pages (`pageOf`): all items read so far, and `more()` while there are more. */
export function useReadPages<E extends Endpoint>(endpoint: E, asked: Pick<Asked<E>, "params" | "query"> = {}) {
  const reading = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, asked.params ?? {}, asked.query ?? {}), "pages"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asRecord(asked.query), after: pageParam } as QueryOf<E>;
      return ask(endpoint, { ...asked, query, signal }) as Promise<Page>;
    },
    getNextPageParam: (last: Page) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    items: reading.data?.pages.flatMap(({ items }) => items) as ItemOf<E>[] | undefined,
    error: reading.error as AskError | null,
    hasMore: reading.hasNextPage,
    isReadingMore: reading.isFetchingNextPage,
    more: () => void reading.fetchNextPage(),
  };
}

type Writing<E extends Endpoint> = {
  params?: ParamsOf<E>;
  /** The reads that this write changes. When absent, everything on screen is read again. */
  invalidate?: Endpoint[];
};

/** `mutate(body)` writes to one place. A try again after a lost answer does nothing twice. */
export function useWrite<E extends Endpoint>(endpoint: E, { params, invalidate }: Writing<E> = {}) {
  const each = useWriteEach(endpoint, { invalidate });
  return useMutation<ReplyOf<E>, AskError, BodyOf<E>>({
    mutationFn: (body) => each.mutateAsync({ params: params as ParamsOf<E>, body }),
  });
}

/**
 * `mutate({ params, query, body })`: for a list whose rows are each a place of their own. Of work that was stopped
 * (`signal`) nobody knows whether it had just been kept: the same again answers what it answered, or does it.
 */
export function useWriteEach<E extends Endpoint>(
  endpoint: E,
  { invalidate }: { invalidate?: Endpoint[] | undefined } = {},
) {
  const client = useQueryClient();
  const unanswered = useRef<{ request: string; files: Blob[]; idempotencyKey: string } | null>(null);
  const underway = useRef<{ request: string; reply: Promise<ReplyOf<E>> } | null>(null);
  return useMutation<ReplyOf<E>, AskError, Omit<Asked<E>, "idempotencyKey">>({
    mutationFn: (asked) => {
      const { params, query, body, files = [] } = asked;
      const request = JSON.stringify({ params, query, body });
      // Files have no words to compare, and work that can be stopped is nobody's but its asker's.
      const mayShare = files.length === 0 && asked.signal === undefined;
      // A second press comes before the button is drawn busy. What is shown once has no answer to give again.
      if (mayShare && underway.current?.request === request) return underway.current.reply;
      const before = unanswered.current;
      const isSame = before?.request === request && files.every((file, at) => file === before.files[at]);
      const now = isSame ? before : { request, files, idempotencyKey: newKey() };
      unanswered.current = now;
      const reply = ask(endpoint, { ...asked, idempotencyKey: now.idempotencyKey })
        .then((answer) => {
          unanswered.current = null;
          return answer;
        })
        .catch((error: unknown) => {
          // A definite no was not carried out, so the next try is a new request.
          if (error instanceof AskError && error.status > 0 && error.status < 500) unanswered.current = null;
          throw error;
        })
        .finally(() => {
          if (underway.current?.request === request) underway.current = null;
        });
      if (mayShare) underway.current = { request, reply };
      return reply;
    },
    onSuccess: () =>
      invalidate === undefined
        ? client.invalidateQueries()
        : Promise.all(invalidate.map((read) => client.invalidateQueries({ queryKey: keyOf(read) }))),
  });
}

/** What is wrong with one field of a refused form, for `Field`'s `error`. */
export function faultOf(error: AskError | null | undefined, field: string): string | undefined {
  return error?.faults.find((fault) => fault.field === field)?.because;
}

/** To the sign-in page, keeping where the asker was as `?to=`. A full load, so that nothing read before stays in memory. */
export function goSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname === "/sign-in") return;
  window.location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

// Not `randomUUID`, which browsers withhold where a school serves its own network without TLS.
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function asRecord(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}

function unreachable(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw new AskError(0, {
    rule: "network",
    because: "The server cannot be reached. What you typed is still here. Check your connection, then try again.",
  });
}

function refusalIn(status: number, problem: Record<string, unknown>): AskError {
  return new AskError(status, {
    rule: String(problem["rule"] ?? "unknown"),
    because: String(problem["detail"] ?? "The server gave an answer that we cannot read. Try again in a minute."),
    faults: Array.isArray(problem["faults"]) ? (problem["faults"] as Fault[]) : [],
    ...(typeof problem["id"] === "string" ? { id: problem["id"] } : {}),
  });
}
