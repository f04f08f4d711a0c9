// A bar of progress on one line of a terminal; nothing where the words go into a file.
import type { WriteStream } from "node:tty";
import type { Progress } from "../core/progress.ts";

const width = 30;

export interface Bar {
  show(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

export function barOn(stream: Pick<WriteStream, "write" | "isTTY">): Bar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (progress) => void stream.write(`\r${barOf(progress)}\u001B[K`),
    clear: () => void stream.write("\r\u001B[K"),
  };
}

export function barOf({ done, of }: Progress): string {
  const share = of === 0 ? 1 : done / of;
  const full = Math.floor(share * width);
  const count = (rows: number) => rows.toLocaleString("en-US");
  return `[${"#".repeat(full)}${".".repeat(width - full)}] ${Math.floor(share * 100)}% ${count(done)} of ${count(of)}`;
}
