// Work that tells its asker how far it is: an ordinary answer while it has said nothing, a stream of lines from its
// first word on. An asker who hangs up stops it, and the transaction is taken back.
import { type Ending, type Tell, progressType } from "../core/progress.ts";

export const progressHeaders = { "content-type": `${progressType}; charset=utf-8`, "cache-control": "no-store" };

/** Nobody listens any more. */
export class Stopped extends Error {}

/**
 * The stream, begun with the first word; `work`'s own outcome where it ended without one, failures too.
 * `problemOf` puts a failure into the last line.
 */
export async function telling<T>(
  signal: AbortSignal,
  work: (tell: Tell) => Promise<T>,
  endingOf: (outcome: { answer: T } | { error: unknown }) => string,
): Promise<{ stream: Response } | { answer: T }> {
  const { stream, say, close, hungUp } = lines(signal);
  const begun = Promise.withResolvers<"begun">();
  let hasBegun = false;
  const done = work(async (done_, of) => {
    // A turn for the line to go out, and for the news that nobody reads it.
    await new Promise((resolve) => setImmediate(resolve));
    if (hungUp()) throw new Stopped();
    say(JSON.stringify({ done: done_, of }));
    hasBegun = true;
    begun.resolve("begun");
  });
  void done.then(
    (answer) => hasBegun && close(endingOf({ answer })),
    (error: unknown) => hasBegun && close(error instanceof Stopped ? "" : endingOf({ error })),
  );
  const first = await Promise.race([done, begun.promise]);
  if (!hasBegun) return { answer: first as T };
  return { stream: new Response(stream, { headers: progressHeaders }) };
}

function lines(signal: AbortSignal) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOver = false;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (isOver = true),
  });
  const say = (line: string) => void (isOver || controller?.enqueue(encoder.encode(`${line}\n`)));
  const close = (last: string) => {
    if (last !== "") say(last);
    if (!isOver) controller?.close();
    isOver = true;
  };
  return { stream, say, close, hungUp: () => isOver || signal.aborted };
}

/** The last line. `text` is JSON already. */
export function replyLine(text: string): string {
  return `{"reply":${text}}`;
}

export function problemLine(problem: Extract<Ending, { problem: unknown }>["problem"]): string {
  return JSON.stringify({ problem });
}
