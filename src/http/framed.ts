// Reads a request that brings files: the line before them, and then their bytes, kept once and in pieces of our own.
import { filesType, type Pieces } from "../core/files.ts";
import { Refusal } from "../core/refusal.ts";

const lineMost = 32 * 1024 * 1024;
const pieceBytes = 256 * 1024;
const lineEnd = 10;

/** `read` turns the line into what it says, with the sizes of its files; `hear` is told every byte. */
export async function framedIn<T>(
  request: Pick<Request, "headers" | "body">,
  read: (line: string) => T,
  hear: (bytes: Uint8Array) => void = () => undefined,
): Promise<{ line: T; files: Pieces[] }> {
  const framed = new Framed(request, hear);
  try {
    const line = read(await framed.line());
    return { line, files: await framed.files(sizesIn(line)) };
  } catch (error) {
    if (error instanceof Refusal) await framed.drain();
    throw error;
  }
}

function sizesIn(line: unknown): number[] {
  return (line as { files: { size: number }[] }).files.map(({ size }) => size);
}

class Framed {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly hear: (bytes: Uint8Array) => void;
  /** What came and was not asked for yet. */
  private rest: Uint8Array = new Uint8Array();

  constructor({ headers, body }: Pick<Request, "headers" | "body">, hear: (bytes: Uint8Array) => void) {
    if (!headers.get("content-type")?.startsWith(filesType))
      throw misframed(`Send one line of JSON and then the bytes of the files, as ${filesType}.`);
    this.chunks = (body ?? new ReadableStream<Uint8Array>({ start: (one) => one.close() }))[Symbol.asyncIterator]();
    this.hear = hear;
  }

  /** The text before the first line break. */
  async line(): Promise<string> {
    const parts: Uint8Array[] = [];
    for (let length = 0; length <= lineMost; length += parts.at(-1)?.length ?? 0) {
      const end = this.rest.indexOf(lineEnd);
      parts.push(this.take(end < 0 ? this.rest.length : end));
      if (end >= 0) {
        this.take(1);
        return Buffer.concat(parts).toString();
      }
      if (!(await this.more())) break;
    }
    throw misframed("End the line of JSON before the files with a line break.");
  }

  /** The bytes of files of these sizes, which must be all that is left. */
  async files(sizes: number[]): Promise<Pieces[]> {
    const files: Pieces[] = [];
    for (const size of sizes) files.push(await this.file(size));
    if (this.rest.length > 0 || (await this.more()))
      throw misframed("More bytes came than the files have by their sizes.");
    return files;
  }

  /** Whoever still sends hears an answer only once all is sent. */
  async drain(): Promise<void> {
    while (this.rest.length > 0 || (await this.more())) this.rest = new Uint8Array();
  }

  private async file(size: number): Promise<Pieces> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let left = size; left > 0; left -= pieces.at(-1)?.length ?? 0)
      pieces.push(await this.piece(Math.min(left, pieceBytes)));
    return pieces;
  }

  /** Copied, since what comes from the network may be a small part of what it keeps in memory. */
  private async piece(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const piece = new Uint8Array(size);
    for (let at = 0; at < size;) {
      if (this.rest.length === 0 && !(await this.more()))
        throw misframed("Fewer bytes came than the files have by their sizes.");
      const part = this.take(size - at);
      piece.set(part, at);
      at += part.length;
    }
    return piece;
  }

  private take(most: number): Uint8Array {
    const part = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(part.length);
    return part;
  }

  /** False at the end. Never empty otherwise. */
  private async more(): Promise<boolean> {
    while (this.rest.length === 0) {
      const { done, value } = await this.chunks.next();
      if (done === true) return false;
      this.hear(value);
      this.rest = value;
    }
    return true;
  }
}

function misframed(fix: string): Refusal {
  return new Refusal(
    "invalid",
    "request.files",
    "The files of this request cannot be told apart. Nothing was changed.",
    [{ field: "body", because: fix }],
  );
}
