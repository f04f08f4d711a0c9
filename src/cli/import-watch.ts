// While an import runs: how far it is, and Ctrl-C.
import type { Watching } from "../client.ts";
import type { Progress } from "../core/progress.ts";
import { barOn } from "./bar.ts";
import type { Given } from "./command.ts";
import { withOpened } from "./ending.ts";

/** With a bar where there is a terminal. Ctrl-C hangs up, and the server then keeps nothing. */
export function watched<T>(say: Given["say"], work: (watching: Required<Watching>) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const bar = barOn(process.stderr);
  let last: Progress | null = null;
  const onProgress = (progress: Progress) => {
    if (last === null) say(`Taking ${progress.of.toLocaleString("en-US")} rows. Ctrl-C stops it and keeps nothing.`);
    last = progress;
    bar.show(progress);
  };
  let isDone = false;
  const close = async () => {
    bar.clear();
    if (isDone) return;
    stopping.abort();
    // Not by `say`, which is silent once the end has begun.
    const isBeingKept = last !== null && last.done === last.of;
    process.stderr.write(isBeingKept ? "It was written already: see the import page.\n" : "Nothing of it is kept.\n");
  };
  return withOpened(Promise.resolve({ close }), async () => {
    const result = await work({ onProgress, signal: stopping.signal });
    isDone = true;
    return result;
  });
}
