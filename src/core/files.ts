// Requests that bring files: one line of JSON, and then the bytes of the files, one behind the other. The line tells of
// each file how many its bytes are. So a file is never text inside of text, and is held once.
import type { Endpoint } from "./endpoint.ts";

export const filesType = "application/vnd.chiron.files";

/** Such a request's body. `line` names its files in the order of `files`. */
export function withFiles(line: unknown, files: readonly Blob[]): Blob {
  return new Blob([`${JSON.stringify(line)}\n`, ...files], { type: filesType });
}

/** What a request to this endpoint sends, and as what; nothing without a body. */
export function sentTo(
  { takesFiles }: Pick<Endpoint, "takesFiles">,
  body: unknown,
  files: readonly Blob[] = [],
): { body: Blob | string; type: string } | null {
  if (takesFiles) return { body: withFiles(body, files), type: filesType };
  return body === undefined ? null : { body: JSON.stringify(body), type: "application/json" };
}

/** The bytes of a file, in pieces, wherever they end. */
export type Pieces = readonly Uint8Array<ArrayBuffer>[];

export function sizeOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
